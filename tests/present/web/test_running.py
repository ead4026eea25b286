"""A desk on a real server: clients that are slow, and a report that is long."""

import socket
import time
from dataclasses import replace
from pathlib import Path

import pytest

from hearsay.ledger.connect import Store
from hearsay.ledger.writer import Writer
from hearsay.present.web.patience import Patient
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Mode, Spans, Statement
from tests.present.web.desks import own, served
from tests.present.web.running import running

SENTENCE = "Al {:05d} said no."
"""Short: the ledger holds each span against the whole text, and it is their number that matters here."""


def long_report(statements: int, *, between: str) -> Ledger:
    """A report in which so many people say something."""
    text = between.join(SENTENCE.format(number) for number in range(statements))
    step = len(SENTENCE.format(0)) + len(between)
    made = []
    for number in range(statements):
        at = number * step
        spans = Spans((Span(at, at + 8),), (Span(at + 9, at + 13),), (Span(at + 14, at + 16),))
        made.append(
            Statement(f"s{number}", "long", f"m{number}", (), spans, (), Mode.INDIRECT, 0.9, source_confidence=0.9)
        )
    sources = tuple(Source(f"m{number}", f"Al {number:05d}") for number in range(statements))
    return Ledger((Document("long", text, title="Everybody on the bridge"),), sources, tuple(made))


def test_ten_thousand_statements_in_one_report_are_a_page(tmp_path: Path) -> None:
    store = Store(tmp_path / "desk.db", create=True)
    Writer(store).add(long_report(10_000, between=" "), reader="7")
    store.close()
    with served(own(tmp_path / "desk.db")) as client:
        start = time.process_time()
        answer = client.get("/documents/long")
        assert answer.status_code == 200
        assert time.process_time() - start < 12  # seconds of one core
        assert "9,500 more stand in the text" in answer.text
        page = client.get("/api/v1/statements?document=long&limit=500").json()
        assert len(page["items"]) == 500


def closed_after(connection: socket.socket) -> float:
    """Seconds until the server has closed a connection."""
    start = time.monotonic()
    connection.settimeout(10)
    while connection.recv(65_536):
        pass
    return time.monotonic() - start


class Hasty(Patient):
    """What waits no longer than a test does."""

    seconds = 0.3


@pytest.mark.parametrize("said", [b"", b"GET / HTT", b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "])
def test_who_says_nothing_or_too_little_is_left(ready: Path, said: bytes) -> None:
    with running(ready, protocol=Hasty) as port, socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(said)
        assert closed_after(connection) < 5


def test_a_body_that_drips_is_left(ready: Path) -> None:
    head = b"POST /api/v1/jobs HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{"
    desk = replace(own(ready), body_seconds=0.05)
    with running(ready, desk) as port, socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(head)
        connection.settimeout(10)
        assert b" 408 " in connection.recv(65_536)


def test_many_who_wait_keep_nobody_else_waiting(ready: Path) -> None:
    with running(ready) as port:
        slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(100)]
        for connection in slow:
            connection.sendall(b"POST /add HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nx")
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.settimeout(10)
            connection.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            assert b" 200 " in connection.recv(65_536)
        for connection in slow:
            connection.close()


@pytest.mark.parametrize(
    "said",
    [b"\0\1\2\3\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"x" * 200_000],
)
def test_what_is_no_request_is_no_matter(ready: Path, said: bytes) -> None:
    with running(ready) as port:
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.settimeout(10)
            connection.sendall(said)
            assert b" 4" in connection.recv(65_536)[:13]
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.settimeout(10)
            connection.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert b" 200 " in connection.recv(65_536)
