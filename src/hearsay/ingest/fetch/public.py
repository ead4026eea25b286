"""Which IP addresses are those of the public internet.

From the IANA special-purpose address registries (RFC 6890 and its updates) as of November 2026; ``ipaddress`` knows
most of them, but which ones differs between versions of Python.
"""

import ipaddress
from collections.abc import Iterator

from hearsay.errors import FetchRefused

_IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_SPECIAL = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by the customers of a provider (RFC 6598)
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local, and the metadata service of clouds
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",  # multicast, reserved, broadcast
        "2001::/23",  # protocols, among them Teredo, whose addresses hold that of a client
        "2001:db8::/32",
        "3fff::/20",
    )
)
_UNICAST = ipaddress.IPv6Network("2000::/3")
"""All that IANA gives out of IPv6; the rest is local, multicast, or not in use."""

_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""NAT64 (RFC 6052): the last 32 bits are an IPv4 address."""

_COMPATIBLE = ipaddress.IPv6Network("::/96")
_RELAYED = ipaddress.IPv6Network("2002::/16")
"""6to4 (RFC 3056): the 32 bits after the prefix are an IPv4 address."""


def is_public(address: _IPAddress) -> bool:
    """Whether ``address``, and every IPv4 address that is embedded in it, belongs to the public internet."""
    embedded = list(_embedded(address))
    if embedded:
        return address not in _COMPATIBLE and all(is_public(inner) for inner in embedded)
    if isinstance(address, ipaddress.IPv6Address) and address not in _UNICAST:
        return False
    if any(address in network for network in _SPECIAL):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def require_public(host: str, addresses: list[_IPAddress], *, origin: str) -> None:
    """Raise FetchRefused where one of ``addresses``, those of ``host``, is not public."""
    for address in addresses:
        if not is_public(address):
            at = "" if host == str(address) else f"{host} is at "
            raise FetchRefused(
                f"{at}{address}, not a public address",
                origin=origin,
                advice="allow private addresses if you trust it, or save the page yourself and give the file",
            )


def _embedded(address: _IPAddress) -> Iterator[ipaddress.IPv4Address]:
    if isinstance(address, ipaddress.IPv4Address):
        return
    number = int(address)
    if address.ipv4_mapped is not None:
        yield address.ipv4_mapped
    elif address in _TRANSLATED or address in _COMPATIBLE:
        yield ipaddress.IPv4Address(number & 0xFFFFFFFF)
    elif address in _RELAYED:
        yield ipaddress.IPv4Address(number >> 80 & 0xFFFFFFFF)
