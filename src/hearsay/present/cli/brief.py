"""``hearsay brief``: a story on one or two pages, every sentence with its reference."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from hearsay.errors import UsageError
from hearsay.present.cli.days import first_day, last_day
from hearsay.present.cli.options import command
from hearsay.present.cli.output import opened
from hearsay.present.cli.where import LedgerOption, opened_ledger
from hearsay.records.plain import encodable

EPILOG = """\b
Examples:
  hearsay brief story-51d6f0a7c2e9
  hearsay brief story-51d6f0a7c2e9 --since 2026-05-04 -o brief.html
  hearsay brief story-51d6f0a7c2e9 -o brief.pdf

A PDF is set by Typst: pip install 'hearsay[pdf]'.
"""
FORMATS = ("md", "html", "pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What ``hearsay brief`` takes."""

    story: Annotated[str, typer.Argument(metavar="STORY", help="Which story, by its id.", show_default=False)]
    ledger: LedgerOption = None
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Tell first what has changed since that day, UTC.")
    ] = None
    form: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="md, html or pdf; by default by FILE's ending, else md."),
    ] = None
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there instead of to standard output."),
    ] = None
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="As the ledger stood at the end of that day, month or year, UTC."),
    ] = None


def _brief(given: Briefing) -> None:
    """Write a story on one or two pages, every sentence made from the ledger and with its reference."""
    form, since = _format(given), first_day(given.since, "--since")
    with opened_ledger(given.ledger) as store:
        from hearsay.ledger.view import View
        from hearsay.reconcile.ask import Stories

        stories = Stories(View(store, as_of=last_day(given.as_of, "--as-of")))
        story, day = stories.story(given.story), stories.day
        moment = f"{since}T00:00:00.000000+00:00"
        changes = tuple(stories.changes(moment, story=given.story)) if since is not None else ()
    from hearsay.normalise.edtf_words import in_words
    from hearsay.present.brief.write import brief

    written = brief(story, day=day, changes=changes, since=in_words(since.isoformat()) if since is not None else "")
    if form == "pdf":
        from hearsay.present.brief.typeset import pdf

        made = pdf(written)
        with opened(given.output, binary=True) as stream:
            stream.write(made)
        return
    if form == "html":
        from hearsay.present.page.brief import brief_page as write
    else:
        from hearsay.present.brief.markdown import markdown as write
    with opened(given.output, encoding="utf-8") as stream:
        stream.write(encodable(write(written)))


def _format(given: Briefing) -> str:
    ending = given.output.suffix.lower().removeprefix(".") if given.output is not None else ""
    form = (given.form or {"htm": "html", "markdown": "md"}.get(ending, ending) or "md").lower()
    if form not in FORMATS and given.form is None:
        return "md"
    if form not in FORMATS:
        raise UsageError(f"there is no format {given.form!r} of briefs", advice="give md, html or pdf")
    return form


brief = command(_brief, Briefing)
