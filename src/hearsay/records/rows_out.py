"""Records to the rows of ledger JSON."""

from hearsay.records.document import Document
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.question import Question
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Statement
from hearsay.records.time import Time

Row = dict[str, object]


def document_row(document: Document, *, copy_of: str | None = None, story: str | None = None) -> Row:
    """A document as JSON; ``copy_of`` is the Document.id of the one whose account it carries, ``story`` a Story.id."""
    return {
        "id": document.id,
        "origin": document.origin,
        "url": document.url,
        "title": document.title,
        "publisher": document.publisher,
        "byline": document.byline,
        "published": document.published,
        "published_from": document.published_from,
        "language": document.language,
        "text": document.text,
        "parts": [{"kind": part.kind, "span": pair(part.span)} for part in document.parts],
        "copy_of": copy_of,
        "story": story,
    }


def source_row(source: Source) -> Row:
    """A source as JSON."""
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "party": source.party,
        "anonymous": source.anonymous,
        "aliases": list(source.aliases),
        "role": source.role,
        "anonymity": source.anonymity,
    }


def statement_row(statement: Statement) -> Row:
    """A statement as JSON; confidences rounded to four digits."""
    return {
        "id": statement.id,
        "document": statement.document,
        "source": statement.source,
        "via": list(statement.via),
        "spans": {
            "source": [pair(span) for span in statement.spans.source],
            "cue": [pair(span) for span in statement.spans.cue],
            "content": [pair(span) for span in statement.spans.content],
        },
        "quoted": [pair(span) for span in statement.quoted],
        "mode": statement.mode,
        "act": statement.act,
        "act_words": _span_or_none(statement.act_words),
        "certainty": statement.certainty,
        "certainty_words": [pair(span) for span in statement.certainty_words],
        "said_on": statement.said_on,
        "said_words": _span_or_none(statement.said_words),
        "medium": statement.medium,
        "confidence": round(float(statement.confidence), 4),
        "source_confidence": round(float(statement.source_confidence), 4),
    }


def figure_row(figure: Figure) -> Row:
    """A figure as JSON; whole numbers without a decimal point."""
    return {
        "id": figure.id,
        "document": figure.document,
        "span": pair(figure.span),
        "min": number(figure.min),
        "max": number(figure.max),
        "inclusive": figure.inclusive,
        "approximate": figure.approximate,
        "vagueness": figure.vagueness,
        "unit": figure.unit,
        "base": None if figure.base is None else [*map(number, figure.base[:2]), figure.base[2]],
        "counted": _span_or_none(figure.counted),
        "measure": _span_or_none(figure.measure),
        "place": _span_or_none(figure.place),
        "tally": figure.tally,
        "statement": figure.statement,
        "source": figure.source,
        "question": figure.question,
        "as_of": figure.as_of,
    }


def question_row(question: Question) -> Row:
    """A question of one report as JSON; what only several reports can tell is null."""
    return {"id": question.id, "label": question.label, "disputed": None, "revised_by": None}


def time_row(time: Time) -> Row:
    """A time as JSON."""
    return {"document": time.document, "span": pair(time.span), "value": time.value}


def expectation_row(expectation: Expectation, *, text: str) -> Row:
    """An expectation as JSON, its words beside their span."""
    return {
        "id": expectation.id,
        "document": expectation.document,
        "span": pair(expectation.span),
        "what": expectation.what.of(text),
        "what_span": pair(expectation.what),
        "due": expectation.due,
        "source": expectation.source,
        "statement": expectation.statement,
    }


def number(value: float | None) -> float | None:
    """A number as JSON: whole ones without a decimal point."""
    return int(value) if value is not None and value == int(value) else value


def _span_or_none(span: Span | None) -> list[int] | None:
    return None if span is None else pair(span)


def pair(span: Span) -> list[int]:
    """A span as JSON."""
    return [span.start, span.end]
