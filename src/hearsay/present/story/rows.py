"""Stories, and what has changed in them, as rows for programs."""

from collections.abc import Iterator
from datetime import date

from hearsay.present.answers import Row
from hearsay.present.story.folded import quoted
from hearsay.present.story.told import Told, told_once
from hearsay.records.source import Source
from hearsay.records.story import Awaited, Change, Said, Story, Summary
from hearsay.records.story_rows import asked_row, copy_row, denial_row

SUMMARY_COLUMNS = (
    *("story", "title", "documents", "publishers", "owners", "origins", "disputed", "agreed", "expected", "overdue"),
    *("first", "last", "updated"),
)
"""What ``summary_row`` has."""
CHANGE_COLUMNS = ("kind", "story", "title", "says", "words", "documents", "about", "at")
"""What ``change_row`` has."""


def summary_row(summary: Summary) -> Row:
    """A story in a list; ``owners`` is None, since no ledger knows who owns a publisher."""
    return {
        "story": summary.id,
        "title": summary.title,
        "documents": summary.documents,
        "publishers": summary.publishers,
        "owners": None,
        "origins": summary.origins,
        "disputed": summary.disputed,
        "agreed": summary.agreed,
        "expected": summary.expected,
        "overdue": summary.overdue,
        "first": summary.first,
        "last": summary.last,
        "updated": summary.updated,
    }


def change_row(change: Change) -> Row:
    """One change."""
    return {
        "kind": change.kind,
        "story": change.story,
        "title": change.title,
        "says": change.says,
        "words": list(change.words),
        "documents": list(change.documents),
        "about": change.about,
        "at": change.at,
    }


def story_row(story: Story, *, day: date) -> Row:
    """A story in full, as it stands on ``day``; statements in the same words are one, their reports listed."""
    named, anonymous = quoted(story)
    return {
        "story": story.id,
        "title": story.title,
        "as_of": day.isoformat(),
        "documents": len(story.reports),
        "publishers": story.publishers,
        "owners": None,
        "origins": story.origins,
        "questions": [asked_row(asked) for asked in story.asked],
        "denials": [denial_row(denial) for denial in story.denials],
        "expectations": [_awaited(one) for one in story.awaited],
        "statements": [_told(told) for told in told_once(story.said)],
        "sources": [_source(one.source) | {"statements": one.statements} for one in (*named, *anonymous)],
        "reports": list(_reports(story)),
    }


def _reports(story: Story) -> Iterator[Row]:
    for report in story.reports:
        document = report.document
        yield {
            "document": document.id,
            "title": document.title,
            "publisher": document.publisher,
            "published": document.published,
            "url": document.url,
            "version": report.version,
            "recorded": report.recorded,
            "copy": copy_row(report.copy) if report.copy is not None else None,
            "quotes": [copy_row(copy) for copy in report.quotes],
        }


def _told(told: Told) -> Row:
    said = told.said
    return _said(said) | {
        "documents": list(dict.fromkeys(one.document.id for one in (said, *told.also))),
        "origins": told.origins,
    }


def _said(said: Said) -> Row:
    statement = said.statement
    return {
        "statement": statement.id,
        "document": said.document.id,
        "source": said.source.id if said.source is not None else None,
        "source_name": said.source.name if said.source is not None else None,
        "via": [via.name for via in said.via],
        "content": said.words,
        "mode": statement.mode,
        "act": statement.act,
        "certainty": statement.certainty,
        "at": said.at,
    }


def _awaited(one: Awaited) -> Row:
    text = one.document.text
    return {
        "expectation": one.expectation.id,
        "document": one.document.id,
        "what": one.expectation.what.of(text),
        "words": one.expectation.span.of(text),
        "due": one.expectation.due,
        "source": one.source.id if one.source is not None else None,
        "source_name": one.source.name if one.source is not None else None,
        "state": one.state,
        "outcome": _said(one.outcome) if one.outcome is not None else None,
        "reason": one.reason,
        "also": [expectation.id for expectation in one.also],
    }


def _source(source: Source) -> Row:
    return {
        "source": source.id,
        "name": source.name,
        "kind": source.kind,
        "party": source.party,
        "role": source.role,
        "anonymous": source.anonymous,
        "anonymity": source.anonymity,
    }
