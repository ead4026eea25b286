"""What the templates see: plain words and numbers, one dataclass a template, nothing of the records.

Numbers make up every address within the page ("r2-s5" is the fifth statement of the second report), so that no text
of a report gets into one.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class RunContext:
    """Characters under the same marks."""

    text: str
    outer: str
    """CSS classes of the link; empty where nothing marks the run."""
    inner: str
    """CSS class of what stands within the content of another mark: "source", "cue" or nothing."""
    part: str
    """CSS class of a part of the text within a paragraph, such as a dateline."""
    target: int
    """The statement that the run leads to; 0 where nothing marks it."""
    numbers: str
    """All statements that mark it, parted by blanks."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    figure: bool
    """Whether a figure that is followed stands here."""
    figures: tuple[int, ...]
    """The figures that start here."""
    dues: tuple[int, ...]
    """The expectations whose time starts here."""


@dataclass(frozen=True, slots=True)
class ParagraphContext:
    """One paragraph of a report."""

    number: int
    kind: str
    """CSS class of a paragraph that is not the article's own prose, else empty."""
    label: str
    """What such a paragraph is, in a word."""
    runs: tuple[RunContext, ...]


@dataclass(frozen=True, slots=True)
class PieceContext:
    """Words of a statement; ``lead`` parts them from those before."""

    lead: str
    words: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class EntryContext:
    """One statement in the list beside the text."""

    number: int
    place: str
    """The address of its words within the page, without the hash sign."""
    pieces: tuple[PieceContext, ...]
    cue: str
    notes: tuple[str, ...]
    """Act, certainty, when and how it was said, through whom, and where if not in the article's prose."""
    unsure: str
    """How unsure the reading is, where it is; else empty."""
    paragraph: int


@dataclass(frozen=True, slots=True)
class GroupContext:
    """Consecutive statements of one source."""

    name: str
    about: str
    """Role and party of the source, and that it is not named where it is not."""
    called: str
    """The words that credit a source that is not told."""
    told: bool
    entries: tuple[EntryContext, ...]


@dataclass(frozen=True, slots=True)
class FigureContext:
    """A line of the table of figures."""

    number: int
    whose: str
    unnamed: bool
    amount: str
    of_what: str
    as_of: str
    said: str
    sure: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class DueContext:
    """Something to expect."""

    number: int
    when: str
    what: str
    whose: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """``article.html``: one report with the list of its statements."""

    number: int
    language: str
    title: str
    credits: tuple[str, ...]
    """Publisher, byline and date, as far as known."""
    link: str
    """The report's own address, http or https alone; else empty."""
    origin: str
    """The path or address that it was read from; empty where that is its own address or not known."""
    paragraphs: tuple[ParagraphContext, ...]
    strip: str
    """How many sources are named, not named, not told; empty where nobody is credited."""
    groups: tuple[GroupContext, ...]
    figures: tuple[FigureContext, ...]
    passed_over: str
    """How many quantities are not in the table; empty where none is."""
    dues: tuple[DueContext, ...]
    tally: str


@dataclass(frozen=True, slots=True)
class ContentsContext:
    """A line of the table of contents."""

    number: int
    title: str
    credits: tuple[str, ...]
    tally: str


@dataclass(frozen=True, slots=True)
class PageContext:
    """``page.html``: the whole page."""

    title: str
    style: Markup
    style_hash: str
    """SHA-256 in base 64, for the Content-Security-Policy: nothing but these two may style or run."""
    script: Markup
    script_hash: str
    contents: tuple[ContentsContext, ...]
    articles: Iterable[Markup]
    """``article.html`` of each report, in pieces."""
