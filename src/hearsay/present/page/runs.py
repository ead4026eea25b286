"""A document's text cut where a mark starts or ends, so that marks may overlap and lie within one another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, starmap

from hearsay.present.entries import Entry, Sheet
from hearsay.records.document import PartKind
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
    marks = sorted(_marks(sheet), key=lambda mark: mark.span)
    cut = [[_found(run, sheet) for run in _cut(paragraph, marks, sheet=sheet)] for paragraph in sheet.paragraphs]
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


def _found(run: Run, sheet: Sheet) -> Run:
    """The run with the figures and the expectations that stand in it."""
    findings = sheet.findings
    row = next((row for row in findings.figures if row.span.holds(run.span)), None)
    return replace(
        run,
        figure=row.number if row else None,
        opens_figure=row is not None and row.span.start == run.span.start,
        dues=tuple(n for n, due in enumerate(findings.dues, start=1) if due.span.start == run.span.start),
    )


def _cut(paragraph: Span, marks: Sequence[_Mark], *, sheet: Sheet) -> Iterator[Run]:
    """The runs of one paragraph, without what only the whole text can tell."""
    here = [mark for mark in marks if mark.span.overlaps(paragraph)]
    parts_here = [part for part in sheet.document.parts if part.span.overlaps(paragraph)]
    edges = {paragraph.start, paragraph.end}
    beside = [row.span for row in sheet.findings.figures] + [due.span for due in sheet.findings.dues]
    for span in (
        [mark.span for mark in here]
        + [part.span for part in parts_here]
        + [span for span in beside if span.overlaps(paragraph)]
    ):
        edges |= {max(span.start, paragraph.start), min(span.end, paragraph.end)}
    for span in starmap(Span, pairwise(sorted(edges))):
        over = [mark for mark in here if mark.span.holds(span)]
        yield Run(
            span=span,
            source=_numbers(over, "source"),
            cue=_numbers(over, "cue"),
            content=_numbers(over, "content"),
            part=next((part.kind for part in parts_here if part.span.holds(span)), None),
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
