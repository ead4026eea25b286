"""The questions of a story: its figures in groups, each with a label, a reason, and the whole that it is a part of."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from hearsay.reconcile.questions.cluster import grouped
from hearsay.reconcile.questions.compare import Compared, compared, recorded
from hearsay.reconcile.questions.label import labels
from hearsay.reconcile.questions.part import wholes
from hearsay.reconcile.questions.reason import reason
from hearsay.reconcile.questions.sign import Sign
from hearsay.records.account import Given, Group
from hearsay.records.identity import make_id

Pairs = Collection[tuple[str, str]]
"""Pairs of Figure.id, in either order."""


def questions(givens: Sequence[Given], *, same: Pairs = (), apart: Pairs = ()) -> tuple[Group, ...]:
    """The groups of one story's followed figures, by the order in which their first figures were recorded.

    ``same`` are pairs that an analyst joined, ``apart`` those that one parted; ids of figures that are not here are
    passed over. Where the two contradict each other, what was parted stays parted. The order of ``givens`` is of no
    matter.
    """
    if not givens:
        return ()
    entries = compared(givens, single=())
    torn = _together(entries, apart)
    if torn:
        entries = compared(givens, single=torn)
    place = {sign.id: number for number, signs in enumerate(entries.entries) for sign in signs}
    members = grouped(entries.sizes, entries.scores(), same=_known(same, place), apart=_known(apart, place))
    firsts = [_inrecorded([entries.entries[number][0] for number in numbers]) for numbers in members]
    figures = [_recorded(sign.given for number in numbers for sign in entries.entries[number]) for numbers in members]
    ids = [make_id("question", found[0].figure.id) for found in figures]
    parts = wholes(firsts)
    groups = [
        Group(
            id=ids[number],
            label=label,
            figures=figures[number],
            part_of=None if parts[number] is None else ids[parts[number] or 0],
            reason=reason(firsts[number], links=entries.weighing.links, joined=_joins(same, figures[number])),
        )
        for number, label in enumerate(labels(firsts))
    ]
    return tuple(sorted(groups, key=lambda group: recorded(group.figures[0])))


def _together(entries: Compared, apart: Pairs) -> frozenset[str]:
    """The figures that are parted though they stand in the same words."""
    place = {sign.id: number for number, signs in enumerate(entries.entries) for sign in signs}
    torn = [pair for pair in apart if pair[0] in place and place[pair[0]] == place.get(pair[1])]
    return frozenset(id for pair in torn for id in pair)


def _known(pairs: Pairs, place: Mapping[str, int]) -> list[tuple[int, int]]:
    """Pairs of figures as pairs of their entries."""
    found = {(place[one], place[other]) for one, other in pairs if one in place and other in place}
    return sorted((min(pair), max(pair)) for pair in found if pair[0] != pair[1])


def _joins(same: Pairs, figures: Iterable[Given]) -> bool:
    ids = {given.figure.id for given in figures}
    return any(one in ids and other in ids for one, other in same)


def _inrecorded(signs: Iterable[Sign]) -> list[Sign]:
    return sorted(signs, key=lambda sign: recorded(sign.given))


def _recorded(givens: Iterable[Given]) -> tuple[Given, ...]:
    return tuple(sorted(givens, key=recorded))
