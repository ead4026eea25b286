"""Writing what a ledger has answered: as text for people, as rows for programs."""

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from typing import IO

from rich.console import Console
from rich.text import Text

from hearsay.present.answers import Row
from hearsay.present.cli.ending import say
from hearsay.present.cli.lines import console_of, made
from hearsay.present.cli.look import Look, look_of
from hearsay.present.cli.options import Form
from hearsay.present.cli.output import opened
from hearsay.present.export.cell import cell
from hearsay.present.export.single import single
from hearsay.records.plain import encodable, json_line

NOTHING = "Nothing found."

Show = Callable[[Console, Look], Iterable[Text]]
"""Makes the lines of a text."""


def write_page(form: Form, rows: Sequence[Row], *, columns: Sequence[str], after: str | None, show: Show) -> None:
    """Write a page of answers to standard output.

    ``columns`` are those of CSV; ``after`` is the cursor of the next page; ``show`` makes the text.
    """
    with opened(None, encoding=None if form is Form.TEXT else "utf-8") as stream:
        if form is Form.JSON:
            page = json.dumps({"items": rows, "after": after}, ensure_ascii=False, indent=2)
            stream.write(encodable(page) + "\n")
        elif form is Form.TEXT:
            _write_text(stream, bool(rows), show=show)
        else:
            _write_rows(stream, form, rows=rows, columns=columns)
    if after is not None and form is not Form.JSON:
        say(f"hearsay: more with --after {after}")


def write_one(form: Form, row: Row, *, show: Show) -> None:
    """Write one answer to standard output."""
    with opened(None, encoding=None if form is Form.TEXT else "utf-8") as stream:
        if form is Form.JSON:
            stream.write(encodable(json.dumps(row, ensure_ascii=False, indent=2)) + "\n")
        elif form is Form.TEXT:
            _write_text(stream, True, show=show)
        else:
            _write_rows(stream, form, rows=[row], columns=list(row))


def _write_text(stream: IO[str], found: bool, *, show: Show) -> None:
    look = look_of(stream)
    console = console_of(look)
    stream.write(made(console, show(console, look) if found else [Text(NOTHING)]))


def _write_rows(stream: IO[str], form: Form, *, rows: Iterable[Row], columns: Sequence[str]) -> None:
    if form is Form.JSONL:
        for row in rows:
            stream.write(json_line(row) + "\n")
        return
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([encodable(cell(single(row[name]))) for name in columns])
