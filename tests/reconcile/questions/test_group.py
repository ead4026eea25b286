"""Questions of made-up stories: which figures answer the same, what stays as reports arrive, what an analyst says."""

import random
from itertools import pairwise

import pytest

from hearsay.reconcile.questions.group import questions
from tests.reconcile.questions.made import by_words, givens, group_of

QUAKE = (
    (
        "An earthquake killed [at least 120 people|120..|people] in Norra and [14|14] in Selje on Monday, the interior "
        "ministry said. It counted [800|800] injured in Norra."
    ),
    (
        "The Red Crescent said on Tuesday that [185 people|185|people] had died in Norra. It put the number of "
        "injured in Norra at [1,100|1100]. [Dozens of people|24..|people] were missing."
    ),
    (
        "The earthquake killed [203 people|203|people] in Norra and Selje, the government said. "
        "[31 people|31|people] in Norra are still missing. "
        "Rebuilding will cost [$2 billion|2000000000|USD], the finance minister said."
    ),
    (
        "The death toll in Norra rose to [191|191], the interior ministry said. Insurers put the cost of rebuilding at "
        "[$3.5 billion|3500000000|USD]."
    ),
)
MILL = (
    "Orland Steel will cut [4,000 jobs|4000|jobs] and close [two plants|2|plants], it said on Monday.",
    "The union spoke of [5,500 jobs|5500|jobs] to go at Orland. Orland stood by its figure of [4,000|4000].",
    "Orland will shut [three plants|3|plants], a board paper shows. Its shares fell [9 percent|9|%].",
)


def test_figures_of_one_measure_answer_one_question() -> None:
    groups = questions(givens(*MILL))

    assert by_words(groups) == [
        ["4,000 jobs", "5,500 jobs", "4,000"],
        ["two plants", "three plants"],
        ["9 percent"],
    ]


def test_places_part_questions() -> None:
    groups = questions(givens(*QUAKE))

    norra, selje = group_of(groups, "at least 120 people"), group_of(groups, "14")
    both = group_of(groups, "203 people")
    assert {given.words for given in norra.figures} == {"at least 120 people", "185 people", "191"}
    assert selje.id != norra.id
    assert norra.part_of == selje.part_of == both.id
    assert both.part_of is None


def test_measures_are_kept_apart() -> None:
    groups = questions(givens(*QUAKE))

    assert [given.words for given in group_of(groups, "800").figures] == ["800", "1,100"]
    assert [given.words for given in group_of(groups, "31 people").figures] == ["Dozens of people", "31 people"]
    assert [given.words for given in group_of(groups, "$2 billion").figures] == ["$2 billion", "$3.5 billion"]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_input_is_of_no_matter(seed: int) -> None:
    figures = list(givens(*QUAKE, *MILL))
    groups = questions(figures)

    random.Random(seed).shuffle(figures)

    assert questions(figures) == groups


def test_an_id_stays_while_reports_arrive() -> None:
    ids = [
        {given.words: group.id for group in questions(givens(*QUAKE[:count])) for given in group.figures}
        for count in (1, 2, 3, 4)
    ]

    for earlier, later in pairwise(ids):
        assert {words: later[words] for words in earlier} == earlier


def test_copies_are_in_the_question_of_their_origin() -> None:
    groups = questions(givens(QUAKE[0], QUAKE[1], QUAKE[0], QUAKE[0]))

    alone = questions(givens(QUAKE[0], QUAKE[1]))
    assert [group.id for group in groups] == [group.id for group in alone]
    assert [given.words for given in group_of(groups, "14").figures] == ["14"] * 3


def test_a_question_of_one_figure_says_so() -> None:
    (group,) = questions(givens("The fire has burned [400 hectares|400|ha]."))

    assert group.reason == "Nothing else answers this."
    assert group.part_of is None


def test_a_reason_names_the_words_that_decided() -> None:
    group = questions(givens(*MILL))[0]

    assert group.reason == (
        "They count jobs; the words “cut” and “to go” tell what they measure; "
        "a bare number is taken with the figure that it stands against."
    )


def test_no_figures_no_questions() -> None:
    assert questions(()) == ()


class TestAnalyst:
    """What an analyst joined or parted."""

    def test_what_is_joined_is_together(self) -> None:
        figures = givens(*MILL)
        jobs, shares = figures[0].figure.id, figures[-1].figure.id

        groups = questions(figures, same=[(shares, jobs)])

        together = group_of(groups, "9 percent")
        assert together.id == group_of(groups, "4,000 jobs").id
        assert "an analyst joined some of them" in together.reason

    def test_what_is_parted_stays_apart_when_reports_arrive(self) -> None:
        figures = givens(*MILL)
        parted = (figures[1].figure.id, next(given.figure.id for given in figures if given.words == "three plants"))
        more = givens("Orland will close [three plants|3|plants], the minister said.", *MILL, first=3)

        for known in (figures, figures + more):
            groups = questions(known, apart=[parted])
            assert not any(set(parted) <= {given.figure.id for given in group.figures} for group in groups)

    def test_what_stands_in_the_same_words_can_be_parted(self) -> None:
        figures = givens(MILL[0], MILL[0])
        one, other = (given.figure.id for given in figures if given.words == "4,000 jobs")

        groups = questions(figures, apart=[(one, other)])

        assert not any({one, other} <= {given.figure.id for given in group.figures} for group in groups)

    def test_parting_wins_over_joining(self) -> None:
        figures = givens(*MILL)
        pair = (figures[0].figure.id, figures[2].figure.id)

        groups = questions(figures, same=[pair], apart=[pair])

        assert not any(set(pair) <= {given.figure.id for given in group.figures} for group in groups)

    def test_figures_that_are_not_here_are_passed_over(self) -> None:
        figures = givens(*MILL)

        assert questions(figures, same=[("gone", figures[0].figure.id)], apart=[("gone", "too")]) == questions(figures)


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        pytest.param(
            ("The blast killed [at least 11 miners|11..|miners], the ministry said.", "[14|14] are dead, it said."),
            [["at least 11 miners", "14"]],
            id="miners are people",
        ),
        pytest.param(
            (
                "[37 protesters|37|protesters] were hurt, the hospital said.",
                "Police put the crowd at [4,000 protesters|4000|protesters].",
                "[41|41] were hurt in the march, the hospital said.",
            ),
            [["37 protesters", "41"], ["4,000 protesters"]],
            id="what happens to protesters tells more than that they protest",
        ),
        pytest.param(
            (
                "There were [168 rescuers|168|rescuers], he said. The number of injured was unchanged at [36|36].",
                "[Dozens of people|24..|people] were injured.",
            ),
            [["168 rescuers"], ["36", "Dozens of people"]],
            id="the number of injured counts no rescuers",
        ),
        pytest.param(
            (
                "[57,400 passengers|57400|passengers] were stranded. It said [31,000|31000] of them were flown home.",
                "[11,200 passengers|11200|passengers] had been flown home, it said.",
            ),
            [["57,400 passengers"], ["31,000", "11,200 passengers"]],
            id="a part measures what is told of it",
        ),
        pytest.param(
            (
                "It lost [$214 million|214000000|USD] in 2025, the filing says.",
                "It was losing [$1.8 million|1800000|USD] a day, she said.",
            ),
            [["$214 million"], ["$1.8 million"]],
            id="a year's loss is not a day's",
        ),
        pytest.param(
            (
                "[Thirty people|30|people] were hurt in Norra, it said.",
                "[Twenty people|20|people] were hurt in Norra, it said.",
            ),
            [["Thirty people", "Twenty people"]],
            id="a number is no place",
        ),
    ],
)
def test_what_words_tell_of_a_figure(reports: tuple[str, ...], expected: list[list[str]]) -> None:
    assert by_words(questions(givens(*reports))) == expected


def test_a_part_may_be_told_in_the_next_sentence() -> None:
    groups = questions(
        givens("A total of [118 people|118|people] were arrested by ten. [Forty-six|46] of them were held in Selje.")
    )

    whole, part = group_of(groups, "118 people"), group_of(groups, "Forty-six")
    assert part.part_of == whole.id != part.id
