"""``hearsay check``: whether a ledger is whole."""

import sys
from typing import Annotated

import typer

from hearsay.present.clean import one_line
from hearsay.present.cli.ending import ExitCode, ending_well, say
from hearsay.present.cli.output import opened
from hearsay.present.cli.progress import Progress
from hearsay.present.cli.where import LedgerOption, opened_ledger
from hearsay.present.words import counted

EPILOG = """\b
Examples:
  hearsay check
  hearsay check --ledger desk.db > faults.txt

Others may add to it meanwhile. A ledger of 100,000 reports takes some minutes.
"""


def check(
    *,
    ledger: LedgerOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary; faults are told.")] = False,
) -> None:
    """Read a whole ledger again, and tell each thing that is wrong with it in a line."""
    with ending_well(), opened_ledger(ledger) as store:
        from hearsay.ledger.check import check as checked

        faults = reports = 0
        shown = not quiet and sys.stderr is not None and sys.stderr.isatty()
        with Progress(shown=shown) as progress, opened(None) as stream:

            def advance() -> None:
                nonlocal reports
                reports += 1
                progress.advance()

            for fault in checked(store, advance=advance):
                faults += 1
                stream.write(f"{one_line(str(fault))}\n")
                stream.flush()
        if not quiet:
            said = f"{counted(faults, 'fault')} in it" if faults else "whole"
            say(f"{store.where}: {said}, {counted(reports, 'report')} read again")
        raise typer.Exit(ExitCode.NOT_ALL if faults else ExitCode.DONE)
