"""Which questions are about a part of what another one is about: "special forces among them", "11 of them in Kursk"."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.reconcile.questions.against import clash
from hearsay.reconcile.questions.lexicon import is_person, listed
from hearsay.reconcile.questions.pair import COMPASS
from hearsay.reconcile.questions.sign import NAMED, Sign
from hearsay.reconcile.questions.topic import Topic, topic

ALIKE = 0.45
"""How far whole and part must measure the same, 0 to 1 (by eye on the annotated stories)."""


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
    ids = {sign.id for sign in whole}
    told = any(sign.of in ids for sign in part)
    if one.size >= other.size and not told:
        return None
    if not told and (clash(one.told, other.told)[0] < ALIKE or not _narrower(one, part, other, whole)):
        return None
    if told and one.size > other.size:
        return None
    return int(told), len(one.sites & other.sites), len(whole)


def _narrower(one: Topic, part: Sequence[Sign], other: Topic, whole: Sequence[Sign]) -> bool:
    """Whether one is about fewer: a sort of those whom the other counts, or a place within its places."""
    is_sort = other.head == "people" and is_person(one.head) and one.head not in ("people", *listed("generic"))
    if not (is_sort or one.head == other.head or not one.head or not other.head):
        return False
    if one.sites and other.sites and not one.sites <= other.sites:
        return False
    names = {place[:NAMED] for place in other.places}
    is_kind = bool(one.restricted - other.restricted) and other.restricted - one.restricted <= names
    is_side = all(s.places & COMPASS for s in part) and not all(s.places & COMPASS for s in whole)
    return is_sort or is_side or one.sites < other.sites or (is_kind and one.head == other.head)


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
