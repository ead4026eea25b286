"""A document's text cut where a mark starts or ends, so that marks may overlap and lie within one another."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, starmap

from hearsay.present.entries import Entry, Sheet
from hearsay.present.findings import Due, FigureRow
from hearsay.records.document import Part, PartKind
from hearsay.records.span import Span


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that the same marks cover."""

    span: Span
    source: tuple[int, ...]
    """Entry.number of the statements whose source stands here, in their order."""
    cue: tuple[int, ...]
    content: tuple[int, ...]
    """The outermost first: the statement with the longest content."""
    part: PartKind | None
    starts: tuple[int, ...] = ()
    """The statements whose words start here."""
    ends: tuple[int, ...] = ()
    """The statements whose number is to stand after this run: after the cue, else after all their words."""
    figure: int | None = None
    """FigureRow.number of the followed figure that stands here."""
    opens_figure: bool = False
    """Whether that figure starts with this run."""
    dues: tuple[int, ...] = ()
    """Which of the expectations, counted from 1, have their time start here."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every statement that marks this run, each once."""
        return tuple(sorted({*self.source, *self.cue, *self.content}))

    @property
    def target(self) -> int | None:
        """The one statement that this run leads to: whose cue it is, else whose source, else the innermost content."""
        for numbers in (self.cue, self.source, self.content):
            if numbers:
                return numbers[-1]
        return None


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    entry: Entry
    role: str


def paragraph_runs(sheet: Sheet) -> tuple[tuple[Run, ...], ...]:
    """For each paragraph its runs, which together are its text."""
    cut = [[_found(run, found) for run in _cut(found)] for found in _by_paragraph(sheet)]
    # A piece may start or end in the blanks between paragraphs: its place is looked up among the runs.
    first: dict[int, Span] = {}
    last: dict[int, Span] = {}
    anchors = {entry.number: _anchor(entry) for entry in sheet.entries}
    for run in (run for runs in cut for run in runs):
        for number in run.numbers:
            first.setdefault(number, run.span)
            anchor = anchors[number]
            if anchor is not None and anchor.holds(run.span):
                last[number] = run.span
    return tuple(
        tuple(
            replace(
                run,
                starts=tuple(n for n in run.numbers if first[n] == run.span),
                ends=tuple(n for n in run.numbers if last.get(n) == run.span),
            )
            for run in runs
        )
        for runs in cut
    )


@dataclass(slots=True)
class _Paragraph:
    """A paragraph with all that stands in it."""

    span: Span
    marks: list[_Mark] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    figures: list[FigureRow] = field(default_factory=list)
    dues: list[tuple[int, Due]] = field(default_factory=list)


def _by_paragraph(sheet: Sheet) -> Sequence[_Paragraph]:
    """The paragraphs; each thing is looked up once, so that ten thousand of them are no matter."""
    found = [_Paragraph(span) for span in sheet.paragraphs]
    starts = [span.start for span in sheet.paragraphs]

    def over(span: Span) -> Iterator[_Paragraph]:
        for one in found[max(0, bisect_right(starts, span.start) - 1) : bisect_left(starts, span.end)]:
            if span.overlaps(one.span):
                yield one

    for mark in sorted(_marks(sheet), key=lambda mark: mark.span):
        for one in over(mark.span):
            one.marks.append(mark)
    for part in sheet.document.parts:
        for one in over(part.span):
            one.parts.append(part)
    for row in sheet.findings.figures:
        for one in over(row.span):
            one.figures.append(row)
    for number, due in enumerate(sheet.findings.dues, start=1):
        for one in over(due.span):
            one.dues.append((number, due))
    return found


def _found(run: Run, here: _Paragraph) -> Run:
    """The run with the figures and the expectations that stand in it."""
    row = next((row for row in here.figures if row.span.holds(run.span)), None)
    return replace(
        run,
        figure=row.number if row else None,
        opens_figure=row is not None and row.span.start == run.span.start,
        dues=tuple(n for n, due in here.dues if due.span.start == run.span.start),
    )


def _cut(here: _Paragraph) -> Iterator[Run]:
    """The runs of one paragraph, without what only the whole text can tell."""
    edges = {here.span.start, here.span.end}
    spans = [mark.span for mark in here.marks] + [part.span for part in here.parts]
    for span in (*spans, *(row.span for row in here.figures), *(due.span for _, due in here.dues)):
        edges |= {max(span.start, here.span.start), min(span.end, here.span.end)}
    waiting = deque(here.marks)
    over: list[_Mark] = []
    for span in starmap(Span, pairwise(sorted(edges))):
        # Marks come in the order of their starts: those that are over the run are kept from run to run.
        while waiting and waiting[0].span.start <= span.start:
            over.append(waiting.popleft())
        over = [mark for mark in over if mark.span.end > span.start]
        yield Run(
            span=span,
            source=_numbers(over, "source"),
            cue=_numbers(over, "cue"),
            content=_numbers(over, "content"),
            part=next((part.kind for part in here.parts if part.span.holds(span)), None),
        )


def _marks(sheet: Sheet) -> Iterator[_Mark]:
    for entry in sheet.entries:
        spans = entry.statement.spans
        for role, pieces in (("source", spans.source), ("cue", spans.cue), ("content", spans.content)):
            for span in pieces:
                yield _Mark(span, entry, role)


def _numbers(marks: Sequence[_Mark], role: str) -> tuple[int, ...]:
    found = {mark.entry.number: mark for mark in marks if mark.role == role}
    return tuple(sorted(found, key=lambda number: (-_length(found[number].entry), number)))


def _length(entry: Entry) -> int:
    return sum(span.end - span.start for span in entry.statement.spans.content)


def _anchor(entry: Entry) -> Span | None:
    """The piece that the statement's number is to follow."""
    spans = entry.statement.spans
    if spans.cue:
        return spans.cue[-1]
    return max((*spans.source, *spans.content), key=lambda span: span.end, default=None)
