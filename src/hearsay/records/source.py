"""Who is credited."""

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """What a source is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    """Several people, or an unnamed class of them."""
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Source:
    """A source as one document knows it."""

    id: str
    name: str
    """The fullest name that the document gives, else the words that credit it."""
    kind: SourceKind | None = None
    party: str | None = None
    anonymous: bool | None = None
    aliases: tuple[str, ...] = ()
    """The other words under which the document credits it."""
