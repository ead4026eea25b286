"""Every error that a database's driver can raise has its place in the tree of errors."""

import sqlite3

import pytest
from sqlalchemy.exc import DBAPIError, InvalidRequestError

from hearsay.errors import (
    LedgerAway,
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerFull,
    LedgerReadOnly,
)
from hearsay.ledger import faults

NO_ERRORS = {"SQLITE_OK", "SQLITE_ROW", "SQLITE_DONE", "SQLITE_NOTICE", "SQLITE_WARNING"}
CODES = {
    name: value
    for name, value in vars(sqlite3).items()
    if name.startswith("SQLITE_")
    and not name.startswith(("SQLITE_LIMIT_", "SQLITE_DBCONFIG_"))
    and isinstance(value, int)
    and value <= 0xFF
    and name not in NO_ERRORS
}
AUTHORISATION = {n for n in CODES if n.startswith(("SQLITE_CREATE_", "SQLITE_DROP_", "SQLITE_ALTER_"))} | {
    *("SQLITE_DENY", "SQLITE_IGNORE", "SQLITE_INSERT", "SQLITE_PRAGMA", "SQLITE_READ", "SQLITE_SELECT"),
    *("SQLITE_TRANSACTION", "SQLITE_UPDATE", "SQLITE_ATTACH", "SQLITE_DETACH", "SQLITE_REINDEX", "SQLITE_ANALYZE"),
    *("SQLITE_DELETE", "SQLITE_FUNCTION", "SQLITE_SAVEPOINT", "SQLITE_RECURSIVE"),
}
"""What an authoriser is told, numbered as result codes are, and none of them."""
CLASSES = (
    "03 08 09 0A 0B 0F 0L 0P 0Z 20 21 22 23 24 25 26 27 28 2B 2D 2F 34 38 39 3B 3D 3F 40 42 44 53 54 55 57 58 72 F0 HV "
    "P0 XX"
).split()
"""The classes of errors in appendix A of PostgreSQL's documentation."""


@pytest.mark.parametrize("name", sorted(CODES.keys() - AUTHORISATION))
def test_each_result_code_of_sqlite_has_its_error(name: str) -> None:
    assert CODES[name] in faults._SQLITE, f"{name} has no error of ours"


def test_what_an_authoriser_is_told_hides_no_result_code() -> None:
    assert {"SQLITE_BUSY", "SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CORRUPT"} <= CODES.keys() - AUTHORISATION
    assert len(CODES.keys() - AUTHORISATION) == 26


@pytest.mark.parametrize("state", CLASSES)
def test_each_class_of_postgresql_has_its_error(state: str) -> None:
    assert state in faults._POSTGRESQL, f"class {state} has no error of ours"


class Driver(Exception):
    """Stands for an error of PostgreSQL's driver."""


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        ({"C": "53100", "M": "no space left"}, LedgerFull),
        ({"C": "53300", "M": "too many clients"}, LedgerBusy),
        ({"C": "25006", "M": "read-only transaction"}, LedgerReadOnly),
        ({"C": "42501", "M": "permission denied"}, LedgerReadOnly),
        ({"C": "42P01", "M": "no such table"}, LedgerError),
        ({"C": "55P03", "M": "lock not available"}, LedgerBusy),
        ({"C": "57P01", "M": "terminating connection"}, LedgerAway),
        ({"C": "57014", "M": "canceling statement"}, LedgerError),
        ({"C": "XX001", "M": "invalid page"}, LedgerDamaged),
        ("network error", LedgerAway),
    ],
)
def test_states_of_postgresql(raised: object, kind: type[LedgerError]) -> None:
    error = faults.fault(DBAPIError("SELECT 1", {}, Driver(raised)), "desk")
    assert type(error) is kind
    assert str(error).startswith("desk: ")
    assert "\n" not in str(error)


def test_what_the_library_itself_raises_is_told() -> None:
    assert type(faults.fault(InvalidRequestError("two\nlines"), "desk")) is LedgerError


def test_a_socket_that_is_cut_is_a_ledger_that_is_away() -> None:
    with pytest.raises(LedgerAway, match="desk: Connection refused"), faults.told("desk"):
        raise ConnectionRefusedError(111, "Connection refused")
