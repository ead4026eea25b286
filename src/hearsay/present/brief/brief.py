"""What a brief says, whatever it is written as: sections of lines, lines of parts, parts with their references."""

from dataclasses import dataclass

from hearsay.present.brief.references import Reference
from hearsay.present.plot.plot import Plot


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a line."""

    words: str
    references: tuple[int, ...] = ()
    """The numbers of what they rest on."""
    is_strong: bool = False


Line = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading."""

    title: str
    lines: tuple[Line, ...]
    plot: Plot | None = None
    """The question that it is about."""
    accounts: tuple[Line, ...] = ()
    """Its accounts, a line for each row of the plot."""
    is_drawn: bool = False
    """Whether there is room for the picture."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one party holds."""

    party: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A story on one or two pages."""

    title: str
    head: str
    """On what it rests, and as of when."""
    sections: tuple[Section, ...]
    sides: tuple[Side, ...]
    references: tuple[Reference, ...]
    left_out: str
    """What there was no room for; empty where everything is there."""
