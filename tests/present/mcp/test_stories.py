"""Stories as language models see them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay.ledger.connect import Store
from tests.present.mcp.test_server import ask, data
from tests.present.web.told import evil_at, told_at


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(told_at(tmp_path / "desk.db"), create=False)
    yield opened
    opened.close()


def test_stories_are_listed_and_one_is_told(store: Store) -> None:
    (summary,) = data(ask(store, "story"))
    told = data(ask(store, "story", id=summary["story"]))
    assert told["questions"][0]["disputed"] is True
    assert told["questions"][0]["accounts"] == ["27 (The coast guard)", "31 (The Red Cross)"]
    assert told["expected"][0]["state"] == "overdue"
    assert [one.get("copies") for one in told["witnesses"]] == [["r2"], None]
    assert "Not done" in ask(store, "story", id="nothing")


def test_a_question_is_compared_with_spans_and_quotations(store: Store) -> None:
    (summary,) = data(ask(store, "story"))
    id = data(ask(store, "story", id=summary["story"]))["questions"][0]["question"]
    answer = ask(store, "compare_question", id=id)
    assert answer.startswith("One question, in dispute.")
    found = data(answer)
    assert [one["quotation"] for one in found["accounts"]][1] == "The Red Cross said 31 people were aboard."
    assert all(len(one["span"]) == 2 for one in found["accounts"])
    assert "disjoint" in found["judgements"][0]["why"]
    assert "Not done" in ask(store, "compare_question", id="question-0")


def test_changes_are_told_since_a_day(store: Store) -> None:
    found = data(ask(store, "changes_since", since="2026-06-01"))
    assert {one["kind"] for one in found} >= {"new story", "newly disputed"}
    assert data(ask(store, "changes_since", since="2026-07-02")) == []
    assert "There are more" in ask(store, "changes_since", since="2026-06-01", limit=1)


def test_what_a_story_says_stays_within_the_fence(tmp_path: Path) -> None:
    opened = Store(evil_at(tmp_path / "evil.db"), create=False)
    for summary in data(ask(opened, "story")):
        answer = ask(opened, "story", id=summary["story"])
        assert "<script>" not in answer.split("<<<data")[0]
        for one in data(answer)["questions"]:
            assert "<img" not in ask(opened, "compare_question", id=one["question"]).split("<<<data")[0]
    opened.close()
