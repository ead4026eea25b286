"""Records to and from ledger JSON, version 1.

Strings are written with each lone surrogate as U+FFFD: UTF-8 cannot hold one, and one code point for another keeps
every offset. Confidences are rounded to four digits. The rest comes back as it went out. Fields that this version
of hearsay does not fill yet are written as null or as empty lists, never left out.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from tempfile import TemporaryFile
from typing import IO, TypeVar

from hearsay.records.document import Document, Part, PartKind, PublishedFrom
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Mode, Spans, Statement

FORMAT = "hearsay-ledger"
VERSION = 1

_UNFILLED = ("figures", "questions", "times", "expectations")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CHUNK = 1 << 16
_Member = TypeVar("_Member", bound=StrEnum)


def write_json(ledgers: Iterable[Ledger], stream: IO[str]) -> None:
    """Write ``ledgers`` to ``stream`` as one ledger, an entry a line.

    Documents are written as they come; sources and statements wait in temporary files, so that memory holds one
    ledger at a time. Raises ValueError, naming the place, for a span that its document's text does not hold, an id
    that is nobody's or one that is taken.
    """
    seen: set[str] = set()
    with _spool() as source_spool, _spool() as statement_spool:
        documents, sources, statements = _Rows(stream), _Rows(source_spool), _Rows(statement_spool)
        stream.write(f'{{"format": "{FORMAT}", "version": {VERSION},\n"documents": [')
        for ledger in ledgers:
            _check(ledger)
            for document in ledger.documents:
                if document.id in seen:
                    raise ValueError(f"documents: the id {document.id!r} is taken")
                seen.add(document.id)
            documents.write(map(_document_out, ledger.documents))
            sources.write(map(_source_out, ledger.sources))
            statements.write(map(_statement_out, ledger.statements))
        for name, spool in (("sources", source_spool), ("statements", statement_spool)):
            stream.write(f'\n],\n"{name}": [')
            spool.seek(0)
            while chunk := spool.read(_CHUNK):
                stream.write(chunk)
        stream.write("\n],\n" + ",\n".join(f'"{name}": []' for name in _UNFILLED) + "}\n")


def from_wire(data: object) -> Ledger:
    """The ledger in parsed JSON ``data``; raises ValueError, naming the place, where it is not one of version 1.

    Fields that are not known are passed over, and so are figures, questions, times and expectations.
    """
    ledger = _row(data, "ledger")
    if ledger.get("format") != FORMAT:
        raise ValueError(f"format: not {FORMAT!r}")
    if ledger.get("version") != VERSION:
        raise ValueError(f"version: {ledger.get('version')!r} is not one that can be read; this reads {VERSION}")
    for name in _UNFILLED:
        _list(ledger.get(name), name)
    read = Ledger(
        documents=tuple(_document_in(row) for row in _rows(ledger.get("documents"), "documents")),
        sources=tuple(_source_in(row) for row in _rows(ledger.get("sources"), "sources")),
        statements=tuple(_statement_in(row) for row in _rows(ledger.get("statements"), "statements")),
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
            line = json.dumps(row, ensure_ascii=False, allow_nan=False)
            self._stream.write(self._comma + "\n" + _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", line))
            self._comma = ","


def _check(ledger: Ledger) -> None:
    """Raise ValueError, naming the place, unless ids are unique, none hangs loose and every span stands in its text."""
    documents = _by_id("documents", ledger.documents)
    sources = _by_id("sources", ledger.sources)
    _by_id("statements", ledger.statements)
    for i, document in enumerate(ledger.documents):
        _hold(document.text, [part.span for part in document.parts], place=f"documents[{i}].parts")
    for i, statement in enumerate(ledger.statements):
        place = f"statements[{i}]"
        if statement.document not in documents:
            raise ValueError(f"{place}.document: {statement.document!r} is no document's id")
        for source in (statement.source, *statement.via):
            if source is not None and source not in sources:
                raise ValueError(f"{place}: {source!r} is no source's id")
        if not 0 <= statement.confidence <= 1:
            raise ValueError(f"{place}.confidence: {statement.confidence!r} is not between 0 and 1")
        text = documents[statement.document].text
        _hold(text, statement.spans.source, place=f"{place}.spans.source")
        _hold(text, statement.spans.cue, place=f"{place}.spans.cue")
        _hold(text, statement.spans.content, place=f"{place}.spans.content")
        _hold(text, statement.quoted, place=f"{place}.quoted")


_Record = TypeVar("_Record", Document, Source, Statement)


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


def _document_out(document: Document) -> dict[str, object]:
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
        "parts": [{"kind": part.kind, "span": _span_out(part.span)} for part in document.parts],
        "copy_of": None,
        "story": None,
    }


def _source_out(source: Source) -> dict[str, object]:
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "party": source.party,
        "anonymous": source.anonymous,
        "aliases": list(source.aliases),
    }


def _statement_out(statement: Statement) -> dict[str, object]:
    return {
        "id": statement.id,
        "document": statement.document,
        "source": statement.source,
        "via": list(statement.via),
        "spans": {
            "source": [_span_out(span) for span in statement.spans.source],
            "cue": [_span_out(span) for span in statement.spans.cue],
            "content": [_span_out(span) for span in statement.spans.content],
        },
        "quoted": [_span_out(span) for span in statement.quoted],
        "mode": statement.mode,
        "act": None,
        "certainty": None,
        "said_on": None,
        "confidence": round(float(statement.confidence), 4),
    }


def _span_out(span: Span) -> list[int]:
    return [span.start, span.end]


@dataclass(frozen=True, slots=True)
class _Row:
    """A JSON object, with its place in the file for the message when something in it is wrong."""

    fields: dict[str, object]
    place: str

    def get(self, name: str) -> object:
        if name not in self.fields:
            raise ValueError(f"{self.place}: {name!r} is missing")
        return self.fields[name]

    def string(self, name: str) -> str:
        value = self.get(name)
        if not isinstance(value, str):
            raise ValueError(f"{self.place}.{name}: not a string")
        return value

    def string_or_none(self, name: str) -> str | None:
        return None if self.get(name) is None else self.string(name)

    def strings(self, name: str) -> tuple[str, ...]:
        found: list[str] = []
        for i, item in enumerate(_list(self.get(name), f"{self.place}.{name}")):
            if not isinstance(item, str):
                raise ValueError(f"{self.place}.{name}[{i}]: not a string")
            found.append(item)
        return tuple(found)

    def spans(self, name: str) -> tuple[Span, ...]:
        place = f"{self.place}.{name}"
        return tuple(_span(item, f"{place}[{i}]") for i, item in enumerate(_list(self.get(name), place)))

    def member(self, name: str, kind: type[_Member]) -> _Member:
        value = self.get(name)
        try:
            return kind(value)  # type: ignore[arg-type]  # whatever is no member raises ValueError
        except ValueError:
            said = "null" if value is None else repr(value)
            raise ValueError(f"{self.place}.{name}: {said} is none of {', '.join(kind)}") from None

    def member_or_none(self, name: str, kind: type[_Member]) -> _Member | None:
        return None if self.get(name) is None else self.member(name, kind)


def _document_in(row: _Row) -> Document:
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
            Part(kind=part.member("kind", PartKind), span=_span(part.get("span"), f"{part.place}.span"))
            for part in _rows(row.fields.get("parts", []), f"{row.place}.parts")
        ),
    )


def _source_in(row: _Row) -> Source:
    anonymous = row.get("anonymous")
    if anonymous is not None and not isinstance(anonymous, bool):
        raise ValueError(f"{row.place}.anonymous: neither true, false nor null")
    return Source(
        id=row.string("id"),
        name=row.string("name"),
        kind=row.member_or_none("kind", SourceKind),
        party=row.string_or_none("party"),
        anonymous=anonymous,
        aliases=row.strings("aliases"),
    )


def _statement_in(row: _Row) -> Statement:
    spans = _row(row.get("spans"), f"{row.place}.spans")
    confidence = row.get("confidence")
    if isinstance(confidence, bool) or not isinstance(confidence, int | float):
        raise ValueError(f"{row.place}.confidence: not a number")
    for name in ("act", "certainty", "said_on"):
        row.string_or_none(name)
    return Statement(
        id=row.string("id"),
        document=row.string("document"),
        source=row.string_or_none("source"),
        via=row.strings("via"),
        spans=Spans(source=spans.spans("source"), cue=spans.spans("cue"), content=spans.spans("content")),
        quoted=row.spans("quoted") if "quoted" in row.fields else (),
        mode=row.member("mode", Mode),
        confidence=float(confidence),
    )


def _row(value: object, place: str) -> _Row:
    if not isinstance(value, dict):
        raise ValueError(f"{place}: not an object")
    return _Row(value, place)


def _rows(value: object, place: str) -> Iterator[_Row]:
    for i, item in enumerate(_list(value, place)):
        yield _row(item, f"{place}[{i}]")


def _list(value: object, place: str) -> list[object]:
    if not isinstance(value, list):
        raise ValueError(f"{place}: not a list")
    return value


def _span(value: object, place: str) -> Span:
    pair = _list(value, place)
    if len(pair) != 2:
        raise ValueError(f"{place}: not [start, end]")
    start, end = pair
    # A bool is an int to Python, and no offset.
    if not isinstance(start, int) or not isinstance(end, int) or isinstance(start, bool) or isinstance(end, bool):
        raise ValueError(f"{place}: not [start, end]")
    try:
        return Span(start, end)
    except ValueError as error:
        raise ValueError(f"{place}: {error}") from None
