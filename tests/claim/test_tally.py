"""What a figure holds as of, and what it runs over."""

import pytest

from tests.claim.cases import paragraphs, rows
from tests.claim.made import figure_at, figures_of

CASES = list(paragraphs("as_of.txt"))


def faults(case: str) -> list[str]:
    told = rows(case)
    text = told["T"][0][0]
    found, _ = figures_of(text, times=dict(cell.split(" = ") for (cell,) in told.get("W", [])))
    wrong = []
    for words, as_of, tally in told["F"]:
        figure = figure_at(text, found, words)
        have = (figure.as_of or "-", figure.tally or "-") if figure else ("no figure", "")
        if have != (as_of, tally):
            wrong.append(f"{words}: {have} instead of {(as_of, tally)}")
    return wrong


@pytest.mark.parametrize("case", CASES)
def test_as_of_and_tally(case: str) -> None:
    assert not faults(case)
