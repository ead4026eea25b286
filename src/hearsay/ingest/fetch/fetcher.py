"""Fetch a report: redirects followed one by one, each step allowed anew, nothing asked for that has not changed."""

from collections.abc import Callable
from dataclasses import dataclass

from hearsay.errors import BinaryReport, FetchFailed, FetchRefused
from hearsay.ingest.fetch.address import Address, parse_address, redirected
from hearsay.ingest.fetch.client import Client, Reply
from hearsay.ingest.fetch.exchange import Answer
from hearsay.ingest.fetch.headers import charset, conditional, is_other_form, media_type, validators
from hearsay.ingest.fetch.outside import Outside
from hearsay.ingest.fetch.robots import Robots
from hearsay.records.fetched import Unchanged, Validators
from hearsay.settings import Settings

MOST_REDIRECTS = 10
"""That one address may lead through; browsers stop at 20, and the news sites' own chains seldom pass three."""

Known = Callable[[str], Validators | None]
"""What was told of an address the last time that it was fetched; None where it never was."""

_REDIRECTS = (301, 302, 303, 307, 308)

_MEANINGS = {
    401: "it asks for a password",
    402: "it asks for payment",
    403: "it does not show this",
    404: "no such page",
    410: "the page is gone",
    429: "it is asked too often",
    451: "it may not show this for legal reasons",
    503: "it is too busy",
}
"""What the status codes that are common with news sites say, in words."""


@dataclass(frozen=True, slots=True)
class Page:
    """What lay at an address."""

    address: Address
    """After redirects."""
    body: bytes
    """As it came, its Content-Encoding undone."""
    at: str
    """When, UTC in ISO 8601."""
    media_type: str | None
    charset: str | None
    """As the server declared them, in lower case."""
    validators: Validators


class Fetcher:
    """Fetches addresses; keeps to each host's robots.txt and pace for as long as it lives. For several threads."""

    def __init__(self, settings: Settings, *, allow_private: bool = False, outside: Outside | None = None) -> None:
        """``allow_private`` lets requests reach private, loopback and other addresses that are not public.

        ``outside`` stands in for the machine's own look-up, connections and clock. Raises UsageError for a setting
        that cannot be.
        """
        self._max_bytes = settings.max_bytes
        self._client = Client(settings, allow_private=allow_private, outside=outside or Outside())
        self._robots = Robots(self._client)

    def fetch(self, url: str, *, known: Known | None = None) -> Page | Unchanged:
        """What lies at ``url``, or that it has not changed since ``known`` was told of it.

        ``known`` is asked for each address on the way there. Raises FetchRefused for what may not be asked for,
        FetchFailed where nothing comes, LargeReport over ``settings.max_bytes``, GarbledReport for damaged gzip data
        and BinaryReport for what is plainly no report, unread.
        """
        address = parse_address(url, origin=url)
        budget = self._client.budget()
        seen: list[Address] = []
        while True:
            try:
                self._robots.require(address, origin=url)
                conditions = {} if known is None else conditional(known(address.url))
                reply = self._client.ask(
                    address,
                    lambda answer: _taken(answer, self._max_bytes, origin=url),
                    budget=budget,
                    origin=url,
                    conditions=conditions,
                )
                seen.append(address)
                location = reply.headers.get("Location")
                if reply.status not in _REDIRECTS or location is None:
                    return self._result(address, reply, conditions=bool(conditions), origin=url)
                address = redirected(address, location, origin=url)
            except (FetchFailed, FetchRefused) as error:
                raise _led_to(address, error, asked=url, redirects=len(seen)) from error
            if address in seen:
                raise FetchFailed(f"its redirects go in a circle, back to {address.url}", origin=url)
            if len(seen) > MOST_REDIRECTS:
                raise FetchFailed(f"over {MOST_REDIRECTS} redirects", origin=url)

    def _result(self, address: Address, reply: Reply, *, conditions: bool, origin: str) -> Page | Unchanged:
        at = self._client.outside.today().isoformat(timespec="seconds")
        if reply.status == 304 and conditions:
            return Unchanged(address.url, at)
        if reply.status != 200:
            words = _MEANINGS.get(reply.status, "it gives no page")
            raise FetchFailed(f"{words} (status {reply.status})", origin=origin, status=reply.status)
        return Page(
            address=address,
            body=reply.body,
            at=at,
            media_type=media_type(reply.headers),
            charset=charset(reply.headers),
            validators=validators(reply.headers),
        )


def _taken(answer: Answer, limit: int, *, origin: str) -> bytes:
    if answer.status != 200:
        return b""
    kind = media_type(answer.headers)
    if is_other_form(kind):
        raise BinaryReport(f"{kind}, not text", origin=origin)
    return answer.body(limit)


def _led_to(
    address: Address, error: FetchFailed | FetchRefused, *, asked: str, redirects: int
) -> FetchFailed | FetchRefused:
    """``error``, with the address that the redirects led to where there were any."""
    if not redirects:
        return error
    message = f"redirected to {address.url}: {error}"
    if isinstance(error, FetchFailed):
        return FetchFailed(message, origin=asked, advice=error.advice, status=error.status)
    return FetchRefused(message, origin=asked, advice=error.advice)
