"""Requests to hosts: each checked, in its turn, and tried again once where the server asks for that."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import version

from hearsay.errors import UsageError
from hearsay.ingest.fetch.address import Address
from hearsay.ingest.fetch.exchange import Answer, Budget, Limits, exchange
from hearsay.ingest.fetch.headers import retry_after
from hearsay.ingest.fetch.outside import Outside, look_up
from hearsay.ingest.fetch.turns import LONGEST_WAIT, Turns
from hearsay.settings import Settings

PRODUCT = "hearsay"
"""The name that a robots.txt calls us by (RFC 9309, 2.2.1)."""

_TRIED_AGAIN = (429, 503)
"""Too many requests, and service unavailable: what Retry-After goes with."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered."""

    status: int
    headers: Message
    body: bytes
    """As far as it was taken."""


class Client:
    """Asks hosts, one request a host at a time; for several threads."""

    def __init__(self, settings: Settings, *, allow_private: bool, outside: Outside) -> None:
        """``allow_private`` lets requests reach private, loopback and other addresses that are not public.

        Raises UsageError for a time limit of 0.
        """
        for name in ("connect", "read", "total"):
            if getattr(settings, f"fetch_{name}_seconds") < 1:
                raise UsageError(f"HEARSAY_FETCH_{name.upper()}_SECONDS is 0", advice="give at least 1")
        self.outside = outside
        self.turns = Turns(settings.fetch_delay_seconds, outside)
        self._settings = settings
        self._allow_private = allow_private
        self._agent = f"{PRODUCT}/{version('hearsay')}"

    def budget(self) -> Budget:
        """The time for one address and all that it redirects to."""
        return Budget(self._settings.fetch_total_seconds)

    def ask(
        self,
        address: Address,
        take: Callable[[Answer], bytes],
        *,
        budget: Budget,
        origin: str,
        conditions: Mapping[str, str] | None = None,
    ) -> Reply:
        """The answer for ``address``, with what ``take`` takes of its body.

        Where the server is busy and says for how long, within LONGEST_WAIT, it is asked a second time after that.
        Raises FetchRefused for an address that is not public, FetchFailed where no answer comes, and what ``take``
        raises.
        """
        reply = self._ask_once(address, take, budget=budget, origin=origin, conditions=conditions)
        if reply.status not in _TRIED_AGAIN:
            return reply
        wait = retry_after(reply.headers, self.outside.today())
        if wait is None:
            return reply
        self.turns.hold(address.host, seconds=wait)
        if wait > LONGEST_WAIT:
            return reply
        return self._ask_once(address, take, budget=budget, origin=origin, conditions=conditions)

    def _ask_once(
        self,
        address: Address,
        take: Callable[[Answer], bytes],
        *,
        budget: Budget,
        origin: str,
        conditions: Mapping[str, str] | None,
    ) -> Reply:
        headers = {
            "User-Agent": self._agent,
            "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5",
            "Accept-Encoding": "gzip",
            **(conditions or {}),
        }
        limits = Limits(self._settings.fetch_connect_seconds, self._settings.fetch_read_seconds, budget)
        with self.turns.turn(address.host, origin=origin):
            # Looked up when its turn has come, just before it is asked, and never again for this request.
            ips = look_up(address, self.outside, allow_private=self._allow_private, origin=origin)
            with exchange(address, ips, headers=headers, limits=limits, outside=self.outside, origin=origin) as answer:
                return Reply(answer.status, answer.headers, take(answer))
