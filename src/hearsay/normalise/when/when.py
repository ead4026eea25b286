"""An expression of a calendar date or a clock time, resolved."""

from dataclasses import dataclass
from datetime import date

from hearsay.normalise.when.affix import Relation
from hearsay.normalise.when.period import Grain, ends


@dataclass(frozen=True, slots=True)
class When:
    """A time expression; offsets are code points into its text, half open."""

    start: int
    end: int
    value: str
    """EDTF (ISO 8601-2:2019)."""
    grain: Grain
    lead: int
    """Where the words begin that tie it to what it dates: the start of "by the end of" in "by the end of May"."""
    relation: Relation
    part: str | None
    """Which part of it is meant: "early", "mid", "late", "beginning", "middle", "end"."""
    future: bool | None
    """Whether the words around put it after the publication; None where they do not tell."""
    tied: bool
    """Whether a preposition stands before it."""
    ends: tuple["When", ...] = ()
    """The two expressions that a range is made of: "May 3" and "June 7" of "from May 3 to June 7"."""

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day of it; None for an open end."""
        return ends(self.value)
