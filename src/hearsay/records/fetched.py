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
    """What it was read as, with the charset that its server declared: "text/html; charset=windows-1252"."""
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


@dataclass(frozen=True, slots=True)
class Validators:
    """What the server told of an address the last time, by which it can tell whether that has changed (RFC 9110, 8.8).

    Both as the server wrote them; None where it wrote none.
    """

    etag: str | None = None
    modified: str | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An address whose server says that nothing has changed there since it was last fetched."""

    address: str
    """After redirects: that under which the document is known."""
    at: str
    """When it said so, UTC in ISO 8601."""
