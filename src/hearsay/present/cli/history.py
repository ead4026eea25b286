"""``hearsay history`` and ``hearsay undo``: what has been corrected, and taking it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.errors import UsageError
from hearsay.present.cli.analyst import Correcting, tell_done
from hearsay.present.cli.options import Asking, command

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from hearsay.present.cli.look import Look
    from hearsay.records.correction import Correction

EPILOG = """\b
Examples:
  hearsay history
  hearsay history statement-51d6f0a7c2e94b18
  hearsay history --unanchored
"""
UNDO_EPILOG = """\b
Example:
  hearsay undo correction-8d3f6a1c0b7e2945 --why "the paper corrected it"

An undo is undone in the same way.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembering(Asking):
    """What ``hearsay history`` takes."""

    id: Annotated[
        str | None,
        typer.Argument(metavar="ID", help="Of a statement, figure, source, report or correction.", show_default=False),
    ] = None
    unanchored: Annotated[
        bool,
        typer.Option("--unanchored", help="Only what holds but is not found again in its report as it is now."),
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing(Correcting):
    """What ``hearsay undo`` takes."""

    id: Annotated[str, typer.Argument(metavar="ID", help="Which correction, or undo.", show_default=False)]


def _history(given: Remembering) -> None:
    """Tell what has been corrected, by whom, when and why: everything, or of one thing."""
    form = given.format
    if given.unanchored and given.id is not None:
        raise UsageError("--unanchored lists all that waits", advice="leave the id out")
    with given.view() as view:
        waiting = view.unanchored() if given.unanchored else ()
        found = [one.correction for one in waiting] if given.unanchored else view.history(given.id)
    documents = [one.document for one in waiting]
    from hearsay.present.cli.answer import write_page
    from hearsay.present.corrections import COLUMNS, correction_row

    rows = [correction_row(one) for one in found]
    if given.unanchored:
        rows = [row | {"document": document} for row, document in zip(rows, documents, strict=True)]
    columns = (*COLUMNS, "document") if given.unanchored else COLUMNS

    def show(console: "Console", look: "Look") -> Iterator["Text"]:
        return _lines(found, console=console, look=look)

    write_page(form, rows, columns=columns, after=None, show=show)


def _undo(given: Undoing) -> None:
    """Take a correction back; nothing is lost, and an undo can be undone."""
    with given.corrector() as corrector:
        tell_done(corrector.undo(given.id, why=given.why))


def _lines(found: "list[Correction] | tuple[Correction, ...]", *, console: "Console", look: "Look") -> Iterator["Text"]:
    from rich.text import Text

    from hearsay.present.clean import one_line
    from hearsay.present.cli.lines import indented, wrapped
    from hearsay.present.corrections import told

    for one in found:
        gone = f", undone by {one.undone_by}" if one.is_undone else ""
        about = "" if one.other is not None or one.undoes is not None else f"{one.target}: "
        body = Text(one_line(f"{about}{told(one)}"), style="dim" if one.is_undone else "")
        yield from wrapped(body, console, width=look.width)
        when = one.recorded[:16].replace("T", " ")
        small = Text(one_line(f"{when} UTC, {one.by}: {one.why} [{one.id}{gone}]"), style="dim")
        yield from indented(wrapped(small, console, width=look.width - 2), by=2)


history = command(_history, Remembering)
undo = command(_undo, Undoing)
