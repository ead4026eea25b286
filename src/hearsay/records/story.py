"""What is known of one developing event: the records that a story page, a brief and a list of changes are made from."""

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.account import Account, Judgement, Relation
from hearsay.records.copying import Copy
from hearsay.records.document import Document
from hearsay.records.expectation import Expectation
from hearsay.records.source import Source
from hearsay.records.statement import Statement


@dataclass(frozen=True, slots=True)
class Said:
    """A statement in its report, its source as the story knows it."""

    statement: Statement
    document: Document
    source: Source | None
    via: tuple[Source, ...]
    origin: str
    """Document.id of the witness: of the document itself, or of the one whose account this passage carries."""
    at: str | None
    """When it was said, EDTF; else when it was published."""

    @property
    def words(self) -> str:
        """The content, its pieces parted by ellipses."""
        return " … ".join(span.of(self.document.text) for span in self.statement.spans.content)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a story with the accounts that answer it."""

    id: str
    """Stays the same while reports arrive: it comes from the figure that was recorded first."""
    label: str
    accounts: tuple[Account, ...]
    """By the time that they hold for, then by when they were said."""
    judgements: tuple[Judgement, ...]
    """Between its accounts; an overruled one is there too, and counts for nothing."""
    part_of: str | None
    """Asked.id of the question about the whole, where this is about a part."""
    revised_by: tuple[str, ...]
    """Source.id of those who changed their own figure."""
    reason: str
    """Why its figures are held against each other."""

    @property
    def disputed(self) -> bool:
        """Whether two sources gave figures that cannot both be true."""
        return any(j.relation is Relation.CONFLICTS and j.overruled is None for j in self.judgements)


class State(StrEnum):
    """How it stands with something expected, as of a day."""

    TO_COME = "to come"
    DUE = "due"
    """Its time has begun and is not over."""
    OVERDUE = "overdue"
    """Its time is over, and nothing tells what came of it."""
    HAPPENED = "happened"
    NOT_HAPPENED = "not happened"
    POSTPONED = "postponed"


@dataclass(frozen=True, slots=True)
class Awaited:
    """An expectation and what came of it."""

    expectation: Expectation
    document: Document
    source: Source | None
    state: State
    outcome: Said | None
    """The later statement that tells so; None where none does."""
    reason: str
    also: tuple[Expectation, ...] = ()
    """The same in other reports."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A statement that denies, and the one that it denies."""

    denial: Said
    affirmed: Said
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Reported:
    """A report of a story, folded or not."""

    document: Document
    copy: Copy | None
    """Whose account it carries; None where it is a witness of its own."""
    lineage: str
    """What its versions share."""
    version: int
    recorded: str
    """When this version came into the ledger, UTC."""
    quotes: tuple[Copy, ...] = ()
    """The reports of which it carries a passage."""


@dataclass(frozen=True, slots=True)
class Story:
    """One developing event, as the ledger stood at a moment."""

    id: str
    title: str
    reports: tuple[Reported, ...]
    """By publication, then by id."""
    sources: tuple[Source, ...]
    """Each once, whichever reports name it."""
    said: tuple[Said, ...]
    """By the time at which it was said, else published; copies included."""
    asked: tuple[Asked, ...]
    """Disputed ones first, then by how many origins they rest on."""
    denials: tuple[Denial, ...]
    awaited: tuple[Awaited, ...]
    """By when they are due."""

    @property
    def publishers(self) -> int:
        """How many publishers its reports have."""
        return len({report.document.publisher for report in self.reports} - {None})

    @property
    def origins(self) -> int:
        """On how many independent reports it rests: copies count once."""
        return sum(report.copy is None or not report.copy.is_copy for report in self.reports)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The reports of a story, without what they come to."""

    id: str
    title: str
    reports: tuple[Reported, ...]
    """In the order of recording."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A story in a list."""

    id: str
    title: str
    documents: int
    publishers: int
    origins: int
    disputed: int
    """Questions in dispute."""
    agreed: int
    """Questions with more than one account and no dispute."""
    expected: int
    """What is still to come."""
    first: str | None
    """The first day of publication."""
    last: str | None
    updated: str
    """When anything of it last changed in the ledger, UTC."""
    overdue: int = 0
    """What is due and of which nothing tells what came."""


class ChangeKind(StrEnum):
    """What can have changed since one last looked."""

    NEW_STORY = "new story"
    NEW_REPORT = "new report"
    NEW_ACCOUNT = "new account"
    REVISED = "revised"
    DISPUTED = "newly disputed"
    SETTLED = "settled"
    DENIED = "denied"
    RETRACTED = "retracted"
    FELL_DUE = "fell due"
    CAME_OF_IT = "came of it"
    """A later report tells what came of an expectation."""
    TEXT_CHANGED = "text changed"
    CORRECTED = "corrected"
    """An analyst changed something."""
    JOINED = "joined"
    """Two stories proved to be one, or a report was moved."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was."""

    kind: ChangeKind
    story: str
    """Story.id."""
    title: str
    """Of the story."""
    about: str
    """The id of what changed: of a question, an account, a statement, an expectation, a document."""
    says: str
    """What changed, in one sentence."""
    words: tuple[str, ...]
    """The quotations behind it."""
    documents: tuple[str, ...]
    """Document.id of the reports behind it."""
    at: str
    """When it came into the ledger, UTC."""
