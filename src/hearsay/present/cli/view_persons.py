"""Who is quoted in a story, and its reports with their copies folded, as a terminal shows them."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from hearsay.normalise.edtf_words import short
from hearsay.present import words
from hearsay.present.clean import capital, one_line
from hearsay.present.cli.lines import indented, wrapped
from hearsay.present.cli.look import Look
from hearsay.present.story.folded import Folded, Quoted, folded, quoted, untold
from hearsay.records.copying import CopyKind
from hearsay.records.story import Story

_SMALL = "dim"
_MOST_SOURCES = 12
_MOST_REPORTS = 30
_CARRIES = {
    CopyKind.WHOLE: "whole",
    CopyKind.CUT: "cut",
    CopyKind.EXTENDED: "with paragraphs of its own",
    CopyKind.QUOTED: "a passage",
}


def quoted_lines(story: Story, console: Console, *, look: Look, full: bool) -> Iterator[Text]:
    """Who is quoted, named and anonymous apart, and how many statements have no source that could be told."""
    named, anonymous = quoted(story)
    if not named and not anonymous:
        return
    yield Text(f"WHO IS QUOTED ({len(named)} named, {len(anonymous)} not named)", style="bold")
    for heading, found in (("Named", named), ("Not named", anonymous)):
        if found:
            yield Text(f"  {heading}", style="underline")
            yield from _sources(found, console, look=look, full=full)
    if count := untold(story):
        yield Text(f"  {words.counted(count, 'statement')} without a source that could be told", style=_SMALL)
    yield Text()


def _sources(found: Sequence[Quoted], console: Console, *, look: Look, full: bool) -> Iterator[Text]:
    shown = found if full else found[:_MOST_SOURCES]
    for one in shown:
        line = Text(capital(one_line(one.source.name)))
        known = one_line(words.told_of(one.source))
        count = f"{words.counted(one.statements, 'statement')} in {words.counted(one.documents, 'report')}"
        line.append(f"{f', {known}' if known else ''} · {count}", style=_SMALL)
        lines = wrapped(line, console, width=look.width - 6)
        yield from indented(lines[:1], by=4)
        yield from indented(lines[1:], by=6)
    if len(found) > len(shown):
        yield Text(f"    and {len(found) - len(shown)} more (--full)", style=_SMALL)


def report_lines(story: Story, console: Console, *, look: Look, full: bool) -> Iterator[Text]:
    """The reports by publication, each with those that carry its account below it."""
    found = folded(story)
    yield Text(f"REPORTS ({len(story.reports)}, {words.counted(len(found), 'origin')})", style="bold")
    shown = found if full else found[-_MOST_REPORTS:]
    if len(found) > len(shown):
        yield Text(f"  the last {len(shown)} (--full tells all)", style=_SMALL)
    for one in shown:
        yield from _report(one, console, look=look)


def _report(one: Folded, console: Console, *, look: Look) -> Iterator[Text]:
    document = one.report.document
    day = short(document.published[:10]) if document.published else "date not known"
    line = Text.assemble((f"{day}  ", _SMALL))
    line.append(f"{one_line(document.publisher or 'Publisher not known')}: ", style="bold")
    line.append(one_line(words.title(document)))
    versions = f", version {one.report.version}" if one.report.version > 1 else ""
    line.append(f" [{document.id}{versions}]", style=_SMALL)
    lines = wrapped(line, console, width=look.width - 4)
    yield from indented(lines[:1], by=2)
    yield from indented(lines[1:], by=4)
    for copy in one.copies:
        how = _CARRIES[copy.copy.kind] if copy.copy is not None else ""
        who = one_line(copy.document.publisher or words.title(copy.document))
        note = Text(f"= {who}, {how} [{copy.document.id}]", style=_SMALL)
        yield from indented(wrapped(note, console, width=look.width - 6), by=6)
