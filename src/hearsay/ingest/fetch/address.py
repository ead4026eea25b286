"""Web addresses, parsed once: what is checked is what is asked."""

import ipaddress
import re
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote, unquote, urljoin, urlsplit

from hearsay.errors import FetchRefused

PORTS = {"http": 80, "https": 443}
"""The schemes that are fetched, each with its default port."""

_LONGEST = 8_000
"""Characters; RFC 9110, 4.1 asks that at least so many octets be borne, and no report needs more."""

_LONGEST_HOST = 253
"""Characters of a name in the DNS (RFC 1035)."""

_SERVICES = frozenset(
    int(port)
    for port in (
        "1 7 9 11 13 15 17 19 20 21 22 23 25 37 42 43 53 69 77 79 87 95 101 102 103 104 109 110 111 113 115 117 119 "
        "123 135 137 139 143 161 179 389 427 465 512 513 514 515 526 530 531 532 540 548 554 556 563 587 601 636 989 "
        "990 993 995 1719 1720 1723 2049 3306 3659 4045 4190 5060 5061 5432 6000 6379 6566 6665 6666 6667 6668 6669 "
        "6679 6697 10080 11211 27017"
    ).split()
)
"""Ports of services that are not HTTP: the "bad ports" of the Fetch Standard, and those of common databases."""

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_DOT = re.compile(r"%2e", re.IGNORECASE)
_KEPT = "/%:@!$&'()*+,;=~-._"
"""What stays as it is in a path (RFC 3986, 3.3); in a query "?" as well."""


@dataclass(frozen=True, slots=True)
class Address:
    """A Web address as it is asked for."""

    scheme: str
    host: str
    """In lower case and in ASCII (IDNA); an IPv6 address without its brackets."""
    port: int
    target: str
    """Path and query, percent-encoded."""

    @property
    def authority(self) -> str:
        """The host, with the port where that is not the scheme's own, as in the header Host."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def site(self) -> str:
        """Scheme and authority: what a robots.txt speaks for."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole address, without a fragment."""
        return self.site + self.target


def is_address(given: str) -> bool:
    """Whether ``given`` is meant as an address and not as a path: it starts with a scheme and "//"."""
    return _SCHEME.match(given) is not None


def parse_address(url: str, *, origin: str) -> Address:
    """The parts of ``url``, an absolute one; its fragment is left out and dots in its path are resolved.

    Raises FetchRefused for another scheme than http and https, for user names and passwords, control characters,
    ports of other services, and what is no address.
    """
    if len(url) > _LONGEST:
        raise FetchRefused(f"an address of over {_LONGEST:,} characters", origin=origin)
    # urlsplit would silently leave out some of these.
    if _UNPRINTABLE.search(url):
        raise FetchRefused("control characters in the address", origin=origin)
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise FetchRefused("not a Web address", origin=origin) from error
    if parts.scheme not in PORTS:
        raise FetchRefused(f"{parts.scheme or 'no scheme'}: only http and https are fetched", origin=origin)
    if "@" in parts.netloc:
        raise FetchRefused(
            "a user name in the address", origin=origin, advice="give the address without user name and password"
        )
    port = PORTS[parts.scheme] if port is None else port
    if port == 0 or port in _SERVICES:
        raise FetchRefused(f"port {port} is not one of the Web's", origin=origin)
    target = quote(_without_dots(parts.path), safe=_KEPT)
    if parts.query:
        target += "?" + quote(parts.query, safe=_KEPT + "?")
    return Address(parts.scheme, _host(parts.hostname or "", origin=origin), port, target)


def redirected(address: Address, location: str, *, origin: str) -> Address:
    """Where the header Location leads from ``address``; raises FetchRefused as parse_address does."""
    # Header bytes come as Latin-1; servers that do not percent-encode write UTF-8.
    with suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    # urljoin would silently leave out some of these.
    if _UNPRINTABLE.search(location):
        raise FetchRefused("control characters in the address", origin=origin)
    try:
        url = urljoin(address.url, location.strip(" \t"))
    except ValueError as error:
        raise FetchRefused("redirected to what is no Web address", origin=origin) from error
    return parse_address(url, origin=origin)


def suffixed_name(address: Address) -> str:
    """The last part of the path, decoded: "report.txt"; empty where the path ends in a slash."""
    return unquote(address.target.partition("?")[0]).rpartition("/")[2]


def _host(name: str, *, origin: str) -> str:
    if ":" in name:
        try:
            # One with a zone ("fe80::1%eth0") is for this machine alone.
            return str(ipaddress.IPv6Address(name if "%" not in name else ""))
        except ValueError as error:
            raise FetchRefused("not a Web address", origin=origin) from error
    if not name.isascii():
        # Imported here: its tables take long to load, and few names need them.
        import idna

        try:
            name = idna.encode(name, uts46=True).decode("ascii")
        except idna.IDNAError as error:
            raise FetchRefused(f"{name} cannot be the name of a host", origin=origin) from error
    name = name.lower().removesuffix(".")
    if len(name) > _LONGEST_HOST or not all(_LABEL.fullmatch(label) for label in name.split(".")):
        raise FetchRefused("no host in the address", origin=origin)
    return name


def _without_dots(path: str) -> str:
    """``path`` as servers take it (RFC 3986, 5.2.4), so that "/open/../closed" cannot slip past a robots.txt."""
    kept: list[str] = []
    segments = path.split("/")[1:] or [""]
    for place, segment in enumerate(segments):
        plain = _DOT.sub(".", segment)
        if plain == ".." and kept:
            kept.pop()
        if plain not in (".", ".."):
            kept.append(segment)
        elif place == len(segments) - 1:
            kept.append("")
    return "/" + "/".join(kept)
