"""One report as it stood when it was fetched."""

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.span import Span


class PartKind(StrEnum):
    """What a stretch of a document is, where it is not the article's own prose."""

    DATELINE = "dateline"
    """The place, day and agency that open a report: "ORMOC CITY, Jan 23 (VPS) - "."""
    CAPTION = "caption"
    """What stands below a picture, its credit included."""
    CREDIT = "credit"
    """A line that only says who wrote, edited or photographed."""
    RELATED = "related"
    """The headline of another report, or the line that announces such headlines."""
    NOTICE = "notice"
    """What the publisher says to the reader: "Comments are closed."."""


class PublishedFrom(StrEnum):
    """Where a document's time of publication was found."""

    ARGUMENT = "argument"
    METADATA = "metadata"
    DATELINE = "dateline"
    TEXT = "text"
    """A full date in the text, borne out by the weekdays around it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text that is not the article's own prose."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A report: its text never changes, and every offset is into it. What is not known is None."""

    id: str
    """The id that came in with the document, else one derived from its text."""
    text: str
    """The body: paragraphs parted by a blank line, without headline or markup."""
    origin: str | None = None
    """The path or address that it was read from; "-" for standard input."""
    url: str | None = None
    """Canonical address."""
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    """ISO 8601: a day, or a time with its offset from UTC where that is known."""
    published_from: PublishedFrom | None = None
    language: str | None = None
    """BCP 47."""
    parts: tuple[Part, ...] = ()
    """In the order of the text, none overlapping another."""
