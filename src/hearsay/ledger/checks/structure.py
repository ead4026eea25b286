"""Whether the tables, indexes and guards of a ledger are there as the newest migration leaves them."""

import re
from collections.abc import Iterator

from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect

from hearsay.ledger import guards, schema
from hearsay.ledger.checks.fault import Fault

_TRIGGER = re.compile(r"\s*CREATE TRIGGER (\w+) .*? ON (\w+)", re.DOTALL)
_FUNCTION = re.compile(r"\s*CREATE FUNCTION (\w+)\(\).*?\$\$(.*)\$\$", re.DOTALL)
MOST = 100
"""Faults that SQLite tells of its own file at most."""


def migrations(connection: Connection, newest: str | None) -> Iterator[Fault]:
    """Whether the ledger is at the ``newest`` revision, with every table, column and index."""
    current = MigrationContext.configure(connection).get_current_revision()
    if current != newest:
        yield Fault("migrations", f"the ledger is at {current}, and {newest} is the newest")
    found = inspect(connection)
    names = set(found.get_table_names())
    for table in schema.EVERY:
        if table.name not in names:
            yield Fault(f"table {table.name}", "it is not there")
            continue
        columns = {column["name"] for column in found.get_columns(table.name)}
        for column in table.columns:
            if column.name not in columns:
                yield Fault(f"table {table.name}", f"it has no column {column.name}")
        indexes = {index["name"] for index in found.get_indexes(table.name)}
        for index in table.indexes:
            if index.name not in indexes:
                yield Fault(f"table {table.name}", f"its index {index.name} is not there")


def triggers(connection: Connection) -> Iterator[Fault]:
    """Whether every guard is there, at work, and does what it should."""
    yield from (_sqlite_triggers if connection.dialect.name == "sqlite" else _postgresql_triggers)(connection)


def storage(connection: Connection) -> Iterator[Fault]:
    """Whether the database's own structures are whole, by its own judgement."""
    if connection.dialect.name == "sqlite":
        told = connection.exec_driver_sql(f"PRAGMA integrity_check({MOST})").scalars()
        yield from (Fault("file", " ".join(line.split())) for line in told if line != "ok")
        return
    invalid = (
        "SELECT 'index ' || c.relname, 'PostgreSQL holds it to be invalid' FROM pg_index AS i "
        "JOIN pg_class AS c ON c.oid = i.indexrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace "
        "WHERE NOT i.indisvalid AND n.nspname = current_schema() "
        "UNION ALL SELECT 'constraint ' || conname, 'it has not been held against every row' FROM pg_constraint "
        "WHERE NOT convalidated AND connamespace = current_schema()::regnamespace"
    )
    yield from (Fault(*row) for row in connection.exec_driver_sql(invalid))


def foreign_keys(connection: Connection) -> Iterator[Fault]:
    """Whether every row that another names is there."""
    for table in schema.EVERY:
        keys = ", ".join(f"a.{column.name}" for column in table.primary_key.columns)
        for key in table.foreign_keys:
            here, there = key.parent.name, key.column
            query = (
                f"SELECT {keys}, a.{here} FROM {table.name} AS a WHERE a.{here} IS NOT NULL AND NOT EXISTS "  # noqa: S608 - names of our own tables
                f"(SELECT 1 FROM {there.table.name} AS b WHERE b.{there.name} = a.{here})"
            )
            for *row, value in connection.exec_driver_sql(query):
                where = f"{table.name} {'/'.join(map(str, row))}"
                yield Fault(where, f"its {here}, {there.table.name} {value}, is not there")


def _sqlite_triggers(connection: Connection) -> Iterator[Fault]:
    found = _pairs(connection, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    for sql in guards.statements("sqlite"):
        if made := _TRIGGER.match(sql):
            name, table = made.groups()
            if name not in found:
                yield Fault(f"table {table}", f"its guard {name} is not there")
            elif found[name].split() != sql.split():
                yield Fault(f"table {table}", f"its guard {name} is not as it should be")


def _postgresql_triggers(connection: Connection) -> Iterator[Fault]:
    found = _pairs(connection, "SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal")
    here = "pronamespace = current_schema()::regnamespace"
    bodies = _pairs(connection, f"SELECT proname, prosrc FROM pg_proc WHERE {here}")  # noqa: S608 - nothing from outside
    for sql in guards.statements("postgresql"):
        if made := _TRIGGER.match(sql):
            name, table = made.groups()
            if name not in found:
                yield Fault(f"table {table}", f"its guard {name} is not there")
            elif found[name] != "O":
                yield Fault(f"table {table}", f"its guard {name} is switched off")
        elif (made := _FUNCTION.match(sql)) and bodies.get(made[1], "").split() != made[2].split():
            yield Fault(f"function {made[1]}", "it is not as it should be, or not there")


def _pairs(connection: Connection, query: str) -> dict[str, str]:
    return {str(first): str(second) for first, second in connection.exec_driver_sql(query)}
