"""The meta tags and links in the head of a page."""

import html
from collections.abc import Iterable
from dataclasses import dataclass

from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True)
class Tags:
    """Meta tags in the order of the page: lower-case name (its property, name or itemprop) and content."""

    pairs: tuple[tuple[str, str], ...]

    def first(self, *names: str) -> str | None:
        """The content of the first tag with the first of ``names`` that the page has."""
        for name in names:
            for content in self.all(name):
                return content
        return None

    def all(self, name: str) -> list[str]:
        """The contents of all tags with ``name``."""
        return [content for key, content in self.pairs if key == name]

    def ending(self, ends: Iterable[str]) -> list[tuple[str, str]]:
        """The tags whose name, without a publisher's prefix ("sailthru.author"), is one of ``ends``."""
        wanted = frozenset(ends)
        return [(name, content) for name, content in self.pairs if _local(name) in wanted]


def read_tags(tree: HtmlElement) -> Tags:
    """The meta tags of a page that have a name and a content."""
    pairs = []
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop")
        content = folded(tag.get("content") or "")
        if name and content:
            pairs.append((name.strip().lower(), content))
    return Tags(tuple(pairs))


def folded(value: str) -> str:
    """``value`` with blanks folded into one and character references resolved, also those that were escaped twice."""
    return " ".join(html.unescape(html.unescape(value)).split())


def _local(name: str) -> str:
    return name.replace(":", ".").replace("-", ".").replace("_", ".").rsplit(".", 1)[-1]
