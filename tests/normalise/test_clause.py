"""The main clause of a sentence."""

import pytest

from hearsay.normalise.clause import main_clause, sentences
from hearsay.normalise.line import Line, line
from hearsay.records.span import Span


def made(text: str) -> Line:
    return line(text, [Span(0, len(text))])


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("the ship sank because it could not turn", "the ship sank |"),
        ("if rates fall, banks could lend more", "| , banks could lend more"),
        ("a man who might have been the driver was held", "a man | was held"),
        ("the bill, which may fail, is long", "the bill , | , is long"),
        ("the keys that could open it are lost", "the keys | are lost"),
        ("critics think the roof might fall", "critics |"),
        ("the gate stood open so that lorries could turn", "the gate stood open |"),
        ("it is dark, so the driver may stop", "it is dark , so the driver may stop"),
        ("he is said to be ill", "he is said to be ill"),
        ("the trial begins after 3 weeks", "the trial begins after 3 weeks"),
    ],
)
def test_main_clause(text: str, main: str) -> None:
    assert main_clause(made(text)).text == main


def test_sentences() -> None:
    assert [s.text for s in sentences(made("It fell. Who knew? We did"))] == ["it fell .", "who knew ?", "we did"]
