"""What has come into a ledger since a moment that may change what stories come to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, or_, select
from sqlalchemy.sql import ColumnElement

from hearsay.ledger.copied import copies
from hearsay.ledger.current import shown_readings
from hearsay.ledger.grouped import joined, memberships
from hearsay.ledger.schema import corrections, documents, expectations, readings
from hearsay.normalise.edtf import bounds


@dataclass(frozen=True, slots=True)
class Joined:
    """A story that has been found to be a part of another."""

    story: str
    into: str
    recorded: str


def touched(connection: Connection, *, since: str, until: str | None) -> set[str]:
    """The reports, by lineage, of which anything was recorded after ``since`` and by ``until``, or that await
    something which fell due between the two.
    """
    found: set[str] = set()
    for column, recorded, query in (
        (memberships.c.lineage, memberships.c.recorded, select(memberships.c.lineage)),
        (corrections.c.lineage, corrections.c.recorded, select(corrections.c.lineage)),
        (corrections.c.other_lineage, corrections.c.recorded, select(corrections.c.other_lineage)),
        (documents.c.lineage, readings.c.recorded, select(documents.c.lineage).join(readings)),
        (
            documents.c.lineage,
            copies.c.recorded,
            select(documents.c.lineage).join(copies, copies.c.document == documents.c.number),
        ),
    ):
        rows = connection.execute(query.where(column.is_not(None), *_between(recorded, since, until=until)))
        found.update(rows.scalars())
    return found | set(_fallen_due(connection, since=since, until=until))


def joined_since(connection: Connection, *, since: str, until: str | None) -> list[Joined]:
    """The stories that were joined into others after ``since``, in that order."""
    query = select(joined).where(*_between(joined.c.recorded, since, until=until)).order_by(joined.c.recorded)
    return [Joined(row.story, row.into, row.recorded) for row in connection.execute(query)]


def _between(recorded: Any, since: str, *, until: str | None) -> list[ColumnElement[bool]]:
    return [recorded > since, *([recorded <= until] if until is not None else [])]


def _fallen_due(connection: Connection, *, since: str, until: str | None) -> Iterator[str]:
    first, last = since[:10], (until or datetime.now(UTC).isoformat())[:10]
    due = expectations.c.due
    # What begins with an open end sorts before all years; the rest cannot end before it begins.
    query = (
        select(documents.c.lineage, due)
        .join(readings, readings.c.document == documents.c.number)
        .join(expectations, expectations.c.reading == readings.c.number)
        .where(shown_readings(until), or_(due.like("..%"), due.between(str(int(first[:4]) - 1), f"{last}~")))
        .distinct()
    )
    for row in connection.execute(query):
        end = bounds(row.due)[1]
        if end is not None and first <= end.isoformat() < last:
            yield row.lineage
