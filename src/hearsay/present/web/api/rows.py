"""Entries as flat rows."""

from typing import Any

from hearsay.ledger.listing import Listed
from hearsay.present.web.jobs import Job
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.span import Span

Row = dict[str, Any]


def figure_row(listed: Listed[Figure]) -> Row:
    """A figure with the report that it stands in."""
    figure, text = listed.entry, listed.document.text
    names = ("min", "max", "inclusive", "approximate", "vagueness", "unit", "tally", "statement", "source", "question")
    return {name: getattr(figure, name) for name in names} | {
        "figure": figure.id,
        "document": figure.document,
        "words": figure.span.of(text),
        "counted": _words(figure.counted, text),
        "measure": _words(figure.measure, text),
        "place": _words(figure.place, text),
        "source_name": listed.source.name if listed.source else None,
        "question_label": listed.question,
        "as_of": figure.as_of,
        "span": _span(figure.span),
    }


def expectation_row(listed: Listed[Expectation]) -> Row:
    """An expectation likewise."""
    expectation, text = listed.entry, listed.document.text
    return {
        "expectation": expectation.id,
        "document": expectation.document,
        "what": expectation.what.of(text),
        "due": expectation.due,
        "due_words": expectation.span.of(text),
        "source": expectation.source,
        "source_name": listed.source.name if listed.source else None,
        "statement": expectation.statement,
        "span": _span(expectation.span),
        "what_span": _span(expectation.what),
    }


def job_row(job: Job) -> Row:
    """A job."""
    results = [
        {"origin": r.origin, "outcome": r.outcome, "document": r.document, "title": r.title, "why": r.why}
        for r in job.results
    ]
    return {
        "job": job.id,
        "by": job.by,
        "name": job.name,
        "state": job.state,
        "created": job.created,
        "read": len(results),
        "results": results,
        "why": job.why,
    }


def _words(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
