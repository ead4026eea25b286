"""``hearsay export`` and ``hearsay import``: a ledger out as a file, and back."""

from collections import Counter
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.errors import ReportError, UsageError
from hearsay.present.cli.days import last_day
from hearsay.present.cli.ending import ExitCode, described, say
from hearsay.present.cli.forms import chosen, listed
from hearsay.present.cli.options import command
from hearsay.present.cli.output import opened
from hearsay.present.cli.where import LedgerOption, opened_ledger
from hearsay.present.export.formats import FORMATS
from hearsay.present.outcomes import in_words
from hearsay.present.words import counted
from hearsay.records.identity import make_id
from hearsay.records.ledger import Ledger

if TYPE_CHECKING:
    from hearsay.ledger.view import View
    from hearsay.reconcile.ask import Stories

EXPORT_EPILOG = """\b
Examples:
  hearsay export -o ledger.json
  hearsay export --format csv --as-of 2026-10-31 > statements.csv
  hearsay export -o figures.parquet --ledger postgresql://desk@localhost/hearsay
"""
IMPORT_EPILOG = """\b
Examples:
  hearsay import ledger.json
  hearsay import ledger.json --ledger desk.db

Reports that are in the ledger already, with the same entries, are passed over; where the entries differ, those of the
file are shown from now on, and what was there stays beneath. Each report is added whole or not at all.
"""
IMPORTED = "imported"
"""What stands for the reader of a reading that came in with a file, which does not tell who made it: with the digest of
what it holds, so that the same is not imported twice.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exporting:
    """What ``hearsay export`` takes."""

    ledger: LedgerOption = None
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"{listed(FORMATS)}; by default by FILE's ending, else json.",
        ),
    ] = None
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there instead of to standard output."),
    ] = None
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="As the ledger stood at the end of that day, month or year, UTC."),
    ] = None
    as_read: Annotated[bool, typer.Option("--as-read", help="As the reader read it, all corrections left out.")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Importing:
    """What ``hearsay import`` takes."""

    file: Annotated[Path, typer.Argument(metavar="FILE", help="Ledger JSON, version 1.", show_default=False)]
    ledger: LedgerOption = None


def _export(given: Exporting) -> None:
    """Write a ledger, with its corrections, as one file."""
    form = chosen(given.form, given.output, formats=FORMATS, default=FORMATS[0])
    as_of = last_day(given.as_of, "--as-of")
    with opened_ledger(given.ledger) as store:
        from hearsay.ledger.view import View
        from hearsay.reconcile.ask import Stories

        view = View(store, as_of=as_of, as_read=given.as_read)
        ledgers = view.ledgers() if given.as_read else Stories(view).ledgers()
        with opened(given.output, encoding="utf-8", binary=form.is_binary) as stream:
            form.load()(ledgers, stream)


def _import(given: Importing) -> None:
    """Add what a file of ledger JSON holds to a ledger."""
    from hearsay.ingest.exported import read_json

    outcomes: Counter[str] = Counter()
    try:
        with given.file.open("rb") as stream, opened_ledger(given.ledger, create=True) as store:
            from hearsay.ledger.view import View
            from hearsay.ledger.writer import Outcome, Writer
            from hearsay.reconcile.ask import Stories
            from hearsay.reconcile.place import Placer

            writer, placer, view = Writer(store), Placer(store), View(store)
            stories = Stories(view)
            for entries in read_json(stream, origin=str(given.file)):
                if _is_shown(view, entries, stories=stories):
                    outcomes[Outcome.KNOWN] += 1
                    continue
                added = writer.add(entries, reader=make_id(IMPORTED, _told(entries)))
                placer.place(added.document, entries)
                outcomes[added.outcome] += 1
    except ReportError as error:
        say(f"{error.origin}: {described(error)}")
        raise typer.Exit(ExitCode.NOT_ALL) from None
    except OSError as error:
        say(f"{given.file}: cannot be read: {(error.strerror or str(error)).lower()}: check the path")
        raise typer.Exit(ExitCode.NOT_ALL) from None
    say(f"{counted(outcomes.total(), 'report')}: {in_words(outcomes)}" if outcomes else "no report in it")


def _is_shown(view: "View", entries: Ledger, *, stories: "Stories") -> bool:
    """Whether a ledger shows a report just as the file has it, or exports it so, whoever read it."""
    (document,) = entries.documents
    try:
        kept = view.document(document.id)
    except UsageError:
        return False
    if view.versions(document.id)[-1].number != kept.number:
        return False
    return view.ledger(kept) == entries or _told(replace(stories.report(document.id), story=None)) == _told(entries)


def _told(entries: Ledger) -> str:
    """What a report holds, as its file has it."""
    from hearsay.records.wire import write_json

    stream = StringIO()
    write_json([entries], stream)
    return stream.getvalue()


export = command(_export, Exporting)
import_ = command(_import, Importing)
