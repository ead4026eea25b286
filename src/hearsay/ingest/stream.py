"""Inputs to a stream of documents."""

import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from hearsay.errors import LargeReport, ReportError
from hearsay.ingest.fetch.address import is_address, suffixed_name
from hearsay.ingest.published import argument_time
from hearsay.ingest.reports import Arrival, Order, read_reports
from hearsay.ingest.sniff import Kind, kind_of_media_type, kind_of_name
from hearsay.ingest.sources import find_files, missing
from hearsay.records.document import Document
from hearsay.records.fetched import Gathered, Unchanged
from hearsay.settings import Settings

if TYPE_CHECKING:
    from hearsay.ingest.fetch.fetcher import Fetcher, Known

STANDARD_INPUT = "-"
"""The input that stands for standard input, and the origin of what came from there."""


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
    order = Order(settings.max_bytes, argument_time(published))
    found = _stream(inputs, order, stdin=stdin, web=None)
    return (item for item in found if not isinstance(item, Unchanged))


def gathered_or_fetched(
    inputs: Iterable[str | Path],
    fetcher: "Fetcher",
    *,
    settings: Settings,
    published: str | None = None,
    stdin: BinaryIO | None = None,
    known: "Known | None" = None,
) -> Iterator[Gathered | Unchanged | ReportError]:
    """What ``gathered`` gives, where an input may be an address as well, which ``fetcher`` fetches.

    What is fetched has the address, after redirects, as its origin; its bytes are those that came, their
    Content-Encoding undone, and ``settings.max_bytes`` holds for all of them. ``known`` tells what servers said of an
    address the last time, and what has not changed since is given as Unchanged.
    """
    order = Order(settings.max_bytes, argument_time(published))
    return _stream(inputs, order, stdin=stdin, web=_Web(fetcher, known))


@dataclass(frozen=True, slots=True)
class _Web:
    """How addresses are fetched."""

    fetcher: "Fetcher"
    known: "Known | None"


def _stream(
    inputs: Iterable[str | Path], order: Order, *, stdin: BinaryIO | None, web: _Web | None
) -> Iterator[Gathered | Unchanged | ReportError]:
    for given in inputs:
        if given == STANDARD_INPUT:
            yield from read_reports(stdin or sys.stdin.buffer, order, arrival=Arrival(STANDARD_INPUT))
            continue
        if web is not None and isinstance(given, str) and is_address(given):
            yield from _fetch(given, order, web=web)
            continue
        for found in find_files(Path(given)):
            if isinstance(found, ReportError):
                yield found
            else:
                yield from _read_file(found, order)


def _fetch(url: str, order: Order, *, web: _Web) -> Iterator[Gathered | Unchanged | ReportError]:
    try:
        found = web.fetcher.fetch(url, known=web.known)
    except ReportError as error:
        yield error
        return
    if isinstance(found, Unchanged):
        yield found
        return
    name = PurePosixPath(suffixed_name(found.address))
    arrival = Arrival(
        found.address.url,
        kind=kind_of_media_type(found.media_type) or kind_of_name(name),
        url=found.address.url,
        at=found.at,
        charset=found.charset,
        validators=found.validators,
    )
    yield from read_reports(io.BytesIO(found.body), order, arrival=arrival)


def _read_file(path: Path, order: Order) -> Iterator[Gathered | ReportError]:
    origin = str(path)
    kind = kind_of_name(path)
    try:
        with path.open("rb") as stream:
            status = os.fstat(stream.fileno())
            # A 50 MB file is refused before a byte of it is read; rows have their limit one by one.
            if kind in (Kind.TEXT, Kind.HTML) and stat.S_ISREG(status.st_mode) and status.st_size > order.max_bytes:
                yield LargeReport(f"{status.st_size:,} bytes, over {order.max_bytes:,}", origin=origin)
            else:
                yield from read_reports(stream, order, arrival=Arrival(origin, kind=kind))
    except (OSError, ValueError) as error:
        # ValueError: a path with a null character.
        yield missing(error if isinstance(error, OSError) else OSError(str(error)), origin=origin)
