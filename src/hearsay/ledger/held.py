"""A reading as corrections see it: its document's text, and its entries as they were read and as they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select

from hearsay.ledger import rows
from hearsay.ledger.applied import Entries
from hearsay.ledger.current import shown_revisions
from hearsay.ledger.schema import documents, expectations, figures, readings, sources, statements
from hearsay.records.source import Source


@dataclass(frozen=True, slots=True)
class Held:
    """One reading."""

    number: int
    document: str
    """Document.id."""
    lineage: str
    text: str
    """As the ledger holds it, characters that it cannot hold replaced, one code point for another."""
    sources: Mapping[str, Source]
    latest: Mapping[Table, Mapping[str, Any]]
    """The rows that hold, by table and id."""
    read: Entries
    """As they were read; what was added is among the statements."""
    added: frozenset[str]
    """The ids of the statements that were added."""

    @property
    def now(self) -> Entries:
        """As they stand."""
        return _entries(self.latest, self.document)

    def by_reader(self) -> Sequence[Any]:
        """The statements that the reader found, as they were read."""
        return [s for id, s in self.read.statements.items() if id not in self.added]


def held(connection: Connection, reading: int) -> Held:
    """The reading with this number."""
    about = (
        select(documents.c.id, documents.c.lineage, documents.c.text)
        .join(readings, readings.c.document == documents.c.number)
        .where(readings.c.number == reading)
    )
    document = connection.execute(about).one()
    named = connection.execute(select(sources).where(sources.c.reading == reading).order_by(sources.c.place)).mappings()
    first = {table: _rows(connection, table, which=table.c.revision == 0, reading=reading) for table in RESTATED}
    latest = {
        table: _rows(connection, table, which=shown_revisions(table, None), reading=reading) for table in RESTATED
    }
    return Held(
        number=reading,
        document=document.id,
        lineage=document.lineage,
        text=document.text,
        sources={row["id"]: rows.source_of(dict(row)) for row in named},
        latest=latest,
        read=_entries(first, document.id),
        added=frozenset(id for id, row in first[statements].items() if row["correction"] is not None),
    )


RESTATED: tuple[Table, ...] = (statements, figures, expectations)
"""The tables whose entries corrections restate."""


def _rows(connection: Connection, table: Table, *, which: Any, reading: int) -> dict[str, Any]:
    order = table.c.number if table is statements else table.c.place
    query = select(table).where(table.c.reading == reading, which).order_by(order)
    return {row["id"]: row for row in connection.execute(query).mappings()}


def _entries(found: Mapping[Table, Mapping[str, Any]], document: str) -> Entries:
    return Entries(
        statements={id: rows.statement_of(row, document) for id, row in found[statements].items()},
        figures={id: rows.figure_of(row, document) for id, row in found[figures].items()},
        expectations={id: rows.expectation_of(row, document) for id, row in found[expectations].items()},
        hidden={id: row["hidden"] for id, row in found[statements].items() if row["hidden"]},
    )
