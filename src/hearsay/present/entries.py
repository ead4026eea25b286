"""A document's statements as they are shown: in the order of the text, grouped by who said them."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from hearsay.present.clean import is_word
from hearsay.present.findings import Findings, findings
from hearsay.present.manner import manner
from hearsay.records.document import Document, PartKind
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Statement

UNSURE_BELOW = 0.5
"""A reading with less confidence is marked: it is more likely wrong than right. Not tuned: it follows from the word."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_MARKS = frozenset("\"“”„«»`'‘’")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a statement that stand together, quotation marks left out."""

    words: str
    quoted: bool
    """Whether they stand within quotation marks: then they are the source's own."""
    lead: str
    """What parts them from the piece before: nothing, a blank, or an ellipsis where words are passed over."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One statement."""

    number: int
    """Counted from 1 in the order of the text."""
    statement: Statement
    pieces: tuple[Piece, ...]
    """Empty where the text tells that somebody spoke, but not what."""
    cue: str
    manner: tuple[str, ...]
    """Act, certainty, when and how it was said, as far as they need saying."""
    via: tuple[str, ...]
    """Names, nearest to the source first."""
    paragraph: int
    """Where it starts, counted from 1."""
    part: PartKind | None
    """Set where it stands in a caption or the like."""

    @property
    def is_unsure(self) -> bool:
        """Whether the reading is more likely wrong than right."""
        return self.statement.confidence < UNSURE_BELOW


@dataclass(frozen=True, slots=True)
class Group:
    """Consecutive statements of one source."""

    source: Source | None
    """None where it cannot be told who spoke."""
    called: str
    """The words that credit an untold source, where there are any: "he"."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is shown of one document."""

    document: Document
    groups: tuple[Group, ...]
    paragraphs: tuple[Span, ...]
    findings: Findings

    @property
    def entries(self) -> Iterator[Entry]:
        """All statements in their order."""
        return (entry for group in self.groups for entry in group.entries)

    @property
    def source_count(self) -> int:
        """How many sources are credited; the untold are not counted."""
        return self.findings.known.named + self.findings.known.anonymous


def sheets(ledger: Ledger) -> Iterator[Sheet]:
    """One sheet for each document of ``ledger``, in order."""
    sources = {source.id: source for source in ledger.sources}
    by_document: dict[str, list[Statement]] = {}
    for statement in ledger.statements:
        by_document.setdefault(statement.document, []).append(statement)
    for document in ledger.documents:
        spans = paragraphs(document.text)
        yield Sheet(
            document=document,
            groups=tuple(_groups(document, by_document.get(document.id, []), sources=sources, paragraphs=spans)),
            paragraphs=spans,
            findings=findings(ledger, document.id, starts=[span.start for span in spans]),
        )


def paragraphs(text: str) -> tuple[Span, ...]:
    """Where the paragraphs of ``text`` stand: what blank lines part, without the blanks at either end."""
    found: list[Span] = []
    start = 0
    for blank in (*_BLANK_LINE.finditer(text), None):
        end = blank.start() if blank else len(text)
        stretch = text[start:end]
        inner = stretch.strip()
        if inner:
            left = start + stretch.index(inner)
            found.append(Span(left, left + len(inner)))
        start = blank.end() if blank else end
    return tuple(found)


def first_place(statement: Statement) -> int:
    """Where the statement's words start: its content, else its cue, else its source; 0 where it has none of them."""
    spans = statement.spans
    for pieces in (spans.content, spans.cue, spans.source):
        if pieces:
            return pieces[0].start
    return 0


def _groups(
    document: Document, statements: Sequence[Statement], *, sources: dict[str, Source], paragraphs: Sequence[Span]
) -> Iterator[Group]:
    starts = [span.start for span in paragraphs]
    number = 0
    # An untold source is nobody in particular: two statements without one are not of the same source.
    for _, run in groupby(enumerate(statements), key=lambda pair: pair[1].source or pair[0]):
        entries: list[Entry] = []
        for _, statement in run:
            number += 1
            place = first_place(statement)
            entries.append(
                Entry(
                    number=number,
                    statement=statement,
                    pieces=tuple(pieces(document.text, statement)),
                    cue=_joined(document.text, statement.spans.cue).strip(" ,:;"),
                    manner=manner(document.text, statement),
                    via=tuple(sources[id].name for id in statement.via),
                    paragraph=max(1, bisect_right(starts, place)),
                    part=_part_at(document, place),
                )
            )
        first = entries[0].statement
        source = sources[first.source] if first.source is not None else None
        called = "" if source else _joined(document.text, first.spans.source)
        yield Group(source=source, called=called, entries=tuple(entries))


def _part_at(document: Document, place: int) -> PartKind | None:
    return next((part.kind for part in document.parts if part.span.start <= place < part.span.end), None)


def _joined(text: str, spans: Iterable[Span]) -> str:
    return " … ".join(span.of(text) for span in spans)


def pieces(text: str, statement: Statement) -> Iterator[Piece]:
    """The content of a statement of ``text``, cut where quotation starts and ends."""
    marks = {place for span in statement.quoted for place in (span.start - 1, span.end)}
    previous: Span | None = None
    for span, quoted in _runs(statement):
        bare = _stripped(text, span, marks=frozenset() if quoted else marks)
        if bare is None:
            continue
        between = text[previous.end : bare.start] if previous else ""
        if previous is None:
            lead = ""
        elif is_word(between):
            lead = " … "
        else:
            lead = " " if any(c.isspace() for c in between) else ""
        yield Piece(words=bare.of(text), quoted=quoted, lead=lead)
        previous = bare


def _runs(statement: Statement) -> Iterator[tuple[Span, bool]]:
    """The stretches of the content, each with whether it is quoted."""
    for content in statement.spans.content:
        at = content.start
        for quoted in sorted(statement.quoted):
            start, end = max(quoted.start, at), min(quoted.end, content.end)
            if start >= end:
                continue
            if at < start:
                yield Span(at, start), False
            yield Span(start, end), True
            at = end
        if at < content.end:
            yield Span(at, content.end), False


def _stripped(text: str, span: Span, *, marks: Set[int]) -> Span | None:
    """``span`` without blanks or the quotation marks at ``marks`` at its ends; None where nothing is left."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or (start in marks and text[start] in _MARKS)):
        start += 1
    while start < end and (text[end - 1].isspace() or (end - 1 in marks and text[end - 1] in _MARKS)):
        end -= 1
    return Span(start, end) if start < end else None
