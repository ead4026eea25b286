"""Who wrote an article."""

import re
from collections.abc import Iterable

from hearsay.ingest.page.parse import Page, brief
from hearsay.ingest.page.tags import folded

_AUTHOR_TAGS = ("author", "authors", "byl", "byline", "creator")
_NOT_PEOPLE = re.compile(r"https?://|www\.|@|\.(?:com|org|net|co)\b", re.IGNORECASE)
_BY = re.compile(r"^(?:written |posted |story |words )?by:?\s+", re.IGNORECASE)
_TURNED = re.compile(r"([^\W\d_][\w'’\- ]*), ([^\W\d_][\w'’.\- ]*)")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author)(?:[_-]{1,2}(?:name|link))?(?:$|\s)", re.IGNORECASE)

_LONGEST_NAME = 80
_LONGEST_BYLINE = 120
"""Characters; an element with more is more than a byline."""


def byline(page: Page) -> str | None:
    """The authors' names, joined by ", ", as the page's metadata has them, else as its byline prints them; or None."""
    for names in _candidates(page):
        cleaned = _cleaned(names)
        if cleaned:
            return ", ".join(cleaned)
    return None


def _candidates(page: Page) -> Iterable[list[str]]:
    for node in page.graph.articles():
        yield page.graph.names(node.get("author"))
    for node in page.graph.articles():
        yield page.graph.names(node.get("creator"))
    found = [(name, content) for name, content in page.tags.ending(_AUTHOR_TAGS) if not name.startswith("twitter")]
    for name in dict.fromkeys(name for name, _ in found):
        yield [content for other, content in found if other == name]
    for node in page.graph.pages():
        yield page.graph.names(node.get("author"))
    yield [
        brief(element, _LONGEST_BYLINE)
        for element in page.tree.iter("a", "span")
        if element.get("rel") == "author" or element.get("itemprop") == "author"
    ]
    for element in page.tree.iter("a", "span", "p", "div", "address"):
        if _BYLINE_CLASS.search(element.get("class") or "") and _BY.match(words := brief(element, _LONGEST_BYLINE)):
            yield [_BY.sub("", words)]


def _cleaned(names: Iterable[str]) -> list[str]:
    """``names`` without addresses and account names, each once, "Doe, Jane" turned."""
    seen: dict[str, str] = {}
    for given in names:
        stated = _BY.sub("", folded(given))
        turned = _TURNED.fullmatch(stated)
        name = f"{turned[2]} {turned[1]}" if turned is not None and " " not in turned[1] else stated
        if name and len(name) <= _LONGEST_NAME and not _NOT_PEOPLE.search(name) and not _SLUG.fullmatch(name):
            seen.setdefault(name.lower(), name)
    return list(seen.values())
