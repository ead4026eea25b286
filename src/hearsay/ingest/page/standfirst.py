"""The sentence or two between an article's headline and its body."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from hearsay.ingest.page.headline import key
from hearsay.ingest.page.jsonld import string
from hearsay.ingest.page.parse import Page, brief
from hearsay.ingest.page.tags import folded

_NAMED = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|dek|deck|sub-?head(?:ing|line)?|sub-?title|strap-?line|excerpt|synopsis|summary|teaser-text|lede|tag-?line|intro"
    r"|article-?description)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Words of class and the like by which publishers name it."""

_MARKS = ("class", "id", "itemprop", "data-testid", "data-test", "data-qa", "data-gu-name", "data-component")
_TAGS = ("p", "h2", "h3", "h4", "div", "span")

_FEWEST_WORDS = 4
_MOST_WORDS = 90
_LONGEST = 700
"""Characters."""

_NEAR = 150
"""So many elements below the headline are looked at; what is further down belongs to other articles."""


def standfirst(page: Page, *, headline: str | None, opening: str) -> str | None:
    """The standfirst of the article on a page; None where there is none.

    It stands after the headline and before ``opening``, the first paragraph of the body, and is either named as such in
    the markup or is the description that the page gives of itself.
    """
    described = {key(text) for text in _descriptions(page)}
    found: str | None = None
    for element in _below_headline(page.tree, headline):
        words = brief(element, _LONGEST)
        if not _FEWEST_WORDS <= words.count(" ") + 1 <= _MOST_WORDS or key(words) == key(headline or ""):
            continue
        named = key(words) in described or any(_NAMED.search(element.get(mark) or "") for mark in _MARKS)
        if key(words) == key(opening):
            # The body opens with its standfirst already.
            return None if named else found
        if named and found is None:
            found = words
    # The opening was not met as one element: it runs between line breaks, say.
    return found


def _descriptions(page: Page) -> Iterator[str]:
    for name in ("description", "og:description", "twitter:description"):
        yield from page.tags.all(name)
    for node in page.graph.articles():
        for field in ("description", "alternativeHeadline", "alternateName"):
            text = string(node, field)
            if text is not None:
                yield folded(text)


def _below_headline(tree: HtmlElement, headline: str | None) -> Iterator[HtmlElement]:
    """The first elements after the headline, in the order of the page."""
    started = False
    passed = 0
    wanted = key(headline or "")
    for element in tree.iter("h1", *_TAGS):
        if element.tag == "h1":
            started = started or not wanted or key(brief(element, _LONGEST)) == wanted
        elif started and passed < _NEAR:
            passed += 1
            yield element
