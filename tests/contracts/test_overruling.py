"""What analysts say of questions, conflicts, copies and stories holds, and is taken back; on every database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from hearsay.errors import UsageError
from hearsay.ledger import stories
from hearsay.ledger.connect import Store
from hearsay.ledger.correct import Corrector
from hearsay.ledger.grouped import memberships
from hearsay.ledger.overruled import overrulings
from hearsay.ledger.schema import corrections, placements
from hearsay.ledger.view import View
from hearsay.ledger.writer import Writer
from hearsay.records.correction import CorrectionKind
from hearsay.records.document import Document
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.overruling import Overrulings
from hearsay.records.question import Question
from hearsay.records.span import Span
from tests.contracts.test_same import OFFICE, PORT, PORT_TOO
from tests.contracts.test_same import report as said_by

AT = "2026-01-01T00:00:00.000000+00:00"


def report(number: int, figure: str, *, dead: str = "40", before: str = "") -> Ledger:
    """A report that gives one figure."""
    text = f"{before}The flood at Marn left {dead} people dead, the ministry of report {number} wrote on Monday."
    at = text.index(dead)
    span, many = Span(at, at + len(dead)), float(dead)
    nothing = dict.fromkeys(("vagueness", "base", "counted", "measure", "place", "tally", "statement", "source"))
    made = Figure(
        figure,
        f"r{number}",
        span,
        many,
        many,
        inclusive=True,
        approximate=False,
        unit="people",
        question="dead",
        as_of=None,
        **nothing,
    )
    document = Document(f"r{number}", text, url=f"https://x.example/{number}")
    return Ledger((document,), (), (), (made,), (Question("dead", "People killed"),))


@pytest.fixture
def corrector(store: Store) -> Corrector:
    """Ann, who corrects a ledger that holds three reports, the first two of one story."""
    for number, dead in ((1, "40"), (2, "55"), (3, "12")):
        Writer(store, clock=lambda: AT).add(report(number, f"f{number}", dead=dead), reader="1")
    lines = lineages(store)
    with store.writing.begin() as connection:
        here = stories.begin(connection, lines[0], recorded=AT)
        there = stories.begin(connection, lines[2], recorded=AT)
        for lineage, story in zip(lines, (here, here, there), strict=True):
            stories.put(connection, lineage, story=story, why="alike", recorded=AT)
    return Corrector(store, by="ann")


def lineages(store: Store) -> list[str]:
    return [kept.lineage for kept in View(store).documents()]


def holds(store: Store, *, as_of: datetime | None = None) -> Overrulings:
    view = View(store, as_of=as_of)
    with view.asking() as connection:
        return overrulings(connection, lineages(store), until=view.until)


def story_of(store: Store, number: int) -> str | None:
    with View(store).asking() as connection:
        return stories.story_of(connection, lineages(store)[number - 1])


def test_the_last_word_on_two_figures_holds_until_it_is_undone(store: Store, corrector: Corrector) -> None:
    assert holds(store) == Overrulings()
    first = corrector.same_question("f2", "f1", why="one toll")
    assert holds(store) == Overrulings(same=frozenset({("f1", "f2")}))
    second = corrector.not_same_question("f1", "f2", why="two towns")
    assert holds(store) == Overrulings(apart=frozenset({("f1", "f2")}))
    undone = corrector.undo(second.id, why="one town")
    assert holds(store).same == {("f1", "f2")}
    corrector.undo(undone.id, why="two after all")
    assert holds(store).apart == {("f1", "f2")}
    corrector.undo(second.id, why="no")
    corrector.undo(first.id, why="no")
    assert holds(store) == Overrulings()
    assert [one.id for one in View(store).history("f1")][:2] == [first.id, second.id]
    before = datetime.fromisoformat(second.recorded)
    assert holds(store, as_of=before).apart == {("f1", "f2")}
    assert holds(store, as_of=datetime(2026, 1, 2, tzinfo=UTC)) == Overrulings()


def test_no_conflict_keeps_its_reason_beside_the_question(store: Store, corrector: Corrector) -> None:
    corrector.same_question("f1", "f2", why="one toll")
    made = corrector.no_conflict("f2", "f1", why="the second counts the missing")
    assert holds(store).no_conflict == {("f1", "f2"): (made.id, "the second counts the missing")}
    assert holds(store).same == {("f1", "f2")}
    with pytest.raises(UsageError, match="not said why"):
        corrector.no_conflict("f1", "f3", why=" ")


def test_it_is_found_again_by_a_newer_reader_and_in_a_new_version(store: Store, corrector: Corrector) -> None:
    corrector.same_question("f1", "f2", why="one toll")
    Writer(store).add(report(1, "new-f1"), reader="2")
    assert holds(store).same == {("f2", "new-f1")}
    Writer(store).add(report(2, "moved-f2", dead="55", before="Updated at noon. "), reader="2")
    assert holds(store).same == {("moved-f2", "new-f1")}
    assert View(store).unanchored() == ()
    Writer(store).add(report(2, "other", dead="70"), reader="2")
    assert holds(store) == Overrulings()
    assert [one.correction.kind for one in View(store).unanchored()] == ["same-question"]
    Writer(store).add(report(2, "back-f2", dead="55", before="Updated at one. "), reader="3")
    assert holds(store).same == {("back-f2", "new-f1")}
    assert View(store).unanchored() == ()


def test_the_last_word_on_copies_holds_for_all_versions(store: Store, corrector: Corrector) -> None:
    one, two, _ = lineages(store)
    first = corrector.copy("r2", "r1", why="the same wire")
    assert holds(store).copies == {(two, one): True}
    with pytest.raises(UsageError, match=f"has been said: {first.id}"):
        corrector.copy("r2", "r1", why="w")
    turned = corrector.copy("r1", "r2", why="the other way")
    assert holds(store).copies == {(one, two): True}
    apart = corrector.not_copy("r2", "r1", why="both were there")
    Writer(store).add(report(2, "f2", dead="70"), reader="1")
    assert holds(store).copies == {(one, two): False, (two, one): False}
    assert View(store).unanchored() == ()
    corrector.undo(apart.id, why="w")
    corrector.undo(turned.id, why="w")
    assert holds(store).copies == {(two, one): True}


def test_a_report_is_where_the_last_move_that_holds_put_it(store: Store, corrector: Corrector) -> None:
    home, away = story_of(store, 2), story_of(store, 3)
    first = corrector.move("r2", away, why="another flood")
    assert (first.former, first.value) == ({"story": home}, {"story": away})
    assert story_of(store, 2) == away
    second = corrector.move("r2", None, why="a third flood")
    alone = story_of(store, 2)
    assert alone not in (home, away)
    corrector.undo(first.id, why="w")
    assert story_of(store, 2) == alone
    undone = corrector.undo(second.id, why="w")
    assert story_of(store, 2) == home
    corrector.undo(undone.id, why="w")
    assert story_of(store, 2) == alone
    assert [one.kind for one in View(store).history("r2")] == ["move", "move", "undo", "undo", "undo"]


def test_what_makes_no_sense_is_refused(store: Store, corrector: Corrector) -> None:
    with pytest.raises(UsageError, match="the same figure"):
        corrector.same_question("f1", "f1", why="w")
    with pytest.raises(UsageError, match="no figure has the id 'f9'"):
        corrector.same_question("f1", "f9", why="w")
    with pytest.raises(UsageError, match="the same report"):
        corrector.copy("r1", "r1", why="w")
    with pytest.raises(UsageError, match="no document has the id 'r9'"):
        corrector.copy("r1", "r9", why="w")
    with pytest.raises(UsageError, match="no story has the id 'story-9'"):
        corrector.move("r1", "story-9", why="w")
    assert View(store).history() == ()


def test_figures_that_are_not_followed_or_of_two_stories_are_refused(store: Store, corrector: Corrector) -> None:
    with pytest.raises(UsageError, match="they are of two stories"):
        corrector.no_conflict("f1", "f3", why="w")
    loose = report(4, "f4")
    Writer(store).add(loose, reader="1")
    with pytest.raises(UsageError, match="r4 is in no story yet"):
        corrector.same_question("f1", "f4", why="w")
    with pytest.raises(UsageError, match="r4 is in no story yet"):
        corrector.move("r4", None, why="w")
    Writer(store).add(replace(loose, figures=(replace(loose.figures[0], question=None),), questions=()), reader="2")
    with pytest.raises(UsageError, match="figure f4 answers no question"):
        corrector.same_question("f1", "f4", why="w")
    assert View(store).history() == ()


def test_what_was_replaced_does_not_come_back_when_the_last_word_is_lost(store: Store, corrector: Corrector) -> None:
    corrector.same_question("f1", "f2", why="one toll")
    text = "Days later the ministry spoke of 55 victims in all, most of them found in the mud below the dam."
    (document,), (figure,) = report(2, "f2").documents, report(2, "f2", dead="55").figures
    at = text.index("55")
    other = replace(report(2, "f2"), documents=(replace(document, text=text),))
    Writer(store).add(replace(other, figures=(replace(figure, span=Span(at, at + 2)),)), reader="1")
    assert holds(store) == Overrulings()
    last = corrector.not_same_question("f1", "f2", why="two towns")
    assert holds(store) == Overrulings(apart=frozenset({("f1", "f2")}))
    Writer(store).add(report(2, "f2", dead="55", before="Updated. "), reader="1")
    assert holds(store) == Overrulings()
    assert [one.correction.id for one in View(store).unanchored()] == [last.id]


def test_what_is_said_of_named_sources_holds_in_reports_that_it_was_not_made_on(store: Store) -> None:
    for made in (
        said_by(1, PORT),
        said_by(2, PORT_TOO),
        said_by(3, OFFICE),
        said_by(4, replace(OFFICE, id="office-4")),
    ):
        Writer(store).add(made, reader="1")
    corrector = Corrector(store, by="ann")
    one = corrector.same("port-1", "office-2", why="one building")
    lines = lineages(store)
    with View(store).asking() as connection:
        found = overrulings(connection, [lines[1], lines[3]], until=None)
    assert found == Overrulings(one=frozenset({("office-4", "port-2")}))
    corrector.undo(one.id, why="w")
    corrector.not_same("port-1", "office-2", why="two buildings")
    with View(store).asking() as connection:
        found = overrulings(connection, [lines[1], lines[3]], until=None)
    assert found == Overrulings(others=frozenset({("office-4", "port-2")}))


Step = Callable[[Corrector, str], object]
STEPS: dict[str, Step] = {
    "same question": lambda c, why: c.same_question("f1", "f2", why=why),
    "not the same": lambda c, why: c.not_same_question("f2", "f1", why=why),
    "no conflict": lambda c, why: c.no_conflict("f1", "f2", why=why),
    "copy": lambda c, why: c.copy("r1", "r2", why=why),
    "other way": lambda c, why: c.copy("r2", "r1", why=why),
    "no copy": lambda c, why: c.not_copy("r1", "r3", why=why),
    "alone": lambda c, why: c.move("r3", None, why=why),
    "undo": lambda c, id: c.undo(id, why="w"),
}


@pytest.mark.usefixtures("corrector")
@given(st.lists(st.tuples(st.sampled_from(list(STEPS)), st.integers(0, 30)), max_size=8))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_overwritten_and_undoing_all_leaves_what_was(store: Store, steps: list[tuple[str, int]]) -> None:
    corrector = Corrector(store, by="ann")
    homes = [story_of(store, number) for number in (1, 2, 3)]
    for step, number in steps:
        before = rows(store)
        so_far = View(store).history()
        undone = so_far[number % len(so_far)].id if so_far else "nothing"
        try:
            STEPS[step](corrector, undone if step == "undo" else "w")
        except UsageError:
            assert rows(store) == before
        assert all(now[: len(then)] == then for now, then in zip(rows(store), before, strict=True))
    for one in View(store).history():
        if one.kind is not CorrectionKind.UNDO and not one.is_undone:
            corrector.undo(one.id, why="w")
    assert holds(store) == Overrulings()
    assert [story_of(store, number) for number in (1, 2, 3)] == homes


def rows(store: Store) -> list[list[tuple[object, ...]]]:
    """All that is written of corrections, in order."""
    tables = (corrections, placements, memberships)
    with store.reading.connect() as connection:
        return [
            [tuple(map(str, row)) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in tables
        ]
