"""What a page says of its article."""

from urllib.parse import urljoin, urlsplit

from hearsay.ingest.document import Metadata
from hearsay.ingest.page.byline import byline
from hearsay.ingest.page.jsonld import string
from hearsay.ingest.page.parse import Page
from hearsay.ingest.page.published import published
from hearsay.ingest.page.tags import folded

_LONGEST_URL = 2_000


def page_metadata(page: Page, *, title: str | None, url: str | None) -> Metadata:
    """Title, byline, publisher, time of publication and canonical address of the article on a page.

    ``title`` is the headline that was settled on, ``url`` where the page was fetched from, which stands in for a
    canonical address where the page gives none.
    """
    return Metadata(
        url=_canonical(page, url),
        title=title,
        publisher=_publisher(page),
        byline=byline(page),
        published=published(page),
    )


def _publisher(page: Page) -> str | None:
    site = page.tags.first("og:site_name", "og_site_name")
    if site:
        return site
    for node in [*page.graph.articles(), *page.graph.pages()]:
        names = [name for name in map(folded, page.graph.names(node.get("publisher"))) if name]
        if names:
            return names[0]
    return page.tags.first("application-name", "dc.publisher", "publisher")


def _canonical(page: Page, url: str | None) -> str | None:
    links = [
        link.get("href") or "" for link in page.tree.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    stated = [
        text for node in page.graph.articles() for name in ("url", "mainEntityOfPage") if (text := string(node, name))
    ]
    for candidate in [*links, page.tags.first("og:url") or "", *stated, url or ""]:
        address = _absolute(candidate.strip(), url)
        if address is not None:
            return address
    return None


def _absolute(address: str, base: str | None) -> str | None:
    """``address`` in full where it is one of the Web's, else None."""
    if not address or len(address) > _LONGEST_URL:
        return None
    try:
        full = urljoin(base or "", address)
        parts = urlsplit(full)
    except ValueError:
        return None
    return full if parts.scheme in ("http", "https") and parts.netloc else None
