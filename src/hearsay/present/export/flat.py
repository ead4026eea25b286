"""Statements and figures as rows of a table, each with all that one needs to read it by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.records.document import Document
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Statement


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement; the fields are columns, in their order. What is not known is None."""

    document: str
    """Document.id."""
    title: str | None
    publisher: str | None
    published: str | None
    source_name: str | None
    source_kind: str | None
    party: str | None
    anonymous: bool | None
    role: str | None
    via: tuple[str, ...]
    """Names, nearest to the source first."""
    cue: tuple[str, ...]
    """The words of each piece."""
    content: tuple[str, ...]
    mode: str
    act: str | None
    certainty: str | None
    said_on: str | None
    medium: str | None
    confidence: float
    """Rounded to four digits."""
    source_confidence: float
    url: str | None
    start: int | None
    """Where the first piece of the content starts, else of the cue, else of the source; code points."""
    end: int | None
    """Where the last piece of the same ends."""
    statement: str
    """Statement.id."""
    source: str | None
    """Source.id."""
    source_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    quoted_spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure; the fields are columns, in their order. What is not known is None."""

    document: str
    """Document.id."""
    title: str | None
    publisher: str | None
    published: str | None
    words: str
    """The number with the words of its bounds and its unit."""
    min: float | None
    max: float | None
    inclusive: bool
    approximate: bool
    vagueness: str | None
    unit: str | None
    base_min: float | None
    base_max: float | None
    base_unit: str | None
    counted: str | None
    measure: str | None
    place: str | None
    tally: str | None
    as_of: str | None
    question_label: str | None
    source_name: str | None
    source_kind: str | None
    party: str | None
    anonymous: bool | None
    role: str | None
    url: str | None
    start: int
    """Code points into the document's text, half open."""
    end: int
    figure: str
    """Figure.id."""
    statement: str | None
    source: str | None
    question: str | None


def statement_rows(ledger: Ledger) -> Iterator[StatementRow]:
    """The statements of ``ledger`` in their order. Raises ValueError for a span that runs past its text."""
    documents = {document.id: document for document in ledger.documents}
    sources = {source.id: source for source in ledger.sources}
    for statement in ledger.statements:
        yield _statement_row(statement, documents[statement.document], sources=sources)


def figure_rows(ledger: Ledger) -> Iterator[FigureRow]:
    """The figures of ``ledger`` in their order. Raises ValueError for a span that runs past its text."""
    documents = {document.id: document for document in ledger.documents}
    sources = {source.id: source for source in ledger.sources}
    labels = {question.id: question.label for question in ledger.questions}
    for figure in ledger.figures:
        source = None if figure.source is None else sources[figure.source]
        label = None if figure.question is None else labels[figure.question]
        yield _figure_row(figure, documents[figure.document], source=source, label=label)


def _statement_row(statement: Statement, document: Document, *, sources: dict[str, Source]) -> StatementRow:
    source = None if statement.source is None else sources[statement.source]
    spans = statement.spans
    pieces = spans.content or spans.cue or spans.source
    return StatementRow(
        document=document.id,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        source_name=source.name if source else None,
        source_kind=source.kind if source else None,
        party=source.party if source else None,
        anonymous=source.anonymous if source else None,
        role=source.role if source else None,
        via=tuple(sources[id].name for id in statement.via),
        cue=tuple(span.of(document.text) for span in spans.cue),
        content=tuple(span.of(document.text) for span in spans.content),
        mode=statement.mode,
        act=statement.act,
        certainty=statement.certainty,
        said_on=statement.said_on,
        medium=statement.medium,
        confidence=round(float(statement.confidence), 4),
        source_confidence=round(float(statement.source_confidence), 4),
        url=document.url,
        start=pieces[0].start if pieces else None,
        end=pieces[-1].end if pieces else None,
        statement=statement.id,
        source=statement.source,
        source_spans=spans.source,
        cue_spans=spans.cue,
        content_spans=spans.content,
        quoted_spans=statement.quoted,
    )


def _figure_row(figure: Figure, document: Document, *, source: Source | None, label: str | None) -> FigureRow:
    low, high, unit = figure.base or (None, None, None)
    text = document.text
    return FigureRow(
        document=document.id,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        words=figure.span.of(text),
        min=figure.min,
        max=figure.max,
        inclusive=figure.inclusive,
        approximate=figure.approximate,
        vagueness=figure.vagueness,
        unit=figure.unit,
        base_min=low,
        base_max=high,
        base_unit=unit,
        counted=figure.counted.of(text) if figure.counted else None,
        measure=figure.measure.of(text) if figure.measure else None,
        place=figure.place.of(text) if figure.place else None,
        tally=figure.tally,
        as_of=figure.as_of,
        question_label=label,
        source_name=source.name if source else None,
        source_kind=source.kind if source else None,
        party=source.party if source else None,
        anonymous=source.anonymous if source else None,
        role=source.role if source else None,
        url=document.url,
        start=figure.span.start,
        end=figure.span.end,
        figure=figure.id,
        statement=figure.statement,
        source=figure.source,
        question=figure.question,
    )
