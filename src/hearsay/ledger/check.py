"""Reading a whole ledger again, and naming whatever is wrong with it.

All of it is seen as it stood when the check began, whatever others add meanwhile, and memory holds a few documents at
a time.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from typing import Any

from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Table, select

from hearsay.errors import LedgerAway, LedgerBusy, LedgerError
from hearsay.ledger import filing, keys, search
from hearsay.ledger.checks import structure
from hearsay.ledger.checks.carried import copy_faults
from hearsay.ledger.checks.entries import ENTRIES, Read, entry_faults
from hearsay.ledger.checks.fault import Fault
from hearsay.ledger.checks.kept import document_faults, raw_faults, version_faults
from hearsay.ledger.checks.words import fault, words_of
from hearsay.ledger.connect import Store, config
from hearsay.ledger.faults import told
from hearsay.ledger.schema import documents, readings, statements

AT_ONCE = 50
"""Documents that are held in memory at once, with all their entries."""

Row = Any


def check(store: Store, *, advance: Callable[[], None] = lambda: None) -> Iterator[Fault]:
    """Whatever is wrong with a ledger, as it is found; ``advance`` is called for each document.

    Looked at are the database's own structures, migrations, guards, foreign keys, every text and every span, the bytes
    as fetched, versions, copies, the ids by which entries name one another, what has been derived from them, and the
    search. Raises LedgerError where the ledger cannot be reached.
    """
    newest = ScriptDirectory.from_config(config()).get_current_head()
    with told(store.where), store.reading.connect() as connection:
        for step in (
            structure.storage,
            lambda here: structure.migrations(here, newest),
            structure.triggers,
            structure.foreign_keys,
            version_faults,
            raw_faults,
            copy_faults,
            lambda here: _document_faults(here, advance),
        ):
            yield from _guarded(step, connection, where=store.where)


def _guarded(step: Callable[[Connection], Iterator[Fault]], connection: Connection, *, where: str) -> Iterator[Fault]:
    """The faults that a step finds; where the database itself gives up, that is one."""
    try:
        # Whatever goes wrong in a step, PostgreSQL goes on with the next one only from here.
        with told(where), connection.begin_nested():
            yield from step(connection)
    except (LedgerAway, LedgerBusy):
        raise
    except LedgerError as error:
        yield Fault("database", str(error).removeprefix(f"{where}: "))


def _document_faults(connection: Connection, advance: Callable[[], None]) -> Iterator[Fault]:
    """What is wrong with documents, their entries, and what the search knows of both."""
    known = {table.name: words_of(connection, table.name) for table in (documents, statements)}
    last = 0
    while True:
        query = select(documents.c.number).where(documents.c.number > last).order_by(documents.c.number)
        numbers = connection.execute(query.limit(AT_ONCE)).scalars().all()
        for read, faults in _pages(connection, numbers):
            yield from faults
            for row, _ in read:
                yield from document_faults(row)
                advance()
            for _, of_document in read:
                for one in of_document:
                    yield from entry_faults(one)
            for name, filed in _filed(read, connection.dialect.name).items():
                yield from (fault(name, number) for number in known[name].expect(filed))
        if len(numbers) < AT_ONCE:
            break
        last = numbers[-1]
    for name, words in known.items():
        yield from (fault(name, number) for number in words.wrong())


Page = list[tuple[Row, list[Read]]]
"""Documents, each with its readings."""


def _pages(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[Page, list[Fault]]]:
    """The documents with these numbers: together, or one by one where something in them cannot be read at all."""
    try:
        yield _page(connection, numbers), []
    except ValueError:
        for number in numbers:
            try:
                page = _page(connection, [number])
            except ValueError as error:
                yield [], [Fault(f"document number {number}", f"a row of it cannot be read: {error}")]
            else:
                yield page, []


def _page(connection: Connection, numbers: Sequence[int]) -> Page:
    kept = select(documents).where(documents.c.number.in_(numbers)).order_by(documents.c.number)
    made = select(readings).where(readings.c.document.in_(numbers)).order_by(readings.c.number)
    found: Sequence[Row] = connection.execute(made).mappings().all()
    entries = {
        table.name: _by_reading(connection, table, numbers=[row["number"] for row in found]) for table in ENTRIES
    }
    page: Page = []
    for document in connection.execute(kept).mappings().all():
        own = [row["number"] for row in found if row["document"] == document["number"]]
        read = [Read(n, document, {name: rows.get(n, []) for name, rows in entries.items()}) for n in own]  # type: ignore[arg-type]  # a row's keys are typed wider than they are
        page.append((document, read))
    return page


def _filed(page: Page, dialect: str) -> dict[str, list[tuple[int, str]]]:
    """What the search should have been given of the documents and of their statements."""
    found: dict[str, list[tuple[int, str]]] = {"documents": [], "statements": []}
    for document, read in page:
        found["documents"].append((document["number"], search.filed(*filing.of_document(document), dialect=dialect)))
        shared = keys.of_document(document)
        for one in read:
            credited = one.sources
            for row in one.of(statements):
                # Of a statement whose time is no time, the search knows what cannot be told: it is named in any case.
                with suppress(ValueError):
                    given = filing.of_statement(row, credited.get(row["source"]), shared=shared)
                    found["statements"].append((row["number"], search.filed(*given, dialect=dialect)))
    return found


def _by_reading(connection: Connection, table: Table, *, numbers: Sequence[int]) -> dict[int, list[Row]]:
    query = select(table).where(table.c.reading.in_(numbers)).order_by(table.c.reading, *table.primary_key.columns)
    found = connection.execute(query).mappings().all()
    return {number: list(rows) for number, rows in groupby(found, key=lambda row: int(row["reading"]))}
