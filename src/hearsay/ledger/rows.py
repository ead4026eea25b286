"""Records to the rows of the ledger's tables, and back."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hearsay.ledger.odd import held, held_or_none, put_aside, put_back
from hearsay.normalise.edtf import bounds
from hearsay.records.document import Document, Part, PartKind, PublishedFrom
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure, Tally, Vagueness
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement
from hearsay.records.time import Time

Row = dict[str, Any]
_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_BLANKS = re.compile(r"\W+")


def digest(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal digits; of the text as it is, odd characters included."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def folded(name: str) -> str:
    """A name as names are compared: small letters, no accents, no article, words parted by one blank."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", held(name)) if not unicodedata.combining(c))
    return _ARTICLE.sub("", _BLANKS.sub(" ", bare.casefold()).strip())


def document_row(document: Document) -> Row:
    """All that a document is by itself; its lineage and when it was recorded are the Writer's to add."""
    text, odd = put_aside(document.text)
    return {
        "digest": digest(document.text),
        "text": text,
        "odd": odd,
        "title": held_or_none(document.title),
        "origin": held_or_none(document.origin),
        "url": held_or_none(document.url),
        "publisher": held_or_none(document.publisher),
        "byline": held_or_none(document.byline),
        "published": held_or_none(document.published),
        "published_from": document.published_from,
        "language": held_or_none(document.language),
        "parts": [[part.kind, part.span.start, part.span.end] for part in document.parts],
    }


def document_of(row: Mapping[str, Any]) -> Document:
    """The document in a row."""
    return Document(
        id=row["id"],
        text=put_back(row["text"], row["odd"]),
        origin=row["origin"],
        url=row["url"],
        title=row["title"],
        publisher=row["publisher"],
        byline=row["byline"],
        published=row["published"],
        published_from=PublishedFrom(row["published_from"]) if row["published_from"] else None,
        language=row["language"],
        parts=tuple(Part(PartKind(kind), Span(start, end)) for kind, start, end in row["parts"]),
    )


def source_row(source: Source) -> Row:
    """A source."""
    return {
        "id": source.id,
        "name": held(source.name),
        "folded": folded(source.name),
        "kind": source.kind,
        "party": held_or_none(source.party),
        "anonymous": source.anonymous,
        "aliases": [held(alias) for alias in source.aliases],
        "role": held_or_none(source.role),
        "anonymity": held_or_none(source.anonymity),
    }


def source_of(row: Mapping[str, Any]) -> Source:
    """The source in a row."""
    return Source(
        id=row["id"],
        name=row["name"],
        kind=SourceKind(row["kind"]) if row["kind"] else None,
        party=row["party"],
        anonymous=row["anonymous"],
        aliases=tuple(row["aliases"]),
        role=row["role"],
        anonymity=row["anonymity"],
    )


def statement_row(statement: Statement, text: str, *, figures: int) -> Row:
    """A statement of the document with ``text``; ``figures`` stand in it."""
    spans = _Written(text)
    for role in ("source", "cue", "content"):
        spans.add(role, getattr(statement.spans, role))
    spans.add("quoted", statement.quoted)
    spans.add("act", statement.act_words)
    spans.add("certainty", statement.certainty_words)
    spans.add("said", statement.said_words)
    first, last = bounds(statement.said_on) if statement.said_on else (None, None)
    return {
        "id": statement.id,
        "source": statement.source,
        "via": list(statement.via),
        "mode": statement.mode,
        "act": statement.act,
        "certainty": statement.certainty,
        "said_on": statement.said_on,
        "said_first": first.isoformat() if first else None,
        "said_last": last.isoformat() if last else None,
        "medium": held_or_none(statement.medium),
        "confidence": statement.confidence,
        "source_confidence": statement.source_confidence,
        "figures": figures,
        "spans": spans.rows,
        "words": " … ".join(held(span.of(text)) for span in statement.spans.content),
    }


def statement_of(row: Mapping[str, Any], document: str) -> Statement:
    """The statement in a row, of the document with the id ``document``."""
    spans = _read(row["spans"])
    return Statement(
        id=row["id"],
        document=document,
        source=row["source"],
        via=tuple(row["via"]),
        spans=Spans(spans.get("source", ()), spans.get("cue", ()), spans.get("content", ())),
        quoted=spans.get("quoted", ()),
        mode=Mode(row["mode"]),
        confidence=row["confidence"],
        source_confidence=row["source_confidence"],
        act=Act(row["act"]) if row["act"] else None,
        act_words=_only(spans, "act"),
        certainty=Certainty(row["certainty"]) if row["certainty"] else None,
        certainty_words=spans.get("certainty", ()),
        said_on=row["said_on"],
        said_words=_only(spans, "said"),
        medium=row["medium"],
    )


def figure_row(figure: Figure, text: str) -> Row:
    """A figure of the document with ``text``."""
    spans = _Written(text)
    for role in ("span", "counted", "measure", "place"):
        spans.add(role, getattr(figure, role))
    plain = ("id", "min", "max", "inclusive", "approximate", "vagueness", "tally")
    linked = ("statement", "source", "question", "as_of")
    return {name: getattr(figure, name) for name in (*plain, *linked)} | {
        "unit": held_or_none(figure.unit),
        "base": list(figure.base) if figure.base else None,
        "spans": spans.rows,
    }


def figure_of(row: Mapping[str, Any], document: str) -> Figure:
    """The figure in a row, of the document with the id ``document``."""
    spans = _read(row["spans"])
    return Figure(
        id=row["id"],
        document=document,
        span=spans["span"][0],
        min=row["min"],
        max=row["max"],
        inclusive=row["inclusive"],
        approximate=row["approximate"],
        vagueness=Vagueness(row["vagueness"]) if row["vagueness"] else None,
        unit=row["unit"],
        base=tuple(row["base"]) if row["base"] else None,
        counted=_only(spans, "counted"),
        measure=_only(spans, "measure"),
        place=_only(spans, "place"),
        tally=Tally(row["tally"]) if row["tally"] else None,
        statement=row["statement"],
        source=row["source"],
        question=row["question"],
        as_of=row["as_of"],
    )


def time_row(time: Time, text: str) -> Row:
    """A time of the document with ``text``."""
    spans = _Written(text)
    spans.add("span", time.span)
    return {"value": time.value, "spans": spans.rows}


def time_of(row: Mapping[str, Any], document: str) -> Time:
    """The time in a row, of the document with the id ``document``."""
    return Time(document, _read(row["spans"])["span"][0], row["value"])


def expectation_row(expectation: Expectation, text: str) -> Row:
    """An expectation of the document with ``text``."""
    spans = _Written(text)
    spans.add("span", expectation.span)
    spans.add("what", expectation.what)
    linked = {name: getattr(expectation, name) for name in ("id", "due", "source", "statement")}
    return linked | {"spans": spans.rows}


def expectation_of(row: Mapping[str, Any], document: str) -> Expectation:
    """The expectation in a row, of the document with the id ``document``."""
    spans = _read(row["spans"])
    linked = {name: row[name] for name in ("id", "due", "source", "statement")}
    return Expectation(document=document, span=spans["span"][0], what=spans["what"][0], **linked)


class _Written:
    """Spans as the ledger keeps them: [role, start, end, words]."""

    def __init__(self, text: str) -> None:
        self.rows: list[list[Any]] = []
        self._text = text

    def add(self, role: str, spans: Span | Iterable[Span] | None) -> None:
        """Add the spans of a role."""
        for span in [spans] if isinstance(spans, Span) else spans or ():
            self.rows.append([role, span.start, span.end, held(span.of(self._text))])


def _read(rows: Sequence[Sequence[Any]]) -> dict[str, tuple[Span, ...]]:
    found: dict[str, tuple[Span, ...]] = {}
    for role, start, end, _ in rows:
        found[role] = (*found.get(role, ()), Span(start, end))
    return found


def _only(spans: Mapping[str, tuple[Span, ...]], role: str) -> Span | None:
    found = spans.get(role, ())
    return found[0] if found else None
