"""Which reports are about one event: grouped as they arrive, asked as it stood, moved by an analyst."""

from collections.abc import Iterable, Sequence

import pytest
from sqlalchemy import select

from hearsay.ledger import stories
from hearsay.ledger.connect import Store
from hearsay.ledger.filing import add_document
from hearsay.ledger.grouping import StoryIndex
from hearsay.ledger.rows import document_row
from hearsay.ledger.schema import documents
from hearsay.ledger.writer import Writer
from hearsay.reconcile.stories.place import place
from hearsay.records.copying import Copy, CopyKind
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from tests.reconcile.stories.events import DAM, FERRY, OTHER_FERRY, ROUNDUP, entries


def at(minute: int) -> str:
    """A time of recording."""
    return f"2025-05-01T10:{minute:02d}:00.000000+00:00"


class Desk:
    """A ledger to which reports are added and in which they are grouped."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.minute = 0

    def add(self, *names: str, copies: Sequence[Copy] = ()) -> list[frozenset[str]]:
        """Add reports; gives the stories that each has changed."""
        touched = []
        for name in names:
            self.minute += 1
            recorded = at(self.minute)
            made = entries(name)
            added = Writer(self.store, clock=lambda recorded=recorded: recorded).add(made, reader="one")  # type: ignore[misc]  # a default keeps the time
            with self.store.writing.begin() as connection:
                row = connection.execute(
                    select(documents.c.number, documents.c.lineage).where(documents.c.id == added.document)
                ).one()
                touched.append(
                    place(
                        StoryIndex(connection, recorded=recorded),
                        made,
                        number=row.number,
                        lineage=row.lineage,
                        copies=[copy for copy in copies if copy.document == name],
                    )
                )
        return touched

    def groups(self, names: Iterable[str], *, until: str | None = None) -> set[frozenset[str]]:
        """Which reports are together."""
        with self.store.reading.connect() as connection:
            found = stories.stories_of(connection, names, until=until)
        return {frozenset(name for name in found if found[name] == story) for story in found.values()}


@pytest.fixture
def desk(store: Store) -> Desk:
    """A new one."""
    return Desk(store)


def test_reports_of_one_event_are_together(desk: Desk) -> None:
    mixed = [DAM[0], FERRY[2], OTHER_FERRY[0], FERRY[0], DAM[1], OTHER_FERRY[1], FERRY[1]]
    desk.add(*mixed)
    assert desk.groups(mixed) == {frozenset(FERRY), frozenset(DAM), frozenset(OTHER_FERRY)}


def test_as_it_stood(desk: Desk) -> None:
    desk.add(FERRY[0], DAM[0], FERRY[1])
    with desk.store.reading.connect() as connection:
        story = stories.story_of(connection, FERRY[0])
        assert story is not None
        assert stories.members(connection, story) == [1, 3]
        assert stories.members(connection, story, until=at(2)) == [1]
        assert stories.story_of(connection, FERRY[1], until=at(2)) is None
        assert stories.story(connection, story, until=at(0)) is None


def test_stories_proved_to_be_one_are_joined_and_the_old_id_still_opens_it(desk: Desk) -> None:
    desk.add(FERRY[0])
    with desk.store.writing.begin() as connection:
        index = StoryIndex(connection, recorded=at(10))
        index.put(FERRY[1], index.begin(FERRY[1]), why="as if nothing had shown it yet")
        first, second = (stories.story_of(connection, name) for name in FERRY[:2])
    desk.minute = 20
    assert first is not None
    assert second is not None
    desk.add(FERRY[1], FERRY[2])
    with desk.store.reading.connect() as connection:
        assert stories.story(connection, second) == stories.story(connection, first)
        assert stories.story(connection, second, until=at(15)) == second
        assert stories.family(connection, stories.story(connection, first) or "") == {first, second}


def test_a_moved_report_stays_where_it_was_put(desk: Desk) -> None:
    desk.add(*FERRY[:2])
    with desk.store.writing.begin() as connection:
        former = stories.stories_of(connection, [FERRY[1]])[FERRY[1]]
        new = stories.begin(connection, FERRY[1], recorded=at(30))
        stories.put(connection, FERRY[1], story=new, why="another voyage", recorded=at(30), moved_from=former)
    desk.minute = 30
    desk.add(FERRY[2], DAM[0])
    groups = desk.groups([*FERRY, DAM[0]])
    assert not any({FERRY[0], FERRY[1]} <= group for group in groups)
    with desk.store.writing.begin() as connection:
        stories.put(connection, FERRY[1], story=former, why="it was the same voyage", recorded=at(50))
        assert stories.story_of(connection, FERRY[1]) == stories.story_of(connection, FERRY[0])
        assert stories.story_of(connection, FERRY[1], until=at(40)) != stories.story_of(
            connection, FERRY[0], until=at(40)
        )


def test_a_copy_goes_where_its_origin_is(desk: Desk) -> None:
    desk.add(FERRY[0], DAM[0])
    desk.add(ROUNDUP, copies=[Copy(ROUNDUP, DAM[0], CopyKind.WHOLE, 1.0, (), "the same words")])
    assert frozenset({ROUNDUP, DAM[0]}) in desk.groups([ROUNDUP, FERRY[0], DAM[0]])


def test_the_list_of_stories_has_the_latest_first_page_by_page(desk: Desk) -> None:
    desk.add(FERRY[0], DAM[0], OTHER_FERRY[0], FERRY[1])
    with desk.store.reading.connect() as connection:
        newest = stories.every_story(connection)
        assert [stories.lineages_of(connection, one.id) for one in newest] == [FERRY[:2], [OTHER_FERRY[0]], [DAM[0]]]
        pages = [stories.every_story(connection, limit=1)]
        while pages[-1]:
            pages.append(stories.every_story(connection, limit=1, before=pages[-1][-1].cursor))
        assert [one for page in pages for one in page] == newest
        assert len(stories.every_story(connection, until=at(2))) == 2


def test_a_report_without_words_or_day_is_a_story_of_its_own(store: Store) -> None:
    with store.writing.begin() as connection:
        index = StoryIndex(connection, recorded=at(1))
        for number, text in enumerate(("1, 2, 3.", "Gante spoke in Bantayo with Imelda Roque."), start=1):
            document = Document(f"bare-{number}", text)
            row = document_row(document) | {
                "id": document.id,
                "given": document.id,
                "lineage": document.id,
                "version": 1,
                "recorded": at(number),
            }
            add_document(connection, row)
            place(index, Ledger((document,)), number=number, lineage=document.id)
        assert len(stories.every_story(connection)) == 2
