"""Figures and statements as reports give them, in short."""

from collections.abc import Sequence
from typing import TypedDict, Unpack

from hearsay.normalise.sentence import sentences
from hearsay.records.account import Given
from hearsay.records.document import Document
from hearsay.records.figure import Figure
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement
from hearsay.records.story import Said


def person(name: str, party: str | None = None) -> Source:
    return Source(id=name, name=name, kind=SourceKind.PERSON, party=party, anonymous=False)


def body(name: str, party: str | None = None) -> Source:
    return Source(id=name, name=name, kind=SourceKind.ORGANIZATION, party=party or name, anonymous=False)


def report(id: str, text: str, day: str) -> Document:
    return Document(id=id, text=text, published=f"{day}T10:00:00+00:00", publisher=f"The {id.title()}")


def statement(
    document: Document, words: str, source: Source | None, *, act: Act = Act.ASSERT, said_on: str | None = None
) -> Statement:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    return Statement(
        id=f"{document.id}-{start}",
        document=document.id,
        source=source.id if source is not None else None,
        via=(),
        spans=Spans((), (), (span,)),
        quoted=(),
        mode=Mode.INDIRECT,
        confidence=1.0,
        act=act,
        certainty=Certainty.CERTAIN,
        said_on=said_on,
    )


def said(document: Document, words: str, source: Source | None, *, act: Act = Act.ASSERT) -> Said:
    made = statement(document, words, source, act=act)
    return Said(made, document, source, (), document.id, (document.published or "")[:10])


Value = float | tuple[float | None, float | None]


class Told(TypedDict, total=False):
    measure: str
    said_on: str
    as_of: str
    unit: str
    approximate: bool
    origin: str
    number: int
    act: Act


def given(document: Document, words: str, source: Source | None, *, value: Value, **told: Unpack[Told]) -> Given:
    start = document.text.index(words)
    low, high = value if isinstance(value, tuple) else (value, value)
    whole = next(Span(*edges) for edges in sentences(document.text) if edges[0] <= start < edges[1])
    act = told.get("act", Act.ASSERT)
    said_on = told.get("said_on")
    made = statement(document, whole.of(document.text), source, act=act, said_on=said_on) if source else None
    measure = told.get("measure")
    where = document.text.index(measure) if measure is not None else None
    figure = Figure(
        id=f"figure-{document.id}-{start}",
        document=document.id,
        span=Span(start, start + len(words)),
        min=low,
        max=high,
        inclusive=True,
        approximate=told.get("approximate", False),
        vagueness=None,
        unit=told.get("unit", "people"),
        base=None,
        counted=None,
        measure=Span(where, where + len(measure)) if where is not None and measure is not None else None,
        place=None,
        tally=None,
        statement=made.id if made is not None else None,
        source=source.id if source is not None else None,
        question="q",
        as_of=told.get("as_of"),
    )
    return Given(figure, document, told.get("number", 0), made, source, (), told.get("origin", document.id))


def by_words(figures: Sequence[Given]) -> list[str]:
    return [one.words for one in figures]
