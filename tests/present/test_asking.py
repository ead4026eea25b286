"""The commands that ask a ledger, from without."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hearsay.present.cli.main import app
from hearsay.records.wire import from_wire
from tests.present.asked import ask, ledger_at, with_hostile
from tests.present.made import BRIDGE

ESCAPES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ledger_at(tmp_path_factory.mktemp("ledger") / "desk.db")


def items(ledger: Path, *arguments: str) -> list[dict[str, object]]:
    done = ask(ledger, *arguments, "--format", "json")
    assert done.exit_code == 0
    return list(json.loads(done.stdout)["items"])


def statements(ledger: Path, *arguments: str) -> list[object]:
    return [item["statement"] or item["document"] for item in items(ledger, "find", *arguments)]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["swing", "bridge"], ["bridge-1-s1", "ferry-1-s1"]),
        (['"swing bridge" -neglected'], ["bridge-1-s1"]),
        (["--", "bridge", "-swing"], ["bridge-1-s8", "ferry-1-s4"]),
        (["bridge", "--source", "ilse brandt"], ["ferry-1-s1"]),
        (["bridge", "--publisher", "norda news", "--no-figures"], ["bridge-1-s1", "bridge-1-s8"]),
        (["--party", "Land of Ellis", "--act", "DENY"], ["ferry-1-s1"]),
        (["--certainty", "possible"], ["ferry-1-s3"]),
        (["--figures", "--published-from", "2026-06"], ["ferry-1-s3"]),
        (["--said-from", "2026-06-01", "--said-to", "2026"], ["ferry-1-s1", "ferry-1-s3"]),
        (["--anonymous", "--document", "ferry-1"], ["ferry-1-s4"]),
        (["--named", "--published-to", "2026-05"], ["bridge-1-s2", "bridge-1-s3", "bridge-1-s4"]),
        (["courier"], ["ferry-1"]),
        (["bridge", "--as-of", "2026-06"], []),
    ],
)
def test_find_with_filters(ledger: Path, arguments: list[str], expected: list[str]) -> None:
    options = ["find", "--format", "json", "--ledger", str(ledger)]
    done = CliRunner().invoke(app, [*options, *arguments])
    assert done.exit_code == 0, done.stderr
    found = json.loads(done.stdout)["items"]
    assert sorted(item["statement"] or item["document"] for item in found) == sorted(expected)


def test_marks_are_told_to_programs(ledger: Path) -> None:
    (found,) = items(ledger, "find", '"closed the road"')
    start, end = found["marks"][0]  # type: ignore[index]  # it is a list
    assert str(found["passage"])[start:end] == "closed the road"
    assert found["passage_span"] == [278, 314]
    assert BRIDGE.documents[0].text[278:314] == found["passage"]


def test_marks_show_without_colour_and_with_it(ledger: Path) -> None:
    assert "“Then we *closed* the *road*,” she said." in ask(ledger, "find", "closed", "road").stdout
    coloured = ask(ledger, "find", "closed", "road", colour=True).stdout
    assert "*" not in coloured
    assert "\x1b[1;4mclosed\x1b[0m" in coloured


@pytest.mark.parametrize(
    "arguments", [["find", "the"], ["sources"], ["source", "Ana Téllez"], ["documents"]], ids=lambda a: str(a[0])
)
def test_pages_join_to_the_whole(ledger: Path, arguments: list[str]) -> None:
    whole = items(ledger, *arguments)
    assert len(whole) > 2
    seen: list[dict[str, object]] = []
    after: list[str] = []
    for _ in whole:
        page = json.loads(ask(ledger, *arguments, "-n", "2", *after, "--format", "json").stdout)
        seen += page["items"]
        if page["after"] is None:
            break
        after = ["--after", page["after"]]
    assert seen == whole


def test_the_next_page_is_told_on_standard_error(ledger: Path) -> None:
    done = ask(ledger, "documents", "--limit", "1", "--format", "jsonl")
    assert json.loads(done.stdout)["document"] == "bridge-1"
    assert done.stderr == "hearsay: more with --after 1\n"
    assert ask(ledger, "documents").stderr == ""


def test_csv_has_a_header_and_the_same_rows(ledger: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(ask(ledger, "find", "repairs", "--format", "csv").stdout, newline="")))
    told = items(ledger, "find", "repairs")
    assert [row["statement"] for row in rows] == [item["statement"] for item in told]
    assert list(rows[0]) == list(told[0])
    assert {row["via"] for row in rows} == {"", "two officials who saw his letter"}


@pytest.mark.parametrize(
    "arguments",
    [["sources"], ["source", "ana tellez"], ["documents"], ["document", "bridge-1"], ["statement", "ferry-1-s3"]],
    ids=lambda a: str(a[0]),
)
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_every_command_writes_rows(ledger: Path, arguments: list[str], form: str) -> None:
    done = ask(ledger, *arguments, "--format", form)
    assert done.exit_code == 0
    if form == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in done.stdout.splitlines())
    else:
        rows = list(csv.reader(io.StringIO(done.stdout, newline="")))
        assert len(rows) > 1
        assert {len(row) for row in rows} == {len(rows[0])}


def test_a_document_is_a_ledger_in_json(ledger: Path) -> None:
    assert from_wire(json.loads(ask(ledger, "document", "bridge-1", "--format", "json").stdout)) == BRIDGE


def test_a_statement_has_everything(ledger: Path) -> None:
    told = json.loads(ask(ledger, "statement", "bridge-1-s4", "--format", "json").stdout)
    assert told["via"] == ["two officials who saw his letter"]
    assert (told["act"], told["act_words"], told["certainty"]) == ("estimate", "believes", "probable")
    assert [figure["words"] for figure in told["figures"]] == ["40 million crowns"]
    assert (told["confidence"], told["source_confidence"], told["medium"]) == (0.93, 0.9, "his letter")
    start, end = told["content_spans"][0]
    left, _ = told["paragraph_span"]
    assert told["paragraph"][start - left : end - left] == told["content"]


def test_nothing_found_is_no_error(ledger: Path) -> None:
    done = ask(ledger, "find", "zebra")
    assert (done.exit_code, done.stdout) == (0, "Nothing found.\n")
    assert ask(ledger, "find", "zebra", "--format", "jsonl").stdout == ""
    assert items(ledger, "find", "zebra") == []
    assert ask(ledger, "documents", "--as-of", "2020").stdout == "Nothing found.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["find"], "nothing to look for: give a word, or a filter such as a source"),
        (["find", "x", "--act", "shout"], "--act: there is no 'shout': give assert, estimate,"),
        (["find", "x", "--certainty", "sure"], "--certainty: there is no 'sure': give certain, probable,"),
        (["find", "x", "--said-from", "yesterday"], "--said-from: 'yesterday' is no date: give a day, a month or"),
        (["find", "x", "--published-to", "2026-02-30"], "--published-to: '2026-02-30' is no date"),
        (["find", "x", "--as-of", "2026-13"], "--as-of: '2026-13' is no date"),
        (["find", "x", "--after", "7"], "'7' is no cursor of this search"),
        (["find", "x", "--format", "xml"], "there is no format 'xml': give text, json, jsonl or csv"),
        (["documents", "--after", "x"], "'x' is no cursor of documents"),
        (["document", "nope"], "no document has the id 'nope'"),
        (["statement", "nope"], "no statement has the id 'nope'"),
        (["source", "Nobody"], "nobody is credited as 'Nobody': hearsay sources lists who is"),
        (["source", "tellez"], "nobody is credited as 'tellez': do you mean 'Ana Téllez'?"),
        (["find", "x", "--said-from", "2026", "--said-to", "2025"], "--said-from is after --said-to"),
        (["find", "x", "--limit", "0"], "greater than or equal to 1"),
    ],
)
def test_wrong_usage_is_one_line_and_2(ledger: Path, arguments: list[str], said: str) -> None:
    done = ask(ledger, *arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stdout == ""


def test_a_ledger_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = ask(tmp_path / "no.db", "sources")
    assert (done.exit_code, len(done.stderr.splitlines())) == (1, 1)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("HEARSAY_LEDGER", raising=False)
    done = CliRunner().invoke(app, ["sources"])
    assert done.stderr.splitlines()[0] == "hearsay: the ledger is hearsay.db in the current folder"
    ledger_at(tmp_path / "hearsay.db")
    assert CliRunner().invoke(app, ["sources"]).exit_code == 0


def test_what_a_terminal_obeys_is_neutralised(tmp_path: Path) -> None:
    hostile = with_hostile(tmp_path / "hostile.db")
    for arguments in (["find", "said"], ["find", "red"], ["sources"], ["documents"], ["document", "<b>x</b>"]):
        done = ask(hostile, *arguments)
        assert done.exit_code == 0, done.stderr
        assert not ESCAPES.search(done.stdout)
        assert "\u202e" not in done.stdout
    for arguments in (["statement", "st"], ["source", "<img src=x onerror=alert(5)>\x1b[1m"]):
        done = ask(hostile, *arguments)
        assert done.exit_code == 0, done.stderr
        assert not ESCAPES.search(done.stdout)
    assert not ESCAPES.search(ask(hostile, "find", "said", "--format", "csv").stdout.replace("\r\n", "\n"))
