"""``hearsay find``: statements and reports by their words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from hearsay.errors import UsageError
from hearsay.present.cli.days import first_day, last_day
from hearsay.present.cli.options import Paging, command
from hearsay.records.statement import Act, Certainty

if TYPE_CHECKING:
    from hearsay.ledger.asked import Asked

EPILOG = """\b
Examples:
  hearsay find ferry repairs
  hearsay find '"swing bridge" -ferry' --publisher "Norda News"
  hearsay find bridge --source "Ana Téllez" --act deny --said-from 2026-05
  hearsay find --party "Port Ellis" --figures --format csv

All words must be there, in any of their forms; words in quotation marks one after another; those with a hyphen before
them must not. Statements come first, then reports in which the words stand beside any statement. Without words, the
filters alone decide, and the newest come first.
"""

Value = TypeVar("Value", Act, Certainty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Paging):
    """What ``hearsay find`` takes."""

    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORDS", help="What to look for.", show_default=False)
    ] = None
    source: Annotated[str | None, typer.Option(metavar="NAME", help="Who said it, by name or id.")] = None
    party: Annotated[str | None, typer.Option(metavar="NAME", help="The side that the source speaks for.")] = None
    act: Annotated[str | None, typer.Option(metavar="ACT", help=f"One of {', '.join(Act)}.")] = None
    certainty: Annotated[str | None, typer.Option(metavar="WORD", help=f"One of {', '.join(Certainty)}.")] = None
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published the report.")] = None
    document: Annotated[str | None, typer.Option(metavar="ID", help="The report that it stands in.")] = None
    published_from: Annotated[str | None, typer.Option(metavar="DATE", help="Published then or later.")] = None
    published_to: Annotated[str | None, typer.Option(metavar="DATE", help="Published then or before.")] = None
    said_from: Annotated[str | None, typer.Option(metavar="DATE", help="Said then or later.")] = None
    said_to: Annotated[str | None, typer.Option(metavar="DATE", help="Said then or before.")] = None
    figures: Annotated[
        bool | None, typer.Option("--figures/--no-figures", help="With figures in it, or without.", show_default=False)
    ] = None
    anonymous: Annotated[
        bool | None, typer.Option("--anonymous/--named", help="By sources not named, or named.", show_default=False)
    ] = None

    @property
    def asked(self) -> "Asked":
        """The filters. Raises UsageError for a value that one cannot have."""
        from hearsay.ledger.asked import Asked

        return Asked(
            source=self.source,
            party=self.party,
            act=_one_of(Act, self.act, option="--act"),
            certainty=_one_of(Certainty, self.certainty, option="--certainty"),
            publisher=self.publisher,
            document=self.document,
            published_from=first_day(self.published_from, "--published-from"),
            published_to=last_day(self.published_to, "--published-to"),
            said_from=first_day(self.said_from, "--said-from"),
            said_to=last_day(self.said_to, "--said-to"),
            with_figures=self.figures,
            anonymous=self.anonymous,
        )


def _run(given: Finding) -> None:
    """Find statements and reports by their words."""
    form, asked = given.format, given.asked
    for first, last, option in (
        (asked.published_from, asked.published_to, "published"),
        (asked.said_from, asked.said_to, "said"),
    ):
        if first and last and first > last:
            raise UsageError(f"--{option}-from is after --{option}-to", advice="nothing lies between them: swap them")
    with given.view() as view:
        page = view.find(" ".join(given.words or ()), asked, after=given.after, limit=given.limit)
    from hearsay.present.answers import FOUND_COLUMNS, found_row
    from hearsay.present.cli.answer import write_page
    from hearsay.present.cli.view_answers import found_lines

    write_page(
        form,
        [found_row(found) for found in page.items],
        columns=FOUND_COLUMNS,
        after=page.after,
        show=lambda console, look: found_lines(page.items, console, look=look),
    )


def _one_of(kind: type[Value], given: str | None, *, option: str) -> Value | None:
    if given is None:
        return None
    try:
        return kind(given.lower())
    except ValueError:
        *others, last = kind
        raise UsageError(f"{option}: there is no {given!r}", advice=f"give {', '.join(others)} or {last}") from None


find = command(_run, Finding)
