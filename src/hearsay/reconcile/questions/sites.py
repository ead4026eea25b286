"""Where it happened: "killed 247 people in Kenya and 10 in Tanzania", "the blast in the port hurt 58".

Names of places are found by the prepositions before them, in the sentence; which of them are one and the same place
("Nairobi, Kenya", "the Kenyan capital") is learned from the story's own reports.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from hearsay.normalise.stem import unaccented
from hearsay.reconcile.questions.lexicon import listed, measures
from hearsay.reconcile.questions.sign import NAMED, NOTHING, Sign

BACK = 400
"""Code points before a sentence within which "there" has its place (about a paragraph; not tuned)."""

_NAME = r"[A-Z][\w’'-]+(?:\s(?:(?:es|de|la|las|los|del|di|do|da|al|el|upon|of)\s)?[A-Z][\w’'-]+)*"
_SITE = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|inside|off|around|across|hit|struck)\s(?:both\s)?(?:the\s)?"
    rf"(?:(?:[A-Z][\w’'-]*\s)?(?:[a-z]+\s){{1,3}}of\s(?:the\s)?)?"
    rf"(?P<names>{_NAME}(?:(?:,\s(?:and\s)?|\sand\s(?:in\s)?){_NAME})*)"
)
_PARTED = re.compile(r",\s(?:and\s)?|\sand\s(?:in\s)?")
_THERE = re.compile(r"^[^.;]{0,60}\bthere\b")
_CLAUSE = re.compile(r"[;.]\s|,?\s(?:and|but|while)\s(?!in\b|[A-Z])")
_HEADING = re.compile(r"^([A-Z][A-Za-z ]+):[ \t]*\n", re.M)
_LINE = re.compile(r"\n[^\n:.]{2,40}:\s?$")
_CAPITAL = re.compile(rf",\sthe\s(?P<of>{_NAME})\scapital\b")


def sites(signs: Sequence[Sign]) -> dict[str, frozenset[str]]:
    """By Sign.id the places that its figure is about, each by one name for the story; empty where none is told."""
    same = _same(dict.fromkeys(sign.sentence.text for sign in signs))
    found = {
        sign.id: frozenset(same.get(name, name) for name in _about(sign)) for sign in signs if sign.kind == "count"
    }
    known = _beside(signs, found, same=same)
    return {id: places & known for id, places in found.items()}


def _beside(signs: Sequence[Sign], found: Mapping[str, frozenset[str]], *, same: Mapping[str, str]) -> frozenset[str]:
    """Places that a report names beside others, "in Kenya and Tanzania": only these are sure to be different ones."""
    known: set[str] = set()
    for text in dict.fromkeys(sign.sentence.text for sign in signs):
        for match in _SITE.finditer(_told(text)):
            places = {same.get(name, name) for name in _split(match["names"])}
            known |= places if len(places) > 1 else set()
    by_sentence: dict[str, set[frozenset[str]]] = {}
    for sign in signs:
        if found.get(sign.id):
            by_sentence.setdefault(sign.sentence.text, set()).add(found[sign.id])
    for several in by_sentence.values():
        known |= frozenset().union(*several) if len(several) > 1 else frozenset()
    return frozenset(known) | _apart(signs, found)


def _apart(signs: Sequence[Sign], found: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Places of which one report tells different numbers of one measure: "38 in Zambezia", "in Chirozi, nine"."""
    known: set[str] = set()
    reports: dict[str, list[Sign]] = {}
    for sign in signs:
        if found.get(sign.id):
            reports.setdefault(sign.given.document.id, []).append(sign)
    for one, other in (pair for told in reports.values() for pair in combinations(told, 2)):
        here, there = found[one.id], found[other.id]
        if here.isdisjoint(there) and _is_same(one, other):
            known |= here | there
    return frozenset(known)


def _is_same(one: Sign, other: Sign) -> bool:
    """Whether two figures are of one measure, and are not one number."""
    tops = {max(sign.told, key=lambda name: (sign.told[name], name)) for sign in (one, other)}
    return len(tops) == 1 and NOTHING not in tops and (one.low, one.high) != (other.low, other.high)


def _about(sign: Sign) -> list[str]:
    listed_under = _heading(sign)
    if listed_under:
        return listed_under
    text, clause = sign.sentence.text, _CLAUSE.split(sign.sentence.text[sign.end :])[0]
    behind = _names(clause)
    if behind or not _is_of_people(sign):
        return behind
    if _THERE.match(text[sign.end :]):
        whole = sign.given.document.text
        start = sign.given.figure.span.start - sign.start
        return _last(whole[max(0, start - BACK) : start])
    return _last(text[: sign.start]) or _names(text[sign.end :])


def _heading(sign: Sign) -> list[str]:
    """The place that heads a list with the figure in a line of its own: "KENYA:", "Injured: 4,877"."""
    whole, start = sign.given.document.text, sign.given.figure.span.start
    before = whole[max(0, start - BACK) : start]
    if not _LINE.search(before):
        return []
    headings = _HEADING.findall(before)
    return [headings[-1].lower()] if headings else []


def _is_of_people(sign: Sign) -> bool:
    """Whether its words tell most of what happens to people: then what happened, wherever it stands, has the place."""
    best = max(sign.told, key=lambda name: (sign.told[name], name))
    return best != NOTHING and measures()[best].is_of_people


def _names(text: str) -> list[str]:
    """The places that stand first in ``text``."""
    match = _SITE.search(_told(text))
    return _split(match["names"]) if match else []


def _last(text: str) -> list[str]:
    matches = list(_SITE.finditer(_told(text)))
    return _split(matches[-1]["names"]) if matches else []


def _told(text: str) -> str:
    """``text`` with "Nairobi, the Kenyan capital" as "Nairobi, Kenyan"."""
    return _CAPITAL.sub(r", \g<of>", text)


def _split(names: str) -> list[str]:
    plain = (_plain(name) for name in _PARTED.split(names))
    return [name for name in plain if name]


def _plain(name: str) -> str:
    words = [word for word in name.replace("-", " ").split() if word.lower() not in listed("calendar")]
    return unaccented(" ".join(words))


def _same(texts: Iterable[str]) -> Mapping[str, str]:
    """By each name of a place the one name for all that are the same or lie in it."""
    within: Counter[tuple[str, str]] = Counter()
    names: Counter[str] = Counter()
    for text in texts:
        for match in _SITE.finditer(_told(text)):
            names.update(_split(match["names"]))
            found = _PARTED.split(match["names"])
            marks = _PARTED.findall(match["names"])
            pairs = [(a, b) for a, b, mark in zip(found, found[1:], marks, strict=False) if mark == ", "]
            if len(found) == 2 or len(found) == 2 * len(pairs):
                within.update((_plain(a), _plain(b)) for a, b in pairs)
    whole: dict[str, str] = {}
    for (part, place), _ in sorted(within.items(), key=lambda item: (-item[1], item[0])):
        if part and place and part != place and whole.get(place) != part:
            whole.setdefault(part, place)
    stems: dict[str, str] = {}
    for name in sorted({*names, *whole.values()}, key=lambda name: (len(name), name)):
        stems.setdefault(_stem(name), name)
    return {name: stems[_stem(_top(name, whole))] for name in {*names, *whole}}


def _stem(name: str) -> str:
    """What a name and its adjective share: "Tanzania", "Tanzanian"; all of a name of several words."""
    return name if " " in name else name[:NAMED]


def _top(name: str, whole: Mapping[str, str]) -> str:
    seen = {name}
    while name in whole and whole[name] not in seen:
        name = whole[name]
        seen.add(name)
    return name
