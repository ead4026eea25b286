"""When a page says that its article was published."""

import datetime
import logging
from collections.abc import Iterable

from lxml import etree
from lxml.html import HtmlElement

from hearsay.ingest.isotime import iso_time
from hearsay.ingest.page.jsonld import string
from hearsay.ingest.page.parse import Page

_SILENCE = logging.NullHandler()

_TAGS = (
    "article:published_time",
    "article:published",
    "og:published_time",
    "datepublished",
    "date.available",
    "date.created",
    "parsely-pub-date",
    "pub_date",
    "pubdate",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_at",
    "publication_date",
    "publicationdate",
    "cxenseparse:recs:publishtime",
    "sailthru.date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "prism.publicationdate",
    "citation_publication_date",
    "article_date_original",
    "date",
)
"""Meta tags with a time of publication, the more exact by experience first."""

_FARTHEST = datetime.datetime(2199, 12, 31, tzinfo=datetime.UTC)
"""A bound that does not move, so that a page is dated alike whenever it is read; htmldate's own is the present."""


def published(page: Page) -> str | None:
    """The time of publication as ISO 8601, with its offset where the page gives one; None where it cannot be told.

    From the article's JSON-LD, else the meta tags, else the page's JSON-LD, else the first time element after the
    headline; a time with an offset goes before one without. Where all are silent htmldate looks for a day.
    """
    times = [time for value in _stated(page) if (time := iso_time(value)) is not None]
    if times:
        return next((time for time in times if _same_moment(time, times[0])), times[0])
    return _by_htmldate(page.tree)


def _stated(page: Page) -> Iterable[str]:
    yield from (text for node in page.graph.articles() if (text := string(node, "datePublished")))
    for name in _TAGS:
        yield from page.tags.all(name)
    yield from (text for node in page.graph.pages() if (text := string(node, "datePublished")))
    started = False
    for element in page.tree.iter("h1", "time"):
        if element.tag == "h1":
            started = True
        elif started:
            yield element.get("datetime") or ""


def _same_moment(time: str, stated: str) -> bool:
    """Whether ``time`` adds an offset to ``stated``, which lacks one: the same clock, give or take a zone."""
    ours, theirs = datetime.datetime.fromisoformat(time), datetime.datetime.fromisoformat(stated)
    if "T" not in stated or theirs.tzinfo is not None or ours.tzinfo is None:
        return False
    return abs(ours.replace(tzinfo=None) - theirs) < datetime.timedelta(hours=15)


def _by_htmldate(tree: HtmlElement) -> str | None:
    # Imported here: most pages state their time, and htmldate takes a third of a second to load.
    import htmldate

    # It warns of pages without a date, which is nothing to tell a user.
    logging.getLogger("htmldate").addHandler(_SILENCE)
    day = htmldate.find_date(
        etree.tostring(tree, encoding="unicode", method="html"),
        original_date=True,
        extensive_search=False,
        max_date=_FARTHEST,
    )
    return None if day is None else iso_time(day)
