"""The entries that an analyst names by their ids, in the reports as they are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select

from hearsay.errors import UsageError
from hearsay.ledger.current import newest_reading, shown_in, shown_revisions
from hearsay.ledger.held import Held, held
from hearsay.ledger.judged import end_of
from hearsay.ledger.same import End
from hearsay.ledger.schema import documents, figures, readings, sources, statements

_NAMES = {statements: "statement", figures: "figure"}


@dataclass(frozen=True, slots=True)
class Found:
    """A source, and the report that it stands in."""

    end: End
    lineage: str
    document: str


def reading_of(connection: Connection, table: Table, *, id: str, document: str | None) -> Held:
    """The shown reading that has the entry. Raises UsageError for none, or several that ``document`` does not part."""
    query = (
        select(table.c.reading, documents.c.id)
        .join(readings, readings.c.number == table.c.reading)
        .join(documents, documents.c.number == readings.c.document)
        .where(
            table.c.id == id, shown_revisions(table, None), shown_in(table.c.reading, newest_reading(connection, None))
        )
    )
    if document is not None:
        query = query.where(documents.c.id == document)
    found = connection.execute(query.order_by(table.c.reading)).all()
    name = _NAMES[table]
    if not found:
        where = f" in {document}" if document is not None else ""
        raise UsageError(f"no {name} has the id {id!r}{where}", advice="hearsay find lists statements with their ids")
    if len(found) > 1:
        raise UsageError(
            f"{len(found)} reports have a {name} with the id {id!r}: {_listed([row.id for row in found])}",
            advice="say which with --document",
        )
    return held(connection, found[0].reading)


def report_of(connection: Connection, document: str) -> Held:
    """The shown reading of a report. Raises UsageError where there is none, or a newer version is shown."""
    query = (
        select(readings.c.number)
        .join(documents, documents.c.number == readings.c.document)
        .where(documents.c.id == document, shown_in(readings.c.number, newest_reading(connection, None)))
    )
    found = connection.execute(query).scalar_one_or_none()
    if found is not None:
        return held(connection, found)
    there = select(documents.c.lineage).where(documents.c.id == document)
    lineage = connection.execute(there).scalar_one_or_none()
    if lineage is None:
        raise UsageError(f"no document has the id {document!r}", advice="hearsay documents lists them")
    newest = select(documents.c.id).where(documents.c.lineage == lineage).order_by(documents.c.number.desc()).limit(1)
    raise UsageError(
        f"{document} is an older version of a report", advice=f"correct {connection.execute(newest).scalar_one()}"
    )


def source_of(connection: Connection, id: str) -> Found:
    """The source with this id, as the newest report has it. Raises UsageError for none, or several without a name."""
    found = _sources(connection, sources.c.id == id)
    if not found:
        raise UsageError(f"no source has the id {id!r}", advice="hearsay sources lists them with their ids")
    newest = end_of(found[0])
    if newest.source.anonymous and len(found) > 1:
        raise UsageError(f"{len(found)} reports have a source without a name with the id {id!r}")
    return Found(newest, found[0]["lineage"], found[0]["document_id"])


def sources_named(connection: Connection, folded: str) -> Sequence[Any]:
    """The rows of the sources of a name, newest first."""
    return _sources(connection, sources.c.folded == folded)


def _sources(connection: Connection, which: Any) -> Sequence[Any]:
    query = (
        select(sources, documents.c.lineage, documents.c.id.label("document_id"))
        .join(readings, readings.c.number == sources.c.reading)
        .join(documents, documents.c.number == readings.c.document)
        .where(which, shown_in(sources.c.reading, newest_reading(connection, None)))
        .order_by(sources.c.reading.desc())
        .limit(50)
    )
    return connection.execute(query).mappings().all()


def _listed(ids: Sequence[str]) -> str:
    return ", ".join(ids[:4]) + (", …" if len(ids) > 4 else "")
