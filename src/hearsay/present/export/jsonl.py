"""JSON Lines: one entry a line, for programs that read a line at a time.

Each line has ``type``, the fields that the entry has in ledger JSON, and ``words``: the words of each of its spans,
under the name of the span's field and in its shape. A document stands before its sources, these before what they are
credited with. A question stands before the first figure that answers it, once.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from hearsay.records import rows_out
from hearsay.records.document import Document
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.plain import json_line
from hearsay.records.span import Span
from hearsay.records.statement import Statement

Row = dict[str, object]


def write_jsonl(ledgers: Iterable[Ledger], stream: IO[str]) -> None:
    """Write ``ledgers`` to ``stream`` as they come; memory holds one of them and the ids of the questions.

    Raises ValueError for a span that runs past its document's text.
    """
    asked: set[str] = set()
    for ledger in ledgers:
        for row in _rows(ledger, asked):
            stream.write(json_line(row) + "\n")


def _rows(ledger: Ledger, asked: set[str]) -> Iterator[Row]:
    texts = {document.id: document.text for document in ledger.documents}
    yield from map(_document, ledger.documents)
    for source in ledger.sources:
        yield {"type": "source"} | rows_out.source_row(source)
    for statement in ledger.statements:
        yield _statement(statement, text=texts[statement.document])
    for question in ledger.questions:
        if question.id not in asked:
            asked.add(question.id)
            yield {"type": "question"} | rows_out.question_row(question)
    for figure in ledger.figures:
        yield _figure(figure, text=texts[figure.document])
    for time in ledger.times:
        words = {"span": time.span.of(texts[time.document])}
        yield {"type": "time"} | rows_out.time_row(time) | {"words": words}
    for expectation in ledger.expectations:
        yield _expectation(expectation, text=texts[expectation.document])


def _document(document: Document) -> Row:
    row = rows_out.document_row(document)
    row["parts"] = [
        {"kind": part.kind, "span": [part.span.start, part.span.end], "words": part.span.of(document.text)}
        for part in document.parts
    ]
    return {"type": "document"} | row


def _statement(statement: Statement, *, text: str) -> Row:
    spans: dict[str, Span | Iterable[Span] | None] = {
        "source": statement.spans.source,
        "cue": statement.spans.cue,
        "content": statement.spans.content,
        "quoted": statement.quoted,
        "act_words": statement.act_words,
        "certainty_words": statement.certainty_words,
        "said_words": statement.said_words,
    }
    return {"type": "statement"} | rows_out.statement_row(statement) | {"words": _words(spans, text)}


def _figure(figure: Figure, *, text: str) -> Row:
    spans = {"span": figure.span, "counted": figure.counted, "measure": figure.measure, "place": figure.place}
    return {"type": "figure"} | rows_out.figure_row(figure) | {"words": _words(spans, text)}


def _expectation(expectation: Expectation, *, text: str) -> Row:
    spans = {"span": expectation.span, "what_span": expectation.what}
    row = rows_out.expectation_row(expectation, text=text)
    return {"type": "expectation"} | row | {"words": _words(spans, text)}


def _words(spans: Mapping[str, Span | Iterable[Span] | None], text: str) -> Row:
    """The words of each field: a string for a span, a list for several, None for none."""
    found: Row = {}
    for name, value in spans.items():
        if value is None:
            found[name] = None
        elif isinstance(value, Span):
            found[name] = value.of(text)
        else:
            found[name] = [span.of(text) for span in value]
    return found
