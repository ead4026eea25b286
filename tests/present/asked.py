"""A ledger in a file of SQLite with made-up reports in it, and commands that ask it."""

from collections.abc import Callable
from pathlib import Path

from typer.testing import CliRunner, Result

from hearsay.ledger.connect import Store
from hearsay.ledger.writer import Writer
from hearsay.present.cli.main import app
from hearsay.records.ledger import Ledger
from tests.present.made import BRIDGE, QUIET, hostile
from tests.present.made_ferry import FERRY

MADE = (BRIDGE, FERRY, QUIET)


def clock() -> Callable[[], str]:
    """A clock of the Writer's that goes on by an hour whenever it is asked."""
    hours = iter(range(24))
    return lambda: f"2026-07-01T{next(hours):02d}:00:00.000000+00:00"


def ledger_at(path: Path, *more: Ledger) -> Path:
    """A new ledger there, with three reports and ``more`` in it."""
    store = Store(path, create=True)
    writer = Writer(store, clock=clock())
    for made in (*MADE, *more):
        writer.add(made, reader="7")
    store.close()
    return path


def with_hostile(path: Path) -> Path:
    """The same with a report whose every field tries to be obeyed."""
    return ledger_at(path, hostile())


def ask(path: Path, *arguments: str, width: int = 80, colour: bool = False) -> Result:
    """What a command says of the ledger there."""
    environment = {"COLUMNS": str(width), "FORCE_COLOR": "1" if colour else "", "NO_COLOR": "", "TERM": "xterm"}
    return CliRunner().invoke(app, [*arguments, "--ledger", str(path)], env=environment)
