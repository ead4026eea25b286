"""The machine's own name look-up, connections and clock, in one place where tests put others."""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Protocol

from hearsay.errors import FetchFailed
from hearsay.ingest.fetch.address import Address
from hearsay.ingest.fetch.public import require_public

Resolver = Callable[[str], Sequence[str]]
"""From the name of a host to its IP addresses, best first; raises OSError where there are none."""


class Dialler(Protocol):
    """Opens connections."""

    def __call__(self, ip: str, port: int, *, timeout: float) -> socket.socket:
        """A TCP connection to an IP address, within ``timeout`` seconds; raises OSError."""
        ...


def resolve_name(host: str) -> Sequence[str]:
    """The IP addresses of ``host`` as the system's resolver gives them, which has its own time limit."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]


def dial(ip: str, port: int, *, timeout: float) -> socket.socket:
    """A TCP connection to ``ip``; what is no IP address is not looked up but fails."""
    family = socket.AF_INET6 if ipaddress.ip_address(ip).version == 6 else socket.AF_INET
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        connection.settimeout(timeout)
        connection.connect((ip, port))
    except BaseException:
        connection.close()
        raise
    return connection


@cache
def system_tls() -> ssl.SSLContext:
    """Certificates and names checked against the system's authorities, which take a while to load."""
    return ssl.create_default_context()


@dataclass(frozen=True, slots=True)
class Outside:
    """What fetching reaches the world through."""

    resolve: Resolver = resolve_name
    dial: Dialler = dial
    tls: Callable[[], ssl.SSLContext] = system_tls
    """Gives what checks certificates and the names of hosts."""
    clock: Callable[[], float] = time.monotonic
    """Seconds, for the delays between requests."""
    sleep: Callable[[float], None] = time.sleep
    today: Callable[[], datetime] = lambda: datetime.now(UTC)
    """The time of day, in UTC."""


def look_up(address: Address, outside: Outside, *, allow_private: bool, origin: str) -> list[str]:
    """The IP addresses of ``address``, each checked: one that is not public refuses them all, unless that is allowed.

    The caller connects to these and looks nothing up again: a second look-up could be answered otherwise (DNS
    rebinding). Raises FetchRefused, and FetchFailed where there is no such host.
    """
    try:
        found = [ipaddress.ip_address(address.host)]
    except ValueError:
        try:
            found = [ipaddress.ip_address(ip) for ip in dict.fromkeys(outside.resolve(address.host))]
        except (OSError, ValueError) as error:
            # ValueError: an answer that is no IP address.
            raise FetchFailed(f"no address is known for {address.host}", origin=origin) from error
    if not found:
        raise FetchFailed(f"no address is known for {address.host}", origin=origin)
    if not allow_private:
        require_public(address.host, found, origin=origin)
    return [str(ip) for ip in found]
