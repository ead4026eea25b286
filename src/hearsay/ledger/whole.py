"""Reports with all their entries: as they were read, or as corrections left them."""

from collections.abc import Iterator, Mapping, Sequence
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

AT_ONCE = 100
"""Reports whose entries are fetched together, which bounds memory and the numbers of a query."""


def wholes(
    connection: Connection, found: Sequence[Kept], *, until: str | None, as_read: bool = False
) -> Iterator[Ledger]:
    """A ledger for each report, in their order, as its newest reading by then has it; ``as_read``: without corrections.

    Sources of a report that are one are given as one, under the name that they are said to be the same as.
    """
    known = None if as_read else identities(connection, until)
    for start in range(0, len(found), AT_ONCE):
        some = found[start : start + AT_ONCE]
        query = select(readings.c.document, readings.c.number).where(
            readings.c.document.in_([kept.number for kept in some]), shown_readings(until)
        )
        shown = {row.document: row.number for row in connection.execute(query)}
        numbers = list(shown.values())
        read = {table: _entries(connection, table, numbers=numbers, until=until, as_read=as_read) for table in _ENTRIES}
        own = _last_read(connection, numbers)
        labels = _labels(connection, {row["question"] for rows_of in read[figures].values() for row in rows_of})
        for kept in some:
            reading = shown.get(kept.number)
            if reading is None:
                yield Ledger((kept.document,))
                continue
            mine = {table: read[table].get(reading, []) for table in _ENTRIES}
            ledger = _ledger(kept, mine, last=own.get(reading, 0), labels=labels)
            yield ledger if as_read else _corrected(ledger, mine[sources], known=known)


def _ledger(kept: Kept, read: Mapping[Table, Sequence[Any]], *, last: int, labels: Mapping[str, Question]) -> Ledger:
    id = kept.document.id
    asked = sorted({row["question"] for row in read[figures]} - {None})
    return Ledger(
        documents=(kept.document,),
        sources=tuple(rows.source_of(row) for row in read[sources]),
        statements=tuple(_in_order(read[statements], last=last, document=id)),
        figures=tuple(rows.figure_of(row, id) for row in read[figures]),
        questions=tuple(labels[question] for question in asked),
        times=tuple(rows.time_of(row, id) for row in read[times]),
        expectations=tuple(rows.expectation_of(row, id) for row in read[expectations]),
    )


def _corrected(ledger: Ledger, found: Sequence[Any], *, known: Identities | None) -> Ledger:
    ledger = _without_unused(ledger, named={row["id"] for row in found if row["correction"] is not None})
    return _joined(ledger, representatives(found, known)) if known else ledger


def _labels(connection: Connection, asked: set[str | None]) -> Mapping[str, Question]:
    found = connection.execute(select(questions).where(questions.c.id.in_(asked - {None})))
    return {row.id: Question(row.id, row.label) for row in found}


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


def _entries(
    connection: Connection, table: Table, *, numbers: Sequence[int], until: str | None, as_read: bool
) -> Mapping[int, Sequence[Any]]:
    """The rows of readings that hold, in their order, by reading."""
    where: list[Any] = [table.c.reading.in_(numbers)]
    if table in RESTATED:
        where.append(shown_revisions(table, until, as_read=as_read))
    if table is statements:
        where.append(statements.c.hidden.is_(None))
    if table is sources and as_read:
        where.append(sources.c.correction.is_(None))
    order = table.c.number if table is statements else table.c.place
    found: dict[int, list[Any]] = {}
    for row in connection.execute(select(table).where(*where).order_by(table.c.reading, order)).mappings():
        found.setdefault(row["reading"], []).append(row)
    return found


def _last_read(connection: Connection, numbers: Sequence[int]) -> Mapping[int, int]:
    """The number of the last statement that the reader itself found, by reading."""
    own = (
        select(statements.c.reading, func.max(statements.c.number).label("last"))
        .where(statements.c.reading.in_(numbers), statements.c.correction.is_(None))
        .group_by(statements.c.reading)
    )
    return {row.reading: row.last for row in connection.execute(own)}


def _in_order(found: Sequence[Any], *, last: int, document: str) -> Sequence[Statement]:
    """Statements in the reader's order, up to the one numbered ``last``; what was added stands where its words do."""
    numbered = sorted(((row["origin"] or row["number"], row["id"], row) for row in found), key=lambda one: one[:2])
    made: list[Statement] = []
    for number, _, row in numbered:
        statement = rows.statement_of(row, document)
        others = enumerate(made) if number > last else ()
        later = (n for n, other in others if _start(other) > _start(statement))
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
