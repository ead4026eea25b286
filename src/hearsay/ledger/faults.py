"""What a database's driver raises, as the errors of hearsay's own tree: one table, and what it does not know is told.

A driver's errors are told apart by SQLSTATE (PostgreSQL, appendix A) or SQLite's result codes.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from hearsay.errors import LedgerAway, LedgerBusy, LedgerDamaged, LedgerError, LedgerFull, LedgerReadOnly
from hearsay.ledger.guards import CHANGE_FAULT, SPAN_FAULT

_SQLITE = {
    sqlite3.SQLITE_BUSY: LedgerBusy,
    sqlite3.SQLITE_LOCKED: LedgerBusy,
    sqlite3.SQLITE_READONLY: LedgerReadOnly,
    sqlite3.SQLITE_FULL: LedgerFull,
    sqlite3.SQLITE_IOERR: LedgerAway,
    sqlite3.SQLITE_CANTOPEN: LedgerAway,
    sqlite3.SQLITE_CORRUPT: LedgerDamaged,
    sqlite3.SQLITE_NOTADB: LedgerDamaged,
    sqlite3.SQLITE_CONSTRAINT: LedgerError,
    sqlite3.SQLITE_PERM: LedgerReadOnly,
    sqlite3.SQLITE_AUTH: LedgerReadOnly,
}
"""By primary result code, the lowest eight bits."""
_POSTGRESQL = {
    "08": LedgerAway,
    "57": LedgerAway,
    "58": LedgerAway,
    "28": LedgerAway,
    "3D": LedgerAway,
    "53": LedgerFull,
    "40": LedgerBusy,
    "55": LedgerBusy,
    "25": LedgerReadOnly,
    "42501": LedgerReadOnly,
    "23": LedgerError,
    "XX": LedgerDamaged,
}
"""By SQLSTATE, or its class."""


@contextmanager
def told(where: str) -> Iterator[None]:
    """Within it, each error of a driver becomes a LedgerError that names the ledger ``where``."""
    try:
        yield
    except SQLAlchemyError as error:
        raise fault(error, where) from error
    except sqlite3.Error as error:
        raise _sqlite_fault(error, where) from error
    except OSError as error:
        # The driver of PostgreSQL lets the socket's own errors through.
        raise LedgerAway(f"{where}: {error.strerror or error}") from error


def fault(error: SQLAlchemyError, where: str) -> LedgerError:
    """The error of ours that a driver's stands for."""
    if not isinstance(error, DBAPIError) or error.orig is None:
        return LedgerError(f"{where}: {_line(error)}")
    orig = error.orig
    if isinstance(orig, sqlite3.Error):
        return _sqlite_fault(orig, where)
    state, message = _state(orig)
    kind = _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:2]) or (LedgerAway if not state else LedgerError)
    return kind(f"{where}: {message}")


def _sqlite_fault(error: sqlite3.Error, where: str) -> LedgerError:
    kind = _SQLITE.get(getattr(error, "sqlite_errorcode", -1) & 0xFF, LedgerError)
    return kind(f"{where}: {_line(error)}")


def _state(error: BaseException) -> tuple[str, str]:
    """SQLSTATE and message of an error of PostgreSQL; the first is empty where it never got there."""
    told = error.args[0] if error.args else ""
    if isinstance(told, dict):
        return str(told.get("C", "")), str(told.get("M", ""))
    return "", _line(error)


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300]


def is_guard(error: LedgerError) -> bool:
    """Whether the ledger's own guards refused it: a mistake in the program, not in what was given."""
    return SPAN_FAULT in str(error) or CHANGE_FAULT in str(error)
