"""``hearsay stories`` and ``hearsay story``: which stories a ledger holds, and one of them as it stands."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from hearsay.present.cli.options import Asking, Form, Paging, command

if TYPE_CHECKING:
    from hearsay.reconcile.ask import Stories

EPILOG = """\b
Examples:
  hearsay stories
  hearsay stories --as-of 2026-05 --format csv
"""
STORY_EPILOG = """\b
Examples:
  hearsay story story-51d6f0a7c2e9
  hearsay story story-51d6f0a7c2e9 --full
  hearsay story story-51d6f0a7c2e9 --as-of 2026-05-04 --format json

In json a story is told in full; jsonl and csv have a line for each account of each question.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling(Asking):
    """What ``hearsay story`` takes."""

    id: Annotated[str, typer.Argument(metavar="ID", help="Which story.", show_default=False)]
    full: Annotated[bool, typer.Option("--full", help="Cut no list short, and give every reason.")] = False


@contextmanager
def stories_of(given: Asking) -> Iterator["Stories"]:
    """The stories of the ledger that is asked, closed at the end."""
    with given.view() as view:
        from hearsay.reconcile.ask import Stories

        yield Stories(view)


def _list(given: Paging) -> None:
    """List the stories, the one first that got a report last: how many reports, origins, disputes."""
    form = given.format
    with stories_of(given) as found:
        page = found.summaries(after=given.after, limit=given.limit)
    from hearsay.present.cli.answer import write_page
    from hearsay.present.cli.view_stories import summary_lines
    from hearsay.present.story.rows import SUMMARY_COLUMNS, summary_row

    write_page(
        form,
        [summary_row(summary) for summary in page.items],
        columns=SUMMARY_COLUMNS,
        after=page.after,
        show=lambda console, look: summary_lines(page.items, console, look=look),
    )


def _tell(given: Telling) -> None:
    """Tell a story as it stands: disputed figures first, then what is agreed, who holds what, what is expected."""
    form = given.format
    with stories_of(given) as found:
        story, day = found.story(given.id), found.day
    from hearsay.present.cli.answer import write_one, write_page
    from hearsay.present.cli.view_story import story_lines
    from hearsay.present.plot.table import COLUMNS, table
    from hearsay.present.story.rows import story_row

    if form in (Form.JSONL, Form.CSV):
        rows = [row for asked in story.asked for row in table(asked)]
        write_page(form, rows, columns=COLUMNS, after=None, show=lambda _console, _look: ())
        return
    write_one(
        form,
        story_row(story, day=day),
        show=lambda console, look: story_lines(story, console, look=look, day=day, full=given.full),
    )


stories = command(_list, Paging)
story = command(_tell, Telling)
