"""The formats that a ledger is written in: one list for the command line, the pages and the documentation."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import IO, Any

from hearsay.records.ledger import Ledger

Write = Callable[[Iterable[Ledger], IO[Any]], None]
"""Writes ledgers to a stream as they come; the stream takes str, or bytes where the format is binary."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    """What ``--format`` calls it."""
    media_type: str
    """As registered with IANA, parameters included."""
    endings: tuple[str, ...]
    """What file names of the format end in, the usual one first: ".json"."""
    what: str
    """One line for people."""
    load: Callable[[], Write]
    """Gives what writes it, importing what that needs. Raises UsageError where a library is not installed."""
    is_binary: bool = False


def _json() -> Write:
    from hearsay.records.wire import write_json

    return write_json


def _jsonl() -> Write:
    from hearsay.present.export.jsonl import write_jsonl

    return write_jsonl


def _csv() -> Write:
    from hearsay.present.export.csv import write_csv

    return write_csv


def _figures_csv() -> Write:
    from hearsay.present.export.csv import write_figures_csv

    return write_figures_csv


def _parquet() -> Write:
    from hearsay.present.export.parquet import write_parquet

    return write_parquet


def _figures_parquet() -> Write:
    from hearsay.present.export.parquet import write_figures_parquet

    return write_figures_parquet


def _annotation() -> Write:
    from hearsay.present.export.annotation import write_annotation

    return write_annotation


def _html() -> Write:
    from hearsay.present.page import write_page

    return write_page


_CSV = "text/csv; charset=utf-8; header=present"
_PARQUET = "application/vnd.apache.parquet"

FORMATS: tuple[Format, ...] = (
    Format("json", "application/json", (".json",), "ledger JSON, version 1: everything, to be read back", _json),
    Format("jsonl", "application/jsonl", (".jsonl", ".ndjson"), "one entry a line, its words beside it", _jsonl),
    Format("csv", _CSV, (".csv",), "the statements as a table for spreadsheets", _csv),
    Format("figures.csv", _CSV, (".figures.csv",), "the figures as a table for spreadsheets", _figures_csv),
    Format("parquet", _PARQUET, (".parquet",), "the statements as a typed table", _parquet, is_binary=True),
    Format(
        "figures.parquet",
        _PARQUET,
        (".figures.parquet",),
        "the figures as a typed table",
        _figures_parquet,
        is_binary=True,
    ),
    Format(
        "annotation",
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        (".jsonld",),
        "the statements as W3C Web Annotations",
        _annotation,
    ),
    Format("html", "text/html; charset=utf-8", (".html", ".htm"), "one page that needs no other file", _html),
)
"""In the order in which they are listed to people."""


def format_of_name(path: PurePath, formats: Iterable[Format] = FORMATS) -> Format | None:
    """The format that the ending of a file's name tells, the longest ending first; None where it tells none.

    A file that is called no more than an ending, "figures.csv", is taken at its word.
    """
    name = f".{path.name.lower()}"
    fitting = [(len(e), form) for form in formats for e in form.endings if name.endswith(e)]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None
