"""``hearsay statement``: one statement with everything that is known of it."""

from dataclasses import dataclass
from typing import Annotated

import typer

from hearsay.present.cli.options import Asking, command

EPILOG = """\b
Example:
  hearsay statement statement-51d6f0a7c2e94b18
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing(Asking):
    """What ``hearsay statement`` takes."""

    id: Annotated[str, typer.Argument(metavar="ID", help="Which statement.", show_default=False)]


def _run(given: Showing) -> None:
    """Show one statement: whose, through whom, what kind of act, how sure, when said, its figures, where it stands."""
    form = given.format
    with given.view() as view:
        told = view.statement(given.id)
        kept = view.document(told.statement.document)
        figures = [figure for figure in view.ledger(kept).figures if figure.statement == told.statement.id]
    from hearsay.present.answers import statement_row
    from hearsay.present.cli.answer import write_one
    from hearsay.present.cli.view_statement import statement_lines
    from hearsay.present.entries import first_place, paragraphs

    place = first_place(told.statement)
    spans = paragraphs(kept.document.text)
    number = max((n for n, span in enumerate(spans) if span.start <= place), default=0)
    paragraph = spans[number]
    write_one(
        form,
        statement_row(told, kept.document, paragraph=paragraph, figures=figures),
        show=lambda console, look: statement_lines(
            told, kept.document, paragraph=(number + 1, paragraph), figures=figures, console=console, look=look
        ),
    )


statement = command(_run, Showing)
