"""Lines of text as a terminal shows them, made with Rich, which never sees the stream that they go to."""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import zip_longest

from rich.console import Console
from rich.table import Table
from rich.text import Text

from hearsay.present.cli.look import Look


def console_of(look: Look) -> Console:
    """What makes lines of this look."""
    # Rich ends the program when the reader of a pipe goes away; that is for the command to decide, so Rich only
    # makes the lines.
    return Console(
        file=StringIO(),
        width=look.width,
        color_system="standard" if look.colour else None,
        force_terminal=look.colour,
        highlight=False,
        markup=False,
        emoji=False,
    )


def made(console: Console, lines: Iterable[Text]) -> str:
    """The lines as characters, with escape sequences where the console has colour."""
    with console.capture() as capture:
        for line in lines:
            console.print(line, soft_wrap=True)
    return capture.get()


def wrapped(text: Text, console: Console, *, width: int) -> list[Text]:
    """``text`` in lines of at most ``width`` columns, without blanks at their ends."""
    lines = list(text.wrap(console, max(width, 1)))
    for line in lines:
        line.rstrip()
    return lines


def indented(lines: Iterable[Text], *, by: int, first: Text | None = None) -> Iterator[Text]:
    """The lines moved to the right, ``first`` standing in the room before the first of them."""
    lead = first
    for line in lines:
        room = by - (lead.cell_len if lead else 0)
        yield Text.assemble(*([lead] if lead else []), " " * max(room, 0), line) if line.plain or lead else line
        lead = None


def side_by_side(left: Sequence[Text], right: Sequence[Text], *, column: int) -> Iterator[Text]:
    """The lines of ``right`` beside those of ``left``, from the ``column`` on."""
    for name, line in zip_longest(left, right, fillvalue=Text()):
        if not line.plain:
            yield name
            continue
        yield name + Text(" " * (column - name.cell_len)) + line


def table_lines(table: Table, console: Console, *, width: int) -> Iterator[Text]:
    """A table's lines, without blanks at their ends."""
    options = console.options.update(width=width)
    for segments in console.render_lines(table, options, pad=False):
        line = Text.assemble(*((segment.text, segment.style or "") for segment in segments))
        line.rstrip()
        yield line
