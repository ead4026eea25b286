"""Records to and from ledger JSON, version 1.

Strings are written with each lone surrogate as U+FFFD: UTF-8 cannot hold one, and one code point for another keeps
every offset. Confidences are rounded to four digits. The rest comes back as it went out.
"""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from typing import IO

from hearsay.records import rows_in, rows_out, story_rows
from hearsay.records.check import check
from hearsay.records.ledger import Ledger
from hearsay.records.plain import json_line
from hearsay.records.row import row_at, rows_at

FORMAT = "hearsay-ledger"
VERSION = 1

SECTIONS = ("documents", "sources", "statements", "figures", "questions", "times", "expectations")
"""The lists of ledger JSON, in the order in which they are written."""

_TOLD = ("stories", "copies", "denials")
"""More lists, of what the reports of a story come to: made anew from the others wherever they are read in."""
_SPOOLED = (*SECTIONS[1:], *_TOLD)
_CHUNK = 1 << 16


def write_json(ledgers: Iterable[Ledger], stream: IO[str]) -> None:
    """Write ``ledgers`` to ``stream`` as one ledger, an entry a line.

    Documents are written as they come; all other entries wait in temporary files, so that memory holds one ledger
    at a time, and the ids of documents, sources and questions. A source or a question of several documents is written
    as the first of them has it. Raises ValueError, naming the place, for a span that its document's text does not
    hold, an id that is nobody's or one that is taken.
    """
    known = _Known()
    with ExitStack() as stack:
        spools = {name: stack.enter_context(_spool()) for name in _SPOOLED}
        lists = {name: _Rows(spool) for name, spool in spools.items()}
        lists["documents"] = _Rows(stream)
        stream.write(f'{{"format": "{FORMAT}", "version": {VERSION},\n"documents": [')
        for ledger in ledgers:
            check(ledger)
            known.take(ledger)
            for name, made in known.rows(ledger):
                lists[name].write(made)
        for name, spool in spools.items():
            stream.write(f'\n],\n"{name}": [')
            spool.seek(0)
            while chunk := spool.read(_CHUNK):
                stream.write(chunk)
        stream.write("\n]}\n")


def from_wire(data: object) -> Ledger:
    """The ledger in parsed JSON ``data``; raises ValueError, naming the place, where it is not one of version 1.

    Fields that are not known are passed over.
    """
    ledger = row_at(data, "ledger")
    if ledger.get("format") != FORMAT:
        raise ValueError(f"format: not {FORMAT!r}")
    if ledger.get("version") != VERSION:
        raise ValueError(f"version: {ledger.get('version')!r} is not one that can be read; this reads {VERSION}")
    read = Ledger(
        documents=tuple(rows_in.document_of(row) for row in rows_at(ledger.get("documents"), "documents")),
        sources=tuple(rows_in.source_of(row) for row in rows_at(ledger.get("sources"), "sources")),
        statements=tuple(rows_in.statement_of(row) for row in rows_at(ledger.get("statements"), "statements")),
        figures=tuple(rows_in.figure_of(row) for row in rows_at(ledger.get("figures"), "figures")),
        questions=tuple(rows_in.question_of(row) for row in rows_at(ledger.get("questions"), "questions")),
        times=tuple(rows_in.time_of(row) for row in rows_at(ledger.get("times"), "times")),
        expectations=tuple(rows_in.expectation_of(row) for row in rows_at(ledger.get("expectations"), "expectations")),
    )
    check(read)
    return read


@dataclass(slots=True)
class _Known:
    """The ids that have been written."""

    documents: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    questions: set[str] = field(default_factory=set)

    def take(self, ledger: Ledger) -> None:
        """Raises ValueError for a document whose id is taken."""
        for document in ledger.documents:
            if document.id in self.documents:
                raise ValueError(f"documents: the id {document.id!r} is taken")
            self.documents.add(document.id)

    def rows(self, ledger: Ledger) -> Iterator[tuple[str, Iterable[rows_out.Row]]]:
        """The rows of a ledger, list by list."""
        story = ledger.story
        reports = story.reports if story is not None else ()
        origins = {report.document.id: report.copy.of for report in reports if report.copy is not None}
        texts = {document.id: document.text for document in ledger.documents}
        # Two reports may credit one source, and answer one question.
        credited = [source for source in ledger.sources if source.id not in self.sources]
        asked = [question for question in ledger.questions if question.id not in self.questions]
        self.sources.update(source.id for source in credited)
        self.questions.update(question.id for question in asked)
        yield (
            "documents",
            (
                rows_out.document_row(d, copy_of=origins.get(d.id), story=story.id if story is not None else None)
                for d in ledger.documents
            ),
        )
        yield "sources", map(rows_out.source_row, credited)
        yield "statements", map(rows_out.statement_row, ledger.statements)
        yield "figures", map(rows_out.figure_row, ledger.figures)
        judged = {one.id: story_rows.asked_row(one) for one in story.asked} if story is not None else {}
        yield "questions", (judged.get(question.id) or rows_out.question_row(question) for question in asked)
        yield "times", map(rows_out.time_row, ledger.times)
        came = dict(story_rows.outcomes(story)) if story is not None else {}
        yield (
            "expectations",
            (rows_out.expectation_row(e, text=texts[e.document]) | came.get(e.id, {}) for e in ledger.expectations),
        )
        if story is not None:
            yield "stories", [story_rows.story_row(story)]
            copies = (copy for report in reports for copy in (report.copy, *report.quotes) if copy is not None)
            yield "copies", map(story_rows.copy_row, copies)
            yield "denials", map(story_rows.denial_row, story.denials)


def _spool() -> IO[str]:
    return TemporaryFile("w+", encoding="utf-8", newline="")


class _Rows:
    """The items of one JSON list, each on a line of its own."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._comma = ""

    def write(self, rows: Iterable[dict[str, object]]) -> None:
        for row in rows:
            self._stream.write(self._comma + "\n" + json_line(row))
            self._comma = ","
