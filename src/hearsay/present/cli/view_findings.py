"""A report's figures as a table, and what it says is to come as a list."""

from collections.abc import Callable, Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from hearsay.present import words
from hearsay.present.clean import capital, one_line
from hearsay.present.cli.lines import table_lines
from hearsay.present.entries import Sheet
from hearsay.present.findings import FigureRow

_HEADING = "bold"
_SMALL = "dim"
_UNNAMED = "italic"
_COLUMNS: tuple[tuple[str, int, Callable[[FigureRow], str]], ...] = (
    ("whose", 20, lambda row: row.whose),
    ("how many", 16, lambda row: row.amount),
    ("of what", 24, lambda row: row.of_what),
    ("as of", 12, lambda row: row.as_of),
    ("said", 12, lambda row: row.said),
    ("how sure", 8, lambda row: row.sure),
)
"""Heading, width that it would like, and what stands in it; a column that is empty throughout is left out."""
_GAP = 2


def figure_lines(sheet: Sheet, *, console: Console, width: int) -> Iterator[Text]:
    """The table of the figures that are followed, and how many quantities are not; nothing where there is neither."""
    rows, others = sheet.findings.figures, words.passed_over(sheet)
    if not rows and not others:
        return
    yield Text("Figures", style=_HEADING)
    if rows:
        yield from table_lines(_table(rows, width=width), console, width=width)
    if others:
        yield Text(f"  {others}", style=_SMALL)
    yield Text()


def due_lines(sheet: Sheet, *, console: Console, width: int) -> Iterator[Text]:
    """What is to come, the soonest first, with its paragraph; nothing where nothing is."""
    if not sheet.findings.dues:
        return
    yield Text("To expect", style=_HEADING)
    table = _grid(("when", "what"))
    for due in sheet.findings.dues:
        what = Text(one_line(due.what))
        note = f" [{one_line(due.whose)}; ¶{due.paragraph}]" if due.whose else f" [¶{due.paragraph}]"
        what.append(note, style=_SMALL)
        table.add_row(Text(due.when), what)
    table.columns[0].max_width = 26
    yield from table_lines(table, console, width=width)
    yield Text()


def _grid(headings: Sequence[str]) -> Table:
    table = Table(box=None, pad_edge=True, padding=(0, _GAP // 2, 0, _GAP // 2), show_header=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _table(rows: Sequence[FigureRow], *, width: int) -> Table:
    shown = [(name, wide, pick) for name, wide, pick in _COLUMNS if any(pick(row) for row in rows)]
    spare = max(0, width - sum(wide + _GAP for _, wide, _ in shown) - 6)
    table = Table(box=None, pad_edge=True, padding=(0, _GAP // 2, 0, _GAP // 2), header_style=_SMALL)
    table.add_column("¶", justify="right", style=_SMALL)
    for name, wide, _ in shown:
        room = wide + (spare if name == "of what" else 0)
        table.add_column(name, max_width=room, overflow="fold", ratio=None)
    for row in rows:
        cells = [
            Text(one_line(pick(row)), style=_UNNAMED if name == "whose" and row.is_unnamed else "")
            for name, _, pick in shown
        ]
        cells[0] = Text(capital(cells[0].plain), style=cells[0].style)
        table.add_row(Text(str(row.paragraph)), *cells)
    return table
