"""Ledger JSON read back: to the byte, in any order, with what is wrong told by its place in the file."""

import io
import json
import random
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.errors import ReportError
from hearsay.ingest.exported import read_json
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Mode, Spans, Statement
from hearsay.records.wire import from_wire, write_json
from tests.present.export.many import many
from tests.present.made import BRIDGE, QUIET, hostile
from tests.records.drawn import ledgers


def written(*ledgers: Ledger) -> bytes:
    stream = io.StringIO()
    write_json(ledgers, stream)
    return stream.getvalue().encode("utf-8")


def read(data: bytes) -> list[Ledger]:
    return list(read_json(io.BytesIO(data), origin="ledger.json"))


@given(st.lists(st.sampled_from("abcde"), unique=True, max_size=3).flatmap(lambda ids: st.tuples(*map(ledgers, ids))))
@settings(max_examples=120, deadline=None)
def test_out_and_in_and_out_gives_the_same_bytes(given: tuple[Ledger, ...]) -> None:
    once = written(*given)
    back = read(once)
    assert written(*back) == once
    assert [ledger.documents[0].id for ledger in back] == [ledger.documents[0].id for ledger in given]
    whole = from_wire(json.loads(once))
    assert Ledger.joined(back) == whole


@given(st.tuples(ledgers("a"), ledgers("b")), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_lists_and_entries_may_stand_in_any_order(pair: tuple[Ledger, Ledger], chance: random.Random) -> None:
    made = json.loads(written(*pair))
    names = list(made)
    chance.shuffle(names)
    mixed = {name: made[name] for name in names}
    for name in names:
        if isinstance(mixed[name], list):
            chance.shuffle(mixed[name])
    back = read(json.dumps(mixed, indent=1).encode())
    assert [ledger.documents[0].id for ledger in back] == [document["id"] for document in mixed["documents"]]
    for ledger in back:
        (own,) = [one for one in read(written(*pair)) if one.documents == ledger.documents]
        for name in ("statements", "figures", "times", "expectations"):
            assert sorted(map(repr, getattr(ledger, name))) == sorted(map(repr, getattr(own, name)))
        used = {id for s in ledger.statements for id in (s.source, *s.via)} - {None}
        assert used <= {source.id for source in ledger.sources}
    assert {s.id for ledger in back for s in ledger.sources} == {source["id"] for source in made["sources"]}
    assert {q.id for ledger in back for q in ledger.questions} == {question["id"] for question in made["questions"]}


@pytest.mark.parametrize(
    "given", [(), (QUIET,), (BRIDGE, QUIET), (hostile(), BRIDGE)], ids=["none", "quiet", "two", "odd"]
)
def test_the_hand_made_ledgers_come_back(given: tuple[Ledger, ...]) -> None:
    back = read(written(*given))
    assert written(*back) == written(*given)
    assert [len(ledger.statements) for ledger in back] == [len(ledger.statements) for ledger in given]


def test_the_golden_ledger_comes_back() -> None:
    data = (Path(__file__).parents[1] / "golden" / "ledger.json").read_bytes()
    assert read(data) == [BRIDGE, QUIET]


def test_a_source_of_two_documents_comes_with_both() -> None:
    text, board = "the board said so", Source("b", "the board")
    said = Statement("s", "d1", "b", (), Spans((Span(0, 9),), (Span(10, 14),), (Span(15, 17),)), (), Mode.INDIRECT, 0.5)
    first = Ledger((Document("d1", text),), (board,), (said,))
    second = Ledger((Document("d2", text),), (board,), (replace(said, id="t", document="d2"),))
    once = written(first, second)
    assert read(once) == [first, second]
    assert written(*read(once)) == once


def test_what_belongs_to_no_document_is_not_lost() -> None:
    made = json.loads(written())
    made["sources"] = [{"id": "s", "name": "N"} | dict.fromkeys(["kind", "party", "anonymous", "role", "anonymity"])]
    made["sources"][0]["aliases"] = []
    made["questions"] = [{"id": "q", "label": "how many", "disputed": None, "revised_by": None}]
    data = json.dumps(made).encode()
    (ledger,) = read(data)
    assert ([s.id for s in ledger.sources], [q.id for q in ledger.questions]) == (["s"], ["q"])
    assert json.loads(written(ledger)) == made


def changed(path: list[Any], value: Any) -> bytes:
    made: Any = json.loads(written(QUIET, BRIDGE))
    inner = made
    for step in path[:-1]:
        inner = inner[step]
    if value is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return json.dumps(made).encode()


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (["format"], "x", "format: not 'hearsay-ledger'"),
        (["format"], ..., "ledger: 'format' is missing"),
        (["version"], 2, "version: 2 is not one that can be read; this reads 1"),
        (["times"], ..., "ledger: 'times' is missing"),
        (["times"], {}, "times: not a list"),
        (["documents", 1], 7, "documents[1]: not an object"),
        (["documents", 1, "id"], "quiet", "documents[1].id: 'quiet' is taken"),
        (["documents", 1, "parts", 2, "span"], [650, 700], "documents[1].parts[2]: 650 to 700 runs past the text's"),
        (["sources", 3, "kind"], "crowd", "sources[3].kind: 'crowd' is none of person,"),
        (["sources", 3, "id"], "board", "sources[3].id: 'board' is taken"),
        (["statements", 2, "document"], "gone", "statements[2].document: 'gone' is no document's id"),
        (["statements", 2, "source"], "gone", "statements[2]: 'gone' is no source's id"),
        (["statements", 3, "via", 0], "gone", "statements[3]: 'gone' is no source's id"),
        (["statements", 2, "spans", "cue", 0], [9, 3], "statements[2].spans.cue[0]: no span runs from 9 to 3"),
        (["statements", 2, "spans", "cue", 0], [9, 3000], "statements[2].spans.cue[0]: 9 to 3000 runs past"),
        (["statements", 2, "id"], "bridge-1-s1", "statements[2].id: 'bridge-1-s1' is taken"),
        (["statements", 2, "mode"], ..., "statements[2]: 'mode' is missing"),
        (["figures", 1, "min"], 10**400, "figures[1].min: no finite number"),
        (["figures", 1, "min"], 3, "figures[1]: min 3 is above max 2"),
        (["figures", 0, "question"], "gone", "figures[0]: 'gone' is no question's id"),
        (["questions", 0, "label"], None, "questions[0].label: not a string"),
        (["times", 0, "value"], 2026, "times[0].value: not a string"),
        (["expectations", 0, "statement"], "gone", "expectations[0]: 'gone' is no statement's id"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_before_anything_is_given(path: list[Any], value: Any, said: str) -> None:
    given: list[Ledger] = []
    with pytest.raises(ReportError) as caught:
        given.extend(read_json(io.BytesIO(changed(path, value)), origin="ledger.json"))
    assert str(caught.value).startswith(said)
    assert (caught.value.origin, given) == ("ledger.json", [])
    assert "\n" not in str(caught.value)
    assert caught.value.advice


def test_a_source_that_nobody_refers_to_is_checked_as_well() -> None:
    made = json.loads(written(QUIET, BRIDGE))
    made["sources"].append(made["sources"][0] | {"id": "more", "name": 1})
    data = json.dumps(made).encode()
    with pytest.raises(ReportError, match=r"sources\[6\].name: not a string"):
        read(data)


@pytest.mark.parametrize("cut", [0, 1, 30, 200, 1000, -3])
def test_a_file_that_is_cut_off_is_told(cut: int) -> None:
    data = written(BRIDGE, QUIET)[:cut]
    with pytest.raises(ReportError, match=r"^line \d+, column \d+: (expected|the file ends too early|what follows)"):
        read(data)


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02", b"[]", b"null", b"<html>", b"PAR1", b'{"a": 1}', b'{"statements": [' + b"[" * 5000]
)
def test_what_is_no_ledger_is_told_in_a_line(data: bytes) -> None:
    with pytest.raises(ReportError) as caught:
        read(data)
    assert len(str(caught.value).splitlines()) == 1


def test_memory_does_not_grow_with_the_documents(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        path = tmp_path / f"{count}.json"
        with path.open("w", encoding="utf-8") as stream:
            write_json(many(count), stream)
        with path.open("rb") as binary:
            tracemalloc.start()
            found = sum(1 for _ in read_json(binary, origin=str(path)))
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
        assert found == count
        return most

    peak(10)
    # 2 kB of text, 10 statements and 10 figures of each further document: as records they would be over 10 MB.
    assert peak(400) < peak(50) + 1_000_000


def test_a_full_disk_is_told_in_a_line(tmp_path: Path) -> None:
    """In a process whose files may not grow: what a limit stops, it is told of as of a full disk."""
    path = tmp_path / "ledger.json"
    path.write_bytes(written(*many(100)))
    code = (
        "import resource, signal, sys; from hearsay.errors import OutputError\n"
        "from hearsay.ingest.exported import read_json\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "try: list(read_json(open(sys.argv[1], 'rb'), origin='ledger.json'))\n"
        "except OutputError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout == "temporary files cannot be written: file too large\n"


def test_it_goes_on_where_it_was_left() -> None:
    def count(found: Iterator[Ledger]) -> int:
        return sum(1 for _ in found)

    found = read_json(io.BytesIO(written(BRIDGE, QUIET)), origin="ledger.json")
    assert next(found) == BRIDGE
    assert count(found) == 1
