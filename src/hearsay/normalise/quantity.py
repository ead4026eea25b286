"""Every quantity in a text: number, bounds, unit, and what is counted."""

from dataclasses import dataclass

from hearsay.records.figure import Vagueness


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as an interval; offsets are code points into the text, half open."""

    start: int
    """Where its words begin, bounds and unit included: "more than 3,000 troops"."""
    end: int
    min: float | None
    """Lower end in ``unit``; None where it is open."""
    max: float | None
    inclusive: bool
    """Whether the ends themselves are meant: "at least 3,000", and not "more than 3,000"."""
    approximate: bool
    vagueness: Vagueness | None
    unit: str | None
    """In its short form ("%", "USD", "EUR/ha"); for a count the last word of what is counted, in lower case."""
    base: tuple[float | None, float | None, str] | None
    """The interval in the basic unit, with that unit."""
    noun_start: int | None
    """Where the counted noun phrase begins that follows the number."""
    noun_end: int | None
    number_start: int
    """Where the number itself begins, its currency sign included."""
    number_end: int


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity in a text, in its order, none overlapping another."""
    del text
    return []
