"""Adding to a ledger: each report whole or not at all, and nothing twice."""

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from hearsay.ledger import filing, rows
from hearsay.ledger.again import place_again
from hearsay.ledger.connect import Store
from hearsay.ledger.faults import told
from hearsay.ledger.odd import held
from hearsay.ledger.schema import (
    documents,
    expectations,
    figures,
    questions,
    raws,
    readings,
    sources,
    times,
)
from hearsay.records.document import Document
from hearsay.records.fetched import Fetched, Validators
from hearsay.records.ledger import Ledger


class Outcome(StrEnum):
    """What came of adding a report."""

    ADDED = "added"
    KNOWN = "known"
    """It was there, read by the same reader: nothing has changed."""
    VERSION = "version"
    """It is a new version of a report that was there."""
    READ_AGAIN = "read again"
    """It was there, and has now been read by another version of the reader."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding one report."""

    document: str
    """Its id in the ledger."""
    outcome: Outcome


def now() -> str:
    """The time, as ledgers record it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


class Writer:
    """Adds to one ledger. Several may add to the same at once, from threads and from processes."""

    def __init__(self, store: Store, *, clock: Callable[[], str] = now) -> None:
        """``clock`` tells the time of recording, UTC in ISO 8601; tests bring their own."""
        self._store = store
        self._clock = clock

    def known(self, document: Document, reader: str, *, fetched: Fetched | None = None) -> Added | None:
        """What adding the document would come to where it is there and read by ``reader``: then it need not be read."""
        with told(self._store.where), self._store.reading.connect() as connection:
            found = _same(connection, document, fetched=fetched)
            if found is None or not _is_read(connection, found.number, reader=reader):
                return None
            return Added(found.id, Outcome.KNOWN)

    def validators(self, address: str, reader: str) -> Validators | None:
        """What the server told of ``address`` when what is shown of it was fetched; None where that is not there.

        None too where its newest version has not been read by ``reader``: then it is worth fetching again.
        """
        query = (
            select(documents.c.number, documents.c.etag, documents.c.modified)
            .where(documents.c.origin == held(address))
            .order_by(documents.c.number.desc())
            .limit(1)
        )
        with told(self._store.where), self._store.reading.connect() as connection:
            newest = connection.execute(query).first()
            if newest is None or not _is_read(connection, newest.number, reader=reader):
                return None
        return Validators(newest.etag, newest.modified)

    def add(self, entries: Ledger, *, reader: str, fetched: Fetched | None = None) -> Added:
        """Add the one document of ``entries`` with its entries, as ``reader`` has read it.

        Nothing is added of a document that is there and has been read by the same reader. Raises LedgerError, and
        then nothing of it has been added; ValueError unless there is just one document.
        """
        (document,) = entries.documents
        with told(self._store.where), self._store.writing.begin() as connection:
            found = _same(connection, document, fetched=fetched)
            if found is None:
                number, id, outcome = self._add_document(connection, document, fetched=fetched)
            elif _is_read(connection, found.number, reader=reader):
                return Added(found.id, Outcome.KNOWN)
            else:
                number, id, outcome = found.number, found.id, Outcome.READ_AGAIN
            reading, at = self._add_reading(connection, entries, document=number, reader=reader)
            if outcome is not Outcome.ADDED:
                place_again(connection, reading, at=at)
        return Added(id, outcome)

    def _add_document(
        self, connection: Connection, document: Document, *, fetched: Fetched | None
    ) -> tuple[int, str, Outcome]:
        line = lineage(document)
        newest = connection.execute(
            select(documents.c.number, documents.c.version)
            .where(documents.c.lineage == line)
            .order_by(documents.c.version.desc())
            .limit(1)
        ).first()
        row = rows.document_row(document) | {
            "id": _free_id(connection, document.id),
            "given": document.id,
            "lineage": line,
            "version": newest.version + 1 if newest else 1,
            "previous": newest.number if newest else None,
            "recorded": self._clock(),
        }
        if fetched is not None:
            _insert_new(connection, raws, row=_raw_row(fetched))
            row |= {"raw": fetched.digest, "fetched": fetched.at, "etag": fetched.etag, "modified": fetched.modified}
        return filing.add_document(connection, row), row["id"], Outcome.VERSION if newest else Outcome.ADDED

    def _add_reading(self, connection: Connection, entries: Ledger, *, document: int, reader: str) -> tuple[int, str]:
        body = entries.documents[0].text
        at = self._clock()
        number = filing.add_reading(connection, {"document": document, "reader": reader, "recorded": at})
        counts: dict[str | None, int] = {}
        for figure in entries.figures:
            counts[figure.statement] = counts.get(figure.statement, 0) + 1
        for question in entries.questions:
            _insert_new(connection, questions, row={"id": question.id, "label": question.label, "recorded": at})
        _insert_placed(connection, sources, made=[rows.source_row(s) for s in entries.sources], reading=number)
        told_here = [rows.statement_row(s, body, figures=counts.get(s.id, 0)) for s in entries.statements]
        filing.add_statements(connection, told_here, reading=number)
        for table, made in (
            (figures, [rows.figure_row(f, body) for f in entries.figures]),
            (times, [rows.time_row(t, body) for t in entries.times]),
            (expectations, [rows.expectation_row(e, body) for e in entries.expectations]),
        ):
            _insert_placed(connection, table, made=made, reading=number)
        return number, at


def _insert_placed(connection: Connection, table: Table, *, made: Sequence[rows.Row], reading: int) -> None:
    """Insert entries of a reading, each with its place among them."""
    if made:
        connection.execute(insert(table), [{"reading": reading, "place": n} | row for n, row in enumerate(made)])


def lineage(document: Document) -> str:
    """What the versions of one report share: its canonical address, else the id that it came with."""
    return document.url or document.id


def _same(connection: Connection, document: Document, *, fetched: Fetched | None) -> Any | None:
    """The version of the report that has just this text, where it is there.

    A page that has gone back to an earlier text is not that version: it has changed once more. Of a file that cannot be
    told: it may as well be an old one that is added again.
    """
    versions = (
        select(documents.c.number, documents.c.id)
        .where(documents.c.lineage == lineage(document))
        .order_by(documents.c.number.desc())
        .limit(1)
    )
    found = connection.execute(versions.where(documents.c.digest == rows.digest(document.text))).first()
    if found is not None and fetched is not None and _is_page(document, fetched):
        newest = connection.execute(versions.where(documents.c.origin == held(document.origin or ""))).first()
        if newest is not None and newest.number > found.number:
            return None
    return found


def _is_page(document: Document, fetched: Fetched) -> bool:
    """Whether a document is all that stood at an address; JSON Lines may hold several versions of one."""
    address = document.origin or ""
    return address.startswith(("http://", "https://")) and (fetched.media_type or "").split(";")[0] in _PAGES


_PAGES = ("text/html", "application/xhtml+xml", "text/plain")


def _is_read(connection: Connection, document: int, *, reader: str) -> bool:
    found = select(readings.c.number).where(readings.c.document == document, readings.c.reader == reader)
    return connection.execute(found).first() is not None


def _free_id(connection: Connection, id: str) -> str:
    """The id where it is free, else the first of ``id#2``, ``id#3`` … that is."""
    taken = select(func.count()).select_from(documents).where(documents.c.given == id)
    count = connection.execute(taken).scalar_one()
    return f"{id}#{count + 1}" if count else id


def _raw_row(fetched: Fetched) -> rows.Row:
    return {
        "digest": fetched.digest,
        "bytes": zlib.compress(fetched.body),
        "size": len(fetched.body),
        "media_type": fetched.media_type,
    }


def _insert_new(connection: Connection, table: Table, *, row: rows.Row) -> None:
    """Insert a row unless one with its key is there."""
    key = next(iter(table.primary_key.columns))
    if connection.execute(select(key).where(key == row[key.name])).first() is None:
        connection.execute(insert(table), row)
