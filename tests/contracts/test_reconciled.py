"""What the reports of a ledger come to, from adding them to asking for it; on every database, with the real reader."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from hearsay.errors import UsageError
from hearsay.ingest import documents
from hearsay.ingest.exported import read_json
from hearsay.ledger.connect import Store
from hearsay.ledger.view import View
from hearsay.ledger.writer import Outcome, Writer
from hearsay.pipeline import Pipeline
from hearsay.reconcile.ask import Stories
from hearsay.reconcile.place import Placer
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from hearsay.records.story import ChangeKind, Story
from hearsay.records.wire import write_json
from hearsay.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"
FIRST = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def readings() -> list[Ledger]:
    """The example stories' reports, read."""
    files = [EXAMPLES / "ferry.jsonl", EXAMPLES / "carmaker.jsonl"]
    found = documents(files, settings=Settings())
    return list(Pipeline().read(one for one in found if isinstance(one, Document)))


class Desk:
    """A ledger to which a report is added every day."""

    def __init__(self, store: Store) -> None:
        self.days = 0
        self.store = store
        self.writer, self.placer = Writer(store, clock=self.clock), Placer(store, clock=self.clock)

    def clock(self) -> str:
        return self.today.isoformat(timespec="microseconds")

    @property
    def today(self) -> datetime:
        return FIRST + timedelta(days=self.days)

    def add(self, entries: Ledger) -> None:
        """Add a report, on a new day."""
        self.days += 1
        added = self.writer.add(entries, reader="1")
        assert added.outcome is Outcome.ADDED
        self.placer.place(added.document, entries)


@pytest.fixture
def desk(store: Store, readings: list[Ledger]) -> Desk:
    """The examples, in an order that is neither that of their stories nor of time."""
    made = Desk(store)
    for entries in random.Random(1).sample(readings, len(readings)):
        made.add(entries)
    return made


def stories(store: Store) -> Iterator[Story]:
    asked = Stories(View(store))
    return (asked.story(one.id) for one in asked.summaries().items)


def test_reports_of_two_events_make_two_stories(desk: Desk, readings: list[Ledger]) -> None:
    found = [{report.document.id.split("-")[0] for report in story.reports} for story in stories(desk.store)]
    assert sorted(map(sorted, found)) == [["cuts"], ["ferry"]]
    assert sum(len(story.reports) for story in stories(desk.store)) == len(readings)


def test_every_figure_of_a_question_stands_in_its_report(desk: Desk) -> None:
    for story in stories(desk.store):
        for asked in story.asked:
            for account in asked.accounts:
                assert all(given.words in given.document.text for given in account.figures)
                assert {account.strongest, account.latest} <= set(account.figures)


def test_what_disputed_figures_say_cannot_both_be_true(desk: Desk) -> None:
    (ferry,) = [story for story in stories(desk.store) if "erry" in story.title]
    disputed = [asked for asked in ferry.asked if asked.disputed]
    assert disputed
    assert ferry.asked[: len(disputed)] == tuple(disputed), "disputed questions come first"
    for asked in disputed:
        known = {account.id: account for account in asked.accounts}
        for judgement in asked.judgements:
            assert judgement.one in known
            assert judgement.other in known
            assert judgement.reason


def test_copies_are_one_witness(desk: Desk) -> None:
    every = list(stories(desk.store))
    assert any(report.copy is not None for story in every for report in story.reports)
    for story in every:
        copies = [report for report in story.reports if report.copy is not None]
        assert story.origins == len(story.reports) - len(copies)
        origins = {report.document.id for report in story.reports if report.copy is None}
        assert {report.copy.of for report in copies if report.copy is not None} <= origins


def test_a_story_stands_as_it_stood(desk: Desk) -> None:
    now = Stories(View(desk.store))
    id = now.summaries().items[0].id
    then = Stories(View(desk.store, as_of=FIRST + timedelta(days=desk.days - 3)))
    assert len(then.story(id).reports) < len(now.story(id).reports)
    with pytest.raises(UsageError, match="no story has the id"):
        Stories(View(desk.store, as_of=FIRST)).story(id)


def test_what_changed_is_told_once(desk: Desk) -> None:
    asked = Stories(View(desk.store))
    before = (FIRST + timedelta(days=desk.days - 1)).isoformat(timespec="microseconds")
    found = list(asked.changes(before))
    (last,) = [report for story in stories(desk.store) for report in story.reports if report.recorded > before]
    assert {change.story for change in found} == {story.id for story in stories(desk.store) if last in story.reports}
    assert any(last.document.id in change.documents for change in found)
    assert list(asked.changes(desk.clock())) == []
    told = list(asked.changes(FIRST.isoformat(timespec="microseconds")))
    assert sum(change.kind is ChangeKind.NEW_STORY for change in told) == 2


def test_pages_of_stories_join_to_all_of_them(desk: Desk) -> None:
    asked = Stories(View(desk.store))
    first = asked.summaries(limit=1)
    second = asked.summaries(after=first.after, limit=1)
    assert [*first.items, *second.items] == list(asked.summaries().items)
    assert second.after is None
    with pytest.raises(UsageError, match="no cursor"):
        asked.summaries(after="next")


def test_what_was_not_placed_is_made_up_for(store: Store, readings: list[Ledger]) -> None:
    writer = Writer(store)
    for entries in readings[:3]:
        writer.add(entries, reader="1")
    assert Stories(View(store)).summaries().items == ()
    assert len(list(Placer(store).catch_up())) == 3
    assert list(Placer(store).catch_up()) == []
    assert len(Stories(View(store)).summaries().items) == 1


def test_an_export_brings_back_the_same_stories(desk: Desk, new_ledger: Callable[[str], str], where: str) -> None:
    other = Store(new_ledger("postgresql" if "postgresql" in where else "sqlite"), create=True)
    writer, placer = Writer(other), Placer(other)
    written = export(desk.store)
    for entries in read_json(written, origin="export"):
        placer.place(writer.add(entries, reader="imported").document, entries)
    again = export(other)
    other.close()
    assert again.getvalue() == written.getvalue()


def export(store: Store) -> BytesIO:
    out = StringIO()
    write_json(Stories(View(store)).ledgers(), out)
    return BytesIO(out.getvalue().encode())
