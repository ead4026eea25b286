"""``hearsay versions``: how a page has changed, claim by claim."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.present.cli.options import Asking, Form, command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console
    from rich.text import Text

    from hearsay.present.cli.look import Look

EPILOG = """\b
Examples:
  hearsay versions doc-9f2c41d07be1a663
  hearsay versions doc-9f2c41d07be1a663 doc-27be1a6639f2c41d --format json

The words "read otherwise", or "reread" for short, are said of what stands in both versions but was taken for a claim in
one of them alone.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparing(Asking):
    """What ``hearsay versions`` takes."""

    id: Annotated[str, typer.Argument(metavar="ID", help="A version of the report.", show_default=False)]
    other: Annotated[
        str | None,
        typer.Argument(metavar="OTHER", help="Compare ID with this version of it alone.", show_default=False),
    ] = None


def _run(given: Comparing) -> None:
    """Tell the versions of a report, and which claims appeared, vanished or changed in each."""
    form = given.format
    with given.view() as view:
        kept = view.document(given.id)
        if given.other is None:
            every = view.versions(given.id)
            pairs = list(pairwise(every))
            found = [(every[0], None), *((two, view.compared(one.document.id, two.document.id)) for one, two in pairs)]
        else:
            found = [(kept, None), (view.document(given.other), view.compared(given.id, given.other))]
    from hearsay.present.cli.answer import write_one, write_page
    from hearsay.present.cli.view_versions import versions_lines
    from hearsay.present.versions import COLUMNS, difference_row

    def show(console: "Console", look: "Look") -> "Iterator[Text]":
        return versions_lines(found, console, look=look)

    if form is Form.TEXT:
        write_one(form, {}, show=show)
        return
    rows = [
        difference_row(difference, comparison, version=version)
        for version, comparison in found
        if comparison is not None
        for difference in comparison.differences
    ]
    write_page(form, rows, columns=COLUMNS, after=None, show=show)


versions = command(_run, Comparing)
