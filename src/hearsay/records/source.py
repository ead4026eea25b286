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
    """The side that it speaks for: a country or an organization; None where it is not told or there is none."""
    anonymous: bool | None = None
    aliases: tuple[str, ...] = ()
    """The other words under which the document credits it."""
    role: str | None = None
    """What a person is, in the words of the report: "press secretary, White House"."""
    anonymity: str | None = None
    """Why an anonymous source is not named, in the words of the report."""
