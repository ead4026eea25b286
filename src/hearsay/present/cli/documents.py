"""``hearsay documents`` and ``hearsay document``: the reports of a ledger, and one of them with all that it tells."""

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Annotated

import typer

from hearsay.errors import UsageError
from hearsay.present.cli.options import Asking, Form, Paging, command
from hearsay.records.ledger import Ledger

if TYPE_CHECKING:
    from hearsay.ledger.answers import Kept

EPILOG = """\b
Examples:
  hearsay documents --limit 100
  hearsay documents --versions --format jsonl
"""
DOCUMENT_EPILOG = """\b
Examples:
  hearsay document doc-9f2c41d07be1a663
  hearsay document doc-9f2c41d07be1a663 --format json > report.json
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Paging):
    """What ``hearsay documents`` takes."""

    versions: Annotated[bool, typer.Option("--versions", help="Older versions of reports too.")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing(Asking):
    """What ``hearsay document`` takes."""

    id: Annotated[str, typer.Argument(metavar="ID", help="Which report.", show_default=False)]


def _list(given: Listing) -> None:
    """List the reports, in the order in which they were added."""
    form = given.format
    after = _number(given.after)
    with given.view() as view:
        found = list(view.documents(after=after, limit=given.limit + 1, versions=given.versions))
    shown = found[: given.limit]
    from hearsay.present.answers import KEPT_COLUMNS, kept_row
    from hearsay.present.cli.answer import write_page
    from hearsay.present.cli.view_answers import kept_lines

    write_page(
        form,
        [kept_row(kept) for kept in shown],
        columns=KEPT_COLUMNS,
        after=str(shown[-1].number) if len(found) > given.limit else None,
        show=lambda console, look: kept_lines(shown, console, look=look),
    )


def _show(given: Showing) -> None:
    """Show one report: who said what in it, its versions, when it was fetched and who read it."""
    form = given.format
    with given.view() as view:
        kept = view.document(given.id)
        versions = view.versions(given.id)
        ledger = view.ledger(kept)
    from hearsay.present.cli.output import opened

    with opened(None, encoding=None if form is Form.TEXT else "utf-8") as stream:
        if form is Form.TEXT:
            _write_text(stream, ledger, kept=kept, versions=versions)
        elif form is Form.JSON:
            from hearsay.records.wire import write_json

            write_json([ledger], stream)
        elif form is Form.JSONL:
            from hearsay.present.export.jsonl import write_jsonl

            write_jsonl([ledger], stream)
        else:
            from hearsay.present.export.csv import write_csv

            write_csv([ledger], stream)


def _write_text(stream: IO[str], ledger: Ledger, *, kept: "Kept", versions: list["Kept"]) -> None:
    from hearsay.present.cli.lines import console_of, made
    from hearsay.present.cli.look import look_of
    from hearsay.present.cli.view_answers import history_lines
    from hearsay.present.cli.view_text import write_text

    look = look_of(stream)
    console = console_of(look)
    write_text([ledger], stream, look=look)
    stream.write("\n" + made(console, history_lines(kept, versions, console=console, look=look)))


def _number(given: str | None) -> int:
    if given is None:
        return 0
    if given.isascii() and given.isdecimal() and len(given) < 19:
        return int(given)
    raise UsageError(f"{given!r} is no cursor of documents", advice="pass on the one that the page before ended with")


documents = command(_list, Listing)
document = command(_show, Showing)
