"""One report with all its entries: as it was read, or as corrections left it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, func, select

from hearsay.ledger import rows
from hearsay.ledger.answers import Kept
from hearsay.ledger.current import shown_readings, shown_revisions
from hearsay.ledger.held import RESTATED
from hearsay.ledger.judged import end_of, identities
from hearsay.ledger.same import Identities
from hearsay.ledger.schema import expectations, figures, questions, readings, sources, statements, times
from hearsay.records.ledger import Ledger
from hearsay.records.question import Question
from hearsay.records.source import Source
from hearsay.records.statement import Statement


def whole(connection: Connection, kept: Kept, *, until: str | None, as_read: bool) -> Ledger:
    """The report with its entries, as its newest reading by then has them; ``as_read``: without corrections.

    Sources of the report that are one are given as one, under the name that they are said to be the same as.
    """
    query = select(readings.c.number).where(readings.c.document == kept.number, shown_readings(until))
    reading = connection.execute(query).scalar_one_or_none()
    if reading is None:
        return Ledger((kept.document,))
    id = kept.document.id
    read = {table: _entries(connection, table, reading=reading, until=until, as_read=as_read) for table in _ENTRIES}
    asked = {row["question"] for row in read[figures]} - {None}
    labels = connection.execute(select(questions).where(questions.c.id.in_(asked)).order_by(questions.c.id))
    ledger = Ledger(
        documents=(kept.document,),
        sources=tuple(rows.source_of(row) for row in read[sources]),
        statements=tuple(_in_order(connection, read[statements], reading=reading, document=id)),
        figures=tuple(rows.figure_of(row, id) for row in read[figures]),
        questions=tuple(Question(row.id, row.label) for row in labels),
        times=tuple(rows.time_of(row, id) for row in read[times]),
        expectations=tuple(rows.expectation_of(row, id) for row in read[expectations]),
    )
    if as_read:
        return ledger
    ledger = _without_unused(ledger, named={row["id"] for row in read[sources] if row["correction"] is not None})
    known = identities(connection, until)
    return _joined(ledger, representatives(read[sources], known)) if known else ledger


def representatives(found: Sequence[Any], known: Identities) -> Mapping[str, Source]:
    """The source that stands for each of a report's sources which are one with another there; ``found``: their rows."""
    groups: dict[Any, list[Any]] = {}
    judged = known.groups()
    for row in found:
        root = known.root(known.unit(end_of(row)))
        if root in judged:
            groups.setdefault(root, []).append(row)
    made: dict[str, Source] = {}
    for root, members in groups.items():
        if len(members) > 1:
            first = next((row for row in members if known.unit(end_of(row)) == root), members[0])
            names = dict.fromkeys(n for row in members for n in (row["name"], *row["aliases"]))
            aliases = tuple(name for name in names if name != first["name"])
            made |= dict.fromkeys((row["id"] for row in members), replace(rows.source_of(first), aliases=aliases))
    return made


_ENTRIES: tuple[Table, ...] = (sources, statements, figures, times, expectations)


def _entries(connection: Connection, table: Table, *, reading: int, until: str | None, as_read: bool) -> Sequence[Any]:
    where = [table.c.reading == reading]
    if table in RESTATED:
        where.append(shown_revisions(table, until, as_read=as_read))
    if table is statements:
        where.append(statements.c.hidden.is_(None))
    if table is sources and as_read:
        where.append(sources.c.correction.is_(None))
    order = table.c.number if table is statements else table.c.place
    return connection.execute(select(table).where(*where).order_by(order)).mappings().all()


def _in_order(connection: Connection, found: Sequence[Any], *, reading: int, document: str) -> Sequence[Statement]:
    """Statements as the reader ordered them; those that were added stand where their words do."""
    own = select(func.max(statements.c.number)).where(
        statements.c.reading == reading, statements.c.correction.is_(None)
    )
    last = connection.execute(own).scalar_one() or 0
    numbered = sorted(((row["origin"] or row["number"], row["id"], row) for row in found), key=lambda one: one[:2])
    made: list[Statement] = []
    for number, _, row in numbered:
        statement = rows.statement_of(row, document)
        later = (n for n, other in enumerate(made) if number > last and _start(other) > _start(statement))
        made.insert(next(later, len(made)), statement)
    return made


def _start(statement: Statement) -> int:
    return min(span.start for span in (*statement.spans.cue, *statement.spans.content))


def _without_unused(ledger: Ledger, *, named: set[str]) -> Ledger:
    """Without those of the sources ``named`` by an analyst that nothing is credited to any more."""
    used = {id for s in ledger.statements for id in (s.source, *s.via)}
    used |= {f.source for f in ledger.figures} | {e.source for e in ledger.expectations}
    return replace(ledger, sources=tuple(s for s in ledger.sources if s.id not in named or s.id in used))


def _joined(ledger: Ledger, stands_for: Mapping[str, Source]) -> Ledger:
    """With one source in the place of those that it stands for."""
    if not stands_for:
        return ledger

    def one(id: str | None) -> str | None:
        return stands_for[id].id if id is not None and id in stands_for else id

    return replace(
        ledger,
        sources=tuple(stands_for.get(s.id, s) for s in ledger.sources if one(s.id) == s.id),
        statements=tuple(
            replace(s, source=one(s.source), via=tuple(dict.fromkeys(v for v in map(one, s.via) if v)))
            for s in ledger.statements
        ),
        figures=tuple(replace(f, source=one(f.source)) for f in ledger.figures),
        expectations=tuple(replace(e, source=one(e.source)) for e in ledger.expectations),
    )
