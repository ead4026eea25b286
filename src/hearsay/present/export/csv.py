"""CSV after RFC 4180: a table of statements, and one of figures.

UTF-8 without a byte order mark, lines end in CR LF, a header first. Text is defused, and a control character is
shown by its picture, one for one, so that offsets stay true; tabs and line ends stay.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import IO

from hearsay.present.export.cell import cell
from hearsay.present.export.flat import FigureRow, StatementRow, figure_rows, statement_rows
from hearsay.records.ledger import Ledger

_JOINTS = {"via": "; ", "cue": " … ", "content": " … "}
"""What stands between the values of a column that may have several."""

SPAN_COLUMNS = ("source_spans", "cue_spans", "content_spans", "quoted_spans")
"""What a spreadsheet has no use for."""

STATEMENT_COLUMNS = tuple(field.name for field in fields(StatementRow) if field.name not in SPAN_COLUMNS)
FIGURE_COLUMNS = tuple(field.name for field in fields(FigureRow))


def write_csv(ledgers: Iterable[Ledger], stream: IO[str]) -> None:
    """Write the statements of ``ledgers`` to ``stream`` as they come. The stream must leave line ends as they are."""
    _write((row for ledger in ledgers for row in statement_rows(ledger)), stream, columns=STATEMENT_COLUMNS)


def write_figures_csv(ledgers: Iterable[Ledger], stream: IO[str]) -> None:
    """Write the figures of ``ledgers`` to ``stream`` as they come. The stream must leave line ends as they are."""
    _write((row for ledger in ledgers for row in figure_rows(ledger)), stream, columns=FIGURE_COLUMNS)


def _write(rows: Iterable[StatementRow] | Iterable[FigureRow], stream: IO[str], *, columns: Sequence[str]) -> None:
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(_cells(row, columns))


def _cells(row: StatementRow | FigureRow, columns: Sequence[str]) -> Iterator[str]:
    for name in columns:
        value = getattr(row, name)
        yield cell(_JOINTS[name].join(value) if isinstance(value, tuple) else value)
