"""What a user may set, in one place: from arguments, else from the environment, else these defaults."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields

from hearsay.errors import UsageError


@dataclass(frozen=True, slots=True)
class Settings:
    """Each field can be set by the environment variable HEARSAY_<FIELD>."""

    max_bytes: int = 10_000_000
    """Largest report, in bytes as stored (a row of JSON Lines counts by itself)."""
    threads: int = 0
    """Threads that the network runs on; 0 leaves it to the machine."""
    fetch_connect_seconds: int = 10
    """How long a server may take to accept a connection; at least 1."""
    fetch_read_seconds: int = 20
    """How long it may then stay silent; at least 1."""
    fetch_total_seconds: int = 60
    """How long the answers for one address may take in all, redirects included, waits left out; at least 1."""
    fetch_delay_seconds: int = 1
    """From the end of one request to the next to the same host, where its robots.txt does not ask for more."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Settings as the environment has them; raises UsageError for a value that is not a whole number."""
        environment = os.environ if environment is None else environment
        given: dict[str, int] = {}
        for field in fields(cls):
            name = f"HEARSAY_{field.name.upper()}"
            value = environment.get(name, "").strip()
            if not value:
                continue
            if not value.isdecimal():
                raise UsageError(f"{name} is {value!r}", advice="give a whole number")
            given[field.name] = int(value)
        return cls(**given)
