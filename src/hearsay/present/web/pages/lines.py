"""Records made into the lines that lists show."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay.ledger.answers import Credited, Found, Kept, Passage, Told
from hearsay.ledger.listing import Listed
from hearsay.normalise.edtf_words import in_words
from hearsay.present import words
from hearsay.present.clean import capital, one_line, visible
from hearsay.present.corrections import told as corrected
from hearsay.present.dates import in_words as published
from hearsay.present.entries import UNSURE_BELOW
from hearsay.present.web.pages.context import (
    DueLine,
    HistoryLine,
    PieceOfPassage,
    ReportLine,
    SourceLine,
    StatementLine,
)
from hearsay.reconcile.ask import Stories
from hearsay.records.correction import Correction, CorrectionKind
from hearsay.records.expectation import Expectation
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty

UNTITLED = "Untitled report"
ACTS = {
    Act.ASSERT: "states it",
    Act.ESTIMATE: "estimates",
    Act.DENY: "denies",
    Act.DECLINE: "declines to say",
    Act.URGE: "urges",
    Act.PROMISE: "promises",
    Act.QUESTION: "asks",
    Act.EXPRESS: "tells a feeling",
}
"""What a source does, in words that nobody has to look up."""
ACT_CHOICES = tuple((str(act), word) for act, word in ACTS.items())
"""The same as forms offer them: what is sent, and what is read."""
_JUDGEMENTS = (CorrectionKind.SAME, CorrectionKind.NOT_SAME, CorrectionKind.UNSURE)


def statement_line(told: Told, passage: Passage | None = None) -> StatementLine:
    """A statement; with the passage of a search its words are marked."""
    statement, source = told.statement, told.source
    pieces = marked(passage.words, passage.marks) if passage else [PieceOfPassage(visible(told.words), False)]
    return StatementLine(
        id=statement.id,
        who=capital(one_line(source.name)) if source else words.UNTOLD,
        source=source.id if source else "",
        about=one_line(words.told_of(source)) if source else "",
        via=tuple(one_line(one.name) for one in told.via),
        words=tuple(pieces),
        notes=tuple(_notes(told)),
        document=statement.document,
        report=one_line(told.title or "") or UNTITLED,
        credits=_joined(told.publisher, published(told.published) if told.published else None),
        sure=_sure(told),
        is_rejected=told.rejected,
    )


def report_line(kept: Kept) -> ReportLine:
    """A report."""
    document = kept.document
    return ReportLine(
        id=document.id,
        title=one_line(words.title(document)) or UNTITLED,
        credits=_joined(
            document.publisher,
            document.byline,
            published(document.published) if document.published else "date not known",
        ),
        added=published(kept.recorded[:16] + "+00:00"),
        version=f"version {kept.version}" if kept.version > 1 else "",
    )


def found_report(found: Found) -> ReportLine:
    """A report that was found beside its statements."""
    passage = found.passage
    return ReportLine(
        id=found.document,
        title=one_line(found.title or "") or UNTITLED,
        credits=_joined(found.publisher, published(found.published) if found.published else None),
        added="",
        version="",
        passage=tuple(marked(passage.words, passage.marks)) if passage else (),
    )


def source_line(source: Source, *, count: str = "") -> SourceLine:
    """A source."""
    return SourceLine(
        id=source.id,
        name=capital(one_line(source.name)),
        about=one_line(words.told_of(source)),
        is_unnamed=bool(source.anonymous),
        count=count,
    )


def credited_line(credited: Credited) -> SourceLine:
    """A source across all reports."""
    said = words.counted(credited.statements, "statement")
    return source_line(credited.source, count=f"{said} in {words.counted(credited.documents, 'report')}")


def due_line(listed: Listed[Expectation]) -> DueLine:
    """Something to expect."""
    return DueLine(
        when=in_words(listed.entry.due),
        what=one_line(listed.entry.what.of(listed.document.text)),
        who=capital(one_line(listed.source.name)) if listed.source else "",
        document=listed.document.id,
        report=one_line(words.title(listed.document)),
    )


def history_line(correction: Correction) -> HistoryLine:
    """A correction."""
    return HistoryLine(
        id=correction.id,
        what=one_line(corrected(correction)),
        by=one_line(correction.by),
        why=one_line(correction.why),
        when=published(correction.recorded[:16] + "+00:00"),
        is_undone=correction.is_undone,
        can_undo=correction.undone_by is None,
        target=correction.target,
        is_of_source=correction.kind in _JUDGEMENTS or correction.other is not None,
    )


def marked(text: str, marks: Sequence[Span]) -> Iterator[PieceOfPassage]:
    """A text cut where a mark starts or ends; marks may overlap."""
    at = 0
    for span in sorted(marks):
        start, end = max(span.start, at), min(span.end, len(text))
        if start >= end:
            continue
        if start > at:
            yield PieceOfPassage(visible(text[at:start]), False)
        yield PieceOfPassage(visible(text[start:end]), True)
        at = end
    if at < len(text):
        yield PieceOfPassage(visible(text[at:]), False)


def with_stories(stories: Stories, statements: Sequence[StatementLine]) -> list[StatementLine]:
    """The statements with the stories of their reports."""
    found = stories.of_documents([line.document for line in statements])
    return [replace(line, story=found.get(line.document, "")) for line in statements]


def reports_with_stories(stories: Stories, reports: Sequence[ReportLine]) -> list[ReportLine]:
    """The reports with their stories."""
    found = stories.of_documents([line.id for line in reports])
    return [replace(line, story=found.get(line.id, "")) for line in reports]


def _notes(told: Told) -> Iterator[str]:
    statement = told.statement
    if statement.act not in (Act.ASSERT, None):
        yield ACTS[statement.act]
    if statement.certainty not in (Certainty.CERTAIN, Certainty.UNSTATED, None):
        yield str(statement.certainty)
    if statement.said_on:
        yield f"said {in_words(statement.said_on)}"
    if told.corrected:
        yield "corrected"


def _sure(told: Told) -> str:
    statement = told.statement
    if statement.confidence < UNSURE_BELOW:
        return f"reading unsure, {statement.confidence:.0%}"
    if statement.source is not None and statement.source_confidence < UNSURE_BELOW:
        return f"source unsure, {statement.source_confidence:.0%}"
    return ""


def _joined(*parts: str | None) -> str:
    return " · ".join(one_line(part) for part in parts if part)
