"""The formats that a command writes, and which of them is meant."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO

from hearsay.errors import UsageError
from hearsay.present.export.formats import FORMATS, Format, Write, format_of_name
from hearsay.records.ledger import Ledger


def _text() -> Write:
    from hearsay.present.cli.look import look_of
    from hearsay.present.cli.view_text import write_text

    def write(ledgers: Iterable[Ledger], stream: IO[str]) -> None:
        write_text(ledgers, stream, look=look_of(stream))

    return write


TEXT = Format("text", "text/plain; charset=utf-8", (".txt",), "to be read on a terminal", _text)

READ_FORMATS = (TEXT, *FORMATS)
"""What ``hearsay read`` writes."""


def listed(formats: Sequence[Format]) -> str:
    """The names as in a sentence: "text, json or html"."""
    *others, last = (form.name for form in formats)
    return f"{', '.join(others)} or {last}" if others else last


def chosen(given: str | None, output: Path | None, *, formats: Sequence[Format], default: Format) -> Format:
    """The format that is asked for by name, else by what the name of ``output`` ends in, else the default.

    Raises UsageError for a name that is none, and for a binary format that would go to a terminal.
    """
    if given is None:
        form = (format_of_name(output, formats) if output else None) or default
    else:
        found = next((form for form in formats if form.name == given.lower()), None)
        if found is None:
            raise UsageError(f"there is no format {given!r}", advice=f"give {listed(formats)}")
        form = found
    if form.is_binary:
        _keep_off_terminals(form, output)
    return form


def _keep_off_terminals(form: Format, output: Path | None) -> None:
    if output is None:
        raise UsageError(f"{form.name} is not text", advice="name a file for it with -o FILE")
    if str(output) == "-" and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError(f"{form.name} is not text, and standard output is a terminal", advice="give -o FILE")
