"""The list of stories, and what has changed in them, as a terminal shows them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from hearsay.normalise.edtf_words import short
from hearsay.present import words
from hearsay.present.clean import one_line
from hearsay.present.cli.lines import indented, wrapped
from hearsay.present.cli.look import Look
from hearsay.present.story.wording import cut, quoted, rests_on
from hearsay.records.story import Change, Summary

_SMALL = "dim"


def summary_lines(found: Sequence[Summary], console: Console, *, look: Look) -> Iterator[Text]:
    """Each story on two lines: its title, and in numbers what it rests on and what is open."""
    for summary in found:
        yield from wrapped(Text(one_line(summary.title), style="bold cyan"), console, width=look.width)
        parts = [rests_on(summary), _days(summary)]
        if summary.disputed:
            parts.append(f"{summary.disputed} in dispute")
        if summary.agreed:
            parts.append(f"{summary.agreed} not in dispute")
        if summary.overdue:
            parts.append(f"{summary.overdue} overdue")
        if summary.expected:
            parts.append(f"{summary.expected} to come")
        line = Text(" · ".join(part for part in parts if part), style=_SMALL)
        line.append(f" [{summary.id}]", style=_SMALL)
        yield from indented(wrapped(line, console, width=look.width - 2), by=2)


def _days(summary: Summary) -> str:
    if summary.first is None or summary.last is None:
        return ""
    return short(summary.first if summary.first == summary.last else f"{summary.first}/{summary.last}")


def change_lines(found: Sequence[Change], console: Console, *, look: Look, since: str) -> Iterator[Text]:
    """What has changed, story by story, each in a sentence, with the words behind it."""
    count = words.counted(len(found), "change")
    yield Text(f"{count} since {since}", style=_SMALL)
    for _, group in groupby(found, key=lambda change: change.story):
        some = list(group)
        yield Text()
        heading = Text.assemble((one_line(some[-1].title), "bold cyan"))
        heading.append(f" [{some[-1].story}]", style=_SMALL)
        yield from wrapped(heading, console, width=look.width)
        for change in some:
            yield from _change(change, console, look=look)


def _change(change: Change, console: Console, *, look: Look) -> Iterator[Text]:
    line = Text(one_line(change.says))
    line.append(f" [{change.at[:16].replace('T', ' ')} UTC]", style=_SMALL)
    lines = wrapped(line, console, width=look.width - 4)
    yield from indented(lines[:1], by=2)
    yield from indented(lines[1:], by=4)
    for said in change.words:
        if one_line(said) not in one_line(change.says):
            quotation = Text(quoted(cut(said, 240)), style=_SMALL)
            yield from indented(wrapped(quotation, console, width=look.width - 6), by=6)
