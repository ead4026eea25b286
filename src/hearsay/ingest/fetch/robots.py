"""What hosts allow in their robots.txt (RFC 9309)."""

import threading
from dataclasses import dataclass, field

from protego import Protego

from hearsay.errors import FetchFailed, FetchRefused, ReportError
from hearsay.ingest.fetch.address import Address, redirected
from hearsay.ingest.fetch.client import PRODUCT, Client
from hearsay.ingest.fetch.exchange import Answer

_PARSED_BYTES = 512_000
"""RFC 9309, 2.5 asks that at least 500 KiB be parsed; what follows is left."""

_MOST_REDIRECTS = 5
"""RFC 9309, 2.3.1.2; after more the file counts as not there."""

_FRESH = 24 * 3600.0
"""Seconds for which a robots.txt holds (RFC 9309, 2.4)."""

_FRESH_FAILURE = 300.0
"""Seconds after which one that could not be had is asked for again."""

_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class _Rules:
    """What one site allows. Without a parser it allows everything, with a refusal or a failure nothing."""

    parser: Protego | None = None
    refusal: str | None = None
    """What the server answered instead of a robots.txt."""
    failure: FetchFailed | None = None
    """Why there was no answer."""

    @property
    def fresh(self) -> float:
        """Seconds for which these hold."""
        return _FRESH if self.refusal is None and self.failure is None else _FRESH_FAILURE


@dataclass(slots=True)
class _Site:
    lock: threading.Lock = field(default_factory=threading.Lock)
    rules: _Rules | None = None
    until: float = 0.0
    """On the clock: how long the rules hold."""


class Robots:
    """The robots.txt of each site, asked for once a day; for several threads."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._sites: dict[str, _Site] = {}
        self._lock = threading.Lock()

    def require(self, address: Address, *, origin: str) -> None:
        """Raise FetchRefused where the site of ``address`` does not let us ask for it, and slow down where it asks.

        One that is not there (4xx) allows everything; one that cannot be had (429, 5xx) nothing. Raises FetchFailed
        where the host does not answer at all.
        """
        with self._lock:
            site = self._sites.setdefault(address.site, _Site())
        with site.lock:
            now = self._client.outside.clock()
            if site.rules is None or now >= site.until:
                site.rules = self._load(address, origin=origin)
                site.until = now + site.rules.fresh
            rules = site.rules
        if rules.failure is not None:
            message = f"its robots.txt cannot be had: {rules.failure}"
            raise FetchFailed(message, origin=origin, advice=rules.failure.advice)
        if rules.refusal is not None:
            raise FetchRefused(
                f"{address.site}/robots.txt {rules.refusal}, so nothing there may be fetched",
                origin=origin,
                advice="try again later, or save the page yourself and give the file",
            )
        if rules.parser is not None and not rules.parser.can_fetch(address.url, PRODUCT):
            raise FetchRefused(f"{address.site}/robots.txt does not allow it", origin=origin)

    def _load(self, address: Address, *, origin: str) -> _Rules:
        place = Address(address.scheme, address.host, address.port, "/robots.txt")
        budget = self._client.budget()
        for _ in range(_MOST_REDIRECTS + 1):
            try:
                reply = self._client.ask(place, _start, budget=budget, origin=origin)
            except FetchRefused:
                raise
            except FetchFailed as error:
                return _Rules(failure=error)
            except ReportError as error:
                return _Rules(refusal=f"cannot be read ({error})")
            location = reply.headers.get("Location")
            if reply.status not in _REDIRECTS or location is None:
                break
            place = redirected(place, location, origin=origin)
        else:
            return _Rules()
        if reply.status == 429 or not 200 <= reply.status < 500:
            return _Rules(refusal=f"cannot be had ({reply.status})")
        if reply.status >= 300:
            return _Rules()
        parser = Protego.parse(reply.body.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))
        delay = parser.crawl_delay(PRODUCT)
        if delay is not None:
            self._client.turns.slow(address.host, delay=delay)
        return _Rules(parser)


def _start(answer: Answer) -> bytes:
    return answer.start(_PARSED_BYTES) if answer.status == 200 else b""
