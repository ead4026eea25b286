"""An article's HTML page to a Document."""

import re

from hearsay.errors import NoArticle
from hearsay.ingest.document import make_document
from hearsay.ingest.language import require_english
from hearsay.ingest.published import argument_time
from hearsay.records.document import Document

_SENTENCE = re.compile(r"[.!?…][\"'”’)]*$")

_FEWEST_WORDS = 8
"""Of a paragraph that counts as prose."""

_SHORTEST_ARTICLE = 25
"""Words of prose in all on a page that does not say that it is an article; menus, errors and logins have fewer."""

_ERROR_PAGE = re.compile(r"\b(?:404|not found|page (?:un|not )available|access denied|forbidden)\b", re.IGNORECASE)
_LONGEST_ERROR = 120
"""Words of prose on a page whose title tells of an error."""


def from_html(
    data: bytes, *, origin: str, url: str | None = None, published: str | None = None, charset: str | None = None
) -> Document:
    """The document of an article's page: its text is the standfirst, the headings and the paragraphs.

    ``url`` is where the page was fetched from, ``published`` a time of publication (ISO 8601) that goes before the
    page's own, ``charset`` the encoding that the server declared. Raises BinaryReport, GarbledReport, NoArticle or
    ForeignReport for a page that cannot be read, and UsageError for a ``published`` that is not ISO 8601.
    """
    # Imported here: lxml is needed for pages only.
    from hearsay.ingest.page.body import article_blocks
    from hearsay.ingest.page.headline import headlines
    from hearsay.ingest.page.metadata import page_metadata
    from hearsay.ingest.page.parse import parse_page
    from hearsay.ingest.page.standfirst import standfirst

    time = argument_time(published)
    page = parse_page(data, origin=origin, charset=charset)
    titles = headlines(page)
    title = titles[0] if titles else None
    blocks = article_blocks(page.tree, headlines=titles)
    if not blocks:
        raise NoArticle("no article in the page", origin=origin)
    summary = standfirst(page, headline=title, opening=blocks[0])
    if summary is not None and summary not in blocks[:3]:
        blocks.insert(0, summary)
    text = "\n\n".join(blocks)
    require_english(text, origin=origin)
    stated = bool(page.graph.articles()) or "article" in page.tags.all("og:type")
    _require_article(blocks, title, fewest=_FEWEST_WORDS if stated else _SHORTEST_ARTICLE, origin=origin)
    metadata = page_metadata(page, title=title, url=url)
    return make_document(text, origin=origin, metadata=metadata, published=time)


def _require_article(blocks: list[str], title: str | None, *, fewest: int, origin: str) -> None:
    """Raise NoArticle where ``blocks`` have less than ``fewest`` words of prose, or are those of an error page."""
    prose = [block for block in blocks if block.count(" ") + 1 >= _FEWEST_WORDS and _SENTENCE.search(block)]
    words = sum(block.count(" ") + 1 for block in prose)
    if words < fewest:
        raise NoArticle("no article in the page", origin=origin)
    if words < _LONGEST_ERROR and _ERROR_PAGE.search(title or ""):
        raise NoArticle(f"no article in the page but, it seems, an error: {title}", origin=origin)
