"""What is compared with what: copies are folded, large stories stay cheap."""

import random

import pytest

from hearsay.reconcile.questions.compare import compared
from hearsay.reconcile.questions.group import questions
from tests.reconcile.questions.made import givens

DOING = ("were killed", "were injured", "are missing", "were rescued", "were arrested")


def reports(count: int, *, seed: int) -> list[str]:
    """Reports of one disaster, each with a number of its own."""
    rng = random.Random(seed)
    return [
        f"On day {day} the coast guard said [{value:,} people|{value}|people] {rng.choice(DOING)}, word {rng.random()}."
        for day, value in enumerate(rng.choices(range(10, 9000), k=count))
    ]


def test_copies_are_one_entry() -> None:
    text = "The blast killed [24 people|24|people] and injured [310|310]."

    assert [len(entry) for entry in compared(givens(text, text, text), single=()).entries] == [3, 3]


def test_one_number_of_the_same_is_one_entry_in_other_words_too() -> None:
    found = compared(givens("It killed [24 people|24|people].", "In all [24 people|24|people] died."), single=())

    assert [len(entry) for entry in found.entries] == [2]
    assert found.sizes == (2,)


@pytest.mark.parametrize("count", [500, 2000])
def test_pairs_stay_few(count: int) -> None:
    found = compared(givens(*reports(count, seed=7)), single=())

    assert len(found.scores()) < 20 * count


def test_a_large_story_has_the_questions_of_a_small_one() -> None:
    small, large = (questions(givens(*reports(count, seed=7))) for count in (100, 1000))

    assert {group.label for group in large} == {group.label for group in small}
    assert sum(len(group.figures) for group in large) == 1000
