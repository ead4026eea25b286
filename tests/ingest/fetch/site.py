"""A site on loopback, and what stands between it and the fetcher in tests."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from hearsay.ingest.fetch.fetcher import Fetcher
from hearsay.ingest.fetch.outside import Outside, dial, system_tls
from hearsay.settings import Settings

REPORT = b"The harbour board said on Friday that the quay would stay closed."
PUBLIC = "93.184.215.14"
"""Looks public; no test ever connects there."""

Page = Callable[[BaseHTTPRequestHandler], None]


def page(
    body: bytes = REPORT, *, status: int = 200, headers: Mapping[str, str] | None = None, length: int | None = None
) -> Page:
    """A page that is answered with ``body``; ``length`` is announced instead of its own, none at all for -1."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {"Content-Type": "text/plain", **(headers or {})}.items():
            request.send_header(name, value)
        if length != -1:
            request.send_header("Content-Length", str(len(body) if length is None else length))
        request.end_headers()
        with contextlib.suppress(OSError):
            request.wfile.write(body)

    return answer


def redirect(location: str, *, status: int = 302) -> Page:
    return page(b"", status=status, headers={"Location": location})


def raw(*pieces: bytes, pause: float = 0.0) -> Page:
    """What is written to the connection as it is, piece by piece, until the other side has gone."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        stop: threading.Event = request.server.stopping  # type: ignore[attr-defined]  # set in serve
        with contextlib.suppress(OSError):
            for piece in pieces:
                request.wfile.write(piece)
                request.wfile.flush()
                if stop.wait(pause):
                    break

    return answer


@dataclass
class Site:
    """Pages by their path, and the requests that came."""

    pages: dict[str, Page | list[Page]] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    port: int = 0
    scheme: str = "http"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.requests]

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        headers = {name.lower(): value for name, value in request.headers.items()}
        self.requests.append((request.path, headers))
        found = self.pages.get(request.path, page(b"", status=404))
        # A list is answered in turn, its last page for good.
        if isinstance(found, list):
            found = found.pop(0) if len(found) > 1 else found[0]
        found(request)


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what many tests are about."""


@contextlib.contextmanager
def serve(*, tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site on a free port of 127.0.0.1."""
    site = Site(scheme="http" if tls is None else "https")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.answer(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with _Quiet(("127.0.0.1", 0), Handler) as server:
        stopping = threading.Event()
        server.stopping = stopping  # type: ignore[attr-defined]  # for raw, whose pauses end with the server
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        site.port = server.server_port
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield site
        finally:
            stopping.set()
            server.shutdown()
            thread.join()


class Clock:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.slept: list[float] = []

    def read(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    def today(self) -> datetime:
        return datetime(2026, 3, 2, 12, tzinfo=UTC) + timedelta(seconds=self.seconds - 1000.0)


class World:
    """Names and where they lead: every connection goes to loopback, whatever IP address it asks for."""

    def __init__(self, names: Mapping[str, Sequence[Sequence[str]]] | None = None) -> None:
        """``names`` has the answers for each name in turn, the last for good."""
        self.answers = {name: list(answers) for name, answers in (names or {}).items()}
        self.asked: list[str] = []
        self.dialled: list[str] = []
        self.clock = Clock()

    def resolve(self, host: str) -> Sequence[str]:
        self.asked.append(host)
        if host not in self.answers:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        answers = self.answers[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def dial(self, ip: str, port: int, *, timeout: float) -> socket.socket:
        self.dialled.append(ip)
        return dial("127.0.0.1", port, timeout=timeout)

    def outside(self, tls: Callable[[], ssl.SSLContext] = system_tls) -> Outside:
        return Outside(
            resolve=self.resolve,
            dial=self.dial,
            tls=tls,
            clock=self.clock.read,
            sleep=self.clock.sleep,
            today=self.clock.today,
        )


def fetcher(
    world: World | None = None, *, allow_private: bool = True, delay: int = 0, max_bytes: int = 100_000, total: int = 20
) -> Fetcher:
    settings = Settings(
        max_bytes=max_bytes,
        fetch_connect_seconds=5,
        fetch_read_seconds=1,
        fetch_total_seconds=total,
        fetch_delay_seconds=delay,
    )
    return Fetcher(settings, allow_private=allow_private, outside=None if world is None else world.outside())
