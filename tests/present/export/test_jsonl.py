"""JSON Lines: an entry a line, its words beside its spans."""

import io
import json
import tracemalloc
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.present.export.jsonl import write_jsonl
from hearsay.records.ledger import Ledger
from hearsay.records.wire import write_json
from tests.present.export.many import Sink, many
from tests.present.made import BRIDGE, QUIET, TEXT
from tests.records.drawn import ledgers

LISTS = {
    "document": "documents",
    "source": "sources",
    "statement": "statements",
    "figure": "figures",
    "question": "questions",
    "time": "times",
    "expectation": "expectations",
}


def entries(*given: Ledger) -> list[dict[str, Any]]:
    stream = io.StringIO()
    write_jsonl(given, stream)
    stream.getvalue().encode("utf-8")
    return [json.loads(line) for line in stream.getvalue().split("\n")[:-1]]


def in_ledger_json(*given: Ledger) -> dict[str, list[dict[str, Any]]]:
    stream = io.StringIO()
    write_json(given, stream)
    made: dict[str, list[dict[str, Any]]] = json.loads(stream.getvalue())
    return made


def test_each_entry_is_a_line_that_tells_its_type() -> None:
    found = [entry["type"] for entry in entries(BRIDGE, QUIET)]
    assert found == (
        ["document"]
        + ["source"] * 6
        + ["statement"] * 8
        + ["question"]
        + ["figure"] * 2
        + ["time", "expectation", "document"]
    )


def test_the_words_stand_beside_the_spans() -> None:
    found = entries(BRIDGE)
    (fourth,) = [entry for entry in found if entry.get("id") == "bridge-1-s4"]
    assert fourth["words"] == {
        "source": ["Ruud Okafor"],
        "cue": ["believes"],
        "content": ["repairs will cost 40 million crowns"],
        "quoted": [],
        "act_words": "believes",
        "certainty_words": ["believes"],
        "said_words": None,
    }
    words = {entry["type"]: entry["words"] for entry in found if entry["type"] in ("time", "expectation")}
    assert words["time"] == {"span": "on Monday"}
    assert words["expectation"] == {"span": "at least the autumn", "what_span": "The old swing bridge will stay shut"}


def test_a_question_of_two_reports_is_written_once() -> None:
    found = [entry["type"] for entry in entries(BRIDGE, BRIDGE)]
    assert found.count("question") == 1
    assert found.count("figure") == 4


def check_words(text: str, span: Any, words: Any) -> None:
    """That ``words`` are those of a span, a list of spans, or nothing."""
    if span is None or words is None:
        assert span is words
    elif isinstance(words, str):
        assert text[span[0] : span[1]] == words
    else:
        assert [text[start:end] for start, end in span] == words


@given(st.tuples(ledgers("d1"), ledgers("d2")))
@settings(max_examples=80, deadline=None)
def test_all_of_ledger_json_is_there_and_every_span_holds_its_words(pair: tuple[Ledger, Ledger]) -> None:
    found = entries(*pair)
    texts = {entry["id"]: entry["text"] for entry in found if entry["type"] == "document"}
    for entry in found:
        words = entry.get("words", {})
        text = texts.get(entry.get("document"), "")
        spans = entry["spans"] | entry if entry["type"] == "statement" else entry
        for name in words:
            at = entry["spans"][name] if name in entry.get("spans", {}) else spans[name]
            check_words(text, at, words[name])
        for part in entry.get("parts", []):
            check_words(entry["text"], part["span"], part.pop("words"))
    whole = in_ledger_json(*pair)
    for kind, name in LISTS.items():
        bare = [{k: v for k, v in e.items() if k not in ("type", "words")} for e in found if e["type"] == kind]
        assert bare == whole[name]


def test_no_character_of_a_text_ends_a_line() -> None:
    assert len(entries(BRIDGE)[0]["text"]) == len(TEXT)


def test_memory_does_not_grow_with_the_documents() -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        write_jsonl(many(count), Sink())
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(300) < peak(50) + 100_000
