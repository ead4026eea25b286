"""Which questions are about a part of what another one is about: "special forces among them", "11 of them in Kursk"."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.reconcile.questions.against import clash
from hearsay.reconcile.questions.lexicon import is_person, listed
from hearsay.reconcile.questions.sign import Sign
from hearsay.reconcile.questions.topic import Topic, topic

ALIKE = 0.45
"""How far whole and part must measure the same, 0 to 1 (by eye on the annotated stories)."""
_AMONG = re.compile(
    r"""^[^.;!?]{0,40}(?:\b(?:including|among\s(?:them|whom|those|the\s\w+)|of\s(?:them|whom|those|these|which)
      |(?:most|some|many|all)\sof\s(?:them|whom))\b[^.;!?\d]{0,30}$)""",
    re.I | re.X,
)
"""Between a whole and its part."""
_OF_THEM = re.compile(
    r"^\s(?:of\s(?:them|those|these|whom|which)\b|[A-Z][a-z]+\samong\sthem\b|of\sthe\s(?:dead|injured|\d))"
)
"""Behind a part."""


@dataclass(frozen=True, slots=True)
class _Bond:
    whole: int
    worth: tuple[int, int, int]


def wholes(groups: Sequence[Sequence[Sign]]) -> list[int | None]:
    """For each group the number of the one that is about the whole of it; None where it is about no part."""
    topics = [topic(group) for group in groups]
    found: list[int | None] = []
    for number, part in enumerate(groups):
        bonds = [
            _Bond(other, worth)
            for other, whole in enumerate(groups)
            if other != number and (worth := _worth(topics[number], part, topics[other], whole)) is not None
        ]
        best = max(bonds, key=lambda bond: (bond.worth, -bond.whole), default=None)
        found.append(best.whole if best else None)
    return _uncircled(found)


def _worth(one: Topic, part: Sequence[Sign], other: Topic, whole: Sequence[Sign]) -> tuple[int, int, int] | None:
    """How well a group serves as the whole of another one; None where it does not."""
    if one.kind != other.kind or one.kind not in ("count", "money", "area") or one.unit != other.unit:
        return None
    told = any(_among(a, b) for a in part for b in whole)
    if one.size >= other.size and not told:
        return None
    if not told and (clash(one.told, other.told)[0] < ALIKE or not _narrower(one, other)):
        return None
    if told and one.size > other.size:
        return None
    return int(told), len(one.places & other.places), len(whole)


def _among(part: Sign, whole: Sign) -> bool:
    """Whether a sentence tells that one figure is a part of another."""
    if part.given.document.id != whole.given.document.id or part.number != whole.number or whole.end > part.start:
        return False
    between, behind = part.sentence.text[whole.end : part.start], part.sentence.text[part.end : part.end + 40]
    return bool(_AMONG.search(between) or (_OF_THEM.search(behind) and not re.search(r"\d", between)))


def _narrower(one: Topic, other: Topic) -> bool:
    """Whether one is about fewer: a sort of those whom the other counts, or a place within its places."""
    sorts = (
        other.head == "people" and is_person(one.head) and one.head != "people" and one.head not in listed("generic")
    )
    heads = one.head == other.head or sorts or not one.head or not other.head
    if not heads:
        return False
    within = bool(one.places) and (not other.places or one.places < other.places)
    if one.places and other.places and not one.places <= other.places:
        return False
    return sorts or within or (one.restricted > other.restricted and one.head == other.head)


def _uncircled(found: list[int | None]) -> list[int | None]:
    """Without links that lead back to where they began."""
    result: list[int | None] = list(found)
    for number in range(len(result)):
        seen, at = Counter([number]), result[number]
        while at is not None and not seen[at]:
            seen[at] += 1
            at = result[at]
        if at == number:
            result[number] = None
    return result
