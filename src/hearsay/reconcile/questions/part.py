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
    for number, part in enumerate(topics):
        bonds = [
            _Bond(other, worth)
            for other, whole in enumerate(topics)
            if other != number and (worth := _worth(part, whole)) is not None
        ]
        best = max(bonds, key=lambda bond: (bond.worth, -bond.whole), default=None)
        found.append(best.whole if best else None)
    return _uncircled(found)


def _worth(part: Topic, whole: Topic) -> tuple[int, int, int] | None:
    """How well a group serves as the whole of another one; None where it does not."""
    if (part.kind, part.unit) != (whole.kind, whole.unit) or part.kind not in ("count", "money", "area"):
        return None
    if part.size > whole.size:
        return None
    of = {sign.of for sign in part.signs if sign.of}
    told = bool(of) and any(sign.id in of for sign in whole.signs)
    if not told and part.size == whole.size:
        return None
    if not told and (clash(part.told, whole.told)[0] < ALIKE or not _is_narrower(part, whole)):
        return None
    return int(told), len(part.sites & whole.sites), len(whole.signs)


def _is_narrower(part: Topic, whole: Topic) -> bool:
    """Whether one is about fewer: a sort of those whom the other counts, or a place within its places."""
    is_sort = whole.head == "people" and is_person(part.head) and part.head not in ("people", *listed("generic"))
    if not (is_sort or part.head == whole.head or not part.head or not whole.head):
        return False
    if part.sites and whole.sites and not part.sites <= whole.sites:
        return False
    names = {place[:NAMED] for place in whole.places}
    is_kind = bool(part.restricted - whole.restricted) and whole.restricted - part.restricted <= names
    is_side = all(s.places & COMPASS for s in part.signs) and not all(s.places & COMPASS for s in whole.signs)
    return is_sort or is_side or part.sites < whole.sites or (is_kind and part.head == whole.head)


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
