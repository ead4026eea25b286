"""Asking a ledger for its stories: which there are, what belongs to each, and what has touched them since."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, func, select

from hearsay.errors import UsageError
from hearsay.ledger.answers import Kept
from hearsay.ledger.copied import copies
from hearsay.ledger.copies import copies_of
from hearsay.ledger.grouped import joined, memberships
from hearsay.ledger.odd import held
from hearsay.ledger.overruled import overrulings
from hearsay.ledger.schema import corrections, documents, readings
from hearsay.ledger.stories import Standing, every_story, members, stories_by_report, stories_of, story
from hearsay.ledger.touched import Joined, joined_since, touched
from hearsay.ledger.view import AT_ONCE, View
from hearsay.records.copying import Copy
from hearsay.records.overruling import Overrulings

Stamp = tuple[str, tuple[int, ...], int, int, int]
"""What a story's picture goes by: as long as it is the same, so is the picture."""
_NUMBERED = (documents, readings, copies, memberships, corrections)
_STATE = select(
    *(select(func.coalesce(func.max(table.c.number), 0)).scalar_subquery() for table in _NUMBERED),
    select(func.count()).select_from(joined).scalar_subquery(),
)


@dataclass(frozen=True, slots=True)
class Belonging:
    """What belongs to a story."""

    id: str
    """Of the story into which it has been joined, where it has been."""
    kept: Sequence[Kept]
    """In the order of recording."""
    copies: Mapping[str, tuple[Copy, ...]]
    """Whose account they carry, by Document.id."""
    overrulings: Overrulings = field(default_factory=Overrulings)


class StoryView:
    """The stories of a ledger as a View shows it."""

    def __init__(self, view: View) -> None:
        self.view = view

    def stories(self, *, before: int | None = None, limit: int = 25) -> list[Standing]:
        """The stories, the one first that got a report last; from the one after the cursor ``before``."""
        with self.view.asking() as connection:
            return every_story(connection, until=self.view.until, before=before, limit=limit)

    def id(self, id: str) -> str:
        """The id of the story that this one is a part of, its own where it is none. Raises UsageError."""
        with self.view.asking() as connection:
            found = story(connection, id, until=self.view.until)
        if found is None:
            raise UsageError(f"no story has the id {id!r}", advice="hearsay stories lists them")
        return found

    def state(self) -> tuple[int, ...]:
        """What is the same as long as nothing has been added, read, placed or corrected: one query along keys."""
        with self.view.asking() as connection:
            return tuple(connection.execute(_STATE).one())

    def stamp(self, id: str) -> Stamp:
        """What the story's picture goes by now. Raises UsageError where all of its reports have been moved away."""
        with self.view.asking() as connection:
            numbers = tuple(members(connection, id, until=self.view.until))
            if not numbers:
                raise UsageError(f"no report is in {id} any more", advice="hearsay stories lists those that have some")
            read, copied = (_last(connection, table, numbers=numbers) for table in (readings, copies))
            corrected = connection.execute(select(func.max(corrections.c.number))).scalar_one() or 0
        return id, numbers, read, copied, corrected

    def belonging(self, stamp: Stamp) -> Belonging:
        """What belongs to the story with this stamp."""
        id, numbers, *_ = stamp
        kept = self.view.documents_of(numbers)
        with self.view.asking() as connection:
            copied = copies_of(connection, numbers, until=self.view.until)
            said = self._said(connection, [one.lineage for one in kept])
        return Belonging(id, kept, copied, said)

    def _said(self, connection: Connection, lineages: Sequence[str]) -> Overrulings:
        if self.view.as_read:
            return Overrulings()
        return overrulings(connection, lineages, until=self.view.until)

    def in_order(self) -> Iterator[tuple[str | None, list[int]]]:
        """Each story with its documents, the one first whose first report was recorded first.

        Reports that are in no story yet come one by one, with None.
        """
        with self.view.asking() as connection:
            stories = stories_by_report(connection, until=self.view.until)
        found: dict[str, list[int]] = {}
        for kept in self.view.documents():
            id = stories.get(kept.lineage)
            found.setdefault(id or f"\0{kept.number}", []).append(kept.number)
        for id, numbers in found.items():
            yield (None if id.startswith("\0") else id), numbers

    def story_of(self, lineage: str) -> str | None:
        """The story of a report, told by what its versions share."""
        with self.view.asking() as connection:
            return stories_of(connection, [lineage], until=self.view.until).get(lineage)

    def of_documents(self, ids: Sequence[str]) -> dict[str, str]:
        """The stories of reports, by Document.id; a report that is in none is left out."""
        lineages: dict[str, str] = {}
        with self.view.asking() as connection:
            for start in range(0, len(ids), AT_ONCE):
                some = [held(id) for id in ids[start : start + AT_ONCE]]
                query = select(documents.c.id, documents.c.lineage).where(documents.c.id.in_(some))
                lineages |= {row.id: row.lineage for row in connection.execute(query)}
            found = stories_of(connection, lineages.values(), until=self.view.until)
        return {id: found[lineage] for id, lineage in lineages.items() if lineage in found}

    def touched(self, since: str) -> list[str]:
        """The stories of which something was recorded after ``since``, or that have something due since then."""
        with self.view.asking() as connection:
            lineages = touched(connection, since=since, until=self.view.until)
            found = stories_of(connection, lineages, until=self.view.until)
        return sorted(set(found.values()))

    def joined(self, since: str) -> list[Joined]:
        """The stories that were joined into others after ``since``, in that order."""
        with self.view.asking() as connection:
            return joined_since(connection, since=since, until=self.view.until)


def _last(connection: Connection, table: Table, *, numbers: Sequence[int]) -> int:
    """The number of the last row of ``table`` that is about one of these documents."""
    found = 0
    for start in range(0, len(numbers), AT_ONCE):
        query = select(func.max(table.c.number)).where(table.c.document.in_(numbers[start : start + AT_ONCE]))
        found = max(found, connection.execute(query).scalar_one() or 0)
    return found
