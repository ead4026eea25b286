"""``hearsay sources`` and ``hearsay source``: who is credited, and all that one of them said."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.present.cli.options import Paging, command

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from hearsay.present.cli.look import Look

EPILOG = """\b
Examples:
  hearsay sources --limit 100
  hearsay sources --format csv --limit 100000 > sources.csv
"""
SOURCE_EPILOG = """\b
Examples:
  hearsay source "Ana Téllez"
  hearsay source "harbour board" --as-of 2026-05 --format jsonl

Names are compared without accents, articles and case; an id does as well.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming(Paging):
    """What ``hearsay source`` takes."""

    name: Annotated[str, typer.Argument(metavar="NAME", help="Whose statements.", show_default=False)]


def _list(given: Paging) -> None:
    """List who is credited, by name, with how many statements in how many reports."""
    form = given.format
    with given.view() as view:
        found = list(view.sources(after=given.after or "", limit=given.limit + 1))
        shown = found[: given.limit]
        after = view.place_of(shown[-1]) if len(found) > given.limit else None
    from hearsay.present.answers import CREDITED_COLUMNS, credited_row
    from hearsay.present.cli.answer import write_page
    from hearsay.present.cli.view_answers import credited_lines

    write_page(
        form,
        [credited_row(credited) for credited in shown],
        columns=CREDITED_COLUMNS,
        after=after,
        show=lambda console, look: credited_lines(shown, console, look=look),
    )


def _tell(given: Naming) -> None:
    """Tell all that a source said, over time."""
    form = given.format
    with given.view() as view:
        credited = view.source(given.name)
        page = view.said_by(given.name, after=given.after, limit=given.limit)
    from hearsay.present.answers import TOLD_COLUMNS, told_row
    from hearsay.present.cli.answer import write_page
    from hearsay.present.cli.view_answers import told_lines

    def show(console: "Console", look: "Look") -> "Iterator[Text]":
        return told_lines(credited, page.items, console=console, look=look)

    rows = [told_row(told) for told in page.items]
    write_page(form, rows, columns=TOLD_COLUMNS, after=page.after, show=show)


sources = command(_list, Paging)
source = command(_tell, Naming)
