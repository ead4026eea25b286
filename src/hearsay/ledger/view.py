"""Asking a ledger: typed records, iterated as they are read, as they stood at a time; no SQL seen.

Pages are stable: each answer tells the place after which the next one goes on, and what is added later does not move
what was there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.sql import Select

from hearsay.errors import UsageError
from hearsay.ledger import rows
from hearsay.ledger.asked import Asked, conditions
from hearsay.ledger.connect import Store
from hearsay.ledger.current import moment_of, shown_documents, shown_readings
from hearsay.ledger.faults import told
from hearsay.ledger.schema import documents, expectations, figures, questions, readings, sources, statements, times
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from hearsay.records.question import Question
from hearsay.records.source import Source
from hearsay.records.statement import Statement

AT_ONCE = 200
"""Rows, or documents, that are fetched at once, which bounds memory."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A document with what the ledger knows of it."""

    document: Document
    number: int
    """In the order of recording; what paging goes by."""
    version: int
    previous: str | None
    """Document.id of the version before."""
    fetched: str | None
    recorded: str
    reader: str | None
    """The version of the reader whose reading is shown."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with who is behind it and where it stands."""

    statement: Statement
    number: int
    words: str
    """Its content."""
    source: Source | None
    via: tuple[Source, ...]
    title: str | None
    publisher: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Credited:
    """A source across all reports: those of one name; anonymous ones stay apart."""

    source: Source
    documents: int
    statements: int


class View:
    """What a ledger holds, as it stood ``as_of``; a context manager, safe for several threads."""

    def __init__(self, store: Store, *, as_of: date | datetime | None = None) -> None:
        """``as_of`` counts to its end, UTC; None is now."""
        self._store = store
        self._until = moment_of(as_of)

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
        """The documents in the order of recording, from the one after number ``after``; ``versions``: older ones too."""
        query = _kept(self._until).where(shown_documents(self._until, versions=versions)).order_by(documents.c.number)
        for row in self._rows(query, documents.c.number, after=after, limit=limit):
            yield _kept_of(row)

    def document(self, id: str) -> Kept:
        """The document with this id, the newest version or not. Raises UsageError where there is none."""
        with told(self._store.where), self._store.reading.connect() as connection:
            query = _kept(self._until).where(documents.c.id == id, shown_documents(self._until, versions=True))
            row = connection.execute(query).mappings().first()
        if row is None:
            raise UsageError(f"no document has the id {id!r}", advice="hearsay documents lists them")
        return _kept_of(row)

    def statements(self, asked: Asked | None = None, *, after: int = 0, limit: int | None = None) -> Iterator[Told]:
        """The statements that are asked for, in the order of recording, from the one after number ``after``."""
        query = told_query(self._until).where(*conditions(asked or Asked())).order_by(statements.c.number)
        for row in self._rows(query, statements.c.number, after=after, limit=limit):
            yield self._told(row)

    def statement(self, id: str) -> Told:
        """The statement with this id. Raises UsageError where there is none."""
        found = next(self._statements_with(id), None)
        if found is None:
            raise UsageError(f"no statement has the id {id!r}", advice="hearsay find lists statements with their ids")
        return found

    def _statements_with(self, id: str) -> Iterator[Told]:
        query = told_query(self._until).where(statements.c.id == id).order_by(statements.c.number.desc())
        with told(self._store.where), self._store.reading.connect() as connection:
            found = connection.execute(query).mappings().all()
        yield from map(self._told, found)

    def sources(self, *, name: str | None = None, after: str = "", limit: int | None = None) -> Iterator[Credited]:
        """Who is credited, by name; from the one after the folded name ``after``."""
        query = (
            select(
                sources.c.folded,
                func.min(sources.c.name).label("name"),
                func.max(sources.c.kind).label("kind"),
                func.max(sources.c.party).label("party"),
                func.max(sources.c.role).label("role"),
                sources.c.anonymous,
                func.min(sources.c.id).label("id"),
                func.count(func.distinct(documents.c.lineage)).label("documents"),
                func.count(func.distinct(statements.c.number)).label("statements"),
            )
            .join(readings, readings.c.number == sources.c.reading)
            .join(documents, documents.c.number == readings.c.document)
            .join(statements, (statements.c.reading == sources.c.reading) & (statements.c.source == sources.c.id))
            .where(shown_documents(self._until), shown_readings(self._until), sources.c.folded > after)
            .group_by(sources.c.folded, sources.c.anonymous)
            .order_by(sources.c.folded, sources.c.anonymous)
        )
        if name is not None:
            query = query.where(sources.c.folded == rows.folded(name))
        with told(self._store.where), self._store.reading.connect() as connection:
            for row in connection.execute(query.limit(limit)).mappings().all():
                source = rows.source_of({**row, "aliases": (), "anonymity": None})
                yield Credited(source, row["documents"], row["statements"])

    def ledgers(self, *, after: int = 0, versions: bool = False) -> Iterator[Ledger]:
        """Everything, a ledger a document, in the order of recording: what an export writes."""
        for kept in self.documents(after=after, versions=versions):
            yield self.ledger(kept)

    def ledger(self, kept: Kept) -> Ledger:
        """One document with its entries, as its newest reading by then has them."""
        with told(self._store.where), self._store.reading.connect() as connection:
            query = select(readings.c.number).where(readings.c.document == kept.number, shown_readings(self._until))
            reading = connection.execute(query).scalar_one_or_none()
            if reading is None:
                return Ledger((kept.document,))
            id = kept.document.id
            read = {table.name: _entries(connection, table, reading) for table in _ENTRIES}
            asked = {row["question"] for row in read["figures"]} - {None}
            labels = connection.execute(select(questions).where(questions.c.id.in_(asked)).order_by(questions.c.id))
            return Ledger(
                documents=(kept.document,),
                sources=tuple(rows.source_of(row) for row in read["sources"]),
                statements=tuple(rows.statement_of(row, id) for row in read["statements"]),
                figures=tuple(rows.figure_of(row, id) for row in read["figures"]),
                questions=tuple(Question(row.id, row.label) for row in labels),
                times=tuple(rows.time_of(row, id) for row in read["times"]),
                expectations=tuple(rows.expectation_of(row, id) for row in read["expectations"]),
            )

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

    def _told(self, row: Any) -> Told:
        with told(self._store.where), self._store.reading.connect() as connection:
            wanted = [id for id in (row["source"], *row["via"]) if id is not None]
            found = connection.execute(
                select(sources).where(sources.c.reading == row["reading"], sources.c.id.in_(wanted))
            ).mappings()
            known = {str(one["id"]): rows.source_of(dict(one)) for one in found}
        return Told(
            statement=rows.statement_of(row, row["document_id"]),
            number=row["number"],
            words=row["words"],
            source=known.get(row["source"]),
            via=tuple(known[id] for id in row["via"]),
            title=row["title"],
            publisher=row["publisher"],
            published=row["published"],
        )


_ENTRIES: tuple[Table, ...] = (sources, statements, figures, times, expectations)


def _entries(connection: Connection, table: Table, reading: int) -> Sequence[Any]:
    order = table.c.number if table is statements else table.c.place
    query = select(table).where(table.c.reading == reading).order_by(order)
    return connection.execute(query).mappings().all()


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
        version=row["version"],
        previous=row["previous_id"],
        fetched=row["fetched"],
        recorded=row["recorded"],
        reader=row["reader"],
    )


def told_query(until: str | None) -> Select[Any]:
    """Statements that are shown, joined with their source and their document."""
    return (
        select(
            statements,
            documents.c.id.label("document_id"),
            documents.c.title,
            documents.c.publisher,
            documents.c.published,
        )
        .join(readings, readings.c.number == statements.c.reading)
        .join(documents, documents.c.number == readings.c.document)
        .outerjoin(sources, (sources.c.reading == statements.c.reading) & (sources.c.id == statements.c.source))
        .where(shown_documents(until), shown_readings(until))
    )
