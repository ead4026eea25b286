"""The bytes of a report as they came, and what the server told of them."""

import hashlib
from dataclasses import dataclass

from hearsay.records.document import Document


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was read from a file or fetched from an address."""

    body: bytes
    at: str
    """When, UTC in ISO 8601."""
    media_type: str | None = None
    etag: str | None = None
    modified: str | None = None
    """Last-Modified, as the server wrote it."""

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal digits."""
        return hashlib.sha256(self.body).hexdigest()


@dataclass(frozen=True, slots=True)
class Gathered:
    """A document with the bytes that it was made from."""

    document: Document
    fetched: Fetched
