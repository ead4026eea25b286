"""Reading streams without ever holding more than the limit."""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from hearsay.errors import GarbledReport, LargeReport

_CHUNK = 1 << 20
"""Bytes that are skipped at a time."""


class Replayed(io.RawIOBase):
    """A stream of which a head was read already, from its start again. Closing it leaves the stream open."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # typeshed's WriteableBuffer has no len()
        """Fill ``buffer`` from the head, then from the rest; gives the number of bytes, 0 at the end."""
        data = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def replayed(head: bytes, rest: BinaryIO) -> BinaryIO:
    """``rest`` with ``head`` before it again."""
    return io.BufferedReader(Replayed(head, rest), _CHUNK)


def read_head(stream: BinaryIO, size: int) -> bytes:
    """The first ``size`` bytes, or all where there are fewer; a pipe is waited for."""
    head = bytearray()
    while len(head) < size:
        data = stream.read(size - len(head))
        if not data:
            break
        head += data
    return bytes(head)


def read_bounded(stream: BinaryIO, limit: int, *, origin: str) -> bytes:
    """All bytes of ``stream``; raises LargeReport, having read no more than one byte over it, above ``limit``."""
    data = read_head(stream, limit + 1)
    if len(data) > limit:
        raise LargeReport(f"over {limit:,} bytes", origin=origin)
    return data


def lines_bounded(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines of ``stream`` with their numbers from 1, line ends left out; None for a line over ``limit`` bytes."""
    number = 0
    while line := stream.readline(limit + 2):
        number += 1
        body = line.rstrip(b"\r\n")
        if len(body) <= limit:
            yield number, body
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield number, None


class Gunzipped(io.RawIOBase):
    """What a gzip stream holds, unpacked as it is read; raises GarbledReport where it is damaged."""

    def __init__(self, stream: BinaryIO, *, origin: str) -> None:
        self._inner = gzip.GzipFile(fileobj=stream)
        self._origin = origin

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # typeshed's WriteableBuffer has no len()
        """Fill ``buffer`` with unpacked bytes; gives their number, 0 at the end."""
        try:
            data = self._inner.read(len(buffer))
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            raise GarbledReport("its gzip data is damaged", origin=self._origin) from error
        buffer[: len(data)] = data
        return len(data)


def gunzipped(stream: BinaryIO, *, origin: str) -> BinaryIO:
    """What ``stream``, gzip data, holds: unpacked a piece at a time, never more than was asked for."""
    return io.BufferedReader(Gunzipped(stream, origin=origin), 1 << 16)
