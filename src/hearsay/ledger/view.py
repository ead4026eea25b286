"""Asking a ledger: typed records, iterated as they are read, as they stood at a time; no SQL seen.

Pages are stable: each answer tells the place after which the next one goes on, and what is added later does not move
what was there.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import islice
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.sql import Select

from hearsay.errors import UsageError
from hearsay.ledger import rows
from hearsay.ledger.answers import Credited, Found, Kept, Page, Told, Unanchored
from hearsay.ledger.applied import Hidden
from hearsay.ledger.asked import Asked
from hearsay.ledger.compare import compare
from hearsay.ledger.compared import Comparison
from hearsay.ledger.connect import Store
from hearsay.ledger.credit import called_alike, credit, credited, said_over_time, whose
from hearsay.ledger.current import (
    KEPT,
    Shown,
    moment_of,
    newest_reading,
    shown_documents,
    shown_in,
    shown_readings,
    shown_revisions,
)
from hearsay.ledger.cursor import Cursor, digest, microseconds, read_cursor
from hearsay.ledger.faults import told
from hearsay.ledger.find import STATEMENTS, Search, hits, matching_statements, present
from hearsay.ledger.history import every_correction, history, unanchored
from hearsay.ledger.judged import identities
from hearsay.ledger.merge import Merge, merge
from hearsay.ledger.odd import held
from hearsay.ledger.query import Query, parsed
from hearsay.ledger.same import Identities
from hearsay.ledger.schema import documents, readings, statements
from hearsay.ledger.seek import source_of
from hearsay.ledger.telling import tell, told_by_number, told_query
from hearsay.ledger.whole import wholes
from hearsay.records.correction import Correction
from hearsay.records.ledger import Ledger

AT_ONCE = 200
"""Rows, or documents, that are fetched at once, which bounds memory."""


PAGE = 25
"""Answers of a page, where nobody says how many."""


class View:
    """What a ledger holds, as it stood ``as_of``; a context manager, safe for several threads."""

    def __init__(self, store: Store, *, as_of: date | datetime | None = None, as_read: bool = False) -> None:
        """``as_of`` counts to its end, UTC; None is now. ``as_read`` leaves all corrections out."""
        self._store = store
        self.until = moment_of(as_of)
        """The last moment that counts, as ledgers record it; None is now."""
        self.as_read = as_read
        """Whether all corrections are left out."""

    def at(self, moment: str) -> "View":
        """The same ledger as it stood at this moment, UTC in ISO 8601; it is closed with this one."""
        return View(self._store, as_of=datetime.fromisoformat(moment), as_read=self.as_read)

    def __enter__(self) -> "View":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the ledger; it must not be asked afterwards."""
        self._store.close()

    def documents(self, *, after: int = 0, limit: int | None = None, versions: bool = False) -> Iterator[Kept]:
        """The documents in the order of recording, after number ``after``; ``versions``: older ones too."""
        query = _kept(self.until).where(shown_documents(self.until, versions=versions)).order_by(documents.c.number)
        for row in self._rows(query, documents.c.number, after=after, limit=limit):
            yield _kept_of(row)

    def document(self, id: str) -> Kept:
        """The document with this id, the newest version or not. Raises UsageError where there is none."""
        with told(self._store.where), self._store.reading.connect() as connection:
            query = _kept(self.until).where(documents.c.id == held(id), shown_documents(self.until, versions=True))
            row = connection.execute(query).mappings().first()
        if row is None:
            raise UsageError(f"no document has the id {id!r}", advice="hearsay documents lists them")
        return _kept_of(row)

    def documents_of(self, numbers: Sequence[int]) -> list[Kept]:
        """The documents with these numbers, in the order of recording."""
        found: list[Kept] = []
        for start in range(0, len(numbers), AT_ONCE):
            with self.asking() as connection:
                query = _kept(self.until).where(documents.c.number.in_(numbers[start : start + AT_ONCE]))
                found += map(_kept_of, connection.execute(query).mappings())
        return sorted(found, key=lambda kept: kept.number)

    def versions(self, id: str) -> list[Kept]:
        """All versions of the report of which the document with this id is one, the oldest first."""
        with self.asking() as connection:
            lineage = select(documents.c.lineage).where(documents.c.id == held(id)).scalar_subquery()
            query = _kept(self.until).where(documents.c.lineage == lineage, shown_documents(self.until, versions=True))
            return [_kept_of(row) for row in connection.execute(query.order_by(documents.c.number)).mappings()]

    def compared(self, id: str, other: str) -> Comparison:
        """What differs in the version ``other`` of a report from its version ``id``, claim by claim.

        Raises UsageError for an id that no document has, and for documents that are not versions of one report.
        """
        before, after = self.document(id), self.document(other)
        if all(kept.number != before.number for kept in self.versions(other)):
            raise UsageError(
                f"{id} and {other} are not versions of one report",
                advice="hearsay documents --versions lists them, each with the one before it",
            )
        return compare(self.ledger(before), self.ledger(after))

    def statements(self, asked: Asked | None = None, *, after: int = 0, limit: int | None = None) -> Iterator[Told]:
        """The statements that are asked for, in the order of recording, from the one after number ``after``."""
        left = limit
        while left is None or left > 0:
            page = AT_ONCE if left is None else min(left, AT_ONCE)
            with self.asking() as connection:
                searched = self._search(connection, parsed(""), asked=asked or Asked())
                if searched.wants_something:
                    query, number = matching_statements(searched, statements.c.number), STATEMENTS.c.rowid
                else:
                    query, number = (
                        select(statements.c.number).where(self._shown(connection).statements),
                        statements.c.number,
                    )
                numbers = connection.execute(query.where(number > after).order_by(number).limit(page)).scalars().all()
                found = told_by_number(connection, numbers, shown=self._shown(connection))
            yield from (found[number] for number in numbers)
            if len(numbers) < page:
                return
            after = numbers[-1]
            left = None if left is None else left - len(numbers)

    def statement(self, id: str) -> Told:
        """The statement with this id, a rejected one too. Raises UsageError where there is none."""
        with self.asking() as connection:
            query = told_query().where(statements.c.id == held(id), self._shown(connection).statements)
            row = connection.execute(query.order_by(statements.c.number.desc())).mappings().first()
            if row is not None:
                return next(tell(connection, [row], shown=self._shown(connection)))
        for one in self.rejected():
            if one.statement.id == id:
                return one
        raise UsageError(f"no statement has the id {id!r}", advice="hearsay find lists statements with their ids")

    def find(
        self, words: str, asked: Asked | None = None, *, after: str | None = None, limit: int = PAGE
    ) -> Page[Found]:
        """The statements that hold ``words`` (hearsay.ledger.query), and reports beside them, the best first.

        ``after`` is the cursor that the page before ended with: with it, what has been added since does not count.
        Without words, the statements that are ``asked`` for, the newest first. Raises UsageError where neither asks
        for anything, and for a cursor of another search.
        """
        asked = asked or Asked()
        query = parsed(words)
        question = digest(words, asked, self.until)
        at = read_cursor(after, question) if after else None
        with self.asking() as connection:
            searched = self._search(connection, query, asked=asked, at=at)
            if not searched.wants_something:
                raise UsageError("nothing to look for", advice="give a word, or a filter such as a source")
            start = at or Cursor(question, microseconds(datetime.now(UTC)), searched.shown.newest, 0, 0, 0, 0)
            found = list(islice(hits(connection, searched, start=start), limit + 1))
            items = tuple(present(connection, found[:limit], searched=searched))
        return Page(items, str(found[limit - 1].cursor) if len(found) > limit else None)

    def sources(self, *, after: str = "", limit: int | None = None) -> Iterator[Credited]:
        """Who is credited, by name; from the one after ``after``, as ``place_of`` has it."""
        with self.asking() as connection:
            shown, known = self._shown(connection), self._known(connection)
            at_once = AT_ONCE if limit is None else max(1, min(limit, AT_ONCE))
            yield from islice(credited(connection, shown, after=after, known=known, at_once=at_once), limit)

    @staticmethod
    def place_of(credited: Credited) -> str:
        """Where ``sources`` goes on after this one."""
        return credited.place

    def source(self, name: str) -> Credited:
        """The source of this name, or with this id. Raises UsageError where none is credited."""
        with self.asking() as connection:
            theirs = whose(connection, name, known=self._known(connection))
            shown = self._shown(connection)
            found = credit(connection, shown, whose=theirs)
            if found is None:
                known = " or ".join(repr(one) for one in called_alike(connection, shown, name=name))
                raise UsageError(
                    f"nobody is credited as {name!r}",
                    advice=f"do you mean {known}?" if known else "hearsay sources lists who is",
                )
        return found

    def said_by(self, name: str, *, after: str | None = None, limit: int = PAGE) -> Page[Told]:
        """All that the source of this name said, over time: by the day on which it was said, else published.

        ``after`` is the cursor that the page before ended with. Raises UsageError for another.
        """
        question = digest("said by", rows.folded(name), self.until)
        at = read_cursor(after, question) if after else None
        with self.asking() as connection:
            shown = self._shown(connection, at=at)
            start = at or Cursor(question, microseconds(datetime.now(UTC)), shown.newest, 0, 0, 0, 0)
            theirs = whose(connection, name, known=self._known(connection))
            numbers = said_over_time(connection, shown, whose=theirs, after=start.number, limit=limit + 1)
            found = told_by_number(connection, numbers[:limit], shown=shown)
        more = len(numbers) > limit
        items = tuple(found[number] for number in numbers[:limit])
        return Page(items, str(replace(start, number=numbers[limit - 1])) if more else None)

    def rejected(self) -> Iterator[Told]:
        """The statements that an analyst rejected, in the order of the rejections."""
        with self.asking() as connection:
            shown = self._shown(connection)
            where = (shown_in(statements.c.reading, shown.newest), shown_revisions(statements, self.until))
            query = told_query().where(statements.c.hidden == Hidden.REJECTED, *where).order_by(statements.c.number)
            found = [] if self.as_read else connection.execute(query).mappings().all()
            told_here = list(tell(connection, found, shown=shown))
        yield from told_here

    def history(self, id: str | None = None) -> tuple[Correction, ...]:
        """All corrections and undos, in order, as they stood; those of one entry, document or correction by its ``id``.

        Raises UsageError for an id that nothing has.
        """
        with self.asking() as connection:
            return every_correction(connection, self.until) if id is None else history(connection, self.until, id=id)

    def unanchored(self) -> tuple[Unanchored, ...]:
        """The corrections that hold but are not found again in their report as it is shown: a person has to see."""
        with self.asking() as connection:
            return tuple(unanchored(connection, self.until))

    def preview_merge(self, id: str, other: str) -> Merge:
        """What would follow if two sources were one. Raises UsageError for an id that no source has."""
        with self.asking() as connection:
            ends = (source_of(connection, id).end, source_of(connection, other).end)
            known = identities(connection, self.until) or Identities()
            return merge(connection, self.until, ends=ends, known=known)

    def ledgers(self, *, after: int = 0, versions: bool = False) -> Iterator[Ledger]:
        """Everything, a ledger a document, in the order of recording: what an export writes."""
        kept = self.documents(after=after, versions=versions)
        while some := list(islice(kept, AT_ONCE)):
            yield from self.ledgers_of(some)

    def ledgers_of(self, found: Sequence[Kept]) -> list[Ledger]:
        """A ledger for each of these documents, in their order."""
        with self.asking() as connection:
            return list(wholes(connection, found, until=self.until, as_read=self.as_read))

    def ledger(self, kept: Kept) -> Ledger:
        """One document with its entries, as its newest reading by then has them."""
        return self.ledgers_of([kept])[0]

    def _rows(self, query: Select[Any], number: Any, *, after: int, limit: int | None) -> Iterator[Any]:
        """The rows of a query in the order of ``number``, a page after another, none of them held for long."""
        left = limit
        while left is None or left > 0:
            page = AT_ONCE if left is None else min(left, AT_ONCE)
            with told(self._store.where), self._store.reading.connect() as connection:
                found: Sequence[Any] = connection.execute(query.where(number > after).limit(page)).mappings().all()
            yield from found
            if len(found) < page:
                return
            after = found[-1]["number"]
            left = None if left is None else left - len(found)

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it is now, for other modules that ask for more."""
        with told(self._store.where), self._store.reading.connect() as connection:
            yield connection

    def _shown(self, connection: Connection, *, at: Cursor | None = None) -> Shown:
        """What is shown; what was as the search of the cursor ``at`` began."""
        if at is not None:
            return Shown(at.newest, min(at.until, self.until or at.until), self.as_read)
        return Shown(newest_reading(connection, self.until), self.until, self.as_read)

    def _known(self, connection: Connection) -> Identities | None:
        return None if self.as_read else identities(connection, self.until)

    def _search(self, connection: Connection, query: Query, *, asked: Asked, at: Cursor | None = None) -> Search:
        known = self._known(connection) if asked.source is not None else None
        return Search(query, asked, self._shown(connection, at=at), connection.dialect.name, known)


def newest_reports(store: Store, *, below: int = 0, limit: int) -> list[Kept]:
    """Reports as they are shown now, the newest first; of those with a number ``below`` one, where it is not 0."""
    query = _kept(None).where(shown_documents(None)).order_by(documents.c.number.desc()).limit(limit)
    with told(store.where), store.reading.connect() as connection:
        found = connection.execute(query.where(documents.c.number < below) if below else query).mappings().all()
    return [_kept_of(row) for row in found]


@lru_cache(KEPT)
def _kept(until: str | None) -> Select[Any]:
    before = documents.alias("before")
    reader = (
        select(readings.c.reader)
        .where(readings.c.document == documents.c.number, shown_readings(until))
        .correlate(documents)
        .scalar_subquery()
    )
    return select(documents, before.c.id.label("previous_id"), reader.label("reader")).outerjoin(
        before, before.c.number == documents.c.previous
    )


def _kept_of(row: Any) -> Kept:
    return Kept(
        document=rows.document_of(row),
        number=row["number"],
        lineage=row["lineage"],
        version=row["version"],
        previous=row["previous_id"],
        fetched=row["fetched"],
        recorded=row["recorded"],
        reader=row["reader"],
    )
