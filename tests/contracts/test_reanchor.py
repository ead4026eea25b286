"""Corrections survive a newer reader and a new version of the page, or wait for a person; on every database."""

from dataclasses import replace

import pytest

from hearsay.ledger.connect import Store
from hearsay.ledger.correct import Corrector
from hearsay.ledger.view import View
from hearsay.ledger.writer import Outcome, Writer
from hearsay.records.ledger import Ledger
from hearsay.records.marks import Marks
from hearsay.records.span import Span
from hearsay.records.statement import Act, Statement
from tests.present.made import BRIDGE, TEXT

S = [statement.id for statement in BRIDGE.statements]


@pytest.fixture
def corrector(store: Store) -> Corrector:
    """Ann, who corrects a ledger that holds the bridge report."""
    Writer(store).add(BRIDGE, reader="1")
    return Corrector(store, by="ann")


def renamed(ledger: Ledger) -> Ledger:
    """The same as another reader would have it: every id of a statement and a figure is another."""
    return replace(
        ledger,
        statements=tuple(replace(s, id=f"new-{s.id}") for s in ledger.statements),
        figures=tuple(
            replace(f, id=f"new-{f.id}", statement=f"new-{f.statement}" if f.statement else None)
            for f in ledger.figures
        ),
        expectations=tuple(
            replace(e, statement=f"new-{e.statement}" if e.statement else None) for e in ledger.expectations
        ),
    )


def moved(ledger: Ledger, *edits: tuple[str, str]) -> Ledger:
    """The report with words changed, and each span where its words now stand; what lost its words is left out."""
    text = ledger.documents[0].text
    made = text
    for old, new in edits:
        assert made.count(old) == 1
        made = made.replace(old, new)

    def at(span: Span) -> Span | None:
        # Where the words stand by how many of them have come before.
        words = span.of(text)
        before = text[: span.start].count(words)
        start = -1
        for _ in range(before + 1):
            start = made.find(words, start + 1)
        return Span(start, start + len(words)) if start >= 0 else None

    def shifted(statement: Statement) -> Statement | None:
        spans: dict[str, tuple[Span, ...]] = {}
        for role in ("source", "cue", "content"):
            wanted = getattr(statement.spans, role)
            spans[role] = tuple(span for span in map(at, wanted) if span)
            if len(spans[role]) < len(wanted):
                return None
        return replace(
            statement,
            id=f"moved-{statement.id}",
            spans=replace(statement.spans, **spans),
            quoted=(),
            act_words=None,
            certainty_words=(),
            said_words=None,
        )

    statements = [made_one for made_one in map(shifted, ledger.statements) if made_one]
    figures = []
    for figure in ledger.figures:
        span = at(figure.span)
        if span is not None:
            figures.append(
                replace(figure, id=f"moved-{figure.id}", span=span, measure=None, statement=None, source=None)
            )
    document = replace(ledger.documents[0], text=made, parts=())
    return Ledger((document,), ledger.sources, tuple(statements), tuple(figures), ledger.questions)


def read_again(store: Store, ledger: Ledger, *, reader: str = "2") -> Outcome:
    return Writer(store).add(ledger, reader=reader).outcome


def test_a_newer_reader_keeps_what_was_corrected(store: Store, corrector: Corrector) -> None:
    corrector.statement(S[1], why="w", act="urge", source="A. Stranger")
    corrector.figure("cost", why="w", min=30e6, counted="repairs")
    corrector.reject(S[5], why="w")
    added = corrector.add("bridge-1", Marks(["divers found cracks"], ["after"], ["the harbour board"]), why="w")
    assert read_again(store, renamed(BRIDGE)) is Outcome.READ_AGAIN
    view = View(store)
    (ledger,) = view.ledgers()
    now = view.statement(f"new-{S[1]}")
    assert now.source is not None
    assert (now.statement.act, now.source.name) == (Act.URGE, "A. Stranger")
    assert [one.target for one in now.corrected] == [S[1]]
    assert [one.target for one in view.history(f"new-{S[1]}")] == [S[1]]
    figure = ledger.figures[0]
    assert figure.counted is not None
    assert (figure.id, figure.min, figure.counted.of(TEXT)) == ("new-cost", 30e6, "repairs")
    assert [one.statement.id for one in view.rejected()] == [f"new-{S[5]}"]
    assert view.statement(added.target).words == "divers found cracks"
    assert view.unanchored() == ()
    (as_read,) = View(store, as_read=True).ledgers()
    assert as_read == renamed(BRIDGE)


def test_undone_after_reading_again_it_is_as_the_newer_reader_has_it(store: Store, corrector: Corrector) -> None:
    made = [
        corrector.statement(S[1], why="w", act="urge", source="A. Stranger"),
        corrector.reject(S[5], why="w"),
        corrector.add("bridge-1", Marks(["divers found cracks"], ["after"]), why="w"),
    ]
    read_again(store, renamed(BRIDGE))
    for one in made:
        corrector.undo(one.id, why="w")
    assert list(View(store).ledgers()) == [renamed(BRIDGE)]
    corrector.undo(View(store).history()[-1].id, why="it was right")
    assert View(store).statement(made[2].target).words == "divers found cracks"


def test_a_new_version_of_the_page_keeps_what_was_corrected(store: Store, corrector: Corrector) -> None:
    corrector.statement(S[2], why="w", act="promise")
    corrector.figure("cost", why="w", min=30e6)
    added = corrector.add("bridge-1", Marks(["divers found cracks"], ["after"], ["the harbour board"]), why="w")
    edits = (("PORT ELLIS, May 4", "Updated at noon.\n\nPORT ELLIS, May 4"), ("It was feared", "Some feared"))
    assert read_again(store, moved(BRIDGE, *edits)) is Outcome.VERSION
    view = View(store)
    (ledger,) = view.ledgers()
    assert view.statement(f"moved-{S[2]}").statement.act is Act.PROMISE
    assert ledger.figures[0].min == 30e6
    assert view.statement(added.target).words == "divers found cracks"
    assert view.unanchored() == ()


def test_small_edits_of_the_words_are_borne(store: Store, corrector: Corrector) -> None:
    corrector.statement(S[1], why="w", act="urge")
    quote = "We looked at pier four twice. We did not believe it the first time"
    edited = "We looked at pier four twice. We just did not believe it the first time"
    new = moved(BRIDGE)
    text = TEXT.replace(quote, edited)
    read = new.statements[1]
    at = text.index(edited)
    said = replace(
        read,
        spans=replace(
            read.spans,
            content=(Span(at, at + len(edited)),),
            cue=(Span(at + len(edited) + 2, at + len(edited) + 6),),
            source=(Span(at + len(edited) + 7, at + len(edited) + 32),),
        ),
    )
    read_again(store, Ledger((replace(new.documents[0], text=text),), new.sources, (said,)))
    assert View(store).statement(said.id).statement.act is Act.URGE
    assert View(store).unanchored() == ()


@pytest.mark.parametrize(
    "edit",
    [("pier four twice. We did not", "pier four twice. We did"), ("pier four twice", "a pier"), (TEXT[180:300], "")],
)
def test_what_says_something_else_now_waits_for_a_person(
    store: Store, corrector: Corrector, edit: tuple[str, str]
) -> None:
    made = corrector.statement(S[1], why="w", act="urge")
    read_again(store, moved(BRIDGE, edit))
    (waiting,) = View(store).unanchored()
    assert (waiting.correction.id, waiting.document) == (made.id, "bridge-1#2")
    assert all(s.act is not Act.URGE for ledger in View(store).ledgers() for s in ledger.statements)
    # Back in a later version, it is found again.
    read_again(store, moved(BRIDGE, ("It was feared", "Some feared")))
    assert View(store).unanchored() == ()
    assert View(store).statement(f"moved-{S[1]}").statement.act is Act.URGE


def test_an_undone_one_does_not_wait(store: Store, corrector: Corrector) -> None:
    made = corrector.statement(S[1], why="w", act="urge")
    corrector.undo(made.id, why="w")
    read_again(store, replace(BRIDGE, statements=BRIDGE.statements[:1], figures=(), expectations=()))
    assert View(store).unanchored() == ()


def test_what_was_rejected_and_is_no_longer_read_waits_for_nobody(store: Store, corrector: Corrector) -> None:
    corrector.reject(S[5], why="w")
    kept = tuple(s for s in BRIDGE.statements if s.id != S[5])
    read_again(store, replace(BRIDGE, statements=kept))
    assert View(store).unanchored() == ()
    # A third reader finds it again, and it is rejected again.
    read_again(store, renamed(BRIDGE), reader="3")
    assert [one.statement.id for one in View(store).rejected()] == [f"new-{S[5]}"]


def test_a_statement_that_was_added_takes_the_place_of_what_the_reader_finds_later(store: Store) -> None:
    corrector = Corrector(store, by="ann")
    missed = replace(BRIDGE, statements=tuple(s for s in BRIDGE.statements if s.id != S[1]))
    Writer(store).add(missed, reader="1")
    marks = Marks(["We looked at pier four twice"], ["said"], ["chief engineer Ana Téllez"])
    added = corrector.add("bridge-1", marks, why="w", source="Ana Téllez", act="estimate")
    read_again(store, BRIDGE)
    shown = [one.statement.id for one in View(store).statements()]
    assert added.target in shown
    assert S[1] not in shown
    assert View(store).statement(added.target).corrected[0].id == added.id
    corrector.undo(added.id, why="the reader's is better")
    assert list(View(store).ledgers()) == [BRIDGE]


def test_bounds_that_no_longer_agree_wait_for_a_person(store: Store, corrector: Corrector) -> None:
    made = corrector.figure("cost", why="w", min=30e6)
    lower = replace(BRIDGE.figures[0], min=20e6, max=25e6)
    read_again(store, replace(BRIDGE, figures=(lower, BRIDGE.figures[1])))
    assert [one.correction.id for one in View(store).unanchored()] == [made.id]
    (ledger,) = View(store).ledgers()
    assert (ledger.figures[0].min, ledger.figures[0].max) == (20e6, 25e6)
