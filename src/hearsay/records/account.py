"""Figures of several reports held against each other: who holds what, and how two accounts stand to each other."""

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.document import Document
from hearsay.records.figure import Figure
from hearsay.records.source import Source
from hearsay.records.statement import Statement


@dataclass(frozen=True, slots=True)
class Given:
    """A figure where it stands: what grouping and judging go by."""

    figure: Figure
    document: Document
    number: int
    """The document's place in the order of recording."""
    statement: Statement | None
    """The attribution that it stands in."""
    source: Source | None
    """Whose figure it is, as the story knows it: one Source for one source, whichever report names it."""
    via: tuple[Source, ...]
    origin: str
    """Document.id of the witness: of the document itself, or of the one whose account this passage carries."""

    @property
    def words(self) -> str:
        """The number with its bounds and its unit, as the report has it."""
        return self.figure.span.of(self.document.text)


@dataclass(frozen=True, slots=True)
class Group:
    """Figures of one story that answer one question."""

    id: str
    """Stays the same while reports arrive: it comes from the figure that was recorded first."""
    label: str
    """What is asked, as a person would write it: "North Korean troops sent to Russia"."""
    figures: tuple[Given, ...]
    """In the order of recording, copies included."""
    part_of: str | None
    """Group.id of the question about the whole, where this is about a part of it."""
    reason: str
    """Why these figures are held against each other, in words that are shown."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one source answers to one question at one time, however many reports carry it."""

    id: str
    """Made from the id of the first figure that carries it."""
    source: Source | None
    """None where reports give it in their own voice."""
    min: float | None
    max: float | None
    inclusive: bool
    approximate: bool
    unit: str | None
    at: str | None
    """The time that it holds for, EDTF: as of, else said on, else published."""
    said: str | None
    """When it was said, EDTF; else published."""
    figures: tuple[Given, ...]
    """Everything that carries it, in the order of publication; copies included."""
    strongest: Given
    """The wording that binds its source most: straight rather than through others, quoted, unhedged."""
    latest: Given

    @property
    def documents(self) -> int:
        """How many reports carry it."""
        return len({given.document.id for given in self.figures})

    @property
    def publishers(self) -> int:
        """How many publishers carry it; reports without one are not counted."""
        return len({given.document.publisher for given in self.figures} - {None})

    @property
    def origins(self) -> int:
        """On how many independent reports it rests: copies count once."""
        return len({given.origin for given in self.figures})


class Relation(StrEnum):
    """How two accounts of one question, or two statements, stand to each other."""

    AGREES = "agrees"
    """Their intervals meet."""
    REFINES = "refines"
    """The later one lies within the earlier one."""
    CONFLICTS = "conflicts"
    """Both cannot be true of one time."""
    PROGRESSED = "progressed"
    """A running total has moved on: the later is higher, and neither is wrong."""
    REVISED = "revised"
    """The same source has given another figure in its place."""
    RETRACTED = "retracted"
    """A notice takes the earlier one back."""
    DENIES = "denies"
    """One denies what the other affirms."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """How one account stands to another, and why."""

    relation: Relation
    one: str
    """Account.id (or Statement.id) of the earlier."""
    other: str
    """Of the later."""
    reason: str
    """In words: "disjoint: 1,500 ±10% and below 100; both about special forces sent to Russia"."""
    words: tuple[str, str]
    """The quotations of both."""
    overruled: str | None = None
    """Correction.id of the analyst's word that this does not hold; None while it holds."""
