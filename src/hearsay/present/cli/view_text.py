"""The ledger as a terminal shows it: each report's title, then who said what in the order of the text.

Text of a report reaches Rich as ``Text`` only, whose markup nobody reads, and with its control characters made visible.
"""

from collections.abc import Iterable, Iterator
from typing import IO

from rich.console import Console
from rich.text import Text

from hearsay.present import words
from hearsay.present.clean import one_line
from hearsay.present.cli.lines import console_of, made, side_by_side, wrapped
from hearsay.present.cli.look import Look
from hearsay.present.cli.view_findings import due_lines, figure_lines
from hearsay.present.dates import told
from hearsay.present.entries import Entry, Group, Piece, Sheet, sheets
from hearsay.records.ledger import Ledger

_WIDE = 100
"""From here on sources stand in a column of their own, beside what they said."""
_SOURCE_COLUMN = 28
_MEASURE = 88
"""Longest line of reading, in columns, the paragraph's number included."""
_INDENT = 7

_TITLE = "bold underline"
_SOURCE = "bold cyan"
_UNTOLD = "italic yellow"
_QUOTED = "green"
_SMALL = "dim"
_UNSURE = "yellow"


def write_text(ledgers: Iterable[Ledger], stream: IO[str], *, look: Look) -> None:
    """Write ``ledgers`` to ``stream`` as they come, a document after another, and how much there was at the end."""
    console = console_of(look)
    documents = statements = 0
    for ledger in ledgers:
        for sheet in sheets(ledger):
            gap = "\n\n" if documents else ""
            stream.write(gap + made(console, _sheet(sheet, console=console, width=look.width)))
            documents += 1
            statements += sum(1 for _ in sheet.entries)
        # Whoever waits at the terminal sees each report when it has been read.
        stream.flush()
    if documents > 1:
        total = f"{words.counted(documents, 'report')}, {words.counted(statements, 'statement')} in all."
        stream.write("\n\n" + made(console, [Text(total, style=_SMALL)]))


def _sheet(sheet: Sheet, *, console: Console, width: int) -> Iterator[Text]:
    measure = min(width, _MEASURE if width < _WIDE else _SOURCE_COLUMN + _MEASURE)
    yield from wrapped(Text(one_line(words.title(sheet.document)), style=_TITLE), console, width=measure)
    yield from wrapped(Text(_credits(sheet), style=_SMALL), console, width=measure)
    if sheet.groups:
        yield from wrapped(Text(words.strip(sheet), style=_SMALL), console, width=measure)
    yield Text()
    for group in sheet.groups:
        heading = _heading(group)
        body = [line for entry in group.entries for line in _entry(entry, console=console, width=width)]
        if width < _WIDE:
            yield from wrapped(heading, console, width=measure)
            yield from body
        else:
            names = wrapped(heading, console, width=_SOURCE_COLUMN - 2)
            yield from side_by_side(names, body, column=_SOURCE_COLUMN)
        yield Text()
    yield from figure_lines(sheet, console=console, width=measure)
    yield from due_lines(sheet, console=console, width=measure)
    yield from wrapped(Text(words.tally(sheet), style=_SMALL), console, width=measure)


def _credits(sheet: Sheet) -> str:
    document = sheet.document
    parts = [document.publisher, document.byline, told(document)]
    return " · ".join(one_line(part) for part in parts if part)


def _heading(group: Group) -> Text:
    if group.source is None:
        called = f" (“{one_line(group.called)}”)" if group.called else ""
        return Text(words.UNTOLD + called, style=_UNTOLD)
    heading = Text.assemble((one_line(words.name(group)), _SOURCE))
    if known := words.told_of(group.source):
        heading.append(f", {one_line(known)}", style=_SMALL)
    return heading


def _entry(entry: Entry, *, console: Console, width: int) -> Iterator[Text]:
    """One statement: its paragraph's number, and its words hanging beside that."""
    left = 0 if width < _WIDE else _SOURCE_COLUMN
    room = min(width - left, _MEASURE) - _INDENT
    text = Text()
    for piece in entry.pieces:
        _append(text, piece)
    note = _note(entry)
    if note.plain:
        if text.plain:
            text.append(" ")
        text.append_text(note)
    number = Text.assemble((f"  ¶{entry.paragraph}".ljust(_INDENT), _SMALL))
    for line, first in zip(wrapped(text, console, width=room), _once(number), strict=False):
        yield first + line


def _once(number: Text) -> Iterator[Text]:
    """``number`` before the first line, as much room before the others."""
    yield number
    while True:
        yield Text(" " * number.cell_len)


def _append(text: Text, piece: Piece) -> None:
    text.append(piece.lead)
    if piece.quoted:
        text.append(f"“{one_line(piece.words)}”", style=_QUOTED)
    else:
        text.append(one_line(piece.words))


def _note(entry: Entry) -> Text:
    """What stands small after the words: the cue, through whom, and what to beware of."""
    parts: list[tuple[str, str]] = []
    if entry.cue:
        parts.append((one_line(entry.cue), f"italic {_SMALL}"))
    parts += [(one_line(part), _SMALL) for part in entry.manner]
    if entry.via:
        parts.append(("through " + ", through ".join(map(one_line, entry.via)), _SMALL))
    if entry.part in words.PLACES:
        parts.append((words.PLACES[entry.part], _SMALL))
    if entry.is_unsure:
        parts.append((words.unsure(entry), _UNSURE))
    if not parts:
        return Text()
    separated = [item for part in parts for item in (("; ", _SMALL), part)][1:]
    return Text.assemble(("[", _SMALL), *separated, ("]", _SMALL))
