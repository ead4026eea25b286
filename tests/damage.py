"""Damage to a ledger, done on purpose past everything that guards it."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

from hearsay.ledger.connect import Store


def damage(store: Store, statement: str, *given: Any) -> None:
    """Run one statement of SQL, ``?`` standing for what is given, with guards and foreign keys out of the way."""
    if store.is_sqlite:
        with closing(sqlite3.connect(store.where, isolation_level=None)) as connection, _unguarded(connection):
            connection.execute(statement, given)
        return
    with store.reading.begin() as server:
        server.exec_driver_sql("SET LOCAL session_replication_role = replica")
        server.exec_driver_sql(statement.replace("%", "%%").replace("?", "%s"), tuple(given))


@contextmanager
def _unguarded(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("PRAGMA foreign_keys = OFF")
    guards: Sequence[tuple[str, str]] = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in guards:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for _, sql in guards:
        if sql.split(" ON ")[1].split()[0] in tables:
            connection.execute(sql)
