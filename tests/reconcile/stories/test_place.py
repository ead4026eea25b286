"""Placing reports, in memory."""

import random
from itertools import permutations

import pytest

from hearsay.ledger.grouping import spread
from hearsay.reconcile.stories.memory import Memory
from hearsay.reconcile.stories.place import place
from hearsay.records.copying import Copy, CopyKind
from hearsay.records.traits import Traits
from tests.reconcile.stories.events import DAM, FERRY, OTHER_FERRY, ROUNDUP, entries

ALL = [*FERRY, *OTHER_FERRY, *DAM, ROUNDUP]


def groups(index: Memory, names: list[str]) -> set[frozenset[str]]:
    """Which reports are together."""
    found = index.stories(names)
    return {frozenset(name for name in names if found[name] == story) for story in found.values()}


def add(index: Memory, *names: str, copies: tuple[Copy, ...] = ()) -> list[frozenset[str]]:
    """Place reports one after another; gives what each has changed."""
    return [place(index, entries(name), number=len(index.filed) + 1, lineage=name, copies=copies) for name in names]


@pytest.mark.parametrize("seed", range(20))
def test_in_any_order_each_event_is_whole_and_alone(seed: int) -> None:
    index, mixed = Memory(), list(ALL)
    random.Random(seed).shuffle(mixed)
    add(index, *mixed)
    assert groups(index, ALL) == {frozenset(FERRY), frozenset(OTHER_FERRY), frozenset(DAM), frozenset({ROUNDUP})}


@pytest.mark.parametrize("order", list(permutations(FERRY)))
def test_a_ledger_of_one_story_and_nothing_else(order: tuple[str, ...]) -> None:
    index = Memory()
    add(index, *order)
    assert groups(index, FERRY) == {frozenset(FERRY)}


def test_what_changes_is_told() -> None:
    index = Memory()
    first, second, other = add(index, FERRY[0], FERRY[1], DAM[0])
    assert first == second == {f"story of {FERRY[0]}"}
    assert other == {f"story of {DAM[0]}"}


def test_a_new_version_stays_in_its_story() -> None:
    index = Memory()
    add(index, FERRY[0], FERRY[1], DAM[0])
    place(index, entries(DAM[1]), number=9, lineage=FERRY[1])
    assert len(groups(index, FERRY[:2])) == 1


def test_a_copy_goes_where_its_origin_is_and_stories_of_one_account_are_joined() -> None:
    index = Memory()
    add(index, FERRY[0], DAM[0])
    copy = Copy(ROUNDUP, DAM[0], CopyKind.WHOLE, 1.0, (), "the same words")
    add(index, ROUNDUP, copies=(copy,))
    assert groups(index, [ROUNDUP, DAM[0]]) == {frozenset({ROUNDUP, DAM[0]})}
    quoted = Copy(OTHER_FERRY[0], DAM[0], CopyKind.QUOTED, 0.1, (), "a passage")
    add(index, OTHER_FERRY[0], copies=(quoted,))
    assert len(groups(index, [DAM[0], OTHER_FERRY[0]])) == 2


def test_stories_that_an_analyst_holds_apart_are_not_joined() -> None:
    index = Memory()
    add(index, FERRY[0])
    index.put(FERRY[1], index.begin(FERRY[1]), why="moved")
    index.by_hand[FERRY[1]] = index.stories([FERRY[0]])[FERRY[0]]
    index.file(_filed(FERRY[1]))
    add(index, FERRY[2])
    assert len(groups(index, FERRY[:2])) == 2


def test_a_story_that_falls_into_two_is_parted() -> None:
    index = Memory()
    add(index, DAM[0], DAM[1])
    for name in OTHER_FERRY:
        index.file(_filed(name))
        index.put(name, index.stories(DAM)[DAM[0]], why="by mistake")
    add(index, FERRY[0])
    assert len(groups(index, [*DAM, *OTHER_FERRY])) == 1
    place(index, entries(DAM[1]), number=30, lineage="dam-again")
    assert groups(index, [*DAM, *OTHER_FERRY]) == {frozenset(DAM), frozenset(OTHER_FERRY)}


def test_a_sample_is_spread_from_the_first_to_the_last() -> None:
    assert spread(["a", "b", "c"], most=3) == ["a", "b", "c"]
    assert spread(["a", "b", "c", "d", "e"], most=3) == ["a", "c", "e"]
    assert spread(["a", "b"], most=1) == ["a"]


def _filed(name: str) -> Traits:
    index = Memory()
    add(index, name)
    return index.filed[name]
