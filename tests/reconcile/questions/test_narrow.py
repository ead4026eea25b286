"""What parts figures of one measure."""

import pytest

from hearsay.reconcile.questions.group import questions
from tests.reconcile.questions.made import by_words, givens


@pytest.mark.parametrize(
    "reports",
    [
        (
            "The crack in the dike is [35 metres|35|m] long, the province said.",
            "The crack in the dike is [two metres|2|m] wide, a farmer said.",
        ),
        (
            "The government will pay [20,000 euros|20000|EUR] to the family of each miner who died.",
            "The company offered [30,000 euros|30000|EUR] to the family of each miner who died.",
        ),
        (
            "The fire at the mill killed [31 people|31|people], police said.",
            "It was the worst fire since 2009, when [44 people|44|people] were killed.",
        ),
        (
            "Ola Berg had [52 percent|52|%] of the vote, the commission said.",
            "Ida Moen had [44 percent|44|%] of the vote, the commission said.",
        ),
    ],
)
def test_parted(reports: tuple[str, ...]) -> None:
    assert len(questions(givens(*reports))) == 2


@pytest.mark.parametrize(
    "reports",
    [
        (
            "The crack in the dike is [35 metres|35|m] long, the province said.",
            "The crack in the dike ran to [50 metres|50|m], a farmer said.",
        ),
        (
            "Ola Berg had [52 percent|52|%] of the vote, the commission said.",
            "The commission declared Ola Berg the winner with [53 percent|53|%] of the vote.",
        ),
        (
            "Damage from the storm is put at [$12 million|12000000|USD] by its insurer.",
            "The company spoke of losses of [$20 million|20000000|USD] from the storm.",
        ),
    ],
)
def test_together(reports: tuple[str, ...]) -> None:
    assert len(questions(givens(*reports))) == 1


def test_whom_a_noun_tells_is_not_what_happened_to_them() -> None:
    groups = questions(
        givens(
            "Police counted [9,000 protesters|9000|protesters] in the square.",
            "Lawyers said that [85 protesters|85|protesters] had been detained.",
            "The minister said [60 people|60|people] were in custody.",
        )
    )

    assert by_words(groups) == [["9,000 protesters"], ["85 protesters", "60 people"]]


def test_a_part_is_not_the_whole() -> None:
    groups = questions(
        givens(
            "The fire killed [36 people|36|people], police said. Tests are needed to name [19|19] of the bodies.",
            "The toll rose to [41|41] after [four bodies|4|bodies] were found.",
        )
    )

    assert by_words(groups) == [["36 people", "41"], ["19"], ["four bodies"]]


@pytest.mark.parametrize(
    "reports",
    [
        (
            "Berg has [2,205 delegates|2205|delegates], the agency said.",
            "Berg is sure to reach the [2,383 delegates|2383|delegates] needed.",
        ),
        (
            "A recount will cost [$3 million|3000000|USD], the board said.",
            "The protests have cost traders [$18 million|18000000|USD], their union said.",
        ),
        (
            "Output fell by [12 percent|12|%], the ministry said.",
            "Output is at [60 percent|60|%] of what it was, the union said.",
        ),
    ],
)
def test_what_is_needed_what_costs_and_what_changes_is_told_apart(reports: tuple[str, ...]) -> None:
    assert len(questions(givens(*reports))) == 2


def test_a_noun_told_before_a_bare_number_is_what_it_counts() -> None:
    groups = questions(
        givens(
            "The region sent [320 firefighters|320|firefighters]. All but [600|600] of the villagers are back.",
            "The region raised its count of firefighters to [540|540].",
        )
    )

    assert by_words(groups) == [["320 firefighters", "540"], ["600"]]
