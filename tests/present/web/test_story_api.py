"""Stories, questions and changes in the API."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.present.web.desks import own, served
from tests.present.web.told import many_at, told_at

API = "/api/v1"


@pytest.fixture(scope="session")
def _told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(own(told_at(tmp_path_factory.mktemp("told") / "desk.db"))) as client:
        yield client


@pytest.fixture
def desk(_told: TestClient) -> TestClient:
    return _told


@pytest.fixture
def work(tmp_path: Path) -> Iterator[TestClient]:
    with served(own(told_at(tmp_path / "desk.db"))) as client:
        yield client


def test_a_story_is_told_in_full_and_as_it_stood(desk: TestClient) -> None:
    (summary,) = desk.get(f"{API}/stories").json()["items"]
    assert (summary["documents"], summary["origins"], summary["disputed"]) == (3, 2, 1)
    whole = desk.get(f"{API}/stories/{summary['story']}").json()
    assert [report["copy"] and report["copy"]["of"] for report in whole["reports"]] == [None, "r1", None]
    assert whole["expectations"][0]["state"] == "overdue"
    assert desk.get(f"{API}/stories/{summary['story']}?as_of=2026-07-01").json()["as_of"] == "2026-07-01"
    assert desk.get(f"{API}/stories/{summary['story']}?as_of=2026-06-01").status_code == 404


def test_a_question_has_the_words_of_each_account_and_where_they_stand(desk: TestClient) -> None:
    (question,) = desk.get(f"{API}/questions?disputed=true").json()["items"]
    assert desk.get(f"{API}/questions/{question['id']}").json() == question
    for account in question["accounts"]:
        text = desk.get(f"{API}/documents/{account['document']}").json()["text"]
        start, end = account["span"]
        assert text[start:end] in account["words"]
    assert [one["relation"] for one in question["judgements"]] == ["conflicts"]
    assert question["accounts"][0]["documents"] == 2


def test_lists_go_on_where_they_ended_and_come_whole_as_lines(tmp_path: Path) -> None:
    with served(own(many_at(tmp_path / "many.db", 5))) as client:
        found: list[str] = []
        page = client.get(f"{API}/stories?limit=2").json()
        while page["after"] is not None:
            found += [one["story"] for one in page["items"]]
            page = client.get(f"{API}/stories?limit=2&after={page['after']}").json()
        found += [one["story"] for one in page["items"]]
        lines = client.get(f"{API}/stories", headers={"accept": "application/x-ndjson"}).text.splitlines()
        assert len(found) == len(set(found)) == len(lines) == 5


def test_questions_of_a_story_are_paged(work: TestClient) -> None:
    (question,) = work.get(f"{API}/questions").json()["items"]
    ends = {
        "target": question["accounts"][0]["strongest"],
        "other": question["accounts"][1]["strongest"],
        "document": "r1",
        "other_document": "r3",
    }
    done = work.post(f"{API}/corrections", json={"kind": "not-same-question", "why": "two tolls", **ends})
    assert done.status_code == 201, done.text
    first = work.get(f"{API}/questions?limit=1").json()
    second = work.get(f"{API}/questions?limit=1&after={first['after']}").json()
    assert second["after"] is None
    assert first["items"][0]["id"] != second["items"][0]["id"]
    of_story = work.get(f"{API}/questions?story={question['story']}").json()["items"]
    assert of_story == first["items"] + second["items"]
    assert work.get(f"{API}/questions?story=nothing").status_code == 404
    undone = work.post(f"{API}/corrections/{done.json()['correction']}/undo", json={"why": "one after all"})
    assert undone.status_code == 201
    assert len(work.get(f"{API}/questions").json()["items"]) == 1


def test_changes_are_paged_as_of_one_moment(desk: TestClient) -> None:
    asked = f"{API}/changes?since=2026-06-01T00:00:00Z&limit=1"
    first = desk.get(asked).json()
    assert first["items"][0]["kind"] == "new story"
    second = desk.get(f"{asked}&after={first['after']}").json()
    assert second["until"] == first["until"]
    assert second["items"][0] != first["items"][0]
    late = desk.get(f"{API}/changes", params={"since": first["until"]}).json()
    assert late["items"] == []
    assert desk.get(f"{API}/changes").status_code == 422
    assert desk.get(f"{API}/changes?since=0001-01-01T00:00:00%2B14:00").status_code == 200


def test_expectations_have_their_states(desk: TestClient) -> None:
    found = desk.get(f"{API}/expectations").json()["items"]
    assert {one["state"] for one in found} == {"overdue"}


def test_a_report_is_moved_and_told_to_be_a_copy(work: TestClient) -> None:
    story = work.get(f"{API}/stories").json()["items"][0]["story"]
    for given in (
        {"kind": "not-copy", "target": "r2", "other": "r1"},
        {"kind": "copy", "target": "r2", "other": "r1"},
        {"kind": "move", "target": "r3", "story": None},
        {"kind": "move", "target": "r3", "story": story},
    ):
        done = work.post(f"{API}/corrections", json={"why": "looked into", **given})
        assert done.status_code == 201, done.text
    assert len(work.get(f"{API}/stories").json()["items"]) == 1
    assert work.post(f"{API}/corrections", json={"why": "x", "kind": "move", "target": "r9"}).status_code == 400
