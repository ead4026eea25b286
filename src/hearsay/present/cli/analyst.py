"""Who corrects a ledger, and why: the options that the commands for it share."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.present.cli.where import LedgerOption, opened_ledger

if TYPE_CHECKING:
    from hearsay.ledger.connect import Store
    from hearsay.ledger.correct import Corrector
    from hearsay.records.correction import Correction

DocumentOption = Annotated[
    str | None,
    typer.Option("--document", metavar="ID", help="The report that is meant, where several have an entry of that id."),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correcting:
    """What every command has that corrects."""

    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason; it is kept.", show_default=False)]
    by: Annotated[
        str | None,
        typer.Option(
            "--by", metavar="NAME", envvar="HEARSAY_ANALYST", help="Who corrects; by default your login name."
        ),
    ] = None
    ledger: LedgerOption = None

    @contextmanager
    def corrector(self) -> Iterator["Corrector"]:
        """The ledger to be corrected, closed at the end."""
        with self.store() as store:
            yield self.corrector_of(store)

    @contextmanager
    def store(self) -> Iterator["Store"]:
        """The ledger, closed at the end."""
        with opened_ledger(self.ledger) as store:
            yield store

    def corrector_of(self, store: "Store") -> "Corrector":
        """What corrects an open ledger in the analyst's name. Raises UsageError where that is not known."""
        from hearsay.pipeline import corrector

        return corrector(store, by=_login() if self.by is None else self.by)


def tell_done(correction: "Correction") -> None:
    """Say what has been recorded, on standard output."""
    from hearsay.present.clean import one_line
    from hearsay.present.cli.output import opened
    from hearsay.present.corrections import told

    with opened(None) as stream:
        stream.write(f"{correction.id}: {one_line(told(correction))}\n")


def _login() -> str:
    """The login name, empty where the system does not know one."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
