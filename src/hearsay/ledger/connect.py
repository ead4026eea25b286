"""A connection to a ledger: SQLite with write-ahead logging, PostgreSQL with repeatable reads; brought up to date.

One writes at a time, on either: numbers are then in the order in which rows can be seen, so that whoever goes on after
a number misses nothing.
"""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import IsolationLevel

from hearsay.errors import LedgerAway, LedgerDamaged, UsageError
from hearsay.ledger import address
from hearsay.ledger.faults import told

PATIENCE = 60.0
"""Seconds that one waits for another who writes. Not tuned: longer than any one report takes to be written."""
APPLICATION = 0x68727361
"""What marks a file of SQLite as a ledger, and the turn to write in PostgreSQL: "hrsa"."""
CHECKPOINT = 8_000
"""Pages of 4 kB that SQLite's log may have before they are put in their places: 32 MB. The search's index touches the
same pages again and again; with the default of 1,000, adding is a tenth slower (make bench-ledger)."""

CONNECTIONS = 6
"""To either of reading and writing that are kept open; further ones are closed after use. Each may hold 32 MB."""


class Store:
    """Where a ledger is kept, and the way to it; safe for several threads."""

    def __init__(self, where: str | Path, *, create: bool, patience: float = PATIENCE) -> None:
        """Open the ledger ``where``; it is made where it is not there and ``create`` says so.

        ``patience`` is for how many seconds one waits for another who writes.

        Raises UsageError for an address of no ledger, LedgerAway for one that is not there, LedgerError.
        """
        self.url = address.url_of(where)
        self.where = address.shown(self.url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            _find_file(self.where, create=create)
        # Who means to write says so at once: else two who have read could not both go on.
        if self.is_sqlite:
            self.reading, self.writing = (
                _sqlite(self.url, begin=begin, patience=patience) for begin in ("BEGIN", "BEGIN IMMEDIATE")
            )
        else:
            self.reading, self.writing = (
                _postgresql(self.url, writes=writes, patience=patience) for writes in (False, True)
            )
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
            # Another program's tables are left alone.
            is_foreign = current is None and bool(inspect(connection).get_table_names())
        if current == newest:
            return
        if is_foreign or (current is None and not create):
            raise LedgerDamaged(f"{self.where}: not a ledger")
        known = {script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()}
        if current is not None and current not in known:
            raise UsageError(f"{self.where}: kept by a newer hearsay", advice="install the newest hearsay")
        with self.writing.begin() as connection:
            migrate(connection)


def _find_file(where: str, *, create: bool) -> None:
    """Raises UsageError where no file can be there, LedgerAway where none is and none is to be made."""
    path = Path(where)
    try:
        is_folder, is_there, has_place = path.is_dir(), path.exists(), path.parent.is_dir()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise LedgerAway(f"{where}: {reason}", advice="check the path and its permissions") from error
    if not where or is_folder:
        raise UsageError(f"{where or 'in memory'}: a ledger is kept in a file", advice="give the path of one")
    if not is_there and not create:
        raise LedgerAway(f"{where}: no such ledger", advice="check the path, or add a report to make one")
    if not has_place:
        raise LedgerAway(f"{where}: its folder is not there", advice="check the path, or make the folder")


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without a file of its own."""
    made = Config()
    made.set_main_option("script_location", "hearsay.ledger:migrations")
    made.attributes["connection"] = connection
    return made


def migrate(connection: Connection, revision: str = "head") -> None:
    """Bring the ledger to ``revision`` within the transaction of ``connection``."""
    command.upgrade(config(connection), revision)


def _sqlite(url: URL, *, begin: str, patience: float) -> Engine:
    engine = create_engine(url, pool_size=CONNECTIONS, connect_args={"timeout": patience, "check_same_thread": False})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _sender(begin))
    return engine


def _postgresql(url: URL, *, writes: bool, patience: float) -> Engine:
    # Who writes must see what the one before it has written, which came after its own transaction began.
    level: IsolationLevel = "READ COMMITTED" if writes else "REPEATABLE READ"
    try:
        engine = create_engine(
            url, isolation_level=level, pool_size=CONNECTIONS, pool_pre_ping=True, json_serializer=_json
        )
    except ModuleNotFoundError as error:
        raise UsageError("PostgreSQL needs its driver", advice="pip install 'hearsay[postgresql]'") from error
    if writes:
        turn = f"SET LOCAL lock_timeout = {round(1000 * patience)}", f"SELECT pg_advisory_xact_lock({APPLICATION})"
        event.listen(engine, "begin", _sender(*turn))
    return engine


def _json(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


def _prepare_sqlite(connection: object, _: object) -> None:
    # Transactions begin when SQLAlchemy says so (see _sender), not when the driver thinks so.
    connection.isolation_level = None  # type: ignore[attr-defined]  # sqlite3.Connection, typed as object by events
    cursor = connection.cursor()  # type: ignore[attr-defined]  # as above
    for pragma in (
        "journal_mode = WAL",
        # What has been said to be added is there even after a power cut. It costs a millisecond and a half a report,
        # where reading the report takes a hundred times as long.
        "synchronous = FULL",
        f"wal_autocheckpoint = {CHECKPOINT}",
        "foreign_keys = ON",
        "temp_store = MEMORY",
        "cache_size = -32000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _sender(*statements: str) -> Callable[[Connection], None]:
    def send(connection: Connection) -> None:
        for statement in statements:
            connection.exec_driver_sql(statement)

    return send
