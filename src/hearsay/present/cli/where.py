"""Which ledger a command works on: the option that they share, and how it is opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.present.cli.ending import say

if TYPE_CHECKING:
    from hearsay.ledger.connect import Store

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE|URL",
        envvar="HEARSAY_LEDGER",
        help="The ledger: a file, or a URL of PostgreSQL. By default hearsay.db in the current folder.",
    ),
]


@contextmanager
def opened_ledger(given: str | None, *, create: bool = False) -> Iterator["Store"]:
    """The ledger that the option names, closed at the end; where none is named, which one it is is said.

    Raises UsageError for an address of no ledger, LedgerAway for one that is not there unless ``create``, LedgerError.
    """
    # SQLAlchemy and Alembic take a third of a second to load, and --help must not pay it.
    from hearsay.ledger.address import DEFAULT
    from hearsay.ledger.connect import Store

    if not given:
        say(f"hearsay: the ledger is {DEFAULT} in the current folder")
    store = Store(given or DEFAULT, create=create)
    try:
        yield store
    finally:
        store.close()
