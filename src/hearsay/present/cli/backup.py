"""``hearsay backup``: a copy of a ledger while others use it."""

from pathlib import Path
from typing import Annotated

import typer

from hearsay.present.cli.ending import ending_well, say
from hearsay.present.cli.where import LedgerOption, opened_ledger

EPILOG = """\b
Examples:
  hearsay backup monday.db
  hearsay backup /backups/desk.db --ledger desk.db --force

The copy is a ledger itself: hearsay check --ledger monday.db reads it again. A ledger in PostgreSQL is backed up by
pg_dump.
"""


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes.", show_default=False)],
    *,
    ledger: LedgerOption = None,
    force: Annotated[bool, typer.Option("--force", help="Put it in the place of a file that is there.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Tell errors alone.")] = False,
) -> None:
    """Copy a ledger to a file, as it stands, while others read and write."""
    with ending_well(), opened_ledger(ledger) as store:
        from hearsay.ledger.backup import backup as copied

        size = copied(store, file, force=force)
        if not quiet:
            say(f"{file}: a copy of {store.where}, {size / 1e6:,.1f} MB")
