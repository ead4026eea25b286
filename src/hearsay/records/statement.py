"""One attribution, with who is behind it."""

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.span import Span


class Mode(StrEnum):
    """How far the content is in the source's own words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What kind of act a statement is, after Searle's speech acts as a news desk would part them."""

    ASSERT = "assert"
    ESTIMATE = "estimate"
    """Judges a quantity."""
    DENY = "deny"
    DECLINE = "decline"
    """Refuses to say or to confirm."""
    URGE = "urge"
    """Asks, calls on, warns that one should."""
    PROMISE = "promise"
    """Commits the source or its own side."""
    QUESTION = "question"
    EXPRESS = "express"
    """A feeling or an attitude: concern, regret, praise."""


class Certainty(StrEnum):
    """How sure the source is of the content, by its words; never how sure the reader is."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSTATED = "unstated"
    """For acts that assert nothing."""


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
    source_confidence: float = 0.0
    """How sure the reader is that ``source`` is rightly told, 0 to 1; 0 where it is None."""
    act: Act | None = None
    """None where nobody has told it."""
    act_words: Span | None = None
    """The words that decided the act, within cue or content; None where nothing speaks against assert."""
    certainty: Certainty | None = None
    """None where nobody has told it."""
    certainty_words: tuple[Span, ...] = ()
    """The words that decided the certainty; empty where nothing hedges."""
    said_on: str | None = None
    """When it was said, EDTF."""
    said_words: Span | None = None
    """The time words that tell so."""
    medium: str | None = None
    """How it was said, in the words of the report: "a post on X", "a statement"."""
