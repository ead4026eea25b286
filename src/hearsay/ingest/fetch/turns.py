"""One request a host at a time, with a delay between two."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from hearsay.errors import FetchFailed
from hearsay.ingest.fetch.outside import Outside

LONGEST_DELAY = 30.0
"""Seconds between two requests to a host; a robots.txt that asks for more gets this. Of the Crawl-delays that news
sites set, ten seconds is common and more than thirty rare; an hour's would stop everything behind it."""

LONGEST_WAIT = 60.0
"""Seconds that a Retry-After is waited for; what is asked for longer is for another run."""


@dataclass(slots=True)
class _Host:
    delay: float
    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    """On the clock: when the next request may start."""


class Turns:
    """Who may ask which host when; for several threads."""

    def __init__(self, delay: float, outside: Outside) -> None:
        self._delay = delay
        self._outside = outside
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, name: str, *, origin: str) -> Iterator[None]:
        """The turn to ask the host ``name``, once it is free and its delay is over.

        Raises FetchFailed where the host has asked not to be asked for longer than is waited.
        """
        host = self._host(name)
        with host.lock:
            wait = host.free_at - self._outside.clock()
            if wait > LONGEST_WAIT:
                raise FetchFailed(f"{name} asks to be left alone for {wait:,.0f} seconds", origin=origin)
            if wait > 0:
                self._outside.sleep(wait)
            try:
                yield
            finally:
                host.free_at = self._outside.clock() + host.delay

    def slow(self, name: str, *, delay: float) -> None:
        """Leave at least ``delay`` seconds between requests to the host ``name`` from its next one on."""
        host = self._host(name)
        with host.lock:
            longer = max(host.delay, min(delay, LONGEST_DELAY))
            host.free_at += longer - host.delay
            host.delay = longer

    def hold(self, name: str, *, seconds: float) -> None:
        """Ask the host ``name`` nothing for ``seconds`` from now."""
        host = self._host(name)
        with host.lock:
            host.free_at = max(host.free_at, self._outside.clock() + seconds)

    def _host(self, name: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(name, _Host(self._delay))
