"""A story that analysts overrule, from adding its reports to asking for it; on every database, with the real reader."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hearsay.errors import UsageError
from hearsay.ingest import documents
from hearsay.ledger.connect import Store
from hearsay.ledger.correct import Corrector
from hearsay.ledger.view import View
from hearsay.ledger.writer import Outcome, Writer
from hearsay.pipeline import Pipeline
from hearsay.reconcile.ask import Stories
from hearsay.reconcile.place import Placer
from hearsay.records.account import Account
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from hearsay.records.story import Asked, Story
from hearsay.settings import Settings

FERRY = Path(__file__).parents[2] / "examples" / "ferry.jsonl"
FIRST = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def readings() -> list[Ledger]:
    """The ferry story's reports, read."""
    found = documents([FERRY], settings=Settings())
    return list(Pipeline().read(one for one in found if isinstance(one, Document)))


class Desk:
    """A ledger in which something happens every hour."""

    def __init__(self, store: Store) -> None:
        self.hours = 0
        self.store = store
        self.writer, self.placer = Writer(store, clock=self.clock), Placer(store, clock=self.clock)
        self.corrector = Corrector(store, by="ann", clock=self.clock, anew=self.placer.again)

    def clock(self) -> str:
        self.hours += 1
        return (FIRST + timedelta(hours=self.hours)).isoformat(timespec="microseconds")

    def add(self, entries: Ledger, *, reader: str = "1") -> Outcome:
        """Add a report, and place it as ``hearsay add`` does."""
        added = self.writer.add(entries, reader=reader)
        self.placer.place(added.document, entries)
        return added.outcome

    def story(self, *, as_of: str | None = None, as_read: bool = False) -> Story:
        """The story of the first report."""
        moment = datetime.fromisoformat(as_of) if as_of is not None else None
        asked = Stories(View(self.store, as_of=moment, as_read=as_read))
        return asked.story(asked.summaries().items[-1].id)

    def copies(self) -> dict[str, str]:
        """Whose account each report of the story carries."""
        return {one.document.id: one.copy.of for one in self.story().reports if one.copy is not None}


@pytest.fixture
def desk(store: Store, readings: list[Ledger]) -> Desk:
    """The ferry story, in the order of its file."""
    made = Desk(store)
    for entries in readings:
        made.add(entries)
    return made


def asked(story: Story, label: str) -> Asked:
    (found,) = [one for one in story.asked if one.label == label]
    return found


def held(question: Asked, value: float) -> Account:
    return next(account for account in question.accounts if account.min == value)


def figure(question: Asked, value: float) -> str:
    return held(question, value).strongest.figure.id


def test_what_an_analyst_says_is_no_conflict_is_none_and_says_why(desk: Desk) -> None:
    killed = asked(desk.story(), "People killed")
    assert killed.disputed
    made = desk.corrector.no_conflict(figure(killed, 27), figure(killed, 31), why="one counts those in hospital")
    now = asked(desk.story(), "People killed")
    assert not now.disputed
    (overruled,) = [one for one in now.judgements if one.overruled is not None]
    assert overruled.overruled == made.id
    assert "one counts those in hospital" in overruled.reason
    assert asked(desk.story(as_read=True), "People killed").disputed
    undone = desk.corrector.undo(made.id, why="they do contradict")
    assert asked(desk.story(), "People killed").disputed
    assert not asked(desk.story(as_of=made.recorded), "People killed").disputed
    desk.corrector.undo(undone.id, why="no, they do not")
    assert not asked(desk.story(), "People killed").disputed


def test_neither_a_newer_reader_nor_a_new_version_nor_a_new_report_undoes_it(
    desk: Desk, readings: list[Ledger]
) -> None:
    killed = asked(desk.story(), "People killed")
    desk.corrector.no_conflict(figure(killed, 27), figure(killed, 31), why="w")
    for entries in readings:
        ids = {one.id: f"{one.id}-again" for one in entries.figures}
        again = tuple(replace(one, id=ids[one.id]) for one in entries.figures)
        assert desk.add(replace(entries, figures=again), reader="2") is Outcome.READ_AGAIN
    assert not asked(desk.story(), "People killed").disputed
    (report,) = [one.document for one in desk.story().reports if one.document.id == "ferry-5"]
    edited = replace(report, text=f"{report.text}\n\nThis report was updated with the operator's offer.")
    (read,) = Pipeline().read([edited])
    assert desk.add(read, reader="2") is Outcome.VERSION
    assert not asked(desk.story(), "People killed").disputed
    assert View(desk.store).unanchored() == ()


def test_figures_are_held_together_and_apart(desk: Desk) -> None:
    story = desk.story()
    killed, missing = asked(story, "People killed"), asked(story, "People missing")
    joined = desk.corrector.same_question(figure(killed, 27), figure(missing, 41), why="w")
    (both,) = [one for one in desk.story().asked if any(account.min == 27 for account in one.accounts)]
    assert held(both, 41).figures
    desk.corrector.undo(joined.id, why="w")
    assert desk.story().asked == story.asked
    desk.corrector.not_same_question(figure(killed, 27), figure(killed, 31), why="the Red Cross counts another way")
    now = [one for one in desk.story().asked if any(account.min in (27, 31) for account in one.accounts)]
    assert len(now) == 2
    assert not any(one.disputed for one in now)


def test_a_report_is_decided_on_anew_at_once(desk: Desk) -> None:
    assert desk.copies() == {"ferry-2": "ferry-1"}
    before = desk.clock()
    apart = desk.corrector.not_copy("ferry-2", "ferry-1", why="both had a reporter there")
    assert desk.copies() == {}
    turned = desk.corrector.copy("ferry-1", "ferry-2", why="the other way around")
    assert desk.copies() == {"ferry-1": "ferry-2"}
    desk.corrector.undo(turned.id, why="w")
    assert desk.copies() == {}
    desk.corrector.undo(apart.id, why="w")
    assert desk.copies() == {"ferry-2": "ferry-1"}
    then = {one.document.id for one in desk.story(as_of=apart.recorded).reports if one.copy is not None}
    assert then == set()
    assert any(one.copy is not None for one in desk.story(as_of=before).reports)


def test_a_copy_of_a_copy_carries_the_account_of_its_origin(desk: Desk) -> None:
    made = desk.corrector.copy("ferry-5", "ferry-2", why="the same desk")
    assert desk.copies() == {"ferry-2": "ferry-1", "ferry-5": "ferry-1"}
    desk.corrector.copy("ferry-3", "ferry-5", why="the same desk too")
    with pytest.raises(UsageError, match="ferry-3 is said to carry the account of ferry-2, through others"):
        desk.corrector.copy("ferry-2", "ferry-3", why="w")
    assert desk.copies() == dict.fromkeys(("ferry-2", "ferry-3", "ferry-5"), "ferry-1")
    desk.corrector.undo(made.id, why="w")
    assert desk.copies() == {"ferry-2": "ferry-1", "ferry-3": "ferry-5"}


def test_an_origin_that_comes_later_does_not_undo_it(store: Store, readings: list[Ledger]) -> None:
    desk = Desk(store)
    by_id = {entries.documents[0].id: entries for entries in readings}
    for id in ("ferry-3", "ferry-2"):
        desk.add(by_id[id])
    desk.corrector.copy("ferry-3", "ferry-2", why="w")
    assert desk.copies() == {"ferry-3": "ferry-2"}
    desk.add(by_id["ferry-1"])
    assert desk.copies() == {"ferry-2": "ferry-1", "ferry-3": "ferry-1"}


def test_a_report_is_of_the_story_that_it_was_put_into(desk: Desk, readings: list[Ledger]) -> None:
    home = desk.story().id
    made = desk.corrector.move("ferry-5", None, why="another ferry")
    found = Stories(View(desk.store))
    new = str(made.value["story"])
    assert [one.document.id for one in found.story(new).reports] == ["ferry-5"]
    assert "ferry-5" not in {one.document.id for one in found.story(home).reports}
    killed, alone = asked(found.story(home), "People killed"), asked(found.story(new), "People killed")
    with pytest.raises(UsageError, match="of two stories"):
        desk.corrector.same_question(figure(killed, 14), figure(alone, 27), why="w")
    report = next(entries.documents[0] for entries in readings if entries.documents[0].id == "ferry-5")
    (read,) = Pipeline().read([replace(report, text=f"{report.text}\n\nMore was to follow on Sunday.")])
    assert desk.add(read) is Outcome.VERSION
    assert [one.version for one in found.story(new).reports] == [2]
    desk.corrector.undo(made.id, why="the same one")
    assert len(found.story(home).reports) == len(readings)
    with pytest.raises(UsageError, match=f"no report is in {new} any more"):
        found.story(new)
