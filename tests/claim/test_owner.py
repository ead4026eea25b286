"""Whose a figure is."""

import pytest

from tests.claim.cases import paragraphs, rows
from tests.claim.made import figure_at, figures_of, statement

CASES = list(paragraphs("whose.txt"))


def faults(case: str) -> list[str]:
    told = rows(case)
    text = told["T"][0][0]
    names = dict(cell.split(" = ") for (cell,) in told.get("N", []))
    made = [
        statement(text, who, cue, *content.split(" … "), named=names[who] if names[who] in text else None)
        for who, cue, content in told.get("S", [])
    ]
    found, _ = figures_of(text, *made, names=names)
    wrong = []
    for words, who in told["F"]:
        figure = figure_at(text, found, words)
        if figure is None or (figure.source or "-") != who:
            wrong.append(f"{words}: {figure.source if figure else 'no figure'} instead of {who}")
    return wrong


@pytest.mark.parametrize("case", CASES)
def test_whose(case: str) -> None:
    assert not faults(case)
