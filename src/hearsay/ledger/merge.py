"""What would follow if two sources were one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select, tuple_
from sqlalchemy.sql import ColumnElement

from hearsay.ledger.current import newest_reading, shown_in, shown_statements
from hearsay.ledger.same import End, Identities, Unit
from hearsay.ledger.schema import documents, readings, sources, statements


@dataclass(frozen=True, slots=True)
class Merge:
    """Two sources as they are, and what would speak against their being one."""

    names: tuple[str, ...]
    """Under which the two, and all that are one with either, are credited."""
    statements: int
    """How many would be theirs."""
    documents: int
    """In how many reports."""
    contradictions: tuple[str, ...]
    """Such as two parties, two kinds; a line each."""
    mixes_anonymous: bool
    """Whether somebody who is not named would be one with somebody who is."""


def of_units(units: Iterable[Unit], known: Identities) -> ColumnElement[bool]:
    """Whether a row of ``sources`` is one of these."""
    found: list[ColumnElement[bool]] = []
    split = [(unit.reading, unit.id) for unit in known.split]
    names = [unit.folded for unit in units if unit.reading is None]
    if names:
        named = [sources.c.folded.in_(names), sources.c.anonymous.is_not(True)]
        if split:
            named.append(tuple_(sources.c.reading, sources.c.id).not_in(split))
        found.append(and_(*named))
    ones = [(unit.reading, unit.id) for unit in units if unit.reading is not None]
    if ones:
        found.append(tuple_(sources.c.reading, sources.c.id).in_(ones))
    return or_(*found)


def merge(connection: Connection, until: str | None, *, ends: tuple[End, End], known: Identities) -> Merge:
    """What would follow if the two were one."""
    units = [unit for end in ends for unit in known.one_with(end)]
    newest = newest_reading(connection, until)
    shown = and_(of_units(units, known), shown_in(sources.c.reading, newest))
    columns = (sources.c.name, sources.c.folded, sources.c.kind, sources.c.party, sources.c.anonymous)
    found = connection.execute(select(*columns).distinct().where(shown).order_by(sources.c.name)).all()
    counts = (
        select(func.count(func.distinct(statements.c.number)), func.count(func.distinct(documents.c.lineage)))
        .select_from(statements)
        .join(sources, (sources.c.reading == statements.c.reading) & (sources.c.id == statements.c.source))
        .join(readings, readings.c.number == statements.c.reading)
        .join(documents, documents.c.number == readings.c.document)
        .where(shown, shown_statements(newest, until))
    )
    told, reports = connection.execute(counts).one()
    mixes = len({bool(row.anonymous) for row in found}) > 1
    return Merge(
        names=tuple({row.folded: row.name for row in found}.values()),
        statements=told,
        documents=reports,
        contradictions=tuple(_contradictions(found, mixes=mixes, apart=known.kept_apart(*ends))),
        mixes_anonymous=mixes,
    )


def _contradictions(found: Sequence[Any], *, mixes: bool, apart: Any) -> Iterable[str]:
    for column, several in (("party", "parties"), ("kind", "kinds")):
        values = sorted({getattr(row, column) for row in found} - {None})
        if len(values) > 1:
            yield f"two {several}: {', '.join(values)}" if len(values) == 2 else f"{several}: {', '.join(values)}"
    if mixes:
        unnamed = [row.name for row in found if row.anonymous]
        yield f"not named: {', '.join(unnamed)}; named: {', '.join(row.name for row in found if not row.anonymous)}"
    if apart is not None:
        yield f"judged not the same: {apart.correction.id} by {apart.correction.by}"
