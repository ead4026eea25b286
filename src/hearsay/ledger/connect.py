"""A connection to a ledger: SQLite with write-ahead logging, PostgreSQL with repeatable reads; brought up to date."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from hearsay.errors import LedgerAway, LedgerDamaged, UsageError
from hearsay.ledger import address
from hearsay.ledger.faults import told

PATIENCE = 60
"""Seconds that one waits for another who writes. Not tuned: longer than any one report takes to be written."""
APPLICATION = 0x68727361
"""What marks a file of SQLite as a ledger: "hrsa"."""


class Store:
    """Where a ledger is kept, and the way to it; safe for several threads."""

    def __init__(self, where: str | Path, *, create: bool) -> None:
        """Open the ledger ``where``; it is made where it is not there and ``create`` says so.

        Raises UsageError for an address of no ledger, LedgerAway for one that is not there, LedgerError.
        """
        self.url = address.url_of(where)
        self.where = address.shown(self.url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite and not create and not Path(self.where).exists():
            raise LedgerAway(f"{self.where}: no such ledger", advice="check the path, or add a report to make one")
        self.reading = _engine(self.url, begin="BEGIN")
        # Who means to write says so at once: else two who have read could not both go on.
        self.writing = _engine(self.url, begin="BEGIN IMMEDIATE") if self.is_sqlite else self.reading
        with told(self.where):
            self._bring_up_to_date(create=create)

    def close(self) -> None:
        """Close every connection."""
        self.reading.dispose()
        self.writing.dispose()

    def _bring_up_to_date(self, *, create: bool) -> None:
        newest = ScriptDirectory.from_config(config()).get_current_head()
        with self.reading.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
        if current == newest:
            return
        if current is None and not create:
            raise LedgerDamaged(f"{self.where}: not a ledger")
        known = {script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()}
        if current is not None and current not in known:
            raise UsageError(f"{self.where}: kept by a newer hearsay", advice="install the newest hearsay")
        with self.writing.begin() as connection:
            if not self.is_sqlite:
                # One at a time: two who open a new ledger at once would both make its tables.
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION})")
            migrate(connection)


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without a file of its own."""
    made = Config()
    made.set_main_option("script_location", "hearsay.ledger:migrations")
    made.attributes["connection"] = connection
    return made


def migrate(connection: Connection, revision: str = "head") -> None:
    """Bring the ledger to ``revision`` within the transaction of ``connection``."""
    command.upgrade(config(connection), revision)


def _engine(url: URL, *, begin: str) -> Engine:
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": PATIENCE, "check_same_thread": False})
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _beginner(begin))
        return engine
    try:
        return create_engine(url, isolation_level="REPEATABLE READ", pool_pre_ping=True, json_serializer=_json)
    except ModuleNotFoundError as error:
        raise UsageError("PostgreSQL needs its driver", advice="pip install 'hearsay[postgresql]'") from error


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


def _prepare_sqlite(connection: object, _: object) -> None:
    # Transactions begin when SQLAlchemy says so (see _beginner), not when the driver thinks so.
    connection.isolation_level = None  # type: ignore[attr-defined]  # sqlite3.Connection, typed as object by events
    cursor = connection.cursor()  # type: ignore[attr-defined]  # as above
    for pragma in (
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        "cache_size = -32000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _beginner(begin: str) -> Callable[[Connection], None]:
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return start
