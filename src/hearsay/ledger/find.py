"""Finding statements, and reports beside them, by their words.

The search index gives what matches, the newest first; WINDOW after WINDOW of them is ranked, so that a word that stands
everywhere costs no more than one that is rare. The rank of a text depends on nothing but itself and the query: what is
added later changes no place in the order. It is BM25 (Robertson and Zaragoza 2009) without the weights of rare words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from sqlalchemy import Connection, or_, select
from sqlalchemy.sql import ColumnElement, Select

from hearsay.ledger import keys, search
from hearsay.ledger.answers import Found
from hearsay.ledger.asked import Asked, published_then, said_then
from hearsay.ledger.credit import of_source
from hearsay.ledger.current import Shown, shown_in
from hearsay.ledger.cursor import Cursor
from hearsay.ledger.passage import passage_of
from hearsay.ledger.query import Query, times_there
from hearsay.ledger.rows import document_of
from hearsay.ledger.same import Identities
from hearsay.ledger.schema import documents, readings, statements
from hearsay.ledger.telling import told_by_number
from hearsay.normalise.stem import parts

WINDOW = 1000
"""Statements that are ranked against each other. Not tuned for relevance: a page of 25 is chosen from forty times as
many, and ranking them takes about 20 ms.
"""
REPORT_WINDOW = 200
"""Reports likewise: each is some hundred words long."""
STATEMENTS = search.words_of("statements")
_DOCUMENTS = search.words_of("documents")
_STATEMENTS, _REPORTS, _OVER = 0, 1, 2
"""The steps of a search."""
_SATURATION, _LENGTH = 1.2, 0.75
"""BM25's k1 and b, as they are usually set."""
_SCALE = 1_000_000
"""Ranks are whole numbers, so that they are the same on every machine."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for in a ledger that stood as it did at a time."""

    query: Query
    asked: Asked
    shown: Shown
    dialect: str
    known: Identities | None = None
    """Which sources are one, as far as anybody has judged."""

    @property
    def wants_something(self) -> bool:
        """Whether there is anything that the index could be asked for."""
        return bool(self.query.wanted or keys.asked_for(self.asked))


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer, with the cursor that goes on after it."""

    number: int
    """Of a row of ``statements``, or of ``documents``."""
    is_statement: bool
    cursor: Cursor


def hits(connection: Connection, searched: Search, *, start: Cursor) -> Iterator[Hit]:
    """All that is found, statements before reports, each in the order of its windows and its rank within its own."""
    at = start
    while at.step != _OVER:
        step = _STEPS[at.step]
        found = step.window(connection, searched, below=at.below)
        ranked = sorted(((_rank(text, searched.query, usual=step.usual), n) for n, text in found.texts), reverse=True)
        for rank, number in ranked:
            if at.number == 0 or (rank, number) < (at.rank, at.number):
                yield Hit(number, at.step == _STATEMENTS, replace(at, rank=rank, number=number))
        if found.below:
            at = replace(at, below=found.below, rank=0, number=0)
        else:
            at = replace(at, step=_next(at.step, searched), below=0, rank=0, number=0)


def _next(step: int, searched: Search) -> int:
    return _REPORTS if step == _STATEMENTS and searched.query.wanted and searched.asked.is_of_reports else _OVER


@dataclass(frozen=True, slots=True)
class _Window:
    """What is ranked together."""

    texts: list[tuple[int, str]]
    """Number and text of each."""
    below: int
    """Where the next window starts; 0 where this is the last."""


def _statements(connection: Connection, searched: Search, *, below: int) -> _Window:
    """The next statements that match, the newest first."""
    query = matching_statements(searched, statements.c.number, statements.c.words)
    number = STATEMENTS.c.rowid
    found = connection.execute(_next_of(query, number, below=below, size=WINDOW)).all()
    return _Window([(row.number, row.words) for row in found], found[-1].number if len(found) == WINDOW else 0)


def _reports(connection: Connection, searched: Search, *, below: int) -> _Window:
    """The next reports that match, the newest first, but for those of which a statement does."""
    number = _DOCUMENTS.c.rowid
    query = _matching_reports(searched)
    found = connection.execute(_next_of(query, number, below=below, size=REPORT_WINDOW)).all()
    if not found:
        return _Window([], 0)
    told = matching_statements(searched, statements.c.reading, among=[row.id for row in found])
    passed = set(connection.execute(told.distinct()).scalars())
    texts = [(row.number, f"{row.title or ''} {row.text}") for row in found if row.reading not in passed]
    return _Window(texts, found[-1].number if len(found) == REPORT_WINDOW else 0)


def _next_of(query: Select[Any], number: ColumnElement[int], *, below: int, size: int) -> Select[Any]:
    return (query.where(number < below) if below else query).order_by(number.desc()).limit(size)


def present(connection: Connection, found: Sequence[Hit], *, searched: Search) -> Iterator[Found]:
    """The hits as they are answered, in their order."""
    told = told_by_number(connection, [hit.number for hit in found if hit.is_statement], shown=searched.shown)
    ids = {one.statement.document for one in told.values()}
    reports = [hit.number for hit in found if not hit.is_statement]
    kept: Any = connection.execute(
        select(documents).where(or_(documents.c.id.in_(ids), documents.c.number.in_(reports)))
    ).mappings()
    by_number = {row["number"]: document_of(row) for row in kept}
    by_id = {document.id: document for document in by_number.values()}
    for hit in found:
        statement = told[hit.number] if hit.is_statement else None
        document = by_id[statement.statement.document] if statement else by_number[hit.number]
        within = statement.statement.spans.content if statement else ()
        yield Found(
            document=document.id,
            title=document.title,
            publisher=document.publisher,
            published=document.published,
            passage=passage_of(document.text, searched.query, within=within),
            told=statement,
        )


def matching_statements(searched: Search, *columns: Any, among: Sequence[str] = ()) -> Select[Any]:
    """The columns of all statements that match, of the documents ``among`` alone where there are any.

    The row of ``words_of("statements")`` is there to order by.
    """
    asked = searched.asked
    source = STATEMENTS.join(statements, statements.c.number == STATEMENTS.c.rowid)
    if asked.is_dated:
        source = source.join(readings, readings.c.number == statements.c.reading)
        source = source.join(documents, documents.c.number == readings.c.document)
    by_source = [of_source(searched.known, asked.source)] if asked.source and searched.known else []
    wanted = [*keys.asked_for(asked, searched.known), *([keys.of_documents(among)] if among else [])]
    return (
        select(*columns)
        .select_from(source)
        .where(
            search.matches("statements", searched.query, keys=wanted, dialect=searched.dialect),
            searched.shown.statements,
            *published_then(asked),
            *said_then(asked),
            *by_source,
        )
    )


def _matching_reports(searched: Search) -> Select[Any]:
    asked = searched.asked
    match = search.matches("documents", searched.query, keys=keys.asked_for(asked), dialect=searched.dialect)
    return (
        select(
            documents.c.number, documents.c.text, documents.c.title, documents.c.id, readings.c.number.label("reading")
        )
        .select_from(
            _DOCUMENTS.join(documents, documents.c.number == _DOCUMENTS.c.rowid).join(
                readings, readings.c.document == documents.c.number
            )
        )
        .where(match, shown_in(readings.c.number, searched.shown.newest), *published_then(asked))
    )


class _WindowOf(Protocol):
    """Gives the next window."""

    def __call__(self, connection: Connection, searched: Search, *, below: int) -> _Window:
        """What matches ``below`` a number, 0 for all."""
        ...


@dataclass(frozen=True, slots=True)
class _Step:
    """One kind of answers."""

    window: _WindowOf
    usual: int
    """Words of a usual text, for BM25: round numbers, so that the rank does not move when the ledger grows."""


_STEPS = {_STATEMENTS: _Step(_statements, 20), _REPORTS: _Step(_reports, 400)}


def _rank(text: str, query: Query, *, usual: int) -> int:
    words = parts(text)
    longer = 1 - _LENGTH + _LENGTH * len(words) / usual
    score = 0.0
    for phrase in query.wanted:
        count = times_there(phrase, words)
        score += count * (_SATURATION + 1) / (count + _SATURATION * longer)
    return round(score * _SCALE)
