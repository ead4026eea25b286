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
    ADD = "add"
    """Adds a statement that the reader missed."""
    SAME = "same"
    """Says that two sources are one."""
    NOT_SAME = "not-same"
    UNSURE = "unsure"
    """Says that it cannot be told whether two sources are one, whatever was said before."""
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
    """By their role: source, cue and content of a statement; span of a figure; source of a source's first mention."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One judgement of an analyst."""

    id: str
    kind: CorrectionKind
    target: str
    """The id of the statement, figure or source that it was made on; an undo has that of what it takes back."""
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
    """The id of the source that the target is, or is not, the same as."""
    undoes: str | None = None
    """Correction.id of what an undo takes back."""
    undone_by: str | None = None
    """Correction.id of the undo that took it back, itself undone or not."""
    is_undone: bool = False
    """Whether it no longer holds."""
