"""Putting reports and statements where they are found again: their rows, and the search's words and keys of each.

Every row of ``documents`` and ``statements`` comes in through here, or the search does not know it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from hearsay.ledger import keys, search
from hearsay.ledger.rows import Row
from hearsay.ledger.schema import documents, readings, sources, statements, superseded


def add_document(connection: Connection, row: Row) -> int:
    """Insert a row of ``documents``; gives its number."""
    key = connection.execute(insert(documents), row).inserted_primary_key
    assert key is not None  # noqa: S101 - for mypy: one row has been inserted
    search.index(connection, "documents", entries=[(key[0], *of_document(row))])
    return int(key[0])


def add_reading(connection: Connection, row: Row) -> int:
    """Insert a row of ``readings``; gives its number. From now on it is shown, and no other of its report is."""
    lineage = select(documents.c.lineage).where(documents.c.number == row["document"]).scalar_subquery()
    kin = (
        select(readings.c.number, documents.c.version)
        .join(documents, documents.c.number == readings.c.document)
        .outerjoin(superseded, superseded.c.reading == readings.c.number)
        .where(documents.c.lineage == lineage, superseded.c.reading.is_(None))
    )
    others = connection.execute(kin).all()
    version = connection.execute(select(documents.c.version).where(documents.c.number == row["document"])).scalar_one()
    key = connection.execute(insert(readings), row).inserted_primary_key
    assert key is not None  # noqa: S101 - as above
    number = int(key[0])
    if any(other.version > version for other in others):
        # An older version of the report has been read again: that changes nothing of what is shown.
        connection.execute(insert(superseded), {"reading": number, "by": number})
    elif others:
        connection.execute(insert(superseded), [{"reading": other.number, "by": number} for other in others])
    return number


def add_statements(connection: Connection, given: Sequence[Row], *, reading: int) -> None:
    """Insert rows of ``statements`` of a reading, whose document and sources are there."""
    if not given:
        return
    about = documents.c
    document: Any = (
        connection.execute(
            select(about.id, about.publisher, about.published)
            .join(readings, readings.c.document == about.number)
            .where(readings.c.number == reading)
        )
        .mappings()
        .one()
    )
    named = sources.c
    credited: Any = connection.execute(
        select(named.id, named.folded, named.party, named.anonymous).where(named.reading == reading)
    ).mappings()
    known: dict[str | None, Mapping[str, Any]] = {row["id"]: row for row in credited}
    shared = keys.of_document(document)
    filed = [row | {"reading": reading} | placed(row, known, published=document["published"]) for row in given]
    numbers = connection.execute(
        insert(statements).returning(statements.c.number, sort_by_parameter_order=True), filed
    ).scalars()
    search.index(
        connection,
        "statements",
        entries=[
            (number, *of_statement(row, known.get(row["source"]), shared=shared))
            for number, row in zip(numbers, filed, strict=True)
        ],
    )


def of_document(row: Mapping[str, Any]) -> tuple[Sequence[str], Sequence[str]]:
    """What the search is given of a row of ``documents``: its pieces of text, and its keys."""
    return (row["title"] or "", row["text"]), keys.of_document(row)


def of_statement(
    row: Mapping[str, Any], source: Mapping[str, Any] | None, *, shared: Sequence[str]
) -> tuple[Sequence[str], Sequence[str]]:
    """The same of a row of ``statements``; ``source`` is its source's row, ``shared`` its document's keys."""
    return row["words"].split(" … "), [*shared, *keys.of_statement(row, source)]


def placed(row: Mapping[str, Any], known: Mapping[str | None, Mapping[str, Any]], *, published: str | None) -> Row:
    """Where a statement stands among all that its source has said."""
    source = known.get(row["source"])
    return {
        "who": source["folded"] if source else None,
        "dated": row["said_first"] or (published or "")[:10],
    }
