"""What a figure counts and what fixes its measure."""

import pytest

from hearsay.records.span import Span
from tests.claim.cases import paragraphs, rows
from tests.claim.made import figure_at, figures_of

CASES = list(paragraphs("counted.txt"))


def faults(case: str) -> list[str]:
    told = rows(case)
    text = told["T"][0][0]
    found, _ = figures_of(text)
    wrong = []
    for words, noun, measure in told["F"]:
        figure = figure_at(text, found, words)
        if figure is None:
            wrong.append(f"{words}: no figure")
            continue
        wrong += [
            f"{words}: {have.of(text) if have else '-'} instead of {want}"
            for have, want in ((figure.counted, noun), (figure.measure, measure))
            if not fits(text, have, want)
        ]
    return wrong


def fits(text: str, have: Span | None, want: str) -> bool:
    """Whether the words are there, more or less of the noun phrase aside."""
    if have is None or want == "-":
        return have is None and want == "-"
    words = have.of(text)
    return want in words or words in want


@pytest.mark.parametrize("case", CASES)
def test_counted(case: str) -> None:
    assert not faults(case)
