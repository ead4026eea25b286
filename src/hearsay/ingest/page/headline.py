"""An article's headline, where a page gives several."""

import re
from collections.abc import Iterable

from hearsay.ingest.page.jsonld import string
from hearsay.ingest.page.parse import Page, brief
from hearsay.ingest.page.tags import folded

_SEPARATED = re.compile(r"\s[|–—\-*·•»:]+\s")
_WORDS = re.compile(r"\w+")

_LONGEST = 500
"""Characters; what is longer is no headline."""

_AGREEING = 2
"""So many witnesses to another headline outweigh one that nobody bears out."""


def headlines(page: Page) -> list[str]:
    """All that a page gives as its headline, cleaned, the likeliest first; empty where it gives none."""
    stated = [folded(text) for node in page.graph.articles() if (text := string(node, "headline"))][:1]
    shared = [text for name in ("og:title", "twitter:title") if (text := page.tags.first(name))]
    shown = _unique(brief(heading, _LONGEST) for heading in page.tree.iter("h1"))
    site = page.tags.first("og:site_name")
    title = folded(page.tree.findtext(".//title") or "")[:_LONGEST]
    candidates = [text for text in stated + shared + shown if len(text) <= _LONGEST]
    cut = [_cut(_whole(candidate, candidates), candidates, site=site) for candidate in candidates]
    witnesses = [*cut[1:], *_borne_out(title, cut)]
    order = _unique([*cut, _cut(title, candidates, site=site)])
    return _outvoted(order, witnesses)


def key(text: str) -> str:
    """``text`` for comparison: its words in lower case, whatever the quotation marks."""
    return " ".join(_WORDS.findall(text.lower()))


def _borne_out(title: str, candidates: Iterable[str]) -> list[str]:
    """The candidate that the page's title repeats with more after it ("… | Metro News").

    A bare title bears nothing out: it is where the wording for search engines stands, which JSON-LD then repeats.
    """
    fitting = [text for text in candidates if text and title.startswith(text) and _SEPARATED.match(title[len(text) :])]
    return [max(fitting, key=len)] if fitting else []


def _outvoted(order: list[str], witnesses: list[str]) -> list[str]:
    """``order`` with another headline moved to its front where the first stands alone against those that agree."""
    if not order:
        return order
    votes = [key(witness) for witness in witnesses]
    if key(order[0]) in votes:
        return order
    for text in order[1:]:
        if votes.count(key(text)) >= _AGREEING:
            return [text, *(other for other in order if other != text)]
    return order


def _whole(text: str, others: Iterable[str]) -> str:
    """``text``, or where it was cut short ("The minister said that he …") the other that goes on."""
    if not text.endswith(("…", "...")):
        return text
    stem = text.rstrip(".… ")
    return next((other for other in others if other.startswith(stem) and len(other) > len(text)), text)


def _cut(text: str, others: Iterable[str], *, site: str | None) -> str:
    """``text`` without the name of the site and what else publishers hang on to a headline."""
    shorter = [other for other in others if text.startswith(other) and _SEPARATED.match(text[len(other) :])]
    if shorter:
        return max(shorter, key=len)
    while site and (breaks := list(_SEPARATED.finditer(text))):
        last = breaks[-1]
        if key(text[last.end() :]) not in _names(site):
            break
        text = text[: last.start()]
    return text


def _names(site: str) -> set[str]:
    name = key(site)
    return {name, name.removeprefix("the "), f"the {name}", f"{name} news"}


def _unique(texts: Iterable[str]) -> list[str]:
    seen: dict[str, str] = {}
    for text in texts:
        if key(text):
            seen.setdefault(key(text), text)
    return list(seen.values())
