"""Inputs to a stream of documents."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from hearsay.errors import EmptyReport, LargeReport, MalformedReport, ReportError
from hearsay.ingest.bounded import gunzipped, read_bounded, read_head, replayed
from hearsay.ingest.html import from_html
from hearsay.ingest.published import argument_time
from hearsay.ingest.rows import read_rows
from hearsay.ingest.sniff import GZIP, SNIFFED_BYTES, Kind, kind_of_content, kind_of_name
from hearsay.ingest.sources import find_files, missing
from hearsay.ingest.text import from_text_bytes
from hearsay.records.document import Document
from hearsay.records.fetched import Fetched, Gathered
from hearsay.settings import Settings

STANDARD_INPUT = "-"
"""The input that stands for standard input, and the origin of what came from there."""


@dataclass(frozen=True, slots=True)
class _Order:
    """What holds for every input of one call."""

    max_bytes: int
    published: str | None


def documents(
    inputs: Iterable[str | Path], *, settings: Settings, published: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Document | ReportError]:
    """The documents of ``inputs``: what ``gathered`` gives, without their bytes. Raises UsageError as it does."""
    found = gathered(inputs, settings=settings, published=published, stdin=stdin)
    return (item if isinstance(item, ReportError) else item.document for item in found)


def gathered(
    inputs: Iterable[str | Path], *, settings: Settings, published: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Gathered | ReportError]:
    """The documents of ``inputs`` with their bytes, in their order, each read when it is asked for.

    An input is a file (text, HTML or JSON Lines, gzipped or not, told by its suffix, else by its content), a folder
    (see find_files) or "-" for standard input, which is ``stdin`` where that is given. ``published``, ISO 8601, goes
    before whatever the reports say themselves; raises UsageError, at once, where it is not ISO 8601. A report that
    cannot be read is given as its ReportError, in its place; the rest is still read. ``settings.max_bytes`` holds for
    each file, unpacked, and for each row of JSON Lines.
    """
    order = _Order(settings.max_bytes, argument_time(published))
    return _stream(inputs, order, stdin=stdin)


def _stream(inputs: Iterable[str | Path], order: _Order, *, stdin: BinaryIO | None) -> Iterator[Gathered | ReportError]:
    for given in inputs:
        if given == STANDARD_INPUT:
            yield from _guarded(stdin or sys.stdin.buffer, order, kind=None, origin=STANDARD_INPUT)
            continue
        for found in find_files(Path(given)):
            if isinstance(found, ReportError):
                yield found
            else:
                yield from _read_file(found, order)


def _read_file(path: Path, order: _Order) -> Iterator[Gathered | ReportError]:
    origin = str(path)
    kind = kind_of_name(path)
    try:
        with path.open("rb") as stream:
            status = os.fstat(stream.fileno())
            # A 50 MB file is refused before a byte of it is read; rows have their limit one by one.
            if kind in (Kind.TEXT, Kind.HTML) and stat.S_ISREG(status.st_mode) and status.st_size > order.max_bytes:
                yield LargeReport(f"{status.st_size:,} bytes, over {order.max_bytes:,}", origin=origin)
            else:
                yield from _guarded(stream, order, kind=kind, origin=origin)
    except (OSError, ValueError) as error:
        # ValueError: a path with a null character.
        yield missing(error if isinstance(error, OSError) else OSError(str(error)), origin=origin)


def _guarded(stream: BinaryIO, order: _Order, *, kind: Kind | None, origin: str) -> Iterator[Gathered | ReportError]:
    try:
        yield from _read(stream, order, kind=kind, origin=origin)
    except ReportError as error:
        yield error
    except OSError as error:
        yield missing(error, origin=origin)


def _read(stream: BinaryIO, order: _Order, *, kind: Kind | None, origin: str) -> Iterator[Gathered | ReportError]:
    head = read_head(stream, SNIFFED_BYTES)
    if head.startswith(GZIP):
        stream = gunzipped(replayed(head, stream), origin=origin)
        head = read_head(stream, SNIFFED_BYTES)
    if len(head) < SNIFFED_BYTES and not head.strip():
        raise EmptyReport("nothing in it but blanks" if head else "an empty file", origin=origin)
    kind = kind or kind_of_content(head)
    stream = replayed(head, stream)
    if kind is Kind.ROWS:
        for found in read_rows(stream, origin=origin, max_bytes=order.max_bytes, published=order.published):
            if isinstance(found, ReportError):
                yield found
            else:
                document, line = found
                yield Gathered(document, Fetched(line, at=_now(), media_type="application/json"))
        return
    if kind is Kind.JSON:
        raise MalformedReport("JSON, but not one object a line", origin=origin)
    data = read_bounded(stream, order.max_bytes, origin=origin)
    made = from_html if kind is Kind.HTML else from_text_bytes
    yield Gathered(
        made(data, origin=origin, published=order.published),
        Fetched(data, at=_now(), media_type="text/html" if kind is Kind.HTML else "text/plain"),
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
