from datetime import date

import pytest

from hearsay.reconcile.accounts.awaited import awaited
from hearsay.records.document import Document
from hearsay.records.expectation import Expectation
from hearsay.records.span import Span
from hearsay.records.story import State
from tests.reconcile.accounts.told import body, report, said

UNION = body("Dockers' Union")


def expected(document: Document, what: str, due: str) -> tuple[Expectation, Document]:
    start = document.text.index(what)
    span = Span(start, start + len(what))
    made = Expectation(f"e-{document.id}", document.id, span, span, due, UNION.id, None)
    return made, document


FIRST = report("post", "The union will file a complaint with the labour court on Thursday.", "2026-03-02")
COMPLAINT = expected(FIRST, "will file a complaint with the labour court", "2026-03-05")


@pytest.mark.parametrize(
    ("day", "state"),
    [(date(2026, 3, 4), State.TO_COME), (date(2026, 3, 5), State.DUE), (date(2026, 3, 6), State.OVERDUE)],
)
def test_the_calendar_tells_where_no_report_does(day: date, state: State) -> None:
    (found,) = awaited([COMPLAINT], [], day=day)
    assert found.state is state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The union filed its complaint with the labour court.", State.HAPPENED),
        ("The union did not file its complaint with the labour court.", State.NOT_HAPPENED),
        ("The union postponed its complaint to the labour court.", State.POSTPONED),
        ("The union would file its complaint with the labour court, it repeated.", State.OVERDUE),
        ("The labour court is in Malmo.", State.OVERDUE),
    ],
)
def test_a_later_report_tells_what_came_of_it(text: str, state: State) -> None:
    later = report("echo", text, "2026-03-06")
    statement = said(later, text, UNION)
    (found,) = awaited([COMPLAINT], [statement], day=date(2026, 3, 7), known={UNION.id: UNION})
    assert found.state is state
    assert found.outcome == (statement if state is not State.OVERDUE else None)
    assert found.source is UNION


def test_what_a_report_of_a_later_day_tells_is_not_known_yet() -> None:
    later = report("echo", "The union filed its complaint with the labour court.", "2026-03-09")
    (found,) = awaited([COMPLAINT], [said(later, later.text, UNION)], day=date(2026, 3, 7))
    assert found.state is State.OVERDUE


def test_a_sentence_of_the_very_day_that_names_who_was_to_do_it_will_do() -> None:
    first = report("post", "The Dockers' Union vowed to strike at northern harbours on Thursday.", "2026-03-02")
    strike = expected(first, "to strike at northern harbours", "2026-03-05")
    text = "Northern cranes stopped on Thursday in a strike that the Dockers' Union said drew 900 people."
    (found,) = awaited([strike], [said(report("echo", text, "2026-03-05"), "drew 900 people", UNION)],
                       day=date(2026, 3, 6), known={UNION.id: UNION})  # fmt: skip
    assert found.state is State.HAPPENED


def test_the_same_in_two_reports_is_told_once() -> None:
    again = report("echo", "On Thursday the union files a complaint with the labour court.", "2026-03-03")
    other = expected(again, "the union files a complaint with the labour court", "2026-03-05")
    (found,) = awaited([COMPLAINT, other], [], day=date(2026, 3, 3))
    assert found.also == (other[0],)
