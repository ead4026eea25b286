"""What an analyst changed: by whom, when and why; undone by another one, never overwritten."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class CorrectionKind(StrEnum):
    """What a correction does."""

    STATEMENT = "statement"
    """Changes who said it, through whom, the act, the certainty or when."""
    FIGURE = "figure"
    """Changes the bounds, the unit or what is counted."""
    REJECT = "reject"
    """Says that nobody made this statement."""
    ACCEPT = "accept"
    """Says that a statement was rightly read: nothing changes, and nobody needs to look at it again."""
    ADD = "add"
    """Adds a statement that the reader missed."""
    SAME = "same"
    """Says that two sources are one."""
    NOT_SAME = "not-same"
    UNSURE = "unsure"
    """Says that it cannot be told whether two sources are one, whatever was said before."""
    SAME_QUESTION = "same-question"
    """Says that two figures answer one question."""
    NOT_SAME_QUESTION = "not-same-question"
    NO_CONFLICT = "no-conflict"
    """Says that two figures do not contradict each other, for the reason given."""
    MOVE = "move"
    """Puts a report into a story."""
    COPY = "copy"
    """Says that a report carries the account of another."""
    NOT_COPY = "not-copy"
    UNDO = "undo"
    """Takes back another correction, or another undo."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a text with what stands around them: W3C Web Annotation Data Model, 4.2.4, TextQuoteSelector."""

    exact: str
    prefix: str
    """Up to 32 code points before the words."""
    suffix: str
    """Up to 32 code points after them."""
    start: int
    """Where the words stood, in code points."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that a correction stands on, in the version of the report that it was made on."""

    document: str
    """Document.id."""
    quotes: Mapping[str, tuple[Quote, ...]]
    """By their role: source, cue and content of a statement; span of a figure; source of a source's first mention;
    target and other of two figures, or of two sources."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One judgement of an analyst."""

    id: str
    kind: CorrectionKind
    target: str
    """The id of the statement, figure, source or report that it was made on; an undo has that of what it undoes."""
    value: Mapping[str, object]
    """What its fields hold now, by their names."""
    former: Mapping[str, object]
    """What they held before."""
    anchor: Anchor | None
    by: str
    why: str
    recorded: str
    """When, UTC in ISO 8601."""
    other: str | None = None
    """The id of the source, figure or report that the target is held against."""
    undoes: str | None = None
    """Correction.id of what an undo takes back."""
    undone_by: str | None = None
    """Correction.id of the undo that took it back, itself undone or not."""
    is_undone: bool = False
    """Whether it no longer holds."""
