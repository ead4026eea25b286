"""``hearsay changes``: what is new in the stories of a ledger since a day, or since one last looked."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

import typer

from hearsay.errors import UsageError
from hearsay.present.cli.days import first_day
from hearsay.present.cli.ending import say
from hearsay.present.cli.options import Asking, command

EPILOG = """\b
Examples:
  hearsay changes --since 2026-05-04
  hearsay changes --since LAST
  hearsay changes --since 2026-05 story-51d6f0a7c2e9 --format jsonl

A day counts from its beginning, UTC. LAST is the moment up to which this user's last call with LAST told of this
ledger, of all its stories or of the one that is named; the first such call tells everything.
"""
LAST = "last"


@dataclass(frozen=True, slots=True, kw_only=True)
class Since(Asking):
    """What ``hearsay changes`` takes."""

    story: Annotated[str | None, typer.Argument(metavar="STORY", help="Of this story alone.", show_default=False)] = (
        None
    )
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="DATE|LAST", help="Since that day, UTC, or since you last looked.", show_default=False
        ),
    ] = None


def _changes(given: Since) -> None:
    """Tell what has changed: new accounts, revisions, disputes and denials, what fell due, what came of it."""
    form = given.format
    if given.since is None:
        raise UsageError("since when is not said", advice="give --since and a day, as 2026-05-04, or LAST")
    from hearsay.ledger.address import DEFAULT
    from hearsay.present.cli.answer import write_page
    from hearsay.present.cli.seen import Seen
    from hearsay.present.cli.view_stories import change_lines
    from hearsay.present.dates import in_words
    from hearsay.present.story.rows import CHANGE_COLUMNS, change_row

    is_last = given.since.lower() == LAST
    seen = Seen.at(given.ledger or DEFAULT, given.story)
    since = seen.moment if is_last else _beginning(given.since)
    with given.view() as view:
        from hearsay.reconcile.ask import Stories

        until = view.until or datetime.now(UTC).isoformat(timespec="microseconds")
        found = list(Stories(view).changes(since, story=given.story))
    what = f"{in_words(since[:16] + '+00:00')}, when you last looked" if is_last else in_words(since[:10])
    if is_last and not seen.is_known:
        what = "the beginning, since you have not looked before"
    write_page(
        form,
        [change_row(change) for change in found],
        columns=CHANGE_COLUMNS,
        after=None,
        show=lambda console, look: change_lines(found, console, look=look, since=what),
    )
    if not found:
        say(f"hearsay: nothing has changed since {what}")
    if is_last:
        seen.remember(until)


def _beginning(given: str) -> str:
    day = first_day(given, "--since")
    return f"{day}T00:00:00.000000+00:00"


changes = command(_changes, Since)
