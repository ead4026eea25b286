"""The page, written report by report, so that memory holds one report at a time and the table of contents."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from importlib import resources
from tempfile import TemporaryFile
from typing import IO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from hearsay.present.entries import sheets
from hearsay.present.page.article import article_context, contents_context
from hearsay.present.page.context import ContentsContext, PageContext
from hearsay.records.ledger import Ledger

_CHUNK = 1 << 16


def write_page(ledgers: Iterable[Ledger], stream: IO[str]) -> None:
    """Write ``ledgers`` to ``stream`` as one page that needs no other file and no network.

    The contents come first and are known last: the reports wait in a temporary file until all are there.
    """
    environment = Environment(
        loader=PackageLoader("hearsay.present.page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("article.html")
    contents: list[ContentsContext] = []
    with TemporaryFile("w+", encoding="utf-8", newline="") as spool:
        for ledger in ledgers:
            for sheet in sheets(ledger):
                number = len(contents) + 1
                contents.append(contents_context(sheet, number=number))
                spool.write(template.render(article=article_context(sheet, number=number)))
        spool.seek(0)
        page = _page(contents, _chunks(spool))
        for piece in environment.get_template("page.html").generate(page=page):
            stream.write(piece)
    stream.write("\n")


def _page(contents: list[ContentsContext], articles: Iterable[Markup]) -> PageContext:
    style, script = _text("page.css"), _text("page.js")
    return PageContext(
        title=contents[0].title if len(contents) == 1 else f"Who said what in {len(contents)} reports",
        style=Markup(style),  # noqa: S704 - a file of this package, not a report's text
        style_hash=_hash(style),
        script=Markup(script),  # noqa: S704 - a file of this package, not a report's text
        script_hash=_hash(script),
        contents=tuple(contents),
        articles=articles,
    )


def _chunks(spool: IO[str]) -> Iterator[Markup]:
    while chunk := spool.read(_CHUNK):
        yield Markup(chunk)  # noqa: S704 - what article.html has made, escaped there


def _text(name: str) -> str:
    return resources.files("hearsay.present.page").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()
