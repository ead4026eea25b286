"""Records to and from ledger JSON, version 1.

Strings are written with each lone surrogate as U+FFFD: UTF-8 cannot hold one, and one code point for another keeps
every offset. Confidences are rounded to four digits. The rest comes back as it went out.
"""

from collections.abc import Iterable
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO

from hearsay.records import rows_in, rows_out
from hearsay.records.check import check
from hearsay.records.ledger import Ledger
from hearsay.records.plain import json_line
from hearsay.records.row import row_at, rows_at

FORMAT = "hearsay-ledger"
VERSION = 1

SECTIONS = ("documents", "sources", "statements", "figures", "questions", "times", "expectations")
"""The lists of ledger JSON, in the order in which they are written."""

_SPOOLED = SECTIONS[1:]
_CHUNK = 1 << 16


def write_json(ledgers: Iterable[Ledger], stream: IO[str]) -> None:
    """Write ``ledgers`` to ``stream`` as one ledger, an entry a line.

    Documents are written as they come; all other entries wait in temporary files, so that memory holds one ledger
    at a time, and the ids of documents, sources and questions. A source or a question of several documents is written
    as the first of them has it. Raises ValueError, naming the place, for a span that its document's text does not
    hold, an id that is nobody's or one that is taken.
    """
    seen: set[str] = set()
    credited: set[str] = set()
    asked: set[str] = set()
    with ExitStack() as stack:
        spools = {name: stack.enter_context(_spool()) for name in _SPOOLED}
        lists = {name: _Rows(spool) for name, spool in spools.items()}
        documents = _Rows(stream)
        stream.write(f'{{"format": "{FORMAT}", "version": {VERSION},\n"documents": [')
        for ledger in ledgers:
            check(ledger)
            for document in ledger.documents:
                if document.id in seen:
                    raise ValueError(f"documents: the id {document.id!r} is taken")
                seen.add(document.id)
            texts = {document.id: document.text for document in ledger.documents}
            documents.write(map(rows_out.document_row, ledger.documents))
            # Two reports may credit one source.
            lists["sources"].write(rows_out.source_row(s) for s in ledger.sources if s.id not in credited)
            credited.update(source.id for source in ledger.sources)
            lists["statements"].write(map(rows_out.statement_row, ledger.statements))
            lists["figures"].write(map(rows_out.figure_row, ledger.figures))
            # Two reports may answer one question.
            lists["questions"].write(rows_out.question_row(q) for q in ledger.questions if q.id not in asked)
            asked.update(question.id for question in ledger.questions)
            lists["times"].write(map(rows_out.time_row, ledger.times))
            lists["expectations"].write(
                rows_out.expectation_row(e, text=texts[e.document]) for e in ledger.expectations
            )
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
