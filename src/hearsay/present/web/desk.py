"""What a desk is told when it starts: where its ledger is, where it listens, who may come in, and what is too much."""

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hearsay.errors import UsageError
from hearsay.settings import Settings

PORT = 8620
"""Where nobody says another."""
_LOCAL = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Provider:
    """An OpenID provider that people may log in with."""

    issuer: str
    """Its address, as its own metadata spell it."""
    client: str
    secret: str = field(repr=False)
    name: str = "your organization"
    """What the button for it says."""


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """How one desk is run."""

    ledger: Path | str
    host: str = "127.0.0.1"
    port: int = PORT
    settings: Settings = field(default_factory=Settings)
    public_names: tuple[str, ...] = ()
    """Further names under which the desk is asked for, as the browser writes them: "desk.example.org"."""
    is_https: bool = False
    """Whether browsers reach it over TLS, which a proxy in front of it ends."""
    analyst: str = ""
    """In whose name one's own machine corrects; empty where that is not known."""
    provider: Provider | None = None
    max_upload: int = 20_000_000
    """Largest file that may be uploaded, in bytes as they come. Not tuned: the largest report, twice."""
    max_body: int = 1_000_000
    """Largest of all other requests, in bytes."""
    body_seconds: float = 30.0
    """How long a request may take to arrive in whole, but for an upload, which may take ten times as long."""
    allow_private: bool = False
    """Whether links that are added may lead to private and loopback machines."""

    @property
    def is_open(self) -> bool:
        """Whether nobody has to log in: only where nobody but this machine can ask."""
        return is_loopback(self.host)

    @property
    def names(self) -> frozenset[str]:
        """What the Host of a request may be, without its port; empty where any may be, since one has to log in."""
        return frozenset((*_LOCAL, self.host, *self.public_names)) if self.is_open or self.public_names else frozenset()


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def provider_from(environment: Mapping[str, str] | None = None) -> Provider | None:
    """The provider that HEARSAY_OIDC_ISSUER, _CLIENT, _SECRET and _NAME describe; None where they are not set.

    Raises UsageError where only some of the first three are, or where the issuer's address is not https.
    """
    environment = os.environ if environment is None else environment
    issuer, client, secret = (environment.get(f"HEARSAY_OIDC_{name}", "") for name in ("ISSUER", "CLIENT", "SECRET"))
    if not (issuer or client or secret):
        return None
    if not (issuer and client and secret):
        raise UsageError("an OpenID provider is set in part", advice="set HEARSAY_OIDC_ISSUER, _CLIENT and _SECRET")
    if not issuer.startswith("https://") and not issuer.startswith(("http://127.0.0.1:", "http://localhost:")):
        raise UsageError(f"HEARSAY_OIDC_ISSUER is {issuer!r}", advice="give an address that starts with https://")
    return Provider(issuer, client, secret, environment.get("HEARSAY_OIDC_NAME") or "your organization")
