"""What is compared with what: copies are folded, large stories stay cheap."""

import random
from dataclasses import replace

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


@pytest.mark.parametrize(
    ("report", "groups"),
    [
        # A rival's number, in other words, or without its noun or unit.
        ("Aid of [€2bn|2000000000|EUR] was asked for; the firm countered that it had sought [€1bn|1000000000|EUR].", 1),
        (
            "Repairs will cost [$350 million|350000000|USD].\nThe bill might come to [900 million|900000000], he said.",
            1,
        ),
        ("He predicts a yes vote of [70 percent|70|%]. She expects [no more than 45|..45].", 1),
        ("The union counted [3,000 marchers|3000|marchers]; police made it [1,900|1900].", 1),
        # A poll gives many shares, one source two numbers of one report; a negative number is one like others.
        ("Support for the mayor is at [52 percent|52|%], support for her rival at [33 percent|33|%].", 2),
        (
            "One fund lost [$4 million|4000000|USD] in Karst, another [$90 million|90000000|USD] in Vennholm.",
            2,
        ),
        ("The firm had a profit of [$4 million|4000000|USD]. The fire burned [40 hectares|40|ha].", 2),
    ],
)
def test_what_is_held_together(report: str, groups: int) -> None:
    assert len(questions(givens(*report.split("\n")))) == groups


def test_numbers_below_zero_compare() -> None:
    warm, cold = givens("It was [4 degrees|4|°C] at noon.", "It fell to [-9 degrees|9|°C] at night.")
    below = replace(cold, figure=replace(cold.figure, min=-9.0, max=-9.0))

    assert sum(len(group.figures) for group in questions((warm, below))) == 2
