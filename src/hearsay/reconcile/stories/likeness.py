"""How alike two reports are, a report and a story, two stories: 0 to 1.

Words that every event of a kind has ("ferry", "capsized", "missing") count only as far as names bear them out: two
sinkings have the words in common, and nobody's name. One name in turn counts only as far as all the rest does: there
is a Smith in many an event, and the more reports there are, the more there are with one.
"""

from collections.abc import Sequence
from math import exp2

from hearsay.records.traits import Traits

HALF_LIFE = 90.0
"""Days after which what fades has faded by half. Tuned on the dev stories: from 60 to 365 they stay whole."""
LASTING = 0.5
"""The share of a likeness that does not fade: a story can be taken up again after a year."""
NEAREST = 3
"""How many of a story's reports a report should be near to: one that is near to these has the event, however far the
story has moved on. Tuned on the dev stories, where the background of a late report is what ties it to early ones."""


def between(one: Traits, other: Traits) -> float:
    """The likeness of two reports: the cosine of their terms, and how many days lie between them."""
    if len(one.weights) > len(other.weights):
        one, other = other, one
    named = said = most = 0.0
    theirs = other.weights
    for key, weight in one.weights.items():
        if key in theirs:
            alike = weight * theirs[key]
            if key in one.names or key in other.names:
                named += alike
                most = max(most, alike)
            else:
                said += alike
    rest = named - most + min(said, named)
    return (rest + min(most, rest)) * _fading(one.day, other.day)


def to_story(one: Traits, members: Sequence[Traits]) -> float:
    """The likeness of a report to those of a story: to the nearest of them, and to all, each half."""
    return _of(sorted((between(one, other) for other in members), reverse=True))


def of_stories(some: Sequence[Traits], others: Sequence[Traits]) -> float:
    """The likeness of two stories: of each report of one to those of the other, in the mean of both sides."""
    table = [[between(one, other) for other in others] for one in some]
    there = sum(_of(sorted(row, reverse=True)) for row in table) / len(some)
    back = sum(_of(sorted(column, reverse=True)) for column in zip(*table, strict=True)) / len(others)
    if len(some) == 1:
        return there
    return back if len(others) == 1 else (there + back) / 2


def _of(falling: Sequence[float]) -> float:
    nearest = falling[:NEAREST]
    return (sum(nearest) / len(nearest) + sum(falling) / len(falling)) / 2 if falling else 0.0


def _fading(day: int | None, other: int | None) -> float:
    if day is None or other is None:
        return 1.0
    return LASTING + (1 - LASTING) * exp2(-abs(day - other) / HALF_LIFE)
