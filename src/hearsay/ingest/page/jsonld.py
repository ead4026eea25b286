"""JSON-LD: what a page says of its article to machines (schema.org, JSON-LD 1.1)."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

Node = Mapping[str, object]
"""One JSON-LD object."""

_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
"""Where an article may lie within another node. What lists name ("itemListElement") is other articles."""

_MOST_NODES = 2_000

_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*$|;\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_POSTINGS = frozenset({"blogposting", "liveblogposting", "report"})
_PAGES = frozenset({"webpage", "itempage"})


@dataclass(frozen=True, slots=True)
class Graph:
    """The nodes of a page, in its order."""

    nodes: tuple[Node, ...]

    def articles(self) -> list[Node]:
        """The nodes that describe an article: NewsArticle and its kin first, then plain Article and postings."""
        news = [node for node in self.nodes if _types(node, lambda name: name.endswith("newsarticle"))]
        other = [
            node for node in self.nodes if _types(node, lambda name: name.endswith("article") or name in _POSTINGS)
        ]
        return news + [node for node in other if node not in news]

    def pages(self) -> list[Node]:
        """The nodes that describe the page itself."""
        return [node for node in self.nodes if _types(node, _PAGES.__contains__)]

    def names(self, value: object) -> list[str]:
        """The names that ``value`` gives: a string, a node with a name, one that refers to such a node, or a list."""
        found: list[str] = []
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str):
                found.append(item)
            elif isinstance(item, dict):
                name = item.get("name") or self._named(item.get("@id"))
                found += [each for each in (name if isinstance(name, list) else [name]) if isinstance(each, str)]
        return found

    def _named(self, id: object) -> object:
        for node in self.nodes:
            if id is not None and node.get("@id") == id and node.get("name"):
                return node["name"]
        return None


def read_graph(tree: HtmlElement) -> Graph:
    """The JSON-LD of a page; scripts that are broken beyond mending are passed over."""
    nodes: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            nodes.extend(_nodes(_loads(script.text or "")))
    return Graph(tuple(nodes[:_MOST_NODES]))


def string(node: Node, key: str) -> str | None:
    """The string that ``node`` has for ``key``, of a list the first; None for anything else and for blanks."""
    value = node.get(key)
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, str) and value.strip() else None


def _loads(source: str) -> object:
    """The value of a script, mended where it is wrapped in a comment or has a comma too many; None where broken."""
    for candidate in (source, _TRAILING_COMMA.sub("", _WRAPPING.sub("", _WRAPPING.sub("", source)))):
        try:
            # Not strict: line ends within strings are common.
            value: object = json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
        return value
    return None


def _nodes(value: object) -> Iterator[Node]:
    pending = [value]
    while pending:
        item = pending.pop(0)
        if isinstance(item, list):
            pending[:0] = item
        elif isinstance(item, dict):
            yield item
            pending[:0] = [item[key] for key in _NESTED if key in item]


def _types(node: Node, fits: Callable[[str], bool]) -> bool:
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return any(isinstance(name, str) and fits(name.rsplit("/", 1)[-1].lower()) for name in names)
