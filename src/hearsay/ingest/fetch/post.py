"""Posting to an address of the Web under the same rules as fetching from one: checked, bounded, never redirected."""

from collections.abc import Mapping
from importlib.metadata import version

from hearsay.ingest.fetch.address import parse_address
from hearsay.ingest.fetch.client import PRODUCT
from hearsay.ingest.fetch.exchange import Budget, Limits, exchange
from hearsay.ingest.fetch.outside import Outside, look_up
from hearsay.settings import Settings


def post(
    url: str,
    body: bytes,
    *,
    headers: Mapping[str, str],
    settings: Settings,
    allow_private: bool = False,
    outside: Outside | None = None,
) -> int:
    """Post ``body`` and give the status that the server answers; what else it says is not read.

    ``allow_private`` lets it reach private and loopback machines. Raises FetchRefused for an address that is not
    public or none of the Web's, FetchFailed where no answer comes.
    """
    outside = outside or Outside()
    address = parse_address(url, origin=url)
    ips = look_up(address, outside, allow_private=allow_private, origin=url)
    limits = Limits(settings.fetch_connect_seconds, settings.fetch_read_seconds, Budget(settings.fetch_total_seconds))
    sent = {"User-Agent": f"{PRODUCT}/{version('hearsay')}", "Accept": "*/*", **headers}
    with exchange(address, ips, headers=sent, limits=limits, outside=outside, origin=url, body=body) as answer:
        return answer.status
