"""A quantity that a report gives."""

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.span import Span


class Vagueness(StrEnum):
    """A number word that names no number."""

    DOZENS = "dozens"
    SCORES = "scores"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    MILLIONS = "millions"


class Tally(StrEnum):
    """What a count runs over."""

    TOTAL = "total"
    """All up to its time: "has killed 80 so far"."""
    INCREMENT = "increment"
    """What came on top of earlier ones: "another 14 bodies"."""
    PLAN = "plan"
    """What is meant or expected, not yet so: "will cut 18,000 jobs"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as an interval. What is not known is None."""

    id: str
    document: str
    """Document.id."""
    span: Span
    """The number with the words of its bounds and its unit: "more than 3,000 troops"."""
    min: float | None
    """Lower end in ``unit``, scales multiplied out; None where it is open."""
    max: float | None
    inclusive: bool
    """Whether the ends themselves are meant: "at least 3,000", and not "more than 3,000"."""
    approximate: bool
    vagueness: Vagueness | None
    unit: str | None
    """As given, in its short form: "%", "USD", "km", "EUR/ha"; for a count the noun that is counted."""
    base: tuple[float | None, float | None, str] | None
    """The same interval in the SI or otherwise basic unit, with that unit; None where the unit has none."""
    counted: Span | None
    """What is counted or measured, with its modifiers: "troops from North Korea"."""
    measure: Span | None
    """The predicate that fixes what happened to it: "dispatched to Russia"."""
    place: Span | None
    tally: Tally | None
    statement: str | None
    """Statement.id of the attribution that it stands in."""
    source: str | None
    """Source.id of whose figure it is; None in the report's own voice."""
    question: str | None
    """Question.id of what it answers; None for a quantity that is not followed."""
    as_of: str | None
    """The time that it holds for, EDTF."""
