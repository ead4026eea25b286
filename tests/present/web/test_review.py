"""The queue of what is to be reviewed, and what its forms put right: figures, and statements that were missed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.present.asked import ledger_at
from tests.present.web.desks import key, own, served
from tests.present.web.test_pages import correct
from tests.present.web.told import told_at

_SHOWN = re.compile(r'name="target" value="([^"]+)"')
_SKIP = re.compile(r'<a class="button" href="([^"]+)" data-key="n"')


@pytest.fixture
def disputed(tmp_path: Path) -> Iterator[TestClient]:
    """A desk on a story with a dispute, of which the reader was sure."""
    with served(own(told_at(tmp_path / "desk.db"))) as client:
        yield client


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[TestClient]:
    """A desk on three reports."""
    with served(own(ledger_at(tmp_path / "desk.db"))) as client:
        yield client


def shown(page: str) -> str:
    """The statement that a page of the queue is about."""
    found = _SHOWN.search(page)
    assert found is not None
    return found[1]


def skipped(page: str) -> str:
    """Where a page of the queue leads who skips the statement."""
    found = _SKIP.search(page)
    assert found is not None
    return found[1].replace("&amp;", "&")


def test_what_is_in_dispute_comes_first_with_what_it_is_about(disputed: TestClient) -> None:
    first = disputed.get("/review").text
    question = disputed.get("/api/v1/questions?disputed=true").json()["items"][0]["id"]
    assert f'In dispute: <a href="/questions/{question}"' in first
    seen = {shown(first)}
    page = first
    while "In dispute:" in (page := disputed.get(skipped(page)).text):
        seen.add(shown(page))
    assert seen == {"r1-s0", "r2-s0", "r3-s0"}


def test_what_has_been_looked_at_leaves_the_queue(disputed: TestClient) -> None:
    for _ in range(3):
        correct(disputed, kind="accept", target=shown(disputed.get("/review").text))
    assert "In dispute:" not in disputed.get("/review").text


def test_the_queue_of_one_report_has_no_disputes(disputed: TestClient) -> None:
    assert "In dispute:" not in disputed.get("/review?document=r1").text


def test_a_figure_is_corrected_and_what_its_story_comes_to_with_it(disputed: TestClient) -> None:
    fields = {"min": "31", "max": "1,031", "inclusive": "0", "approximate": "1", "unit": "people"}
    correct(disputed, kind="figure", target="r1-s0-f", document="r1", **fields)
    form = disputed.get("/statements/r1-s0").text
    assert 'name="min" inputmode="decimal" value="31"' in form
    assert 'name="max" inputmode="decimal" value="1,031"' in form
    assert '<option value="0" selected>are not meant' in form
    figure = disputed.get("/api/v1/figures/r1-s0-f").json()
    assert (figure["min"], figure["max"], figure["approximate"]) == (31, 1031, True)


def test_an_empty_field_empties_and_one_that_is_missing_stays(mine: TestClient) -> None:
    correct(mine, kind="figure", target="cost", document="bridge-1", min="41,000,000", max="")
    correct(mine, kind="statement", target="bridge-1-s4", said_on="2026-05-03", source="")
    figure = mine.get("/api/v1/figures/cost").json()
    assert (figure["min"], figure["max"], figure["unit"]) == (41e6, None, "crowns")
    statement = mine.get("/api/v1/statements/bridge-1-s4").json()
    assert (statement["source"], statement["said_on"], statement["act"]) == (None, "2026-05-03", "estimate")
    correct(mine, kind="statement", target="bridge-1-s4", said_on="")
    assert mine.get("/api/v1/statements/bridge-1-s4").json()["said_on"] is None


@pytest.mark.parametrize("fields", [{"min": "many"}, {"min": "", "max": ""}, {"counted": "not in the report"}])
def test_a_figure_that_makes_no_sense_is_told(disputed: TestClient, fields: dict[str, str]) -> None:
    sent = {"csrf": key(disputed), "kind": "figure", "target": "r1-s0-f", "document": "r1", "why": "no"} | fields
    answer = disputed.post("/corrections", data=sent)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


def test_a_statement_that_was_missed_is_added_by_its_words(mine: TestClient) -> None:
    words = "divers found cracks in two of its piers"
    fields = {"content": words, "cue": "after", "act": "assert", "of": "Ana Téllez", "document": "bridge-1"}
    text = mine.get(correct(mine, kind="add", back="/documents/bridge-1", **fields)).text
    assert "Done: <bdi>added" in text
    assert any(words in said for said in re.findall(r'<a class="words"[^>]*>(.*?)</a>', text, re.DOTALL))


def test_words_that_do_not_stand_there_are_told(mine: TestClient) -> None:
    sent = {"csrf": key(mine), "kind": "add", "document": "bridge-1", "why": "missed", "content": "no such words"}
    answer = mine.post("/corrections", data=sent)
    assert answer.status_code == 400
    assert "no such words" in answer.text
