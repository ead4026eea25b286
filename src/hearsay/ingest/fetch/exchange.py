"""One request and its answer over a connection of its own, within limits of time and size.

http.client speaks the protocol, over a socket that is opened here: to an IP address that was checked, with the name of
the host only in the header Host and in TLS. No proxy is used, whatever the environment says.
"""

import http.client
import io
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from typing import BinaryIO

from hearsay.errors import FetchFailed, LargeReport, ReportError
from hearsay.ingest.bounded import gunzipped, read_bounded, read_head
from hearsay.ingest.fetch.address import Address
from hearsay.ingest.fetch.outside import Outside

_MOST_DIALLED = 4
"""Addresses of one host that are tried; a host that lists a hundred dead ones is no reason to try them all."""

_FRAMING = 65_536
"""Bytes over the limit that compressed data of that size may take: deflate can add a little to what is random."""


@dataclass(slots=True)
class Budget:
    """The seconds that are left for what belongs together."""

    left: float


@dataclass(frozen=True, slots=True)
class Limits:
    """How long one request may take, in seconds."""

    connect: float
    read: float
    total: Budget


class Answer:
    """The answer of a server; its body is read on demand, while the exchange lasts."""

    def __init__(self, response: http.client.HTTPResponse, *, origin: str) -> None:
        self.status = response.status
        self.headers: Message = response.headers
        self._response = response
        self._origin = origin

    def body(self, limit: int) -> bytes:
        """The whole body, its Content-Encoding undone.

        Raises LargeReport where either takes more than ``limit`` bytes, GarbledReport where its gzip data is damaged,
        FetchFailed where it is cut off.
        """
        if (self._response.length or 0) > limit + _FRAMING:
            raise LargeReport(f"{self._response.length:,} bytes, over {limit:,}", origin=self._origin)
        return read_bounded(self._opened(limit), limit, origin=self._origin)

    def start(self, limit: int) -> bytes:
        """The first ``limit`` bytes of the body, or all where it has fewer; raises as ``body`` does."""
        return read_head(self._opened(limit), limit)

    def _opened(self, limit: int) -> BinaryIO:
        transfer = (self.headers.get("Transfer-Encoding") or "chunked").strip().lower()
        encoding = (self.headers.get("Content-Encoding") or "identity").strip().lower()
        if transfer != "chunked" or encoding not in ("identity", "gzip", "x-gzip"):
            raise FetchFailed("encoded in a way that was not asked for", origin=self._origin)
        raw = io.BufferedReader(_Body(self._response, limit + _FRAMING, origin=self._origin), 1 << 16)
        return raw if encoding == "identity" else gunzipped(raw, origin=self._origin)


class _Body(io.RawIOBase):
    """The body as it comes, to the length that was announced."""

    def __init__(self, response: http.client.HTTPResponse, limit: int, *, origin: str) -> None:
        self._response = response
        self._left = limit
        self._origin = origin

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override] # typeshed's WriteableBuffer has no len()
        """Fill ``buffer`` with what has come; gives the number of bytes, 0 at the end."""
        data = self._response.read1(len(buffer))
        if not data and self._response.length:
            # read1 takes the end of the connection for that of the body.
            raise http.client.IncompleteRead(b"", self._response.length)
        self._left -= len(data)
        if self._left < 0:
            raise LargeReport("more bytes than its limit", origin=self._origin)
        buffer[: len(data)] = data
        return len(data)


class _Watch:
    """Ends a connection that takes too long in all, wherever it hangs: a time-out starts anew with every byte."""

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._watched: socket.socket | None = None
        self._timer = threading.Timer(max(seconds, 0.0), self._end)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, connection: socket.socket) -> None:
        """Let ``connection`` be the one that is ended."""
        self._watched = connection
        if self.is_over:
            raise TimeoutError

    def stop(self) -> None:
        """End nothing any more."""
        self._timer.cancel()

    def _end(self) -> None:
        self.is_over = True
        if self._watched is not None:
            with suppress(OSError):
                # Not SSLSocket's own, which would have the rest read without TLS.
                socket.socket.shutdown(self._watched, socket.SHUT_RDWR)


@contextmanager
def exchange(
    address: Address,
    ips: Sequence[str],
    *,
    headers: Mapping[str, str],
    limits: Limits,
    outside: Outside,
    origin: str,
    body: bytes | None = None,
) -> Iterator[Answer]:
    """Ask for ``address`` at one of its ``ips``, checked before, and give the answer; with a ``body``, post it there.

    Raises FetchFailed for all that can go wrong on the way, while the body is read as well.
    """
    began = time.monotonic()
    watch = _Watch(limits.total.left)
    with ExitStack() as opened:
        opened.callback(watch.stop)
        try:
            connection = opened.enter_context(_connect(address, ips, limits=limits, outside=outside, watch=watch))
            response = opened.enter_context(closing(_ask(address, connection, headers=headers, body=body)))
            yield Answer(response, origin=origin)
            if watch.is_over:
                raise TimeoutError
        except (OSError, http.client.HTTPException, ReportError) as error:
            # What is read after the watch has ended the connection looks cut off, or damaged.
            if isinstance(error, ReportError) and not watch.is_over:
                raise
            raise _failure(error, address, limits=limits, over=watch.is_over, origin=origin) from error
        finally:
            limits.total.left -= time.monotonic() - began


def _connect(address: Address, ips: Sequence[str], *, limits: Limits, outside: Outside, watch: _Watch) -> socket.socket:
    """A connection to the first of ``ips`` that accepts one, with TLS where the scheme asks for it."""
    connection = _dial(address, ips, limits=limits, outside=outside)
    try:
        watch.watch(connection)
        connection.settimeout(limits.read)
        if address.scheme == "https":
            # The name is that of the address, not of the IP that was dialled; the handshake is watched too.
            secured = outside.tls().wrap_socket(connection, server_hostname=address.host, do_handshake_on_connect=False)
            connection = secured
            watch.watch(secured)
            secured.do_handshake()
    except BaseException:
        connection.close()
        raise
    return connection


def _dial(address: Address, ips: Sequence[str], *, limits: Limits, outside: Outside) -> socket.socket:
    began = time.monotonic()
    failure: OSError = TimeoutError()
    for ip in ips[:_MOST_DIALLED]:
        left = min(limits.connect, limits.total.left - (time.monotonic() - began))
        if left <= 0:
            break
        try:
            return outside.dial(ip, address.port, timeout=left)
        except OSError as error:
            failure = error
    raise ConnectionError(_said(failure, f"no connection within {limits.connect:g} seconds"))


def _ask(
    address: Address, connection: socket.socket, *, headers: Mapping[str, str], body: bytes | None
) -> http.client.HTTPResponse:
    protocol = http.client.HTTPConnection(address.host, address.port)
    protocol.sock = connection
    method = "GET" if body is None else "POST"
    protocol.putrequest(method, address.target, skip_host=True, skip_accept_encoding=True)
    length = {} if body is None else {"Content-Length": str(len(body))}
    for name, value in {"Host": address.authority, **headers, **length, "Connection": "close"}.items():
        protocol.putheader(name, value)
    protocol.endheaders(body)
    return protocol.getresponse()


def _failure(error: Exception, address: Address, *, limits: Limits, over: bool, origin: str) -> FetchFailed:
    """What went wrong, in words; an error that follows from the watch's end is that of the time."""
    if over or limits.total.left <= 0:
        return FetchFailed("not done in the time that it may take in all", origin=origin)
    if isinstance(error, ssl.SSLCertVerificationError):
        return FetchFailed(
            f"the certificate of {address.host} is not valid: {_plain(error.verify_message).rstrip('.')}",
            origin=origin,
            advice="do not trust what it sends; check the address and this machine's clock and authorities",
        )
    if isinstance(error, ssl.SSLError):
        return FetchFailed(
            f"no TLS connection: {_plain(error.reason or 'it broke off').lower().replace('_', ' ')}", origin=origin
        )
    if isinstance(error, http.client.IncompleteRead):
        return FetchFailed("the answer is cut off", origin=origin)
    if isinstance(error, OSError):
        return FetchFailed(_said(error, f"silent for {limits.read:g} seconds"), origin=origin)
    return FetchFailed("what it answers is not HTTP", origin=origin)


def _said(error: OSError, late: str) -> str:
    if isinstance(error, TimeoutError):
        return late
    if isinstance(error, http.client.RemoteDisconnected):
        return "it closed the connection without an answer"
    return _plain(error.strerror or str(error)).lower() or "the connection broke"


def _plain(words: str) -> str:
    """On one line."""
    return " ".join(words.split())
