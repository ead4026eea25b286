"""Sources that are the same, that are not, and that nobody is sure of; on every database."""

from dataclasses import replace

import pytest

from hearsay.errors import UsageError
from hearsay.ledger.asked import Asked
from hearsay.ledger.connect import Store
from hearsay.ledger.correct import Corrector
from hearsay.ledger.view import View
from hearsay.ledger.writer import Writer
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Mode, Spans, Statement

PORT = Source("port-1", "the port authority", SourceKind.ORGANIZATION, "Ellis", anonymous=False)
PORT_TOO = replace(PORT, id="port-2")
OFFICE = Source("office-2", "Port Office", SourceKind.ORGANIZATION, "Ellis", anonymous=False)
HARBOUR = Source("harbour-3", "Harbour Board", SourceKind.GROUP, "Norda", anonymous=False)
OFFICIAL = Source("official-1", "an official", SourceKind.PERSON, anonymous=True)
OFFICIAL_TOO = replace(OFFICIAL, id="official-3")


def report(number: int, *sources: Source) -> Ledger:
    """A report in which each of the sources says something."""
    words = [f"{source.name} said that crane {source.id} is out of order" for source in sources]
    text = ". ".join(words) + "."
    made = []
    for source, sentence in zip(sources, words, strict=True):
        at = text.index(sentence)
        cue = at + len(source.name) + 1
        spans = Spans((Span(at, cue - 1),), (Span(cue, cue + 4),), (Span(cue + 10, at + len(sentence)),))
        made.append(Statement(f"s-{source.id}", f"r{number}", source.id, (), spans, (), Mode.INDIRECT, 0.9, 0.9))
    return Ledger((Document(f"r{number}", text, url=f"https://x.example/{number}"),), sources, tuple(made))


FIRST, SECOND, THIRD = (
    report(1, PORT, OFFICIAL),
    report(2, PORT_TOO, OFFICE),
    report(3, HARBOUR, OFFICIAL_TOO),
)


@pytest.fixture
def corrector(store: Store) -> Corrector:
    """Ann, who corrects a ledger that holds three reports."""
    for made in (FIRST, SECOND, THIRD):
        Writer(store).add(made, reader="1")
    return Corrector(store, by="ann")


def credited(store: Store) -> list[tuple[str, int, int]]:
    return [(one.source.name, one.documents, one.statements) for one in View(store).sources()]


BEFORE = [("Harbour Board", 1, 1), ("an official", 2, 2), ("Port Office", 1, 1), ("the port authority", 2, 2)]


@pytest.mark.usefixtures("corrector")
def test_a_merge_shows_first_what_would_follow(store: Store) -> None:
    assert sorted(credited(store)) == sorted(BEFORE)
    merge = View(store).preview_merge("office-2", "port-1")
    assert (merge.names, merge.statements, merge.documents) == (("Port Office", "the port authority"), 3, 2)
    assert merge.contradictions == ()
    other = View(store).preview_merge("office-2", "harbour-3")
    assert other.contradictions == ("two parties: Ellis, Norda", "two kinds: group, organization")
    mixed = View(store).preview_merge("official-1", "port-1")
    assert mixed.mixes_anonymous
    assert "not named: an official; named: the port authority" in mixed.contradictions
    assert View(store).history() == ()


def test_two_sources_are_one_until_that_is_undone(store: Store, corrector: Corrector) -> None:
    made = corrector.same("office-2", "port-1", why="one building")
    assert ("the port authority", 2, 3) in credited(store)
    assert "Port Office" not in [name for name, _, _ in credited(store)]
    view = View(store)
    for name in ("Port Office", "the port authority", "office-2", "port-1"):
        assert view.source(name).statements == 3
        assert len(view.said_by(name).items) == 3
    assert len(list(view.statements(Asked(source="Port Office")))) == 3
    assert len(view.find("crane", Asked(source="port authority")).items) == 3
    # Within one report they are one source.
    ledger = view.ledger(view.document("r2"))
    assert [(s.name, s.aliases) for s in ledger.sources] == [("the port authority", ("Port Office",))]
    assert {s.source for s in ledger.statements} == {"port-2"}
    assert [one.id for one in view.history("office-2")] == [made.id]
    assert sorted((c.source.name, c.documents, c.statements) for c in View(store, as_read=True).sources()) == sorted(
        BEFORE
    )
    corrector.undo(made.id, why="two buildings")
    assert sorted(credited(store)) == sorted(BEFORE)
    assert list(View(store).ledgers()) == [FIRST, SECOND, THIRD]


def test_one_who_is_not_named_is_never_one_with_one_who_is_unless_that_is_said(
    store: Store, corrector: Corrector
) -> None:
    with pytest.raises(UsageError, match="somebody who is not named would be one with somebody who is"):
        corrector.same("official-1", "port-1", why="w")
    corrector.same("official-1", "official-3", why="the same person, by the words")
    assert ("an official", 2, 2) in credited(store)
    with pytest.raises(UsageError, match="not named"):
        corrector.same("harbour-3", "official-3", why="w")
    corrector.same("official-1", "port-1", why="they told us", despite_anonymity=True)
    assert ("the port authority", 3, 4) in credited(store)


def test_one_report_s_unnamed_source_is_not_another_s(store: Store, corrector: Corrector) -> None:
    unnamed = report(4, replace(OFFICIAL, id="clerk-4", name="a clerk"))
    Writer(store).add(unnamed, reader="1")
    corrector.same("official-1", "clerk-4", why="w")
    assert ("a clerk", 2, 2) in credited(store)
    assert ("an official", 1, 1) in credited(store)


def test_one_of_a_name_is_taken_out_of_it(store: Store, corrector: Corrector) -> None:
    made = corrector.not_same("port-2", "port-1", why="another port")
    assert [row for row in credited(store) if "port auth" in row[0]] == [("the port authority", 1, 1)] * 2
    pages, after = [], ""
    while page := list(View(store).sources(after=after, limit=1)):
        pages += page
        after = View.place_of(page[-1])
    assert [(one.source.name, one.documents, one.statements) for one in pages] == credited(store)
    corrector.same("port-2", "office-2", why="that is the office")
    assert ("Port Office", 1, 2) in credited(store)
    assert ("the port authority", 1, 1) in credited(store)
    with pytest.raises(UsageError, match=f"it contradicts {made.id}: ann said on .* are not the same"):
        corrector.same("office-2", "port-1", why="w")


def test_contradictory_judgements_are_refused_and_the_earlier_one_is_named(store: Store, corrector: Corrector) -> None:
    same = corrector.same("office-2", "port-1", why="w")
    with pytest.raises(
        UsageError, match=f"contradicts {same.id}: ann said on .* that Port Office and the port authori"
    ):
        Corrector(store, by="bob").not_same("port-1", "office-2", why="w")
    with pytest.raises(UsageError, match=f"that has been said: {same.id}"):
        corrector.same("port-1", "office-2", why="w")
    for already in ("port-1", "office-2"):
        with pytest.raises(UsageError, match="are one already"):
            corrector.same("port-2", already, why="by their name, or through a chain")
    apart = corrector.not_same("harbour-3", "port-1", why="w")
    with pytest.raises(UsageError, match=f"contradicts {apart.id}: ann said on .* are not the same"):
        corrector.same("harbour-3", "office-2", why="through a chain")
    with pytest.raises(UsageError, match=f"that has been said: {apart.id}"):
        corrector.not_same("port-1", "harbour-3", why="w")
    assert len(View(store).history()) == 2
    corrector.undo(apart.id, why="w")
    chain = corrector.same("harbour-3", "office-2", why="w", despite_anonymity=True)
    with pytest.raises(UsageError, match=f"contradicts ({chain.id}|{same.id})"):
        corrector.not_same("harbour-3", "port-1", why="w")
    with pytest.raises(UsageError, match="contradicts"):
        corrector.undo(View(store).history(apart.id)[-1].id, why="bring it back")


def test_unsure_takes_back_what_was_said_of_the_two(store: Store, corrector: Corrector) -> None:
    corrector.same("office-2", "port-1", why="w")
    unsure = corrector.unsure("office-2", "port-1", why="not clear any more")
    assert sorted(credited(store)) == sorted(BEFORE)
    with pytest.raises(UsageError, match=f"that has been said: {unsure.id}"):
        corrector.unsure("port-1", "office-2", why="w")
    corrector.undo(unsure.id, why="clear again")
    assert ("the port authority", 2, 3) in credited(store)


def test_judgements_survive_a_new_reading_and_a_new_version(store: Store, corrector: Corrector) -> None:
    corrector.same("office-2", "port-1", why="w")
    corrector.same("official-1", "official-3", why="w")
    Writer(store).add(report(2, replace(PORT_TOO, id="p"), replace(OFFICE, id="o")), reader="2")
    assert ("the port authority", 2, 3) in credited(store)
    again = report(1, replace(PORT, id="port-9"), replace(OFFICIAL, id="official-9"))
    Writer(store).add(again, reader="2")
    assert ("an official", 2, 2) in credited(store)
    assert View(store).unanchored() == ()
    # A version without the official: the judgement waits for a person.
    Writer(store).add(report(1, replace(PORT, id="port-9")), reader="2")
    (waiting,) = View(store).unanchored()
    assert waiting.correction.target == "official-1"
    assert ("an official", 1, 1) in credited(store)
