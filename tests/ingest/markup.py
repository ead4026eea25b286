"""Pages for the tests, in the shapes that publishers' pages have; every sentence was written for them."""

import gzip
import json

SENTENCES = (
    "The harbour board of Port Elwyn said on Monday that the north quay would stay closed until the end of the month.",
    "Its chairwoman, Marta Okonjo, told reporters that divers had found cracks in eleven of the forty piles.",
    "“We will not reopen it before every pile has been looked at,” she said.",
    "The fishing fleet, which lands about 300 tonnes a week there, was sent to the old basin instead.",
)

ARTICLE = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Port Elwyn quay stays closed after cracks are found",
    "datePublished": "2025-03-10T14:05:00+01:00",
    "author": [{"@type": "Person", "name": "Ines Calloway"}],
    "publisher": {"@type": "Organization", "name": "The Elwyn Courier"},
}


def paragraphs(*texts: str) -> str:
    """Each text as a paragraph; the four SENTENCES where none is given."""
    return "\n".join(f"<p>{text}</p>" for text in texts or SENTENCES)


def page(body: str, *, head: str = "", title: str = "Port Elwyn quay stays closed | The Elwyn Courier") -> bytes:
    """A whole page, in UTF-8."""
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()
    )


def json_ld(value: object) -> str:
    """The script that states ``value``; a string stands in it as it is."""
    source = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{source}</script>'


def meta(**tags: str) -> str:
    """Meta tags; in a name "__" stands for ":"."""
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in tags.items())


def article(body: str | None = None, *, heading: str = "Port Elwyn quay stays closed after cracks are found") -> str:
    """An article with its headline."""
    return f"<main><article><h1>{heading}</h1>{paragraphs() if body is None else body}</article></main>"


def gzipped(data: bytes) -> bytes:
    """The same bytes at any time of day: tests are called by them."""
    return gzip.compress(data, mtime=0)
