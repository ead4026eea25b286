"""A story as a terminal shows it: what is in dispute first, then what is agreed, who holds what, what is to come."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import Console
from rich.text import Text

from hearsay.normalise.edtf_words import day as in_words
from hearsay.normalise.edtf_words import short
from hearsay.present.clean import one_line
from hearsay.present.cli.lines import indented, wrapped
from hearsay.present.cli.look import Look
from hearsay.present.cli.view_persons import quoted_lines, report_lines
from hearsay.present.cli.view_plot import plot_lines
from hearsay.present.cli.view_sides import side_lines, timeline_lines
from hearsay.present.plot.party import parties
from hearsay.present.plot.plot import plot
from hearsay.present.story import expected
from hearsay.present.story.questions import questions, whole
from hearsay.present.story.wording import place, quoted, rests_on, spoken
from hearsay.records.story import Asked, Story

SMALL = "dim"
HEADING = "bold"
_MOST_SINGLE = 12
_MOST_AWAITED = 15


def story_lines(story: Story, console: Console, *, look: Look, day: date, full: bool = False) -> Iterator[Text]:
    """The whole story; ``full`` cuts no list short. ``day`` is the one for which it is told."""
    yield from wrapped(Text(one_line(story.title), style="bold cyan"), console, width=look.width)
    days = sorted(r.document.published[:10] for r in story.reports if r.document.published)
    span = short(days[0] if days[0] == days[-1] else f"{days[0]}/{days[-1]}") if days else "date not known"
    head = f"{rests_on(story)} · owners not known · {span} · as of {in_words(day)} [{story.id}]"
    yield from wrapped(Text(one_line(head), style=SMALL), console, width=look.width)
    yield Text()
    found = questions(story)
    if found.disputed:
        yield Text(f"DISPUTED ({len(found.disputed)})", style=HEADING)
    for number, asked in enumerate(found.disputed, start=1):
        yield from _question(story, asked, number=number, console=console, look=look, full=full)
    if found.agreed:
        yield Text(f"NOT IN DISPUTE ({len(found.agreed)})", style=HEADING)
    for number, asked in enumerate(found.agreed, start=len(found.disputed) + 1):
        yield from _question(story, asked, number=number, console=console, look=look, full=full)
    yield from _single(found.single, console, look=look, full=full)
    yield from _denied(story, console, look=look)
    yield from side_lines(story, console, look=look, full=full)
    yield from _expected(story, console, look=look, full=full)
    yield from timeline_lines(story, console, look=look, full=full)
    yield from quoted_lines(story, console, look=look, full=full)
    yield from report_lines(story, console, look=look, full=full)


def _question(story: Story, asked: Asked, *, number: int, console: Console, look: Look, full: bool) -> Iterator[Text]:
    part = whole(story, asked)
    title = Text.assemble((f"{number}. {one_line(asked.label)}", "bold"))
    title.append(f"  part of “{one_line(part)}”" if part else "", style=SMALL)
    title.append(f"  [{asked.id}]" if full else "", style=SMALL)
    yield from wrapped(title, console, width=look.width)
    if full:
        yield from indented(wrapped(Text(one_line(asked.reason), style=SMALL), console, width=look.width - 4), by=4)
    yield from plot_lines(plot(asked, parties(story)), console, look=look, full=full)
    yield Text()


def _single(found: Sequence[Asked], console: Console, *, look: Look, full: bool) -> Iterator[Text]:
    from hearsay.present.amount import held

    if not found:
        return
    yield Text(f"TOLD BY ONE SOURCE ALONE ({len(found)})", style=HEADING)
    shown = found if full else found[:_MOST_SINGLE]
    for asked in shown:
        account = asked.accounts[0]
        who = account.source.name if account.source is not None else "the report itself"
        line = Text.assemble(f"{one_line(asked.label)}: ", (held(account), "bold"))
        line.append(f", {one_line(who)}, {place(account.strongest.document)}", style=SMALL)
        yield from _hanging(line, console, look=look)
    yield from _more(found, shown)
    yield Text()


def _denied(story: Story, console: Console, *, look: Look) -> Iterator[Text]:
    held = [denial for denial in story.denials if denial.judgement.overruled is None]
    if not held:
        return
    yield Text(f"DENIED ({len(held)})", style=HEADING)
    for denial in held:
        for verb, said in (("affirms", denial.affirmed), ("denies", denial.denial)):
            who = said.source.name if said.source is not None else "a source not told"
            line = Text.assemble((one_line(who), "bold"), f" {verb}: {spoken(said).removeprefix('denies: ')} ")
            line.append(f"[{place(said.document)}]", style=SMALL)
            yield from _hanging(line, console, look=look)
        yield from indented(
            wrapped(Text(one_line(denial.judgement.reason), style=SMALL), console, width=look.width - 4), by=4
        )
    yield Text()


def _expected(story: Story, console: Console, *, look: Look, full: bool) -> Iterator[Text]:
    found = expected.awaited(story)
    if not found:
        return
    yield Text(f"EXPECTED ({len(found)})", style=HEADING)
    shown = found if full else found[:_MOST_AWAITED]
    for one in shown:
        who = one.source.name if one.source is not None else "the report itself"
        line = Text.assemble((f"{one.state}: ", "bold"), quoted(expected.what(one)))
        line.append(f", {expected.when(one)}")
        line.append(f" [{one_line(who)}; {place(one.document)}]", style=SMALL)
        yield from _hanging(line, console, look=look)
        if one.outcome is not None:
            came = Text(f"{spoken(one.outcome)} [{place(one.outcome.document)}]", style=SMALL)
            yield from indented(wrapped(came, console, width=look.width - 4), by=4)
    yield from _more(found, shown)
    yield Text()


def _hanging(line: Text, console: Console, *, look: Look) -> Iterator[Text]:
    """A paragraph whose first line stands out by two."""
    lines = wrapped(line, console, width=look.width - 4)
    yield from indented(lines[:1], by=2)
    yield from indented(lines[1:], by=4)


def _more(found: Sequence[object], shown: Sequence[object]) -> Iterator[Text]:
    if len(found) > len(shown):
        yield Text(f"  and {len(found) - len(shown)} more (--full)", style=SMALL)
