"""Rows of ledger JSON to records. Each raises ValueError, naming the place, where a row is not one of version 1."""

from hearsay.records.document import Document, Part, PartKind, PublishedFrom
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure, Tally, Vagueness
from hearsay.records.question import Question
from hearsay.records.row import Row, items_at, rows_at
from hearsay.records.source import Source, SourceKind
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement
from hearsay.records.time import Time

_BASE = ("min", "max", "unit")


def document_of(row: Row) -> Document:
    """The document in a row."""
    return Document(
        id=row.string("id"),
        text=row.string("text"),
        origin=row.string_or_none("origin"),
        url=row.string_or_none("url"),
        title=row.string_or_none("title"),
        publisher=row.string_or_none("publisher"),
        byline=row.string_or_none("byline"),
        published=row.string_or_none("published"),
        published_from=(
            row.member_or_none("published_from", PublishedFrom) if "published_from" in row.fields else None
        ),
        language=row.string_or_none("language"),
        parts=tuple(
            Part(kind=part.member("kind", PartKind), span=part.span("span"))
            for part in rows_at(row.fields.get("parts", []), f"{row.place}.parts")
        ),
    )


def source_of(row: Row) -> Source:
    """The source in a row."""
    return Source(
        id=row.string("id"),
        name=row.string("name"),
        kind=row.member_or_none("kind", SourceKind),
        party=row.string_or_none("party"),
        anonymous=row.boolean_or_none("anonymous"),
        aliases=row.strings("aliases"),
        role=row.string_or_none("role"),
        anonymity=row.string_or_none("anonymity"),
    )


def statement_of(row: Row) -> Statement:
    """The statement in a row."""
    spans = row.row("spans")
    return Statement(
        id=row.string("id"),
        document=row.string("document"),
        source=row.string_or_none("source"),
        via=row.strings("via"),
        spans=Spans(source=spans.spans("source"), cue=spans.spans("cue"), content=spans.spans("content")),
        quoted=row.own("quoted", row.spans, default=()),
        mode=row.member("mode", Mode),
        confidence=row.number("confidence"),
        source_confidence=row.own("source_confidence", row.number, default=0.0),
        act=row.member_or_none("act", Act),
        act_words=row.own("act_words", row.span_or_none, default=None),
        certainty=row.member_or_none("certainty", Certainty),
        certainty_words=row.own("certainty_words", row.spans, default=()),
        said_on=row.string_or_none("said_on"),
        said_words=row.own("said_words", row.span_or_none, default=None),
        medium=row.own("medium", row.string_or_none, default=None),
    )


def figure_of(row: Row) -> Figure:
    """The figure in a row."""
    return Figure(
        id=row.string("id"),
        document=row.string("document"),
        span=row.span("span"),
        min=row.number_or_none("min"),
        max=row.number_or_none("max"),
        inclusive=row.own("inclusive", row.boolean, default=True),
        approximate=row.boolean("approximate"),
        vagueness=row.member_or_none("vagueness", Vagueness) if "vagueness" in row.fields else None,
        unit=row.string_or_none("unit"),
        base=_base(row),
        counted=row.own("counted", row.span_or_none, default=None),
        measure=row.own("measure", row.span_or_none, default=None),
        place=row.own("place", row.span_or_none, default=None),
        tally=row.member_or_none("tally", Tally) if "tally" in row.fields else None,
        statement=row.string_or_none("statement"),
        source=row.string_or_none("source"),
        question=row.string_or_none("question"),
        as_of=row.string_or_none("as_of"),
    )


def _base(row: Row) -> tuple[float | None, float | None, str] | None:
    if row.fields.get("base") is None:
        return None
    found = items_at(row.get("base"), f"{row.place}.base")
    if len(found) != len(_BASE):
        raise ValueError(f"{row.place}.base: not [min, max, unit]")
    base = Row(dict(zip(_BASE, found, strict=True)), f"{row.place}.base")
    return base.number_or_none("min"), base.number_or_none("max"), base.string("unit")


def question_of(row: Row) -> Question:
    """The question in a row."""
    return Question(id=row.string("id"), label=row.string("label"))


def time_of(row: Row) -> Time:
    """The time in a row."""
    return Time(document=row.string("document"), span=row.span("span"), value=row.string("value"))


def expectation_of(row: Row) -> Expectation:
    """The expectation in a row."""
    return Expectation(
        id=row.string("id"),
        document=row.string("document"),
        span=row.span("span"),
        what=row.own("what_span", row.span, default=row.span("span")),
        due=row.string("due"),
        source=row.string_or_none("source"),
        statement=row.own("statement", row.string_or_none, default=None),
    )
