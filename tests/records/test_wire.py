"""Ledger JSON, version 1: what goes out comes back, and what is wrong is told with its place."""

import io
import json
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.records.document import Document
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.question import Question
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement
from hearsay.records.wire import from_wire, write_json
from tests.records.drawn import ledgers


def written(*ledgers: Ledger) -> str:
    stream = io.StringIO()
    write_json(ledgers, stream)
    return stream.getvalue()


def parsed(*ledgers: Ledger) -> Any:
    return json.loads(written(*ledgers))


def as_written(ledger: Ledger) -> Ledger:
    """``ledger`` as it must come back: lone surrogates replaced, confidences rounded."""

    def clean(value: Any) -> Any:
        if isinstance(value, str) and type(value) is str:
            return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)
        return tuple(map(clean, value)) if isinstance(value, tuple) else value

    def record(one: Any) -> Any:
        return replace(one, **{name: clean(getattr(one, name)) for name in one.__slots__})

    return Ledger(
        tuple(map(record, ledger.documents)),
        tuple(map(record, ledger.sources)),
        tuple(
            replace(record(s), confidence=round(s.confidence, 4), source_confidence=round(s.source_confidence, 4))
            for s in ledger.statements
        ),
        tuple(map(record, ledger.figures)),
        tuple(map(record, ledger.questions)),
        tuple(map(record, ledger.times)),
        tuple(map(record, ledger.expectations)),
    )


@given(st.tuples(ledgers("d1"), ledgers("d2")))
@settings(max_examples=80, deadline=None)
def test_what_goes_out_comes_back(pair: tuple[Ledger, Ledger]) -> None:
    text = written(*pair)
    text.encode("utf-8")
    assert from_wire(json.loads(text)) == as_written(Ledger.joined(pair))


@given(ledgers())
@settings(max_examples=50, deadline=None)
def test_offsets_stay_true_whatever_the_characters(ledger: Ledger) -> None:
    back = from_wire(parsed(ledger))
    assert len(back.documents[0].text) == len(ledger.documents[0].text)


def test_an_empty_ledger_is_a_ledger() -> None:
    assert from_wire(parsed()) == Ledger()


BOARD = Source("b", "the board", SourceKind.ORGANIZATION, None, False, ("it",))
SAID = Statement(
    "s",
    "d",
    "b",
    ("b",),
    Spans((Span(0, 9),), (Span(10, 14),), (Span(15, 17),)),
    (Span(15, 17),),
    Mode.DIRECT,
    0.123456,
    source_confidence=0.9,
    act=Act.ASSERT,
    certainty=Certainty.PROBABLE,
    certainty_words=(Span(15, 17),),
)
LEDGER = Ledger((Document("d", "the board said so"),), (BOARD,), (SAID,))


def test_every_field_of_version_1_is_there() -> None:
    made = parsed(LEDGER)
    assert made["format"] == "hearsay-ledger"
    assert made["version"] == 1
    assert all(made[name] == [] for name in ("figures", "questions", "times", "expectations"))
    assert made["documents"] == [
        {
            "id": "d",
            "origin": None,
            "url": None,
            "title": None,
            "publisher": None,
            "byline": None,
            "published": None,
            "published_from": None,
            "language": None,
            "text": "the board said so",
            "parts": [],
            "copy_of": None,
            "story": None,
        }
    ]
    assert made["sources"] == [
        {
            "id": "b",
            "name": "the board",
            "kind": "organization",
            "party": None,
            "anonymous": False,
            "aliases": ["it"],
            "role": None,
            "anonymity": None,
        }
    ]
    assert made["statements"] == [
        {
            "id": "s",
            "document": "d",
            "source": "b",
            "via": ["b"],
            "spans": {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 17]]},
            "quoted": [[15, 17]],
            "mode": "direct",
            "act": "assert",
            "act_words": None,
            "certainty": "probable",
            "certainty_words": [[15, 17]],
            "said_on": None,
            "said_words": None,
            "medium": None,
            "confidence": 0.1235,
            "source_confidence": 0.9,
        }
    ]


def test_a_ledger_without_our_own_fields_is_read() -> None:
    made = parsed(LEDGER)
    for own in ("quoted", "act_words", "certainty_words", "said_words", "medium", "source_confidence"):
        del made["statements"][0][own]
    made["figures"] = [
        {"id": "f", "document": "d", "span": [0, 3], "min": 3, "max": None, "approximate": False, "unit": "jobs"}
        | {"statement": "s", "source": "b", "question": None, "as_of": None}
    ]
    made["expectations"] = [
        {"id": "e", "document": "d", "span": [4, 9], "what": "a board", "due": "2026", "source": None}
    ]
    del made["documents"][0]["parts"], made["documents"][0]["published_from"]
    made["documents"][0]["more"] = made["more"] = {}
    read = from_wire(made)
    assert read.statements[0].quoted == ()
    assert read.figures[0].min == 3
    assert read.expectations[0].what == Span(4, 9)


@pytest.mark.parametrize(
    ("bad", "place"),
    [
        (replace(SAID, spans=Spans((), (), (Span(15, 18),))), r"statements\[0\].spans.content\[0\]"),
        (replace(SAID, quoted=(Span(0, 1), Span(4, 99))), r"statements\[0\].quoted\[1\]"),
        (replace(SAID, document="e"), r"statements\[0\].document: 'e'"),
        (replace(SAID, source="x"), r"statements\[0\]: 'x'"),
        (replace(SAID, via=("y",)), r"statements\[0\]: 'y'"),
        (replace(SAID, confidence=1.1), r"statements\[0\].confidence"),
        (replace(SAID, confidence=float("nan")), r"statements\[0\].confidence"),
    ],
)
def test_what_hangs_loose_is_not_written(bad: Statement, place: str) -> None:
    with pytest.raises(ValueError, match=place):
        written(replace(LEDGER, statements=(bad,)))


MANY = Figure(
    id="f",
    document="d",
    span=Span(0, 3),
    min=3,
    max=5,
    inclusive=True,
    approximate=False,
    vagueness=None,
    unit="jobs",
    base=None,
    counted=None,
    measure=None,
    place=None,
    tally=None,
    statement="s",
    source="b",
    question="q",
    as_of=None,
)
ASKED = Question("q", "jobs cut")


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (replace(MANY, span=Span(15, 18)), r"figures\[0\].span\[0\]"),
        (replace(MANY, counted=Span(15, 18)), r"figures\[0\].counted\[0\]"),
        (replace(MANY, statement="x"), r"figures\[0\]: 'x' is no statement's id"),
        (replace(MANY, source="x"), r"figures\[0\]: 'x' is no source's id"),
        (replace(MANY, question="x"), r"figures\[0\]: 'x' is no question's id"),
        (replace(MANY, min=6), r"figures\[0\]: min 6 is above max 5"),
        (replace(MANY, document="e"), r"figures\[0\].document: 'e'"),
    ],
)
def test_a_figure_that_hangs_loose_is_not_written(bad: Figure, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        written(replace(LEDGER, figures=(bad,), questions=(ASKED,)))


def test_a_question_of_two_reports_is_written_once() -> None:
    other = Ledger((Document("d2", "text"),), questions=(ASKED,))
    assert len(parsed(replace(LEDGER, questions=(ASKED,)), other)["questions"]) == 1


def test_a_source_of_two_reports_is_written_once() -> None:
    other = Ledger((Document("d2", "text"),), (BOARD,))
    assert len(parsed(LEDGER, other)["sources"]) == 1


def test_an_id_names_one_document() -> None:
    with pytest.raises(ValueError, match="the id 'd' is taken"):
        written(LEDGER, Ledger((Document("d", "another"),)))
    with pytest.raises(ValueError, match=r"sources\[1\].id: 'b' is taken"):
        written(replace(LEDGER, sources=(BOARD, BOARD)))


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ([], [], "ledger: not an object"),
        (["format"], "x", "format: not 'hearsay-ledger'"),
        (["version"], 2, "version: 2 is not one that can be read"),
        (["figures"], None, "figures: not a list"),
        (["documents"], {}, "documents: not a list"),
        (["documents", 0], 1, "documents[0]: not an object"),
        (["documents", 0, "id"], 1, "documents[0].id: not a string"),
        (["documents", 0, "title"], 1, "documents[0].title: not a string"),
        (["documents", 0, "published_from"], "dream", "documents[0].published_from: 'dream' is none of argument,"),
        (["documents", 0, "parts"], [{"kind": "caption"}], "documents[0].parts[0]: 'span' is missing"),
        (
            ["documents", 0, "parts"],
            [{"kind": None, "span": [0, 1]}],
            "documents[0].parts[0].kind: null is none of dateline",
        ),
        (["sources", 0, "kind"], [], "sources[0].kind: [] is none of person"),
        (["sources", 0, "anonymous"], 0, "sources[0].anonymous: neither true nor false"),
        (["sources", 0, "aliases"], [1], "sources[0].aliases[0]: not a string"),
        (["statements", 0, "mode"], None, "statements[0].mode: null is none of direct"),
        (["statements", 0, "confidence"], True, "statements[0].confidence: not a number"),
        (["statements", 0, "confidence"], 10**400, "statements[0].confidence: no finite number"),
        (["statements", 0, "confidence"], float("nan"), "statements[0].confidence: no finite number"),
        (["statements", 0, "spans", "cue"], [[3]], "statements[0].spans.cue[0]: not [start, end]"),
        (["statements", 0, "spans", "cue"], [[True, 2]], "statements[0].spans.cue[0]: not [start, end]"),
        (["statements", 0, "spans", "cue"], [[5, 3]], "statements[0].spans.cue[0]: no span runs from 5 to 3"),
        (["statements", 0, "spans", "cue"], [[5, 300]], "statements[0].spans.cue[0]: 5 to 300 runs past"),
        (["statements", 0, "act"], 1, "statements[0].act: 1 is none of assert"),
        (["statements", 0, "document"], "e", "statements[0].document: 'e' is no document's id"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(path: list[Any], value: Any, said: str) -> None:
    made = parsed(LEDGER)
    inner = made
    for step in path[:-1]:
        inner = inner[step]
    if path:
        inner[path[-1]] = value
    else:
        made = value
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the message is looked at below
        from_wire(made)
    assert str(caught.value).startswith(said)


def test_a_missing_field_is_told_with_its_place() -> None:
    made = parsed(LEDGER)
    del made["statements"][0]["said_on"]
    with pytest.raises(ValueError, match=r"statements\[0\]: 'said_on' is missing"):
        from_wire(made)


class Sink(io.StringIO):
    """Takes everything and keeps nothing."""

    def write(self, text: str, /) -> int:
        return len(text)


def test_memory_does_not_grow_with_the_documents() -> None:
    def many(count: int) -> Iterator[Ledger]:
        for i in range(count):
            text = f"the board said so {i} " + "and so on " * 200
            said = tuple(replace(SAID, id=f"s{i}-{j}", document=f"d{i}") for j in range(10))
            yield Ledger((Document(f"d{i}", text),), (BOARD,), said)

    def peak(count: int) -> int:
        tracemalloc.start()
        write_json(many(count), Sink())
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)
    # An id is kept of each document, and nothing else: 2 kB of text and 10 statements each would be over 4 MB.
    assert peak(800) < peak(50) + 400_000
