"""What has been corrected: of an entry, of a report, of everything; and what waits for a person."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, or_, select

from hearsay.errors import UsageError
from hearsay.ledger.answers import Unanchored
from hearsay.ledger.current import newest_reading, shown_in
from hearsay.ledger.schema import (
    corrections,
    documents,
    expectations,
    figures,
    placements,
    readings,
    sources,
    statements,
)
from hearsay.ledger.standing import about_report, holding, recorded
from hearsay.records.correction import Correction


def history(connection: Connection, until: str | None, *, id: str) -> tuple[Correction, ...]:
    """All corrections and undos of what has this id, in order, as they stood then.

    It may be a statement, a figure, a source, a document, or a correction: then that one with its undos. Raises
    UsageError for an id that nothing has.
    """
    c, p = corrections.c, placements.c
    named = select(c.number).where(c.id == id)
    if connection.execute(named).first() is not None:
        found = recorded(connection, until, c.target.in_(select(c.target).where(c.id == id)))
        return tuple(_chain(found, id))
    lineage = connection.execute(select(documents.c.lineage).where(documents.c.id == id)).scalar_one_or_none()
    if lineage is not None:
        return tuple(recorded(connection, until, about_report(lineage)).values())
    placed = select(c.target).join(placements, p.correction == c.number).where(p.entry == id)
    found = recorded(connection, until, or_(c.target == id, c.other == id, c.target.in_(placed)))
    if not found and not _is_known(connection, id):
        raise UsageError(f"nothing has the id {id!r}", advice="hearsay find lists statements with their ids")
    return tuple(found.values())


def every_correction(connection: Connection, until: str | None) -> tuple[Correction, ...]:
    """All corrections and undos, in order."""
    return tuple(recorded(connection, until).values())


def corrections_of(
    connection: Connection, until: str | None, *, told: Sequence[Any]
) -> dict[tuple[int, str], list[Correction]]:
    """The corrections that held of rows of ``statements``, by reading and id."""
    c, p = corrections.c, placements.c
    wanted = {(row["reading"], row["id"]) for row in told if row["corrected"] is not None}
    if not wanted:
        return {}
    query = (
        select(p.reading, p.entry, c.number, c.target)
        .join(corrections, c.number == p.correction)
        .where(p.reading.in_({reading for reading, _ in wanted}), c.other.is_(None), p.entry.is_not(None))
    )
    placed = connection.execute(query.order_by(c.number)).all()
    standing = holding(recorded(connection, until, c.target.in_({row.target for row in placed})))
    found: dict[tuple[int, str], list[Correction]] = {}
    for row in placed:
        correction = standing.get(row.number)
        # An added statement stands in the place of the reader's own: it is not about that one.
        for id in {row.target} if correction and correction.kind == "add" else {row.entry}:
            if correction is not None and (row.reading, id) in wanted:
                found.setdefault((row.reading, id), []).append(correction)
    return found


def unanchored(connection: Connection, until: str | None) -> Iterator[Unanchored]:
    """What holds, but is not found again in the report as it was shown then."""
    c, p = corrections.c, placements.c
    query = (
        select(c.number, c.target, documents.c.id)
        .join(placements, p.correction == c.number)
        .join(readings, readings.c.number == p.reading)
        .join(documents, documents.c.number == readings.c.document)
        .where(p.entry.is_(None), p.moot.is_(False), shown_in(p.reading, newest_reading(connection, until)))
        .order_by(c.number)
    )
    lost = connection.execute(query).all()
    standing = holding(recorded(connection, until, c.target.in_({row.target for row in lost})))
    for row in lost:
        if row.number in standing:
            yield Unanchored(standing[row.number], row.id)


def _chain(found: dict[int, Correction], id: str) -> Iterator[Correction]:
    """The correction with this id, then what undid it, what undid that, and so on."""
    by_id = {correction.id: correction for correction in found.values()}
    at = by_id.get(id)
    while at is not None:
        yield at
        at = by_id.get(at.undone_by) if at.undone_by else None


def _is_known(connection: Connection, id: str) -> bool:
    tables = (statements, figures, sources, expectations)
    return any(connection.execute(select(t.c.id).where(t.c.id == id).limit(1)).first() for t in tables)
