"""Lists over all reports, and accepting what the reader was unsure of, on both databases."""

import pytest

from hearsay.ledger.connect import Store
from hearsay.ledger.correct import Corrector
from hearsay.ledger.listing import Listing
from hearsay.ledger.view import View
from hearsay.ledger.writer import Writer
from tests.present.asked import MADE, clock


@pytest.fixture
def filled(store: Store) -> Store:
    """A ledger with three reports."""
    writer = Writer(store, clock=clock())
    for made in MADE:
        writer.add(made, reader="7")
    return store


def queue(store: Store) -> list[str]:
    return [doubt.told.statement.id for doubt in Listing(store).doubts(document="bridge-1", below=0.95, limit=50)]


def test_the_least_sure_comes_first(filled: Store) -> None:
    found = queue(filled)
    assert found[0] == "bridge-1-s5"
    assert len(found) == len(set(found))
    listing = Listing(filled)
    one = listing.doubts(document="bridge-1", below=0.95, limit=1)
    rest = listing.doubts(document="bridge-1", below=0.95, after=one[0].place, limit=50)
    assert [doubt.told.statement.id for doubt in [*one, *rest]] == found


def test_what_somebody_has_looked_at_is_not_shown_until_that_is_undone(filled: Store) -> None:
    before = queue(filled)
    corrector = Corrector(filled, by="mette")
    made = [
        corrector.accept("bridge-1-s5", why="x"),
        corrector.statement("bridge-1-s1", act="promise", why="x"),
        corrector.reject("bridge-1-s2", why="x"),
    ]
    assert set(queue(filled)) == set(before) - {"bridge-1-s5", "bridge-1-s1", "bridge-1-s2"}
    for one in made:
        corrector.undo(one.id, why="x")
    assert sorted(queue(filled)) == sorted(before)


def test_accepting_changes_nothing_and_is_in_the_history(filled: Store) -> None:
    view = View(filled)
    before = view.statement("bridge-1-s5")
    made = Corrector(filled, by="mette").accept("bridge-1-s5", why="held against the text")
    assert view.statement("bridge-1-s5") == before
    assert view.history("bridge-1-s5") == (made,)
    assert view.unanchored() == ()


def test_figures_and_expectations_come_with_their_reports(filled: Store) -> None:
    listing = Listing(filled)
    every = listing.figures(limit=50)
    assert [one.entry.span.of(one.document.text) for one in every if one.entry.id == "cost"] == ["40 million crowns"]
    assert listing.figures(after=every[0].place, limit=50) == every[1:]
    assert listing.figure("cost") in every
    assert listing.figure("none") is None
    assert [one.source.name for one in listing.expectations(document="bridge-1", limit=5) if one.source]


def test_the_newest_report_comes_first(filled: Store) -> None:
    newest = Listing(filled).newest(limit=2)
    assert [kept.document.id for kept in newest] == ["quiet", "ferry-1"]
    assert [kept.document.id for kept in Listing(filled).newest(below=newest[-1].number, limit=2)] == ["bridge-1"]
