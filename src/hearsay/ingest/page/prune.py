"""Taking away from a page what is not its article, before the article is looked for."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from hearsay.ingest.furniture import announces_related
from hearsay.ingest.page.parse import brief, plain

_EMBEDS = re.compile(
    r"(?:^|\s)(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|fb-video|reddit-embed\S*|bluesky-embed|imgur-embed-pub)(?:\s|$)"
)
_HIDDEN = re.compile(
    r"(?:^|\s)(?:visually-?hidden|sr-only|screen-?reader(?:-text|-only)?|assistive-text|is-hidden|u-hide|d-none)(?:\s|$)",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:"
    r"author-?(?:bio|box|info|content|card|details|description)|authorbio|bio(?:graphy)?|about-the-author|article-author"
    r"|news-?letter|sign-?up|signin|sign-in|log-?in|subscri(?:be|ption)s?"
    r"|promo(?:tion|box)?s?|advert(?:isement|s)?|sponsored|taboola|outbrain"
    r"|related(?:-?(?:content|articles?|stories|posts|links|coverage|topics|news))?"
    r"|recirc(?:ulation)?|recommend(?:ed|ations)?|read-?(?:more|next|also)"
    r"|more-?(?:from|on|stories|topics?|like|coverage|in)|most-?(?:read|popular|viewed)"
    r"|popular(?:-?(?:articles|posts|stories))?|trending|you-may-like"
    r"|info-?box|fact-?box|disclaimer|disclosure|paywall-?(?:message|prompt)"
    r"|comments?|disqus|viafoura|breadcrumbs?|article-?tags|tag-?list|tags"
    r"|social|share|sharing|caption|credits?|gallery|slideshow|carousel"
    r"|featured-?video|video-?player|jw-?player|cookies?|consent|poll|quiz"
    r")(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Words of class and id by which publishers name what stands around an article; tuned on the 39 real pages of
tests/ingest/test_real_pages.py."""

_FURNITURE_TAGS = (
    "aside",
    "nav",
    "footer",
    "figcaption",
    "form",
    "dialog",
    "template",
    "button",
    "iframe",
    "svg",
    "noscript",
    "style",
)
_FURNITURE_ROLES = frozenset(
    {"navigation", "complementary", "dialog", "alertdialog", "search", "menu", "menubar", "banner", "contentinfo"}
)
_MARKED_TAGS = ("div", "section", "p", "span", "ul", "ol", "figure", "a", "h2", "h3", "h4", "h5", "h6", "blockquote")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6", "p", "div")

_MOST_PROSE = 0.2
"""Of a page's prose; what holds more is not furniture, whatever its class says."""

_LINKED = 0.9
"""Of the characters of a paragraph; one that is all link leads elsewhere."""

_LONGEST_LINK = 500
"""Characters; more is no teaser, however linked."""

_LONGEST_ANNOUNCEMENT = 60
"""Characters of a heading over related reports."""

_SHORTEST_PROSE = 80
"""Characters of a paragraph that count as prose; teasers and buttons are shorter."""

_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "br",
        "cite",
        "em",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
    }
)


def prune(tree: HtmlElement) -> None:
    """Take from ``tree`` menus, captions, embedded posts, teasers, forms and what is hidden.

    Nothing goes that holds the headline or more than a fifth of the page's prose: a class that usually names a box
    now and then names the article.
    """
    prose = _Prose(tree)
    for element in list(tree.iter(*_FURNITURE_TAGS)):
        prose.drop(element)
    for element in list(tree.iter(*_MARKED_TAGS)):
        if _is_marked(element):
            prose.drop(element)
    for element in list(tree.iter(*_HEADINGS)):
        if len(element) <= 3 and announces_related(brief(element, _LONGEST_ANNOUNCEMENT)):
            prose.drop(prose.block_around(element))
    for element in list(tree.iter("p", "li", "h2", "h3", "h4")):
        if _is_all_link(element):
            prose.drop(element)


class _Prose:
    """How much of a page's prose each element holds, and the dropping of those that hold little."""

    def __init__(self, tree: HtmlElement) -> None:
        self._held: dict[HtmlElement, int] = {}
        self._total = 0
        self._headlines = {ancestor for heading in tree.iter("h1") for ancestor in _upwards(heading)}
        for element in tree.iter():
            size = _own_size(element)
            if size < _SHORTEST_PROSE:
                continue
            self._total += size
            for ancestor in _upwards(element):
                self._held[ancestor] = self._held.get(ancestor, 0) + size

    def is_little(self, element: HtmlElement) -> bool:
        """Whether ``element`` holds neither the headline nor much of the prose."""
        return element not in self._headlines and self._held.get(element, 0) <= _MOST_PROSE * self._total

    def block_around(self, element: HtmlElement) -> HtmlElement:
        """The largest block around ``element`` that holds little, and no prose before it."""
        while (parent := element.getparent()) is not None and self.is_little(parent):
            if any(sibling in self._held for sibling in element.itersiblings(preceding=True)):
                break
            element = parent
        return element

    def drop(self, element: HtmlElement) -> None:
        """Take ``element`` from its tree, if it holds little."""
        if self.is_little(element) and element.getparent() is not None:
            element.drop_tree()


def _upwards(element: HtmlElement) -> Iterator[HtmlElement]:
    current: HtmlElement | None = element
    while current is not None:
        yield current
        current = current.getparent()


def _own_size(element: HtmlElement) -> int:
    """Characters of text that stand in ``element`` itself and in what it marks up within its lines."""
    if element.tag in _INLINE or element.tag in ("script", "style", "noscript", "template"):
        return 0
    size = len((element.text or "").strip())
    for child in element:
        size += len((child.tail or "").strip())
        if child.tag in _INLINE and child.tag != "br":
            size += len("".join(child.itertext()).strip())
    return size


def _is_marked(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return (
        _EMBEDS.search(names) is not None
        or _HIDDEN.search(names) is not None
        or _FURNITURE.search(names) is not None
        or element.get("role") in _FURNITURE_ROLES
        or element.get("hidden") is not None
        or _HIDDEN_STYLE.search(element.get("style") or "") is not None
        or _is_other_tab(names)
    )


def _is_other_tab(names: str) -> bool:
    """Whether a class says that this is one of several panes, and not the one that shows (as Bootstrap writes it)."""
    words = names.split()
    return "tab-pane" in words and "active" not in words


def _is_all_link(element: HtmlElement) -> bool:
    words = brief(element, _LONGEST_LINK)
    if not words:
        return False
    linked = sum(len(plain(link)) for link in element.iter("a"))
    return linked >= _LINKED * len(words) or any(ancestor.tag == "a" for ancestor in _upwards(element))
