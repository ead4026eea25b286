"""The bytes of one input to the documents in it, whether they came from a file, a pipe or an address."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO

from hearsay.errors import EmptyReport, MalformedReport, ReportError
from hearsay.ingest.bounded import gunzipped, read_bounded, read_head, replayed
from hearsay.ingest.html import from_html
from hearsay.ingest.rows import read_rows
from hearsay.ingest.sniff import GZIP, SNIFFED_BYTES, Kind, kind_of_content
from hearsay.ingest.sources import missing
from hearsay.ingest.text import from_text_bytes
from hearsay.records.fetched import Fetched, Gathered, Validators

_UNTOLD = Validators()


@dataclass(frozen=True, slots=True)
class Order:
    """What holds for every input of one call."""

    max_bytes: int
    published: str | None


@dataclass(frozen=True, slots=True)
class Arrival:
    """What is known of bytes before they are read; None for what is not."""

    origin: str
    kind: Kind | None = None
    url: str | None = None
    """Where they were fetched from."""
    at: str | None = None
    """When, UTC in ISO 8601; where it is not known, it is now."""
    charset: str | None = None
    """That the server declared."""
    validators: Validators = _UNTOLD


def read_reports(stream: BinaryIO, order: Order, *, arrival: Arrival) -> Iterator[Gathered | ReportError]:
    """The documents in ``stream``, gzipped or not, with their bytes; an error in the place of what cannot be read."""
    try:
        yield from _read(stream, order, arrival=arrival)
    except ReportError as error:
        yield error
    except OSError as error:
        yield missing(error, origin=arrival.origin)


def _read(stream: BinaryIO, order: Order, *, arrival: Arrival) -> Iterator[Gathered | ReportError]:
    origin = arrival.origin
    head = read_head(stream, SNIFFED_BYTES)
    if head.startswith(GZIP):
        stream = gunzipped(replayed(head, stream), origin=origin)
        head = read_head(stream, SNIFFED_BYTES)
    if len(head) < SNIFFED_BYTES and not head.strip():
        raise EmptyReport("nothing in it but blanks" if head else "an empty file", origin=origin)
    kind = arrival.kind or kind_of_content(head)
    stream = replayed(head, stream)
    if kind is Kind.ROWS:
        for found in read_rows(stream, origin=origin, max_bytes=order.max_bytes, published=order.published):
            if isinstance(found, ReportError):
                yield found
            else:
                document, line = found
                yield Gathered(document, _fetched(line, arrival, media_type="application/json"))
        return
    if kind is Kind.JSON:
        raise MalformedReport("JSON, but not one object a line", origin=origin)
    data = read_bounded(stream, order.max_bytes, origin=origin)
    made = from_html if kind is Kind.HTML else from_text_bytes
    document = made(data, origin=origin, url=arrival.url, published=order.published, charset=arrival.charset)
    media_type = "text/html" if kind is Kind.HTML else "text/plain"
    yield Gathered(document, _fetched(data, arrival, media_type=media_type))


def _fetched(body: bytes, arrival: Arrival, *, media_type: str) -> Fetched:
    if arrival.charset is not None and not media_type.startswith("application/json"):
        media_type = f"{media_type}; charset={arrival.charset}"
    return Fetched(
        body,
        at=arrival.at or datetime.now(UTC).isoformat(timespec="seconds"),
        media_type=media_type,
        etag=arrival.validators.etag,
        modified=arrival.validators.modified,
    )
