"""What stands beside a document's statements: its figures, what is to come, and how well its sources are told."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearsay.normalise.edtf_words import in_words, short
from hearsay.present.amount import amount
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Certainty, Statement

OWN_VOICE = "the report itself"
_LONG = 90
"""Most characters of what is counted or to come; beyond it the words are cut at a blank."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One followed figure, in words."""

    number: int
    """Counted from 1 in the order of the text."""
    span: Span
    whose: str
    is_unnamed: bool
    """Whether its source is anonymous or not told."""
    amount: str
    of_what: str
    as_of: str
    said: str
    sure: str
    """How sure its source is of it; empty in the report's own voice."""
    paragraph: int


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to expect, in words."""

    span: Span
    when: str
    what: str
    whose: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Known:
    """How many sources a document names, and how many it does not."""

    named: int
    anonymous: int
    untold: int
    """Statements whose source could not be told."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What one document holds beside its statements."""

    figures: tuple[FigureRow, ...]
    passed_over: int
    """Quantities in the text that are not followed."""
    dues: tuple[Due, ...]
    known: Known


def findings(ledger: Ledger, document: str, *, starts: Sequence[int]) -> Findings:
    """The findings of ``ledger`` in the document with the id ``document``, whose paragraphs open at ``starts``."""
    text = next(d.text for d in ledger.documents if d.id == document)
    sources = {source.id: source for source in ledger.sources}
    statements = {s.id: s for s in ledger.statements if s.document == document}
    labels = {question.id: question.label for question in ledger.questions}
    own = [figure for figure in ledger.figures if figure.document == document]
    followed = sorted((f for f in own if f.question is not None), key=lambda f: f.span)
    return Findings(
        figures=tuple(
            _row(
                figure,
                number=number,
                text=text,
                label=labels.get(figure.question or "", ""),
                source=sources.get(figure.source or ""),
                statement=statements.get(figure.statement or ""),
                paragraph=_paragraph(starts, figure.span),
            )
            for number, figure in enumerate(followed, start=1)
        ),
        passed_over=len(own) - len(followed),
        dues=tuple(
            _due(e, text=text, sources=sources, paragraph=_paragraph(starts, e.span))
            for e in sorted(ledger.expectations, key=lambda e: (e.due.removeprefix("../"), e.span))
            if e.document == document
        ),
        known=_known(tuple(statements.values()), sources),
    )


def _row(
    figure: Figure,
    *,
    number: int,
    text: str,
    label: str,
    source: Source | None,
    statement: Statement | None,
    paragraph: int,
) -> FigureRow:
    certainty = statement.certainty if statement else None
    sure = "" if certainty in (Certainty.UNSTATED, None) else str(certainty)
    counted = figure.counted.of(text) if figure.counted else figure.unit or ""
    return FigureRow(
        number=number,
        span=figure.span,
        whose=source.name if source else OWN_VOICE,
        is_unnamed=source is not None and source.anonymous is not False,
        amount=amount(figure),
        of_what=_cut(label or counted),
        as_of=short(figure.as_of) if figure.as_of else "",
        said=short(statement.said_on) if statement and statement.said_on else "",
        sure=sure,
        paragraph=paragraph,
    )


def _due(expectation: Expectation, *, text: str, sources: Mapping[str, Source], paragraph: int) -> Due:
    source = sources.get(expectation.source or "")
    return Due(
        span=expectation.span,
        when=in_words(expectation.due),
        what=_cut(expectation.what.of(text)),
        whose=source.name if source else "",
        paragraph=paragraph,
    )


def _known(statements: Sequence[Statement], sources: Mapping[str, Source]) -> Known:
    credited = {s.source for s in statements if s.source is not None}
    anonymous = {id for id in credited if sources[id].anonymous}
    return Known(
        named=len(credited - anonymous),
        anonymous=len(anonymous),
        untold=sum(s.source is None for s in statements),
    )


def _paragraph(starts: Sequence[int], span: Span) -> int:
    return max(1, bisect_right(starts, span.start))


def _cut(words: str) -> str:
    """``words`` up to a length that a table bears."""
    if len(words) <= _LONG:
        return words
    return words[:_LONG].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
