"""Who holds what, party beside party, and what was said when, as a terminal shows them."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from hearsay.normalise.edtf_words import in_words
from hearsay.present.clean import one_line
from hearsay.present.cli.lines import indented, table_lines, wrapped
from hearsay.present.cli.look import Look
from hearsay.present.story.told import Told, by_party, manner, told_once
from hearsay.present.story.wording import place, spoken
from hearsay.records.story import Story

_SMALL = "dim"
_WIDE = 100
_MOST_EACH = 3
_MOST_PARTIES = 6
_MOST_TOLD = 30
_LONGEST = 140


def side_lines(story: Story, console: Console, *, look: Look, full: bool) -> Iterator[Text]:
    """The positions of the parties side by side: two beside each other, three where there is room."""
    sides = by_party(story)
    if not sides:
        return
    yield Text(f"WHO HOLDS WHAT ({len(sides)} part{'y' if len(sides) == 1 else 'ies'})", style="bold")
    shown = list(sides.items())[: None if full else _MOST_PARTIES]
    across = 3 if look.width >= _WIDE else 2
    for start in range(0, len(shown), across):
        yield from _beside(shown[start : start + across], console, look=look, full=full, across=across)
        yield Text()
    if len(sides) > len(shown):
        names = ", ".join(one_line(name) for name in list(sides)[len(shown) :])
        yield from indented(wrapped(Text(f"and {names} (--full)", style=_SMALL), console, width=look.width - 2), by=2)
        yield Text()


def _beside(
    sides: Sequence[tuple[str, list[Told]]], console: Console, *, look: Look, full: bool, across: int
) -> Iterator[Text]:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    for _ in range(across):
        table.add_column(width=(look.width - 2) // across - 2, overflow="fold")
    table.add_row(*(Text(one_line(name), style="bold underline") for name, _ in sides))
    deep = max(len(told) for _, told in sides)
    for place_ in range(deep if full else min(deep, _MOST_EACH)):
        table.add_row(*(_position(told[place_]) if place_ < len(told) else Text() for _, told in sides))
    if not full:
        left = [len(told) - _MOST_EACH for _, told in sides]
        if any(count > 0 for count in left):
            table.add_row(*(Text(f"and {count} more" if count > 0 else "", style=_SMALL) for count in left))
    yield from indented(table_lines(table, console, width=look.width - 2), by=2)


def _position(told: Told) -> Text:
    said = told.said
    who = one_line(said.source.name) if said.source is not None else ""
    text = Text.assemble((who, "bold"), f": {spoken(said, longest=_LONGEST)} ")
    text.append(f"[{'; '.join(part for part in (manner(said), place(said.document)) if part)}]", style=_SMALL)
    return text


def timeline_lines(story: Story, console: Console, *, look: Look, full: bool) -> Iterator[Text]:
    """The statements by the day on which they were said, else published, the same words told once."""
    found = told_once(said for said in story.said if said.words)
    if not found:
        return
    shown = found if full else found[-_MOST_TOLD:]
    left = len(found) - len(shown)
    note = f", the last {len(shown)} (--full tells all)" if left else ""
    yield Text(f"TIMELINE ({len(found)} statements{note})", style="bold")
    day = None
    for told in shown:
        said = told.said
        if said.at != day or day is None:
            day = said.at
            yield Text(f"  {one_line(in_words(day)) if day else 'date not known'}", style="underline")
        who = one_line(said.source.name) if said.source is not None else "Source not told"
        named = said.source is not None and not said.source.anonymous
        line = Text.assemble((who, "bold" if named else "italic"), f": {spoken(said, longest=_LONGEST)} ")
        parts = [manner(said), one_line(said.document.publisher or "")]
        parts.append(
            f"{told.documents} reports, {told.origins} origin{'s' * (told.origins != 1)}" * (told.documents > 1)
        )
        line.append(f"[{'; '.join(part for part in parts if part)}]", style=_SMALL)
        lines = wrapped(line, console, width=look.width - 6)
        yield from indented(lines[:1], by=4)
        yield from indented(lines[1:], by=6)
    yield Text()
