"""Records to and from ledger JSON, version 1.

Strings are written with each lone surrogate as U+FFFD: UTF-8 cannot hold one, and one code point for another keeps
every offset. Confidences are rounded to four digits. The rest comes back as it went out.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from tempfile import TemporaryFile
from typing import IO, Protocol, TypeVar

from hearsay.records import rows_in, rows_out
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from hearsay.records.plain import json_line
from hearsay.records.row import row_at, rows_at
from hearsay.records.span import Span

FORMAT = "hearsay-ledger"
VERSION = 1

_SPOOLED = ("sources", "statements", "figures", "questions", "times", "expectations")
_CHUNK = 1 << 16


def write_json(ledgers: Iterable[Ledger], stream: IO[str]) -> None:
    """Write ``ledgers`` to ``stream`` as one ledger, an entry a line.

    Documents are written as they come; all other entries wait in temporary files, so that memory holds one ledger
    at a time. Raises ValueError, naming the place, for a span that its document's text does not hold, an id that is
    nobody's or one that is taken.
    """
    seen: set[str] = set()
    asked: set[str] = set()
    with ExitStack() as stack:
        spools = {name: stack.enter_context(_spool()) for name in _SPOOLED}
        lists = {name: _Rows(spool) for name, spool in spools.items()}
        documents = _Rows(stream)
        stream.write(f'{{"format": "{FORMAT}", "version": {VERSION},\n"documents": [')
        for ledger in ledgers:
            _check(ledger)
            for document in ledger.documents:
                if document.id in seen:
                    raise ValueError(f"documents: the id {document.id!r} is taken")
                seen.add(document.id)
            texts = {document.id: document.text for document in ledger.documents}
            documents.write(map(rows_out.document_row, ledger.documents))
            lists["sources"].write(map(rows_out.source_row, ledger.sources))
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
    _check(read)
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


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


_Record = TypeVar("_Record", bound=_Identified)


def _check(ledger: Ledger) -> None:
    """Raise ValueError, naming the place, unless ids are unique, none hangs loose and every span stands in its text."""
    documents = _by_id("documents", ledger.documents)
    for i, document in enumerate(ledger.documents):
        _hold(document.text, [part.span for part in document.parts], place=f"documents[{i}].parts")
    _check_statements(ledger, documents)
    _check_figures(ledger, documents)
    for i, time in enumerate(ledger.times):
        _hold(_text(documents, time.document, place=f"times[{i}]"), [time.span], place=f"times[{i}].span")
    known: dict[str, Mapping[str, object]] = {
        "source": _by_id("sources", ledger.sources),
        "statement": _by_id("statements", ledger.statements),
    }
    _by_id("expectations", ledger.expectations)
    for i, expectation in enumerate(ledger.expectations):
        place = f"expectations[{i}]"
        text = _text(documents, expectation.document, place=place)
        _hold(text, [expectation.span], place=f"{place}.span")
        _hold(text, [expectation.what], place=f"{place}.what_span")
        for name, ids in known.items():
            _known(getattr(expectation, name), ids, place=place, name=name)


def _check_statements(ledger: Ledger, documents: Mapping[str, Document]) -> None:
    sources = _by_id("sources", ledger.sources)
    _by_id("statements", ledger.statements)
    for i, statement in enumerate(ledger.statements):
        place = f"statements[{i}]"
        text = _text(documents, statement.document, place=place)
        for source in (statement.source, *statement.via):
            _known(source, sources, place=place, name="source")
        for name in ("confidence", "source_confidence"):
            value = getattr(statement, name)
            if not 0 <= value <= 1:
                raise ValueError(f"{place}.{name}: {value!r} is not between 0 and 1")
        _hold(text, statement.spans.source, place=f"{place}.spans.source")
        _hold(text, statement.spans.cue, place=f"{place}.spans.cue")
        _hold(text, statement.spans.content, place=f"{place}.spans.content")
        for name, spans in (
            ("quoted", statement.quoted),
            ("certainty_words", statement.certainty_words),
            ("act_words", [statement.act_words] if statement.act_words else []),
            ("said_words", [statement.said_words] if statement.said_words else []),
        ):
            _hold(text, spans, place=f"{place}.{name}")


def _check_figures(ledger: Ledger, documents: Mapping[str, Document]) -> None:
    known: dict[str, Mapping[str, object]] = {
        "source": {s.id: s for s in ledger.sources},
        "statement": {s.id: s for s in ledger.statements},
        "question": {q.id: q for q in ledger.questions},
    }
    _by_id("figures", ledger.figures)
    for i, figure in enumerate(ledger.figures):
        place = f"figures[{i}]"
        text = _text(documents, figure.document, place=place)
        for name, span in (
            ("span", figure.span),
            ("counted", figure.counted),
            ("measure", figure.measure),
            ("place", figure.place),
        ):
            _hold(text, [span] if span else [], place=f"{place}.{name}")
        for name, ids in known.items():
            _known(getattr(figure, name), ids, place=place, name=name)
        if figure.min is not None and figure.max is not None and figure.min > figure.max:
            raise ValueError(f"{place}: min {figure.min:g} is above max {figure.max:g}")


def _text(documents: Mapping[str, Document], id: str, *, place: str) -> str:
    if id not in documents:
        raise ValueError(f"{place}.document: {id!r} is no document's id")
    return documents[id].text


def _known(id: str | None, ids: Mapping[str, object], *, place: str, name: str) -> None:
    if id is not None and id not in ids:
        raise ValueError(f"{place}: {id!r} is no {name}'s id")


def _by_id(name: str, records: Sequence[_Record]) -> dict[str, _Record]:
    found: dict[str, _Record] = {}
    for i, record in enumerate(records):
        if record.id in found:
            raise ValueError(f"{name}[{i}].id: {record.id!r} is taken")
        found[record.id] = record
    return found


def _hold(text: str, spans: Iterable[Span], *, place: str) -> None:
    for i, span in enumerate(spans):
        if span.end > len(text):
            raise ValueError(f"{place}[{i}]: {span.start} to {span.end} runs past the text's {len(text)} characters")
