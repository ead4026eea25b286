"""What a group of figures is about as a whole: what most of its figures tell."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from hearsay.reconcile.questions.lexicon import measures
from hearsay.reconcile.questions.sign import NOTHING, Sign, middle
from hearsay.records.figure import Tally

CLEAR = 0.25
"""The mean share from which a measure names a group (by eye on the annotated stories)."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A group of figures taken together. What most do not tell is empty."""

    signs: tuple[Sign, ...]
    kind: str
    unit: str
    measure: str | None
    """The measure that its words tell of; None where they tell of none clearly."""
    told: Mapping[str, float]
    """All measures with their mean share."""
    head: str
    restricted: frozenset[str]
    places: frozenset[str]
    sites: frozenset[str]
    per: str
    each: str
    over: str
    is_plan: bool
    size: float
    """The middle one of its values."""


def topic(signs: Sequence[Sign]) -> Topic:
    """What figures of one question tell together; ``signs`` in any order, at least one."""
    told: Counter[str] = Counter()
    for sign in sorted(signs, key=lambda s: s.id):
        told.update(sign.told)
    mean = {name: share / len(signs) for name, share in told.items()}
    named = {name: share for name, share in mean.items() if name != NOTHING}
    best = min(named, key=lambda name: (-named[name], list(measures()).index(name)), default=None)
    return Topic(
        signs=tuple(signs),
        kind=signs[0].kind,
        unit=most(s.unit for s in signs),
        measure=best if best and named[best] >= CLEAR else None,
        told=mean,
        head=most(s.head for s in signs),
        restricted=_often([s.restricted for s in signs if s.noun]),
        places=_often([s.places for s in signs if s.places]),
        sites=_often([s.sites for s in signs if s.sites]),
        per=most(s.per for s in signs),
        each=most(s.each for s in signs),
        over=most(s.over for s in signs),
        is_plan=sum(s.given.figure.tally is Tally.PLAN for s in signs) * 2 > len(signs),
        size=median(middle(s) for s in signs),
    )


def site_names(about: Topic, signs: Sequence[Sign]) -> list[str]:
    """The places that most figures are about, where reports name them as places and not as what something is of."""
    text = "\n".join(sign.sentence.text for sign in signs)
    found = (re.search(rf"\b{re.escape(name)}\b(?!\s[a-z])", text, re.I) for name in sorted(about.sites))
    return [match[0].title() if match[0].isupper() else match[0] for match in found if match]


def most(words: Iterable[str]) -> str:
    """The most frequent that is not empty, of equals the longest; empty where all are."""
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], -len(word), word), default="")


def _often(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    """What at least half of them tell."""
    counts = Counter(word for found in sets for word in found)
    return frozenset(word for word, count in counts.items() if count * 2 >= len(sets))
