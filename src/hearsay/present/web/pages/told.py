"""What the templates of stories see: plain words, one dataclass a thing that is shown, and no rows."""

from dataclasses import dataclass

from markupsafe import Markup

from hearsay.present.web.pages.context import HistoryLine, ReportLine


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words as a report has them, and where."""

    words: str
    report: str
    """"Daily Bugle, 24 Jan 2025"."""
    document: str
    paragraph: int
    """Counted from 1."""


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A story that is only named."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class DisputeLine:
    """A question in dispute, in a list."""

    id: str
    label: str
    says: str
    """Two figures that cannot both be true."""
    story: StoryLink


@dataclass(frozen=True, slots=True)
class GivenLine:
    """A figure that a source gave at one time."""

    amount: str
    said: str
    before: str
    """What it was given in place of."""
    against: tuple[str, ...]
    """What cannot be true beside it, and who says so."""
    through: str
    """Who is named as having it from the source."""
    carried: str
    """By how many reports, and of how many origins."""
    reports: tuple[tuple[str, str], ...]
    """Which: Document.id, and what it is called."""


@dataclass(frozen=True, slots=True)
class GivenBlock:
    """A question to which a source gave figures."""

    id: str
    label: str
    is_disputed: bool
    story: StoryLink
    lines: tuple[GivenLine, ...]
    """In order of time."""


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A story in a list."""

    id: str
    title: str
    rests_on: str
    days: str
    standing: tuple[str, ...]
    """What is agreed, to come and overdue, counted."""
    disputes: tuple[tuple[str, str, str], ...]
    """Id and label of what is in dispute, and two figures that cannot both be true."""
    is_new: bool
    """Whether something of it has changed since the last visit."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """Something that is not as it was."""

    kind: str
    says: str
    path: str
    story: str
    """The story's title."""


@dataclass(frozen=True, slots=True)
class AwaitedLine:
    """Something expected."""

    id: str
    state: str
    is_late: bool
    when: str
    what: str
    who: str
    source: str
    words: Quotation
    outcome: Quotation | None
    outcome_id: str
    reason: str
    story: str = ""
    story_title: str = ""
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account of a question."""

    id: str
    number: int
    amount: str
    who: str
    source: str
    """Source.id; empty for the report itself."""
    is_unnamed: bool
    about: str
    """Its party, that it is not named, that it is hedged, through whom."""
    swatch: Markup
    said: str
    as_of: str
    rests_on: str
    """How many reports and origins, where it is more than one."""
    against: str
    before: str
    words: Quotation
    reports: tuple[tuple[str, str], ...]
    """Id and place of the others that carry it."""
    figure: str
    statement: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two accounts of which something can be said."""

    value: str
    """Their figures, as the form sends them."""
    words: str


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """Why accounts stand to each other as they do."""

    kind: str
    verb: str
    rows: str
    says: str
    overruled: HistoryLine | None


@dataclass(frozen=True, slots=True)
class QuestionBlock:
    """A question with its accounts."""

    id: str
    story: str
    label: str
    whole: str
    """The label of the question about the whole, where this is about a part."""
    whole_id: str
    is_disputed: bool
    is_new: bool
    wide: Markup
    narrow: Markup
    accounts: tuple[AccountLine, ...]
    first: AccountLine
    """Whose words are shown before one is pointed at."""
    reasons: tuple[ReasonLine, ...]
    reason: str
    """Why these figures are held against each other."""
    left_out: int
    conflicts: tuple[PairLine, ...]
    """Those that cannot both be true."""
    pairs: tuple[PairLine, ...]
    """All pairs of its accounts, for saying that two answer different questions."""
    others: tuple[PairLine, ...]
    """Other questions of the story, for saying that they are one."""


@dataclass(frozen=True, slots=True)
class SaidLine:
    """A statement, however many reports carry it."""

    id: str
    who: str
    source: str
    says: str
    note: str
    place: str
    document: str
    carried: str


@dataclass(frozen=True, slots=True)
class AlsoBlock:
    """What a story has of a source that its reports call otherwise."""

    story: StoryLink
    said: tuple[SaidLine, ...]


@dataclass(frozen=True, slots=True)
class SideLine:
    """What one party holds."""

    party: str
    swatch: Markup
    said: tuple[SaidLine, ...]
    more: tuple[SaidLine, ...]


@dataclass(frozen=True, slots=True)
class DayLine:
    """What was said on one day."""

    day: str
    said: tuple[SaidLine, ...]


@dataclass(frozen=True, slots=True)
class DenialLine:
    """A statement and its denial."""

    id: str
    affirmed: SaidLine
    denied: SaidLine
    reason: str


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """A source that is quoted."""

    id: str
    name: str
    about: str
    count: str


@dataclass(frozen=True, slots=True)
class FoldedLine:
    """A report that is a witness of its own, and those that carry its account."""

    report: ReportLine
    is_new: bool
    carries: str
    """Whose account it carries where that is not of this story, or which passages it quotes."""
    copies: tuple[tuple[ReportLine, str], ...]
    """Each with the reason."""


@dataclass(frozen=True, slots=True)
class SinceLine:
    """What has changed since one last looked."""

    when: str
    is_visit: bool
    """Whether that is when they were here last, and not a day that they have named."""
    changes: tuple[ChangeLine, ...]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """``story.html``: one story as it stands."""

    id: str
    title: str
    head: str
    as_of: str
    """In words."""
    day: str
    """The day that was asked for; empty for now."""
    since: SinceLine | None
    disputed: tuple[QuestionBlock, ...]
    also_disputed: tuple[QuestionBlock, ...]
    """Those that are listed without their picture."""
    agreed: tuple[QuestionBlock, ...]
    single: tuple[QuestionBlock, ...]
    denials: tuple[DenialLine, ...]
    sides: tuple[SideLine, ...]
    awaited: tuple[AwaitedLine, ...]
    days: tuple[DayLine, ...]
    """The latest first."""
    earlier: tuple[DayLine, ...]
    """Those that are folded."""
    named: tuple[QuotedLine, ...]
    unnamed: tuple[QuotedLine, ...]
    untold: int
    reports: tuple[FoldedLine, ...]
    left_out: int
    """Statements that are not in the timeline, where it would be too long."""
    more_reports: int
    more_single: int
    """How many are not listed here."""
    count: int
    """Of all reports, copies too."""
