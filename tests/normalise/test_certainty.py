"""Hedges of what is said."""

import pytest

from hearsay.normalise.certainty import hedges
from hearsay.normalise.line import line
from hearsay.records.span import Span


def told(text: str, *, quoted: bool = False) -> list[tuple[str, str]]:
    found = hedges(line(text, [Span(0, len(text))]), quoted=quoted)
    return [(h.words.of(text), h.certainty.value) for h in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The dam could burst.", [("could", "possible")]),
        ("The dam is almost certain to burst.", [("almost certain", "probable")]),
        ("The dam will certainly burst.", [("certainly", "certain")]),
        ("It may well be that the dam is unlikely to hold.", [("may", "possible"), ("unlikely", "probable")]),
        ("Nothing could have saved it.", []),
        ("It was as warm as possible.", []),
        ("The dam holds. The wall might not.", []),
        ("The dam is old. The wall might fall. The gate could jam.", [("might", "possible"), ("could", "possible")]),
        ("The army used all its might.", []),
        ("The cause is not known, but arson has not been ruled out.", [("has not been ruled out", "possible")]),
    ],
)
def test_hedges(text: str, found: list[tuple[str, str]]) -> None:
    assert told(text) == found


def test_what_others_think_is_no_hedge_of_a_quotation() -> None:
    assert told("They think we are weak.") == [("They think", "probable")]
    assert told("They think we are weak.", quoted=True) == []
