"""What a ledger answers as flat rows for programs: one object an answer, each readable by itself.

Spans are [start, end], code points into the document's text, half open, but for ``marks``, which are into ``passage``.
"""

from collections.abc import Sequence

from hearsay.ledger.answers import Credited, Found, Kept, Told
from hearsay.records.document import Document
from hearsay.records.figure import Figure
from hearsay.records.span import Span

Row = dict[str, object]


def told_row(told: Told) -> Row:
    """A statement."""
    statement = told.statement
    return {
        "document": statement.document,
        "title": told.title,
        "publisher": told.publisher,
        "published": told.published,
        "statement": statement.id,
        "source": statement.source,
        "source_name": told.source.name if told.source else None,
        "role": told.source.role if told.source else None,
        "party": told.source.party if told.source else None,
        "anonymous": told.source.anonymous if told.source else None,
        "via": [source.name for source in told.via],
        "content": told.words,
        "mode": statement.mode,
        "act": statement.act,
        "certainty": statement.certainty,
        "said_on": statement.said_on,
        "medium": statement.medium,
        "confidence": statement.confidence,
        "source_confidence": statement.source_confidence,
        "corrected": [correction.id for correction in told.corrected],
        "rejected": told.rejected,
    }


REPORT_COLUMNS = ("document", "title", "publisher", "published")
TOLD_COLUMNS = (
    *REPORT_COLUMNS,
    *("statement", "source", "source_name", "role", "party", "anonymous", "via", "content", "mode"),
    *("act", "certainty", "said_on", "medium", "confidence", "source_confidence", "corrected", "rejected"),
)
"""What ``told_row`` has."""
FOUND_COLUMNS = (*TOLD_COLUMNS, "passage", "passage_span", "marks")
"""What ``found_row`` has; of a report that is found itself, what only statements have is None."""
CREDITED_COLUMNS = ("name", "kind", "party", "role", "anonymous", "documents", "statements", "source")
"""What ``credited_row`` has."""
KEPT_COLUMNS = (
    *("document", "title", "publisher", "byline", "published", "fetched", "recorded", "version", "previous"),
    *("reader", "url", "origin", "characters"),
)
"""What ``kept_row`` has."""


def found_row(found: Found) -> Row:
    """What a search has found."""
    row = dict.fromkeys(TOLD_COLUMNS) | {
        "document": found.document,
        "title": found.title,
        "publisher": found.publisher,
        "published": found.published,
    }
    passage = found.passage
    return (told_row(found.told) if found.told else row) | {
        "passage": passage.words if passage else None,
        "passage_span": _span(passage.span) if passage else None,
        "marks": [_span(mark) for mark in passage.marks] if passage else [],
    }


def credited_row(credited: Credited) -> Row:
    """A source."""
    return {
        "name": credited.source.name,
        "kind": credited.source.kind,
        "party": credited.source.party,
        "role": credited.source.role,
        "anonymous": credited.source.anonymous,
        "documents": credited.documents,
        "statements": credited.statements,
        "source": credited.source.id,
    }


def kept_row(kept: Kept) -> Row:
    """A document, without its text."""
    document = kept.document
    return {
        "document": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "byline": document.byline,
        "published": document.published,
        "fetched": kept.fetched,
        "recorded": kept.recorded,
        "version": kept.version,
        "previous": kept.previous,
        "reader": kept.reader,
        "url": document.url,
        "origin": document.origin,
        "characters": len(document.text),
    }


def statement_row(told: Told, document: Document, *, paragraph: Span, figures: Sequence[Figure]) -> Row:
    """A statement with everything that is known of it."""
    statement, text = told.statement, document.text
    spans = {"source": statement.spans.source, "cue": statement.spans.cue, "content": statement.spans.content}
    return told_row(told) | {
        "kind": told.source.kind if told.source else None,
        "anonymity": told.source.anonymity if told.source else None,
        "act_words": statement.act_words.of(text) if statement.act_words else None,
        "certainty_words": [span.of(text) for span in statement.certainty_words],
        "said_words": statement.said_words.of(text) if statement.said_words else None,
        "url": document.url,
        "paragraph": paragraph.of(text),
        "paragraph_span": _span(paragraph),
        "source_spans": [_span(span) for span in spans["source"]],
        "cue_spans": [_span(span) for span in spans["cue"]],
        "content_spans": [_span(span) for span in spans["content"]],
        "quoted_spans": [_span(span) for span in statement.quoted],
        "figures": [_figure(figure, text) for figure in figures],
    }


def _figure(figure: Figure, text: str) -> Row:
    return {
        "figure": figure.id,
        "words": figure.span.of(text),
        "min": figure.min,
        "max": figure.max,
        "inclusive": figure.inclusive,
        "approximate": figure.approximate,
        "unit": figure.unit,
        "counted": figure.counted.of(text) if figure.counted else None,
        "as_of": figure.as_of,
        "span": _span(figure.span),
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
