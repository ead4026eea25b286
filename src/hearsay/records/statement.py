"""One attribution, with who is behind it."""

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.span import Span


class Mode(StrEnum):
    """How far the content is in the source's own words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Spans:
    """Where a statement stands: pieces in the order of the text."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution. What is not known is None."""

    id: str
    document: str
    """Document.id."""
    source: str | None
    """Source.id; None where it cannot be told who spoke."""
    via: tuple[str, ...]
    """Ids of the sources through which the report has it, nearest to the source first."""
    spans: Spans
    quoted: tuple[Span, ...]
    """The stretches of the content within quotation marks."""
    mode: Mode
    confidence: float
    """How sure the reader is that it read rightly, 0 to 1; not how sure the source was."""
