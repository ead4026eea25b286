"""Ledgers for property tests: anything that a report and its reading may hold."""

from typing import Any

from hypothesis import strategies as st

from hearsay.records.document import Document, Part, PartKind, PublishedFrom
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure, Tally, Vagueness
from hearsay.records.ledger import Ledger
from hearsay.records.question import Question
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement
from hearsay.records.time import Time

ODD = "é é 😀 👩‍👩‍👧 שלום עליכם \x00\x1b\x7f\x85 \u2028 \u202e \ud83d \udc00 \ud83d\ude00 \U0010ffff"
words = st.text(st.characters() | st.sampled_from(ODD), max_size=12)
maybe_words = st.none() | words


@st.composite
def spans_in(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def documents(draw: st.DrawFn, id: str, text: str, one: st.SearchStrategy[Span]) -> Document:
    return Document(
        id=id,
        text=text,
        origin=draw(maybe_words),
        url=draw(maybe_words),
        title=draw(maybe_words),
        publisher=draw(maybe_words),
        byline=draw(maybe_words),
        published=draw(maybe_words),
        published_from=draw(st.none() | st.sampled_from(PublishedFrom)),
        language=draw(maybe_words),
        parts=tuple(draw(st.lists(st.builds(Part, st.sampled_from(PartKind), one), max_size=2))),
    )


@st.composite
def credited(draw: st.DrawFn, id: str) -> Source:
    return Source(
        id=id,
        name=draw(words),
        kind=draw(st.none() | st.sampled_from(SourceKind)),
        party=draw(maybe_words),
        anonymous=draw(st.none() | st.booleans()),
        aliases=tuple(draw(st.lists(words, max_size=2))),
        role=draw(maybe_words),
        anonymity=draw(maybe_words),
    )


@st.composite
def stated(
    draw: st.DrawFn, id: str, document: str, one: st.SearchStrategy[Span], known: st.SearchStrategy[str]
) -> Statement:
    some = st.lists(one, max_size=3).map(tuple)
    return Statement(
        id=id,
        document=document,
        source=draw(st.none() | known),
        via=tuple(draw(st.lists(known, max_size=2))),
        spans=Spans(draw(some), draw(some), draw(some)),
        quoted=draw(some),
        mode=draw(st.sampled_from(Mode)),
        confidence=draw(st.floats(0, 1)),
        source_confidence=draw(st.floats(0, 1)),
        act=draw(st.none() | st.sampled_from(Act)),
        act_words=draw(st.none() | one),
        certainty=draw(st.none() | st.sampled_from(Certainty)),
        certainty_words=draw(some),
        said_on=draw(maybe_words),
        said_words=draw(st.none() | one),
        medium=draw(maybe_words),
    )


@st.composite
def ledgers(draw: st.DrawFn, id: str = "d") -> Ledger:
    """A ledger of one document, whose ids start with its own."""
    text = draw(st.text(st.characters() | st.sampled_from(ODD), min_size=1, max_size=60))
    one = spans_in(text)
    document = draw(documents(id, text, one))
    names = [f"{id}-{i}" for i in range(draw(st.integers(1, 3)))]
    sources = tuple(draw(credited(name)) for name in names)
    known = st.sampled_from(names)
    statements = tuple(draw(stated(f"{id}-s{i}", id, one, known)) for i in range(draw(st.integers(0, 3))))
    told = st.none() | st.sampled_from([s.id for s in statements]) if statements else st.none()
    questions = tuple(Question(f"{id}-q{i}", draw(words)) for i in range(draw(st.integers(0, 2))))
    asked = st.none() | st.sampled_from([q.id for q in questions]) if questions else st.none()
    return Ledger(
        (document,),
        sources,
        statements,
        tuple(draw(figures(id, one, f"{id}-f{i}", (told, st.none() | known, asked))) for i in range(2)),
        questions,
        tuple(Time(id, draw(one), draw(words)) for _ in range(draw(st.integers(0, 2)))),
        tuple(
            Expectation(f"{id}-e{i}", id, draw(one), draw(one), draw(words), draw(st.none() | known), draw(told))
            for i in range(draw(st.integers(0, 2)))
        ),
    )


@st.composite
def figures(
    draw: st.DrawFn, document: str, one: st.SearchStrategy[Span], id: str, ids: tuple[st.SearchStrategy[Any], ...]
) -> Figure:
    low, high = sorted(draw(st.tuples(*[st.floats(-1e15, 1e15)] * 2)))
    maybe = st.none() | one
    return Figure(
        id=id,
        document=document,
        span=draw(one),
        min=draw(st.sampled_from([low, None])),
        max=draw(st.sampled_from([high, None])),
        inclusive=draw(st.booleans()),
        approximate=draw(st.booleans()),
        vagueness=draw(st.none() | st.sampled_from(Vagueness)),
        unit=draw(st.none() | words),
        base=draw(st.sampled_from([None, (low, None, "m")])),
        counted=draw(maybe),
        measure=draw(maybe),
        place=draw(maybe),
        tally=draw(st.none() | st.sampled_from(Tally)),
        statement=draw(ids[0]),
        source=draw(ids[1]),
        question=draw(ids[2]),
        as_of=draw(st.none() | words),
    )
