"""HTML to a tree that is safe to walk, and what its head says."""

import re
from dataclasses import dataclass
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from hearsay.errors import NoArticle
from hearsay.ingest.decode import decode, is_charset
from hearsay.ingest.page.jsonld import Graph, read_graph
from hearsay.ingest.page.tags import Tags, read_tags

_DECLARED_WITHIN = 4096
"""Bytes; browsers look for the declared encoding in the first 1,024, publishers put it a little further down."""

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding=["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

MOST_ELEMENTS = 100_000
"""A page with more is no article; the largest of the 39 real pages of the tests has 3,129."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the steps from it to a document know it."""

    tree: HtmlElement
    """Without comments and processing instructions."""
    graph: Graph
    tags: Tags


def parse_page(data: bytes, *, origin: str, charset: str | None = None) -> Page:
    """A page, its JSON-LD and its meta tags.

    ``charset`` is what its server declared, which goes before what the page does (WHATWG HTML, 13.2.3.2). Raises
    BinaryReport or GarbledReport for bytes that are no text, NoArticle for what holds no element, or too many.
    """
    declared = charset if charset is not None and is_charset(charset) else _declared(data)
    text = _UNSTORABLE.sub(" ", decode(data, origin=origin, declared=declared))
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise NoArticle("no element in the page", origin=origin) from error
    # The first over the limit is enough to know.
    if next(islice(tree.iter(), MOST_ELEMENTS, None), None) is not None:
        raise NoArticle(f"over {MOST_ELEMENTS:,} elements, too many for an article", origin=origin)
    return Page(tree, read_graph(tree), read_tags(tree))


def plain(element: HtmlElement) -> str:
    """The words of ``element`` and what it holds, blanks folded into one."""
    return " ".join("".join(element.itertext()).split())


def brief(element: HtmlElement, limit: int) -> str:
    """As plain, but empty where that would be over ``limit`` characters: cheap on elements that hold half a page."""
    pieces: list[str] = []
    size = 0
    for piece in element.itertext():
        size += len(piece) if not piece.isspace() else 1
        if size > 4 * limit:
            return ""
        pieces.append(piece)
    words = " ".join("".join(pieces).split())
    return words if len(words) <= limit else ""


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:_DECLARED_WITHIN])
    return None if match is None else (match[1] or match[2]).decode("ascii", "replace")
