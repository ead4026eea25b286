"""The API: what it gives, how its pages go on, and corrections that nobody has overtaken."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

LISTS = ("documents", "sources", "statements", "figures", "expectations", "stories", "questions")
IDS = {
    "documents": "document",
    "sources": "source",
    "statements": "statement",
    "stories": "story",
    "questions": "id",
}
REJECT = {"kind": "reject", "target": "bridge-1-s5", "why": "not said"}


def every(client: TestClient, path: str, limit: int) -> list[dict[str, Any]]:
    """All items of a list, a page after another."""
    found: list[dict[str, Any]] = []
    after = None
    while True:
        page = client.get(path, params={"limit": limit} | ({"after": after} if after else {})).json()
        assert len(page["items"]) <= limit
        found += page["items"]
        after = page["after"]
        if after is None:
            return found


@pytest.mark.parametrize("name", LISTS)
def test_pages_of_any_size_and_lines_give_the_same(desk: TestClient, name: str) -> None:
    path = f"/api/v1/{name}"
    whole = desk.get(path, params={"limit": 500}).json()["items"]
    assert whole
    assert every(desk, path, 1) == every(desk, path, 2) == whole
    answer = desk.get(path, headers={"accept": "application/x-ndjson"})
    assert answer.headers["content-type"].startswith("application/x-ndjson")
    assert [json.loads(line) for line in answer.text.splitlines()] == whole


@pytest.mark.parametrize("name", IDS)
def test_each_item_is_found_by_its_id(desk: TestClient, name: str) -> None:
    for item in desk.get(f"/api/v1/{name}").json()["items"]:
        whole = desk.get(f"/api/v1/{name}/{quote(item[IDS[name]], safe='')}").json()
        assert whole[IDS[name]] == item[IDS[name]]


def test_a_statement_has_spans_that_are_its_words(desk: TestClient) -> None:
    whole = desk.get("/api/v1/statements/bridge-1-s1").json()
    text = desk.get("/api/v1/documents/bridge-1").json()["text"]
    assert " … ".join(text[a:b] for a, b in whole["content_spans"]) == whole["content"]
    assert whole["source_name"] == "the harbour board"


def test_figures_and_expectations_have_their_words(desk: TestClient) -> None:
    text = desk.get("/api/v1/documents/bridge-1").json()["text"]
    (cost,) = [f for f in desk.get("/api/v1/figures?document=bridge-1").json()["items"] if f["figure"] == "cost"]
    assert text[slice(*cost["span"])] == cost["words"] == "40 million crowns"
    assert (cost["min"], cost["source_name"], cost["question_label"]) == (
        40e6,
        "Ruud Okafor",
        "crowns that repairs will cost",
    )
    assert desk.get("/api/v1/figures/cost").json() == cost
    (due,) = desk.get("/api/v1/expectations?document=bridge-1").json()["items"]
    assert text[slice(*due["what_span"])] == due["what"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        *(("source=engineer", 2), ("act=estimate", 2), ("anonymous=true&document=bridge-1", 1), ("document=quiet", 0)),
        *(("publisher=Norda News&act=deny", 0), ("published_from=2026-05-04&published_to=2026-05-04", 8)),
    ],
)
def test_the_filters_are_those_of_the_command(desk: TestClient, query: str, count: int) -> None:
    assert len(desk.get(f"/api/v1/statements?{query}").json()["items"]) == count


def test_a_search_has_passages_with_marks(desk: TestClient) -> None:
    first = desk.get("/api/v1/search?q=repairs").json()["items"][0]
    assert [first["passage"][a:b] for a, b in first["marks"]] == ["repairs"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        *(("statements?act=fly", 422), ("statements?colour=red", 422), ("statements?limit=0", 422)),
        *(("documents?after=x", 422), ("documents?after=99999999999999999999", 422), ("figures?after=1", 422)),
        *(
            ("search", 400),
            ("search?q=a&after=x", 422),
            ("search?q=a&after=1-1-1-1-1-1-1", 400),
            ("documents/none", 404),
            ("statements/none", 404),
        ),
        *(("sources/none", 404), ("figures/none", 404), ("corrections?target=none", 404), ("jobs/none", 404)),
        ("nothing", 404),
    ],
)
def test_what_makes_no_sense_is_a_problem(desk: TestClient, query: str, status: int) -> None:
    answer = desk.get(f"/api/v1/{query}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["title"]


def test_a_correction_changes_an_entry_and_its_tag(mine: TestClient) -> None:
    before = mine.get("/api/v1/statements/bridge-1-s1")
    given = {"kind": "statement", "target": "bridge-1-s1", "act": "promise", "why": "it says will"}
    answer = mine.post("/api/v1/corrections", json=given, headers={"if-match": before.headers["etag"]})
    assert answer.status_code == 201, answer.text
    assert answer.json()["by"] == "mette"
    after = mine.get("/api/v1/statements/bridge-1-s1")
    assert after.json()["act"] == "promise"
    assert after.headers["etag"] == answer.headers["etag"] != before.headers["etag"]


def test_whoever_looked_at_something_older_is_told_so_and_nothing_is_written(mine: TestClient) -> None:
    tag = mine.get("/api/v1/statements/bridge-1-s5").headers["etag"]
    given = {"kind": "statement", "target": "bridge-1-s5", "certainty": "possible", "why": "x"}
    assert mine.post("/api/v1/corrections", json=given, headers={"if-match": tag}).status_code == 201
    answer = mine.post("/api/v1/corrections", json=REJECT, headers={"if-match": tag})
    assert answer.status_code == 412
    assert len(mine.get("/api/v1/corrections").json()["items"]) == 1
    now = mine.get("/api/v1/statements/bridge-1-s5").headers["etag"]
    assert mine.post("/api/v1/corrections", json=REJECT, headers={"if-match": f'"x", {now}'}).status_code == 201


def test_an_undo_brings_back_what_was(mine: TestClient) -> None:
    before = mine.get("/api/v1/statements/bridge-1-s5").headers["etag"]
    made = mine.post("/api/v1/corrections", json=REJECT).json()
    assert mine.get("/api/v1/statements/bridge-1-s5").json()["rejected"]
    answer = mine.post(f"/api/v1/corrections/{made['correction']}/undo", json={"why": "it is said"})
    assert answer.status_code == 201
    assert answer.headers["etag"] == before
    again = mine.post(f"/api/v1/corrections/{made['correction']}/undo", json={"why": "it is said"})
    assert again.status_code == 400
    assert [one["kind"] for one in mine.get("/api/v1/corrections?target=bridge-1-s5").json()["items"]] == [
        "reject",
        "undo",
    ]


@pytest.mark.parametrize(
    "given",
    [
        {"kind": "accept", "target": "bridge-1-s5", "why": "x"},
        {"kind": "figure", "target": "cost", "max": 50e6, "approximate": True, "why": "x"},
        {"kind": "same", "target": "board", "other": "shopkeepers", "why": "x"},
        {"kind": "not-same", "target": "board", "other": "shopkeepers", "why": "x"},
        {"kind": "unsure", "target": "board", "other": "shopkeepers", "why": "x"},
        {"kind": "add", "document": "quiet", "content": ["It rained"], "source": "somebody", "why": "x"},
        {"kind": "add", "document": "quiet", "content": [[0, 9]], "why": "x"},
    ],
)
def test_every_kind_of_correction_can_be_made_and_taken_back(mine: TestClient, given: dict[str, Any]) -> None:
    made = mine.post("/api/v1/corrections", json=given)
    assert made.status_code == 201, made.text
    undo = mine.post(f"/api/v1/corrections/{made.json()['correction']}/undo", json={"why": "x"})
    assert undo.status_code == 201, undo.text


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"kind": "fly"},
        {"kind": "reject", "target": "bridge-1-s5"},
        {"kind": "reject", "target": "bridge-1-s5", "why": "  "},
        {"kind": "reject", "target": "none", "why": "x"},
        {"kind": "reject", "target": "bridge-1-s5", "why": "x", "by": "somebody else"},
        {"kind": "statement", "target": "bridge-1-s5", "why": "x"},
        {"kind": "statement", "target": "bridge-1-s5", "act": "fly", "why": "x"},
        {"kind": "statement", "target": "bridge-1-s5", "said_on": "soon", "why": "x"},
        {"kind": "figure", "target": "cost", "min": 9e9, "why": "x"},
        {"kind": "figure", "target": "cost", "inclusive": None, "why": "x"},
        {"kind": "same", "target": "board", "other": "board", "why": "x"},
        {"kind": "same", "target": "board", "other": "officials", "why": "x"},
        {"kind": "add", "document": "quiet", "content": [[9, 3]], "why": "x"},
        {"kind": "add", "document": "quiet", "content": ["a zebra"], "why": "x"},
        {"kind": "reject", "target": "a\0b", "why": "x"},
    ],
)
def test_a_correction_that_makes_no_sense_writes_nothing(mine: TestClient, given: dict[str, Any]) -> None:
    answer = mine.post("/api/v1/corrections", json=given)
    assert answer.status_code in (400, 404, 422), answer.text
    assert not mine.get("/api/v1/corrections").json()["items"]


def test_what_was_given_wrongly_is_not_given_back(mine: TestClient) -> None:
    answer = mine.post("/api/v1/corrections", json={"kind": "reject", "target": 5, "why": "hunter2"})
    assert "hunter2" not in answer.text


def test_the_desk_tells_how_it_is(shut: TestClient) -> None:
    assert shut.get("/health").json() == {"status": "ok", "ledger": "ok", "reader": "ok", "jobs_waiting": 0}


def test_the_description_is_openapi_3_1(desk: TestClient) -> None:
    described = desk.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert not [path for path in described["paths"] if not path.startswith(("/api/v1/", "/health"))]
