"""Web Annotations: what the model asks for, and words that are found again by place and by quote."""

import io
import json
import re
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.present.export.annotation import AROUND, VOCABULARY, write_annotation
from hearsay.records.ledger import Ledger
from tests.present.export.many import Sink, many
from tests.present.made import BRIDGE, QUIET, TEXT, hostile
from tests.records.drawn import ledgers

URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
TERMS = frozenset(
    "@context id type label total items first last partOf startIndex body target motivation purpose source selector "
    "start end exact prefix suffix value format language name".split()
)
"""Keys of the model's own context that are used."""
TYPES = frozenset(
    "AnnotationCollection AnnotationPage Annotation TextualBody SpecificResource TextPositionSelector "
    "TextQuoteSelector Person Organization".split()
)


def collection(*given: Ledger) -> Any:
    stream = io.StringIO()
    write_annotation(given, stream)
    return json.loads(stream.getvalue().encode("utf-8"))


def annotations(*given: Ledger) -> list[Any]:
    found: list[Any] = collection(*given)["first"]["items"]
    return found


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object but the context."""
    if isinstance(value, dict):
        yield value
        for key, below in value.items():
            if key != "@context":
                yield from nodes(below)
    elif isinstance(value, list):
        for below in value:
            yield from nodes(below)


def targets(annotation: Any) -> list[Any]:
    found = annotation["target"]
    return found if isinstance(found, list) else []


@pytest.mark.parametrize(
    "given", [(), (QUIET,), (BRIDGE, QUIET), (hostile(),)], ids=["none", "quiet", "two", "hostile"]
)
def test_it_is_what_the_model_asks_for(given: tuple[Ledger, ...]) -> None:
    made = collection(*given)
    page = made["first"]
    assert made["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (made["type"], page["type"], page["startIndex"]) == ("AnnotationCollection", "AnnotationPage", 0)
    assert (made["last"], page["partOf"], made["total"]) == (page["id"], made["id"], len(page["items"]))
    for annotation in page["items"]:
        assert annotation["type"] == "Annotation"
        assert annotation["body"]
        assert annotation["target"]
    for node in nodes(made):
        assert {key for key in node if not key.startswith("hearsay:")} <= TERMS
        kinds = node.get("type", [])
        kinds = [kinds] if isinstance(kinds, str) else kinds
        assert {kind for kind in kinds if not kind.startswith("hearsay:")} <= TYPES
        assert "id" not in node or URN.fullmatch(node["id"])
        assert None not in node.values()


def test_ids_are_its_own_and_stay() -> None:
    once, again = collection(BRIDGE, QUIET), collection(BRIDGE, QUIET)
    assert once == again
    ids = [annotation["id"] for annotation in once["first"]["items"]]
    assert len(set(ids)) == len(ids)
    # In another file, beside other reports, a statement keeps its id, and the whole has another.
    other = collection(QUIET, replace(BRIDGE, statements=BRIDGE.statements[1:]))
    assert [annotation["id"] for annotation in other["first"]["items"]] == ids[1:]
    assert other["id"] != once["id"]


def test_the_statement_is_the_body() -> None:
    stated, told = annotations(BRIDGE)[3]["body"]
    assert stated["hearsay:source"]["name"] == "Ruud Okafor"
    assert stated["hearsay:source"]["type"] == ["Person", "hearsay:Source"]
    assert [source["name"] for source in stated["hearsay:via"]] == ["two officials who saw his letter"]
    assert (stated["hearsay:act"], stated["hearsay:certainty"]) == ("estimate", "probable")
    assert told["value"] == "Ruud Okafor: repairs will cost 40 million crowns"
    stated, told = annotations(BRIDGE)[5]["body"]
    assert "hearsay:source" not in stated
    assert told["value"].startswith("Source not told: ")


def test_each_piece_is_a_target() -> None:
    found = targets(annotations(BRIDGE)[3])
    assert [target["hearsay:piece"] for target in found] == ["source", "cue", "content"]
    assert {target["source"] for target in found} == {"https://norda.example/bridge"}
    assert found[1]["selector"] == [
        {"type": "TextPositionSelector", "start": TEXT.index("believes"), "end": TEXT.index("believes") + 8},
        {
            "type": "TextQuoteSelector",
            "exact": "believes",
            "prefix": " board's chairman, Ruud Okafor, ",
            "suffix": " that repairs will cost 40 milli",
        },
    ]


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "file:///etc/passwd", "https://a b", "https://a\n", "http://", "//a.example"],
)
def test_what_is_no_address_on_the_web_is_no_target(url: str | None) -> None:
    document = replace(BRIDGE.documents[0], url=url)
    (where,) = {target["source"] for target in targets(annotations(replace(BRIDGE, documents=(document,)))[0])}
    assert URN.fullmatch(where)


@pytest.mark.parametrize(("language", "said"), [("en-GB", "en-GB"), ('en" x', None), (None, None)])
def test_a_language_is_a_tag_or_left_out(language: str | None, said: str | None) -> None:
    document = replace(BRIDGE.documents[0], language=language)
    assert annotations(replace(BRIDGE, documents=(document,)))[0]["body"][1].get("language") == said


def test_our_terms_have_their_place() -> None:
    own = collection(BRIDGE)["@context"][1]
    assert own["hearsay"] == VOCABULARY
    assert URN.fullmatch(VOCABULARY.removesuffix("#"))
    # The order of a chain means something, and is lost in JSON-LD unless the context says that it is a list.
    assert own["hearsay:via"] == {"@id": f"{VOCABULARY}via", "@container": "@list"}


@given(st.tuples(ledgers("d1"), ledgers("d2")))
@settings(max_examples=80, deadline=None)
def test_every_target_is_found_again(pair: tuple[Ledger, Ledger]) -> None:
    texts = {ledger.documents[0].id: re.sub("[\ud800-\udfff]", "\ufffd", ledger.documents[0].text) for ledger in pair}
    for annotation in annotations(*pair):
        text = texts[annotation["body"][0]["hearsay:document"]]
        for target in targets(annotation):
            place, quote = target["selector"]
            start, end = place["start"], place["end"]
            assert text[start:end] == quote["exact"]
            assert text[max(0, start - AROUND) : start] == quote["prefix"]
            assert text[end : end + AROUND] == quote["suffix"]
    pieces = [len([*s.spans.source, *s.spans.cue, *s.spans.content]) for ledger in pair for s in ledger.statements]
    assert [len(targets(annotation)) for annotation in annotations(*pair)] == pieces


def test_memory_does_not_grow_with_the_documents() -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        write_annotation(many(count), Sink())
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(300) < peak(50) + 100_000
