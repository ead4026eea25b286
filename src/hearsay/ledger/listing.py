"""Lists that run over all reports: figures, expectations, and what is worth a second look; each goes on where it ended.

Places are (reading, place) of an entry, or (confidence, number) of a statement: what is added later comes after them.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Table, and_, exists, not_, or_, select
from sqlalchemy.sql import ColumnElement

from hearsay.ledger import rows
from hearsay.ledger.answers import Kept, Told
from hearsay.ledger.connect import Store
from hearsay.ledger.current import Shown, newest_reading, shown_in, shown_revisions
from hearsay.ledger.faults import told
from hearsay.ledger.odd import held
from hearsay.ledger.schema import (
    corrections,
    documents,
    expectations,
    figures,
    placements,
    questions,
    readings,
    sources,
    statements,
)
from hearsay.ledger.standing import holding, recorded
from hearsay.ledger.telling import told_by_number
from hearsay.ledger.view import newest_reports
from hearsay.records.document import Document
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.source import Source

Entry = TypeVar("Entry", Figure, Expectation)
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Listed(Generic[Entry]):
    """An entry with the report that it stands in."""

    entry: Entry
    document: Document
    source: Source | None
    question: str | None
    """What a figure answers, in words."""
    place: Place


@dataclass(frozen=True, slots=True)
class Doubt:
    """A statement that the reader is not sure of."""

    told: Told
    place: tuple[float, int]


class Listing:
    """Lists of one ledger as it is now; safe for several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def newest(self, *, below: int = 0, limit: int) -> list[Kept]:
        """Reports, the newest first; of those with a number ``below`` one, where it is not 0."""
        return newest_reports(self._store, below=below, limit=limit)

    def figures(self, *, document: str | None = None, after: Place = (0, -1), limit: int) -> list[Listed[Figure]]:
        """Figures of all reports, or of the one with this id, in the order of recording."""
        with told(self._store.where), self._store.reading.connect() as connection:
            return list(_listed(connection, figures, document=document, after=after, limit=limit, made=rows.figure_of))

    def figure(self, id: str) -> Listed[Figure] | None:
        """The figure with this id, in the newest report that has it; None where there is none."""
        with told(self._store.where), self._store.reading.connect() as connection:
            query = _query(connection, figures).where(figures.c.id == held(id)).order_by(figures.c.reading.desc())
            return next(_made(connection, query.limit(1), made=rows.figure_of), None)

    def expectations(
        self, *, document: str | None = None, after: Place = (0, -1), limit: int
    ) -> list[Listed[Expectation]]:
        """Expectations likewise."""
        with told(self._store.where), self._store.reading.connect() as connection:
            made = rows.expectation_of
            return list(_listed(connection, expectations, document=document, after=after, limit=limit, made=made))

    def doubts(
        self,
        *,
        document: str | None = None,
        among: Collection[str] | None = None,
        below: float = 1.0,
        after: tuple[float, int] = (-1.0, 0),
        limit: int,
    ) -> list[Doubt]:
        """Statements that nobody has accepted, corrected or rejected, the least sure first.

        The confidence that counts is the lesser of the two, and it is less than ``below``. Of all statements, of those
        of the report ``document``, or of those with the ids ``among``, of which there are at most some hundreds.
        """
        s = statements.c
        # Without a source there is nothing else to be unsure of than the words. Each half has an index to go along.
        of_source = and_(s.source.is_not(None), s.source_confidence < s.confidence)
        halves = ((s.confidence, not_(of_source)), (s.source_confidence, of_source))
        with told(self._store.where), self._store.reading.connect() as connection:
            shown = Shown(newest_reading(connection, None), None)
            looked_at = _is_looked_at(connection)
            found: list[tuple[float, int]] = []
            for sure, half in halves:
                # Of one table alone, and by numbers first: joined with their reports, the index would not be used.
                query = select(sure, s.number).where(
                    half,
                    sure < below,
                    # Written so that the index gives the order as well.
                    sure >= after[0],
                    or_(sure > after[0], s.number > after[1]),
                    shown.statements,
                    ~looked_at,
                )
                if among is not None:
                    query = query.where(s.id.in_(among))
                if document is not None:
                    own = select(readings.c.number).join(documents, documents.c.number == readings.c.document)
                    query = query.where(s.reading.in_(own.where(documents.c.id == held(document))))
                here = connection.execute(query.order_by(sure, s.number).limit(limit)).all()
                found += [(row[0], row[1]) for row in here]
            first = sorted(found)[:limit]
            made = told_by_number(connection, [number for _, number in first], shown=shown)
            return [Doubt(made[place[1]], place) for place in first]


def _is_looked_at(connection: Connection) -> ColumnElement[bool]:
    """Whether somebody has accepted, corrected or added a row of ``statements``, and that holds."""
    c, p = corrections.c, placements.c
    found = recorded(connection, None, c.other.is_(None))
    undone = found.keys() - holding(found).keys()
    of_it = select(p.correction).join(corrections, c.number == p.correction)
    return exists(
        of_it.where(
            p.reading == statements.c.reading,
            p.entry == statements.c.id,
            c.other.is_(None),
            p.correction.not_in(undone),
        )
    )


def _query(connection: Connection, table: Table) -> Any:
    where = (shown_in(table.c.reading, newest_reading(connection, None)), shown_revisions(table, None))
    return select(table).where(*where)


def _listed(
    connection: Connection, table: Table, *, document: str | None, after: Place, limit: int, made: Any
) -> Iterator[Any]:
    reading, place = table.c.reading, table.c.place
    query = _query(connection, table).where(reading >= after[0], or_(reading > after[0], place > after[1]))
    if document is not None:
        own = select(readings.c.number).join(documents, documents.c.number == readings.c.document)
        query = query.where(reading.in_(own.where(documents.c.id == held(document))))
    yield from _made(connection, query.order_by(reading, place).limit(limit), made=made)


def _made(connection: Connection, query: Any, *, made: Any) -> Iterator[Any]:
    """The entries with what belongs to them: looked up by itself, so that whoever asks for a page pays for a page."""
    found: Sequence[Any] = connection.execute(query).mappings().all()
    numbers = {row["reading"] for row in found}
    of_readings = (
        select(documents, readings.c.number.label("reading"))
        .join(readings, readings.c.document == documents.c.number)
        .where(readings.c.number.in_(numbers))
    )
    kept: Any = connection.execute(of_readings).mappings()
    reports = {row["reading"]: rows.document_of(row) for row in kept}
    asked = {row["question"] for row in found if "question" in row} - {None}
    labels = {row.id: row.label for row in connection.execute(select(questions).where(questions.c.id.in_(asked)))}
    ids = {row["source"] for row in found} - {None}
    credited: Any = connection.execute(
        select(sources).where(sources.c.reading.in_(numbers), sources.c.id.in_(ids))
    ).mappings()
    known = {(row["reading"], row["id"]): rows.source_of(row) for row in credited}
    for row in found:
        report = reports[row["reading"]]
        yield Listed(
            made(row, report.id),
            report,
            known.get((row["reading"], row["source"])),
            labels.get(row["question"]) if "question" in row else None,
            (row["reading"], row["place"]),
        )
