"""What somebody gives to a desk to be read: a link, a text or a file, as reports.

A link is one of the Web's and nothing else: no path of this machine is ever opened for one.
"""

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, Protocol

from hearsay.errors import FetchRefused, GarbledReport, LargeReport, ReportError
from hearsay.ingest import from_row, gathered_or_fetched
from hearsay.ingest.bounded import gunzipped, read_head, replayed
from hearsay.ingest.fetch.address import is_address
from hearsay.ingest.reports import Arrival, Order, read_reports
from hearsay.ingest.sniff import GZIP, kind_of_name
from hearsay.present.clean import one_line
from hearsay.records.fetched import Fetched, Gathered, Unchanged
from hearsay.settings import Settings

if TYPE_CHECKING:
    from hearsay.ingest.fetch.fetcher import Fetcher

MOST_UNPACKED = 10
"""How many times its size a packed file may have when it is unpacked, of the largest upload. Text packs to a fifth."""
_LONGEST_NAME = 200

Item = Gathered | Unchanged | ReportError


class Offer(Protocol):
    """Something to be read."""

    @property
    def name(self) -> str:
        """What it is called while it is read."""
        ...

    def reports(self, settings: Settings, fetcher: "Fetcher") -> Iterable[Item]:
        """The reports in it, an error in the place of each that cannot be read."""
        ...


@dataclass(frozen=True, slots=True)
class Link:
    """An address."""

    address: str

    @property
    def name(self) -> str:
        """The address."""
        return one_line(self.address)[:_LONGEST_NAME]

    def reports(self, settings: Settings, fetcher: "Fetcher") -> Iterable[Item]:
        """What lies there, unless it leads to where it must not."""
        address = self.address.strip()
        if not is_address(address):
            return [FetchRefused("not a Web address", origin=self.name, advice="give one that starts with https://")]
        return gathered_or_fetched([address], fetcher, settings=settings)


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text with what is known of it."""

    text: str = field(repr=False)
    known: Mapping[str, str] = field(default_factory=dict)
    """Any of title, publisher, published and url."""

    @property
    def name(self) -> str:
        """Its title."""
        return one_line(self.known.get("title", ""))[:_LONGEST_NAME] or "a text"

    def reports(self, settings: Settings, fetcher: "Fetcher") -> Iterable[Item]:  # noqa: ARG002 - as every Offer has it
        """The one report."""
        text = self.text.replace("\r\n", "\n").replace("\r", "\n").strip()
        row = {name: value for name, value in self.known.items() if value.strip()} | {"text": text}
        body = json.dumps(row, ensure_ascii=False).encode("utf-8", "replace")
        try:
            if len(body) > settings.max_bytes:
                raise LargeReport(f"over {settings.max_bytes:,} bytes", origin=self.name)
            document = from_row(row, origin="-")
        except ReportError as error:
            return [error]
        at = datetime.now(UTC).isoformat(timespec="seconds")
        return [Gathered(document, Fetched(body, at, media_type="application/json"))]


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file that has been sent; it is closed when it has been read."""

    filename: str
    stream: BinaryIO = field(repr=False)
    most: int
    """Bytes that an upload may have."""

    @property
    def name(self) -> str:
        """Its name without any folders, which is all that is made of it: nothing is stored under it."""
        return one_line(PurePath(self.filename.replace("\\", "/")).name)[:_LONGEST_NAME] or "a file"

    def reports(self, settings: Settings, fetcher: "Fetcher") -> Iterator[Item]:  # noqa: ARG002 - as every Offer has it
        """The reports in it."""
        with self.stream:
            try:
                stream = self._unpacked()
            except ReportError as error:
                yield error
                return
            arrival = Arrival(self.name, kind=kind_of_name(PurePath(self.name)))
            yield from read_reports(stream, Order(settings.max_bytes, None), arrival=arrival)

    def _unpacked(self) -> BinaryIO:
        head = read_head(self.stream, len(GZIP))
        stream = replayed(head, self.stream)
        if head != GZIP:
            return stream
        metered = _Metered(gunzipped(stream, origin=self.name), most=self.most * MOST_UNPACKED, origin=self.name)
        unpacked = io.BufferedReader(metered)
        if unpacked.peek(len(GZIP)).startswith(GZIP):
            # What is packed within would be unpacked without a limit for all of it.
            raise GarbledReport("it is packed twice", origin=self.name, advice="unpack it once")
        return unpacked


class _Metered(io.RawIOBase):
    """A stream of which no more than ``most`` bytes are read; raises LargeReport beyond."""

    def __init__(self, stream: BinaryIO, *, most: int, origin: str) -> None:
        self._stream = stream
        self._left = most
        self._origin = origin

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # typeshed's WriteableBuffer has no len()
        """Fill ``buffer``; gives the number of bytes, 0 at the end."""
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise LargeReport("too large once it is unpacked", origin=self._origin)
        buffer[: len(data)] = data
        return len(data)
