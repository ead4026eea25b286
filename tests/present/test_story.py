"""The commands that tell of stories, from without, on a ledger with reports of one event."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.present.asked import ask
from tests.present.story_ledger import REPORTS, hostile_story_at, story_at
from tests.present.test_asking import ESCAPES


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return story_at(tmp_path_factory.mktemp("story") / "desk.db")


@pytest.fixture(scope="session")
def story(ledger: Path) -> str:
    (row,) = json.loads(ask(ledger, "stories", "--format", "json").stdout)["items"]
    return str(row["story"])


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def test_the_stories_are_listed_with_what_they_rest_on(ledger: Path) -> None:
    row = json.loads(ask(ledger, "stories", "--format", "jsonl").stdout)
    assert (row["documents"], row["publishers"], row["owners"], row["origins"]) == (3, 3, None, 2)
    assert row["disputed"] == 1
    shown = ask(ledger, "stories").stdout
    assert "3 reports · 3 publishers · 2 origins" in shown
    assert "1 in dispute" in shown


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("arguments", [[], ["--full"]])
def test_a_story_is_told_within_the_width(ledger: Path, story: str, width: int, arguments: list[str]) -> None:
    shown = ask(ledger, "story", story, *arguments, width=width).stdout
    assert max(map(len, shown.splitlines())) <= width
    order = [shown.index(part) for part in ("DISPUTED (1)", "WHO HOLDS WHAT", "EXPECTED", "TIMELINE", "REPORTS (3")]
    assert order == sorted(order)


def test_a_dispute_is_shown_as_points_on_a_line_with_its_reason_and_words(ledger: Path, story: str) -> None:
    shown = ask(ledger, "story", story).stdout
    assert re.search(r"1 The coast guard +·+●·+ 27 +1 Mar 2026", shown)
    assert re.search(r"2 The Red Cross +·+●·+ 31 +2 Mar 2026", shown)
    assert "Cannot both be true (1 with 2)" in shown
    assert "The Red Cross said 31 people were aboard" in shown
    assert "2 reports, 1 origin" in shown


def test_what_is_denied_does_not_read_as_said(ledger: Path, story: str) -> None:
    assert re.search(r"Solveig: denies: it was\s+overloaded", ask(ledger, "story", story, width=120).stdout)


def test_a_copy_stands_below_its_origin(ledger: Path, story: str) -> None:
    assert re.search(r"Norda News: .*\[r1\]\n +[= ]+Hallby Post, whole \[r2\]", ask(ledger, "story", story).stdout)


def test_a_story_in_json_has_everything(ledger: Path, story: str) -> None:
    row = json.loads(ask(ledger, "story", story, "--format", "json").stdout)
    assert row["story"] == story
    assert [one["document"] for one in row["reports"]] == ["r1", "r2", "r3"]
    assert row["reports"][1]["copy"]["of"] == "r1"
    assert row["expectations"][0]["due"] == "2026-03-05"
    assert {one["name"] for one in row["sources"]} >= {"The Red Cross"}


def test_a_story_in_csv_is_its_accounts(ledger: Path, story: str) -> None:
    rows = list(csv.DictReader(io.StringIO(ask(ledger, "story", story, "--format", "csv").stdout)))
    assert [(row["source_name"], row["min"], row["documents"]) for row in rows] == [
        ("The coast guard", "27", "2"),
        ("The Red Cross", "31", "1"),
    ]


def test_an_unknown_story_is_told_in_one_line(ledger: Path) -> None:
    done = ask(ledger, "story", "story-nowhere")
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1


def test_nothing_in_a_report_is_obeyed(tmp_path: Path) -> None:
    path = hostile_story_at(tmp_path / "desk.db")
    (row,) = json.loads(ask(path, "stories", "--format", "json").stdout)["items"]
    shown = ask(path, "story", row["story"], "--full").stdout + ask(path, "stories").stdout
    assert not ESCAPES.search(shown)


def test_what_changed_since_one_last_looked_is_told_once(tmp_path: Path) -> None:
    path = story_at(tmp_path / "desk.db", *REPORTS[:2])
    first = ask(path, "changes", "--since", "LAST")
    assert "since the beginning" in first.stdout
    assert "A new story" in first.stdout
    again = ask(path, "changes", "--since", "last")
    assert "nothing has changed since" in again.stderr


def test_what_changed_since_a_day_is_told_with_both_sides(ledger: Path, story: str) -> None:
    rows = ask(ledger, "changes", "--since", "2026-07-01", story, "--format", "jsonl").stdout.splitlines()
    kinds = [json.loads(row)["kind"] for row in rows]
    assert kinds[:2] == ["new story", "newly disputed"]
    assert "27" in rows[1]
    assert "31" in rows[1]


@pytest.mark.parametrize("arguments", [[], ["--since", "soon"]])
def test_since_when_has_to_be_told(ledger: Path, arguments: list[str]) -> None:
    assert ask(ledger, "changes", *arguments).exit_code == 2
