"""What the templates of the desk see: plain words, one dataclass a thing that is shown, and no rows."""

from dataclasses import dataclass

from hearsay.present.page.context import ArticleContext, EntryContext, GroupContext


@dataclass(frozen=True, slots=True)
class PieceOfPassage:
    """A stretch of a passage."""

    words: str
    is_mark: bool
    """Whether it is what was looked for."""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A statement in a list."""

    id: str
    who: str
    source: str
    """Source.id; empty where it is not told."""
    about: str
    """Role and party."""
    via: tuple[str, ...]
    words: tuple[PieceOfPassage, ...]
    notes: tuple[str, ...]
    """Act, certainty and when it was said, as far as they need saying."""
    document: str
    report: str
    """The report's title."""
    credits: str
    """Publisher and day."""
    sure: str
    """How unsure the reading is, where it is."""
    is_rejected: bool = False
    story: str = ""
    """Story.id of its report; empty where that is in none, or is not asked for."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report in a list."""

    id: str
    title: str
    credits: str
    """Publisher, byline and time."""
    added: str
    version: str
    """"version 2", where it is not the first."""
    passage: tuple[PieceOfPassage, ...] = ()
    story: str = ""
    """Story.id; empty where it is in none, or is not asked for."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in a list."""

    id: str
    name: str
    about: str
    is_unnamed: bool
    count: str
    """How much it said, in how many reports."""


@dataclass(frozen=True, slots=True)
class DueLine:
    """Something to expect."""

    when: str
    what: str
    who: str
    document: str
    report: str


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A correction."""

    id: str
    what: str
    by: str
    why: str
    when: str
    is_undone: bool
    can_undo: bool
    target: str
    is_of_source: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is known of an entry, with the words that told it."""

    label: str
    value: str
    words: tuple[str, ...] = ()
    link: str = ""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure that stands in a statement."""

    id: str
    amount: str
    counted: str
    words: str
    min: str
    """As it can be written into a form, like all that follows."""
    max: str
    inclusive: bool
    approximate: bool
    unit: str
    of: str
    """The words for what is counted."""


@dataclass(frozen=True, slots=True)
class EntryPage:
    """``entry.html``: one statement with all that is known of it, and what can be done about it."""

    line: StatementLine
    document: str
    paragraph: str
    """Of the report, counted from 1."""
    passage: tuple[PieceOfPassage, ...]
    """That paragraph, the content marked."""
    chain: tuple[Fact, ...]
    """Who has it from whom, the report first."""
    facts: tuple[Fact, ...]
    figures: tuple[FigureLine, ...]
    history: tuple[HistoryLine, ...]
    act: str
    certainty: str
    said_on: str
    via: str
    acts: tuple[tuple[str, str], ...]
    """Each with what it is called."""
    certainties: tuple[str, ...]
    rivals: tuple[SourceLine, ...]
    """Sources that it could be merged with: those of the same report."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A statement in the list beside a report's text."""

    id: str
    source: str
    entry: EntryContext


@dataclass(frozen=True, slots=True)
class LinkedGroup:
    """Consecutive statements of one source."""

    group: GroupContext
    source: str
    entries: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version of a report."""

    id: str
    words: str
    is_this: bool


@dataclass(frozen=True, slots=True)
class CarriesLine:
    """Another report that this one carries, or a passage of it."""

    says: str
    id: str
    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """``report.html``: the text with its marks, and the list of statements beside it."""

    id: str
    article: ArticleContext
    groups: tuple[LinkedGroup, ...]
    ids: tuple[str, ...]
    """The statements' ids, in their order."""
    versions: tuple[VersionLine, ...]
    read_by: str
    story: str
    """Story.id; empty where it is in none."""
    story_title: str
    carries: tuple[CarriesLine, ...]
    """Whose account it carries, or of whom it has a passage."""
    left_out: str
    """How many statements are not in the list, where it would be too long."""


@dataclass(frozen=True, slots=True)
class Change:
    """A claim of two versions of a report."""

    kind: str
    """new, gone, changed or same."""
    old: StatementLine | None
    new: StatementLine | None
    what: tuple[str, ...] = ()
    """What has changed, where something has."""


@dataclass(frozen=True, slots=True)
class ComparePage:
    """``compare.html``: two versions of a report, claim by claim."""

    old: ReportLine
    new: ReportLine
    changes: tuple[Change, ...]
    same: int


@dataclass(frozen=True, slots=True)
class SourcePage:
    """``source.html``: one source and all that it said, over time."""

    line: SourceLine
    facts: tuple[Fact, ...]
    told: tuple[StatementLine, ...]
    after: str
    history: tuple[HistoryLine, ...]
    rivals: tuple[SourceLine, ...] = ()
    """Other sources of the story that it was quoted in last."""


@dataclass(frozen=True, slots=True)
class Done:
    """What has just been done, with the way to take it back."""

    id: str
    what: str
