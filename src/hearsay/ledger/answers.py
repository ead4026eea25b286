"""What a ledger answers with."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from hearsay.records.correction import Correction
from hearsay.records.document import Document
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Statement


@dataclass(frozen=True, slots=True)
class Kept:
    """A document with what the ledger knows of it."""

    document: Document
    number: int
    """In the order of recording; what paging goes by."""
    lineage: str
    """What the versions of one report share."""
    version: int
    previous: str | None
    """Document.id of the version before."""
    fetched: str | None
    recorded: str
    reader: str | None
    """The version of the reader whose reading is shown."""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement with who is behind it and where it stands."""

    statement: Statement
    number: int
    words: str
    """Its content."""
    source: Source | None
    via: tuple[Source, ...]
    title: str | None
    publisher: str | None
    published: str | None
    corrected: tuple[Correction, ...] = ()
    """What made it what it is, in order: corrections of it that hold; the first may have added it."""
    rejected: bool = False
    """Whether an analyst said that nobody made it; then it is not among what is shown."""


@dataclass(frozen=True, slots=True)
class Unanchored:
    """A correction that waits for a person: what it is about is not found again in the report as it is now."""

    correction: Correction
    document: str
    """Document.id of the report's version that is shown."""


@dataclass(frozen=True, slots=True)
class Credited:
    """A source across all reports: those of one name, and who was said to be one with them."""

    source: Source
    """As the newest report has it."""
    documents: int
    statements: int
    place: str = ""
    """What paging goes by."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence of a report in which what was looked for stands."""

    span: Span
    """In the document's text."""
    words: str
    marks: tuple[Span, ...]
    """What was looked for, in ``words``."""


@dataclass(frozen=True, slots=True)
class Found:
    """A statement, or a report beside its statements, that holds what was looked for."""

    document: str
    """Document.id."""
    title: str | None
    publisher: str | None
    published: str | None
    passage: Passage | None
    """None for a statement without words."""
    told: Told | None
    """None where the words stand in the report, but not in one of its statements."""


Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some of what was asked for, and where the rest goes on."""

    items: tuple[Item, ...]
    after: str | None
    """The cursor of the next page; None where there is none."""
