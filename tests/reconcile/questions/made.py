"""Reports with their figures marked: "killed [24 people|24|people]", "fell [as much as 12%|..12|%]"."""

import re
from collections.abc import Sequence

from hearsay.normalise.measure import dimension
from hearsay.records.account import Given, Group
from hearsay.records.document import Document
from hearsay.records.figure import Figure, Tally
from hearsay.records.span import Span

_MARK = re.compile(
    r"\[(?P<words>[^|\]]+)\|(?P<low>\d+(?:\.\d+)?)?(?P<open>\.\.)?(?P<high>\d+(?:\.\d+)?)?(?:\|(?P<unit>[^]]+))?\]"
)
_PLAN = re.compile(r"\b(?:will|would|to|plans?)\s(?:\w+\s){0,2}$")


def givens(*reports: str, first: int = 0) -> tuple[Given, ...]:
    """The marked figures of reports that are recorded in this order, counted from ``first``; all are witnesses."""
    return tuple(given for number, report in enumerate(reports, start=first) for given in _givens(number, report))


def by_words(groups: Sequence[Group]) -> list[list[str]]:
    """The words of the figures of each group."""
    return [[given.words for given in group.figures] for group in groups]


def group_of(groups: Sequence[Group], words: str) -> Group:
    """The group that holds the figure with these words."""
    return next(group for group in groups if any(given.words == words for given in group.figures))


def _givens(number: int, report: str) -> list[Given]:
    text, marks, end = "", [], 0
    for mark in _MARK.finditer(report):
        text += report[end : mark.start()]
        marks.append((len(text), mark))
        text += mark["words"]
        end = mark.end()
    document = Document(f"report-{number}", text + report[end:], published=f"2026-03-{number % 28 + 1:02}")
    return [_given(number, document, place, mark) for place, mark in marks]


def _given(number: int, document: Document, start: int, mark: re.Match[str]) -> Given:
    low, high = (float(mark[end]) if mark[end] else None for end in ("low", "high"))
    if not mark["open"]:
        low = high = low if low is not None else high
    span, unit = Span(start, start + len(mark["words"])), mark["unit"]
    is_count = unit is not None and dimension(unit) is None
    figure = Figure(
        id=f"figure-{document.id}-{start}",
        document=document.id,
        span=span,
        min=low,
        max=high,
        inclusive=True,
        approximate=False,
        vagueness=None,
        unit=unit,
        base=None,
        counted=span if is_count else None,
        measure=None,
        place=None,
        tally=Tally.PLAN if _PLAN.search(document.text[:start]) else None,
        statement=None,
        source=None,
        question=f"question-{document.id}-{start}",
        as_of=None,
    )
    return Given(figure, document, number, None, None, (), document.id)
