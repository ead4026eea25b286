"""What the reader sees in a document, before it is known who is who."""

from dataclasses import dataclass

from hearsay.records.span import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One place where the text tells that somebody said something: pieces in the order of the text."""

    source: tuple[Span, ...]
    """Empty where the text implies the source."""
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    """How sure the reader is that it read rightly, 0 to 1."""
    through: tuple[Span, ...] = ()
    """Who else the text says it came through, beside source and cue: the outlet it was told to, who is cited."""
    within: int | None = None
    """The place in Reading.attributions of the attribution in whose content this one stands."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All attributions of one document, by where their cue starts."""

    document: str
    """Document.id."""
    attributions: tuple[Attribution, ...]
    quoted: tuple[Span, ...]
    """The stretches within quotation marks, the marks left out, each within one paragraph."""
