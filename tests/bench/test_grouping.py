"""Groups as a ledger has them, against those that are known."""

import pytest

from bench.grouping import b_cubed, copies_of, kept_apart, pair_f1, pairs, stories_of

GOLD = {"a": "fire", "b": "fire", "c": "flood"}


def ledger(*, figures: tuple[tuple[str, str | None], ...] = (), **copy_of: str | None) -> dict[str, object]:
    """Documents with those whose account they carry, all of one story, and figures with what they answer."""
    return {
        "documents": [{"id": id, "copy_of": of, "story": "s"} for id, of in copy_of.items()],
        "figures": [{"document": document, "question": question} for document, question in figures],
    }


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ({"a": "s1", "b": "s1", "c": "s2"}, 1.0),
        ({"a": "s1", "b": "s1", "c": "s1"}, 2 * (5 / 9) / (5 / 9 + 1)),
        ({"a": "s1", "b": "s2", "c": "s3"}, 2 * (2 / 3) / (2 / 3 + 1)),
    ],
)
def test_b_cubed_asks_of_each_document_with_whom_it_stands(found: dict[str, str], expected: float) -> None:
    assert b_cubed(found, GOLD) == pytest.approx(expected)


def test_a_document_from_elsewhere_counts_against_the_story_that_it_is_put_into() -> None:
    assert b_cubed({"a": "s1", "b": "s1", "c": "s2", "x": "s2", "y": "s3"}, GOLD) == pytest.approx(
        2 * (5 / 6) / (5 / 6 + 1)
    )


def test_a_document_in_no_story_is_alone() -> None:
    rows = [{"id": "a", "story": "s"}, {"id": "b", "story": None}, {"id": "c", "story": None}]
    assert stories_of({"documents": rows}) == {"a": "s", "b": "b", "c": "c"}


def test_copies_of_one_report_are_copies_of_each_other() -> None:
    assert copies_of(ledger(a=None, b="a", c="a", d=None)) == pairs([["a", "b", "c"]])


@pytest.mark.parametrize(
    ("found", "expected"),
    [([["a", "b"]], 1.0), ([["a", "b"], ["c", "d"]], 1.0), ([["a", "b"], ["e", "f"]], 2 / 3), ([["e", "f"]], 0.0)],
)
def test_pairs_that_may_be_judged_either_way_count_for_nothing(found: list[list[str]], expected: float) -> None:
    judged = pair_f1(pairs(found), pairs([["a", "b"]]), either_way=pairs([["c", "d"]]))
    assert judged == pytest.approx(expected)


def test_where_nothing_is_copied_nothing_is_to_be_found() -> None:
    assert pair_f1(set(), set()) == 1.0


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ((("a", "q1"), ("b", "q1"), ("c", "q2"), ("x", "q3"), ("x", None)), 1.0),
        ((("a", "q1"), ("c", "q1"), ("b", "q2")), 0.5),
        ((("a", "q1"), ("x", "q1"), ("b", "q2")), 0.5),
        ((("x", "q1"), ("a", None)), 0.0),
    ],
)
def test_a_question_is_kept_apart_where_one_story_alone_answers_it(
    figures: tuple[tuple[str, str | None], ...], expected: float
) -> None:
    assert kept_apart(ledger(figures=figures), GOLD) == expected
