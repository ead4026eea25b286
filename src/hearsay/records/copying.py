"""Reports that carry the account of another."""

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.document import Document
from hearsay.records.span import Span


class CopyKind(StrEnum):
    """How much of a report another one has given it."""

    WHOLE = "whole"
    """All of it, under a byline or a title of its own, or lightly edited."""
    CUT = "cut"
    """All that it has, which is less than the other has."""
    EXTENDED = "extended"
    """Most of it, with paragraphs of its own."""
    QUOTED = "quoted"
    """A passage of it: the report is no copy, and its other passages are its own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one document that carries a stretch of another, each within one paragraph."""

    here: Span
    """In the document that carries it."""
    there: Span
    """In the document whose account it is."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A document and the one whose account it carries."""

    document: str
    """Document.id."""
    of: str
    """Document.id of the origin, which is no copy itself unless this is QUOTED."""
    kind: CopyKind
    shared: float
    """The share of the document's words that stand in the origin too, 0 to 1."""
    passages: tuple[Passage, ...]
    """In the order of the document's text."""
    reason: str
    """Why it is held to be one, in words that are shown."""

    @property
    def is_copy(self) -> bool:
        """Whether the two are one witness."""
        return self.kind is not CopyKind.QUOTED


@dataclass(frozen=True, slots=True)
class Filed:
    """A document as a ledger files it: what deciding on copies goes by."""

    number: int
    """Its place in the order of recording."""
    lineage: str
    """What the versions of one report share."""
    version: int
    document: Document
