"""The paragraphs of an article, out of its page."""

import logging
import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement

from hearsay.ingest.furniture import announces_related, furniture
from hearsay.ingest.page.gaps import with_gaps_filled
from hearsay.ingest.page.headline import key
from hearsay.ingest.page.prune import prune
from hearsay.records.document import PartKind

_SILENCE = logging.NullHandler()

_BLOCKS = frozenset({"p", "head", "item", "quote", "code", "ab", "cell"})
"""What trafilatura leaves of the markup around a paragraph (its own, TEI-like names)."""

_PROSE_CELL = 12
"""Words of a table's cell that is a paragraph of a page laid out by tables; data has fewer."""

_ABOVE_HEADLINE = 6
"""So many first blocks may stand above the headline: a section's name, a tag, a word to the reader."""


def article_blocks(tree: HtmlElement, *, headlines: list[str]) -> list[str]:
    """The paragraphs and headings of the article on a page, in order, without the headline; empty where there is none.

    ``tree`` is left as it was.
    """
    # Imported here: it takes half a second to load, and only pages need it.
    import trafilatura

    # It warns of each page without an article, which is said below; unheard warnings would go to standard error.
    logging.getLogger("trafilatura").addHandler(_SILENCE)
    pruned = deepcopy(tree)
    prune(pruned)
    found = trafilatura.bare_extraction(pruned, include_comments=False, include_tables=True)
    body = getattr(found, "body", None)
    if body is None:
        return []
    blocks = with_gaps_filled(list(_blocks(body)), pruned)
    return [block for block in _without_headline(blocks, headlines) if not _is_furniture(block)]


def _blocks(body: etree._Element) -> Iterator[str]:
    """The texts of the blocks below ``body``, a line break starting a new one."""
    pending: list[str] = []

    def flush() -> Iterator[str]:
        lines = "".join(pending).split("\n")
        pending.clear()
        yield from (line for text in lines if (line := " ".join(text.split())))

    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag in _BLOCKS:
                yield from flush()
            pending.append("\n" if tag == "lb" else element.text or "")
        else:
            if tag in _BLOCKS:
                yield from (text for text in flush() if tag != "cell" or text.count(" ") >= _PROSE_CELL)
            pending.append(element.tail or "")
    yield from flush()


def _without_headline(blocks: list[str], headlines: list[str]) -> list[str]:
    """``blocks`` without the headline, however often it is repeated, and what stands right before it."""
    known = {key(headline) for headline in headlines}
    start = 0
    for place, block in enumerate(blocks):
        if place > start + _ABOVE_HEADLINE:
            break
        if key(block) in known:
            start = place + 1
    return blocks[start:]


def _is_furniture(block: str) -> bool:
    return (
        not re.search(r"\w", block)
        or announces_related(block)
        or furniture(block) in (PartKind.NOTICE, PartKind.RELATED, PartKind.CAPTION)
    )
