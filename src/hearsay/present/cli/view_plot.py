"""A question as a terminal shows it: its accounts as intervals on a line of characters, then why they stand so."""

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from hearsay.present.amount import number as in_digits
from hearsay.present.cli.lines import indented, wrapped
from hearsay.present.cli.look import Look
from hearsay.present.plot.plot import Plot, Row, numbers
from hearsay.present.story.reasons import reasons
from hearsay.present.story.wording import carried, place, quotation, quoted

_WIDE = 100
_SMALL = "dim"
_COLOURS = ("blue", "yellow", "green", "magenta", "cyan", "red", "bright_blue")
"""Of parties, in their order; a terminal's own, which its user has chosen to be legible."""
_LEAD = 4
_MOST_REASONS = 6
"""More reasons of one question are told in full by ``--full`` and in JSON."""
_TRACK, _DASH, _UP, _DOWN, _FROM, _TO = "·─►◄├┤"


def plot_lines(plot: Plot, console: Console, *, look: Look, full: bool = False) -> Iterator[Text]:
    """The accounts of a question on one line each, their words where they are in dispute, and the reasons."""
    who, amount, said = (34, 24, 16) if look.width >= _WIDE else (22, 17, 12)
    room = max(look.width - _LEAD - who - amount - said - 3, 8)
    yield Text(" " * (_LEAD + who + 1)) + Text(_axis(plot, room), style=_SMALL)
    for row in plot.rows:
        line = Text.assemble((f"{row.number:>{_LEAD - 1}} ", _SMALL))
        line.append(_fitted(row.who, who), style="italic" if row.is_unnamed else "")
        line.append(" ")
        line.append(_track(row, plot, room=room), style=_colour(row))
        line.append(f" {_fitted(row.amount, amount)}", style="bold")
        line.append(f" {row.said}", style=_SMALL)
        line.rstrip()
        yield line
        if note := _note(row):
            yield from indented(wrapped(Text(note, style=_SMALL), console, width=look.width - _LEAD), by=_LEAD)
    if plot.left_out:
        yield Text(f"{' ' * _LEAD}{plot.left_out} more accounts", style=_SMALL)
    if plot.scale.is_logarithmic:
        yield Text(f"{' ' * _LEAD}The scale is logarithmic.", style=_SMALL)
    yield from _why(plot, console, look=look, full=full)


def _why(plot: Plot, console: Console, *, look: Look, full: bool) -> Iterator[Text]:
    found = reasons(plot)
    shown = found if full else found[:_MOST_REASONS]
    for reason in shown:
        yield from indented(wrapped(Text(reason.line), console, width=look.width - _LEAD), by=_LEAD)
    if len(found) > len(shown):
        yield Text(f"{' ' * _LEAD}and {len(found) - len(shown)} more reasons (--full)", style=_SMALL)
    if not plot.asked.disputed and not full:
        return
    told: dict[str, list[Row]] = {}
    for row in plot.rows:
        if row.against or full:
            strongest = row.account.strongest
            told.setdefault(f"{quoted(quotation(strongest))} {place(strongest.document)}", []).append(row)
    for words, rows in told.items():
        lead = Text(f"[{numbers([row.number for row in rows])}] ", style=_SMALL)
        by = _LEAD + lead.cell_len
        lines = wrapped(Text(words, style=_SMALL), console, width=look.width - by)
        yield from indented(lines, by=by, first=Text(" " * _LEAD) + lead)


def _axis(plot: Plot, room: int) -> str:
    """The round numbers above their places, those left out for which there is no room."""
    cells = [" "] * room
    free = 0
    for tick in plot.scale.ticks:
        words = in_digits(tick)
        at = min(max(_column(tick, plot, room=room) - len(words) // 2, 0), room - len(words))
        if at >= free and at >= 0:
            cells[at : at + len(words)] = words
            free = at + len(words) + 2
    return "".join(cells).rstrip()


def _track(row: Row, plot: Plot, *, room: int) -> str:
    """The interval of an account on a line of ``room`` characters."""
    cells = [_TRACK] * room
    low, high = row.account.min, row.account.max
    dot = "○" if row.is_unnamed else "●"
    if low is None and high is None:
        return "".join(cells)
    start = 0 if low is None else _column(low, plot, room=room)
    end = room - 1 if high is None else _column(high, plot, room=room)
    for at in range(start, end + 1):
        cells[at] = _DASH
    cells[start] = _DOWN if low is None else _FROM
    cells[end] = _UP if high is None else _TO
    if start == end:
        cells[start] = dot
    if row.account.approximate and end + 1 < room:
        cells[end + 1] = "≈"
    return "".join(cells)


def _column(value: float, plot: Plot, *, room: int) -> int:
    return round(plot.scale.share(value) * (room - 1))


def _colour(row: Row) -> str:
    colour = _COLOURS[row.style.number % len(_COLOURS)] if row.style.number >= 0 else ""
    return f"dim {colour}".strip() if row.is_hedged else colour


def _note(row: Row) -> str:
    """What stands below a name: party, whether it is named, the chain, on how much it rests, its conflicts."""
    party = row.style.name if row.style.number >= 0 and row.style.name != row.who else ""
    statement = row.account.strongest.statement
    parts = [
        party,
        "not named" if row.is_unnamed else "",
        f"via {row.via}" if row.via else "",
        str(statement.certainty) if row.is_hedged and statement is not None else "",
        carried(row.account),
        f"in place of {row.before}" if row.before is not None else "",
        f"conflicts with {numbers(row.against)}" if row.against else "",
    ]
    return " · ".join(part for part in parts if part)


def _fitted(words: str, room: int) -> str:
    shown = words if len(words) <= room else words[: room - 1].rstrip() + "…"
    return f"{shown:<{room}}"
