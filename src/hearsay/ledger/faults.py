"""What a database's driver raises, as the errors of hearsay's own tree: one table, and what it does not know is told.

A driver's errors are told apart by SQLSTATE (PostgreSQL, appendix A) or SQLite's result codes.
"""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from hearsay.errors import LedgerAway, LedgerBusy, LedgerDamaged, LedgerError, LedgerFull, LedgerReadOnly
from hearsay.ledger.guards import CHANGE_FAULT, SPAN_FAULT

_SQLITE: dict[int, type[LedgerError]] = {
    sqlite3.SQLITE_BUSY: LedgerBusy,
    sqlite3.SQLITE_LOCKED: LedgerBusy,
    sqlite3.SQLITE_PROTOCOL: LedgerBusy,
    sqlite3.SQLITE_READONLY: LedgerReadOnly,
    sqlite3.SQLITE_PERM: LedgerReadOnly,
    sqlite3.SQLITE_AUTH: LedgerReadOnly,
    sqlite3.SQLITE_FULL: LedgerFull,
    # The log's index grows in a file of its own, for which the disk may have no room either.
    sqlite3.SQLITE_IOERR_SHMSIZE: LedgerFull,
    sqlite3.SQLITE_IOERR: LedgerAway,
    sqlite3.SQLITE_CANTOPEN: LedgerAway,
    sqlite3.SQLITE_NOLFS: LedgerAway,
    sqlite3.SQLITE_CORRUPT: LedgerDamaged,
    sqlite3.SQLITE_NOTADB: LedgerDamaged,
    sqlite3.SQLITE_FORMAT: LedgerDamaged,
    sqlite3.SQLITE_INTERNAL: LedgerDamaged,
} | dict.fromkeys(
    (
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_ABORT,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_INTERRUPT,
        sqlite3.SQLITE_NOTFOUND,
        sqlite3.SQLITE_EMPTY,
        sqlite3.SQLITE_SCHEMA,
        sqlite3.SQLITE_TOOBIG,
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_MISMATCH,
        sqlite3.SQLITE_MISUSE,
        sqlite3.SQLITE_RANGE,
    ),
    LedgerError,
)
"""By result code, else by primary result code, which is its lowest eight bits."""
_POSTGRESQL: dict[str, type[LedgerError]] = {
    "08": LedgerAway,
    "57": LedgerAway,
    "58": LedgerAway,
    "28": LedgerAway,
    "3D": LedgerAway,
    "53": LedgerFull,
    "53300": LedgerBusy,
    "40": LedgerBusy,
    "55": LedgerBusy,
    "25006": LedgerReadOnly,
    "42501": LedgerReadOnly,
    "57014": LedgerError,
    "F0": LedgerDamaged,
    "XX": LedgerDamaged,
} | dict.fromkeys(
    (
        *("03", "09", "0A", "0B", "0F", "0L", "0P", "0Z", "20", "21", "22", "23", "24", "25", "26", "27", "2B", "2D"),
        *("2F", "34", "38", "39", "3B", "3F", "42", "44", "54", "72", "HV", "P0"),
    ),
    LedgerError,
)
"""By SQLSTATE, or its class."""

_ARGUMENTS = re.compile(r" \(timeout is [^)]*\)")


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
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    kind = _SQLITE.get(code) or _SQLITE.get(code & 0xFF, LedgerError)
    folder = Path(where).parent
    if kind is LedgerAway and folder.is_dir() and not _is_writable(folder):
        # SQLite only says that it cannot open a file that it cannot make, the ledger's or its log's.
        return LedgerReadOnly(f"{where}: its folder may not be written to")
    return kind(f"{where}: {_line(error)}")


def _is_writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _state(error: BaseException) -> tuple[str, str]:
    """SQLSTATE and message of an error of PostgreSQL; the first is empty where it never got there."""
    told = error.args[0] if error.args else ""
    if isinstance(told, dict):
        return str(told.get("C", "")), str(told.get("M", ""))
    # What the driver says of its own arguments tells nobody anything.
    return "", _ARGUMENTS.sub("", _line(error)).rstrip(".")


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300]


def is_guard(error: LedgerError) -> bool:
    """Whether the ledger's own guards refused it: a mistake in the program, not in what was given."""
    return SPAN_FAULT in str(error) or CHANGE_FAULT in str(error)
