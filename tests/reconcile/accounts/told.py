"""Figures and statements as reports give them, in short."""

from collections.abc import Sequence

from hearsay.normalise.sentence import sentences
from hearsay.records.account import Given
from hearsay.records.document import Document
from hearsay.records.figure import Figure, Tally
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement
from hearsay.records.story import Said


def person(name: str, party: str | None = None, **rest: object) -> Source:
    return Source(id=name, name=name, kind=SourceKind.PERSON, party=party, anonymous=False, **rest)  # type: ignore[arg-type]


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


def given(
    document: Document,
    words: str,
    source: Source | None,
    *,
    value: float | tuple[float | None, float | None],
    measure: str | None = None,
    said_on: str | None = None,
    as_of: str | None = None,
    tally: Tally | None = None,
    unit: str | None = "people",
    approximate: bool = False,
    origin: str | None = None,
    number: int = 0,
    act: Act = Act.ASSERT,
) -> Given:
    start = document.text.index(words)
    low, high = value if isinstance(value, tuple) else (value, value)
    found = [Span(*edges) for edges in sentences(document.text)]
    whole = next(span for span in found if span.start <= start < span.end)
    made = statement(document, whole.of(document.text), source, said_on=said_on, act=act) if source else None
    where = document.text.index(measure) if measure is not None else None
    figure = Figure(
        id=f"figure-{document.id}-{start}",
        document=document.id,
        span=Span(start, start + len(words)),
        min=low,
        max=high,
        inclusive=True,
        approximate=approximate,
        vagueness=None,
        unit=unit,
        base=None,
        counted=None,
        measure=Span(where, where + len(measure)) if where is not None and measure is not None else None,
        place=None,
        tally=tally,
        statement=made.id if made is not None else None,
        source=source.id if source is not None else None,
        question="q",
        as_of=as_of,
    )
    return Given(figure, document, number, made, source, (), origin or document.id)


def by_words(figures: Sequence[Given]) -> list[str]:
    return [one.words for one in figures]
