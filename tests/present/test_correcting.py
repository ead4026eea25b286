"""The commands that correct a ledger, from without."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from hearsay.present.cli.main import app
from tests.present.asked import ask, ledger_at

MADE = re.compile(r"(correction-[0-9a-f]{16}): ")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return ledger_at(tmp_path / "desk.db")


@pytest.fixture(autouse=True)
def nobody_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HEARSAY_LEDGER", "HEARSAY_ANALYST", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


def correct(ledger: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--ledger", str(ledger), "--by", "ann", "--why", "seen"])


def made(done: Result) -> str:
    assert done.exit_code == 0, done.stderr
    found = MADE.match(done.stdout)
    assert found
    return found[1]


def statement(ledger: Path, id: str, *options: str) -> dict[str, Any]:
    return dict(json.loads(ask(ledger, "statement", id, "--format", "json", *options).stdout))


def history(ledger: Path, *arguments: str) -> list[dict[str, Any]]:
    return list(json.loads(ask(ledger, "history", *arguments, "--format", "json").stdout)["items"])


def test_a_statement_is_changed(ledger: Path) -> None:
    options = ("--act", "Promise", "--source", "Ruud Okafor", "--via", "a sign", "--said-on", "none")
    done = correct(ledger, "correct", "statement", "bridge-1-s1", *options)
    assert done.stdout.partition(": ")[2] == (
        "act: promise (was none); said: none (was Mon 4 May 2026); source: Ruud Okafor (was the harbour board); "
        "via: a sign (was none)\n"
    )
    now = statement(ledger, "bridge-1-s1")
    assert (now["act"], now["source_name"], now["via"], now["said_on"]) == ("promise", "Ruud Okafor", ["a sign"], None)
    assert now["corrected"] == [made(done)]
    assert statement(ledger, "bridge-1-s1", "--as-read")["source_name"] == "the harbour board"
    shown = " ".join(ask(ledger, "statement", "bridge-1-s1").stdout.split())
    assert re.search(r"corrected act: promise \(was none\).*; ann, .*: seen \[correction-", shown)


def test_a_figure_is_changed(ledger: Path) -> None:
    options = ("--min", "38,000,000", "--max", "none", "--exclusive", "--approximate", "--unit", "NOK")
    made(correct(ledger, "correct", "figure", "cost", *options, "--counted", "repairs"))
    (figure,) = statement(ledger, "bridge-1-s4")["figures"]
    assert {name: figure[name] for name in ("min", "max", "inclusive", "approximate", "unit", "counted")} == {
        "min": 38e6,
        "max": None,
        "inclusive": False,
        "approximate": True,
        "unit": "NOK",
        "counted": "repairs",
    }


def test_a_statement_is_rejected_and_brought_back(ledger: Path) -> None:
    rejected = made(correct(ledger, "correct", "reject", "bridge-1-s5"))
    assert statement(ledger, "bridge-1-s5")["rejected"] is True
    assert "by an analyst: nobody says so" in ask(ledger, "statement", "bridge-1-s5").stdout
    undone = correct(ledger, "undo", rejected)
    assert f": undoes {rejected}" in undone.stdout
    assert statement(ledger, "bridge-1-s5")["rejected"] is False
    again = correct(ledger, "undo", rejected)
    assert again.exit_code == 2
    assert f"{rejected} has been undone by ann on" in again.stderr
    assert f"hearsay undo {made(undone)} brings it back" in again.stderr
    made(correct(ledger, "undo", made(undone)))
    assert [row["kind"] for row in history(ledger, "bridge-1-s5")] == ["reject", "undo", "undo"]


@pytest.mark.parametrize("cue", ["after", "136-141"])
def test_a_missed_statement_is_added(ledger: Path, cue: str) -> None:
    words = ("--content", "divers found cracks", "--cue", cue, "--source", "the harbour board")
    done = correct(ledger, "correct", "add", "bridge-1", *words, "--act", "assert")
    assert "added: “divers found cracks”, by the harbour board" in done.stdout
    added = history(ledger, made(done))[0]["target"]
    assert f"it is {added}" in done.stderr
    assert statement(ledger, added)["content"] == "divers found cracks"
    assert f"[{added}]" in ask(ledger, "find", "divers").stdout


def test_whose_a_pronoun_is_has_to_be_said(ledger: Path) -> None:
    words = ("--content", "she said", "--source", "she")
    refused = correct(ledger, "correct", "add", "bridge-1", *words)
    assert (refused.exit_code, "'she' names nobody" in refused.stderr) == (2, True)
    done = correct(ledger, "correct", "add", "bridge-1", *words, "--of", "Ana Téllez")
    assert "by Ana Téllez" in done.stdout


def test_two_sources_become_one_when_that_is_confirmed(ledger: Path) -> None:
    asked = correct(ledger, "correct", "source", "board", "--same-as", "chairman")
    assert asked.exit_code == 2
    assert asked.stderr.splitlines() == [
        "hearsay: Ruud Okafor and the harbour board would be one: 2 statements in 1 report",
        "hearsay: but two kinds: organization, person",
        "hearsay: nobody is there to be asked: say --yes if that is right",
    ]
    assert history(ledger) == []
    one = made(correct(ledger, "correct", "source", "board", "--same-as", "chairman", "--yes"))
    names = [row["name"] for row in csv.DictReader(io.StringIO(ask(ledger, "sources", "--format", "csv").stdout))]
    assert "Ruud Okafor" in names
    assert "the harbour board" not in names
    refused = correct(ledger, "correct", "source", "chairman", "--not-same-as", "board")
    assert (refused.exit_code, f"it contradicts {one}" in refused.stderr) == (2, True)
    assert "not sure whether" in correct(ledger, "correct", "source", "board", "--unsure", "chairman").stdout
    anonymous = correct(ledger, "correct", "source", "officials", "--same-as", "board", "--yes")
    assert "say --despite-anonymity if you know who it was" in anonymous.stderr
    named = ("correct", "source", "officials", "--same-as", "board", "--yes", "--despite-anonymity")
    assert "is the same as" in correct(ledger, *named).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["correct", "statement", "bridge-1-s1", "--act", "shout"], "there is no act 'shout': give one of assert, "),
        (["correct", "statement", "bridge-1-s1", "--said-on", "soon"], "'soon' is not an EDTF date"),
        (["correct", "statement", "bridge-1-s1"], "it is not said what to change"),
        (["correct", "statement", "nobody", "--act", "deny"], "no statement has the id 'nobody'"),
        (["correct", "figure", "cost", "--min", "many"], "--min: 'many' is no number"),
        (["correct", "figure", "cost", "--min", "50e6"], "min 50,000,000 is above max 40,000,000"),
        (["correct", "source", "board"], "one judgement at a time"),
        (["correct", "source", "board", "--same-as", "x", "--unsure", "y"], "one judgement at a time"),
        (["correct", "source", "board", "--same-as", "nobody"], "no source has the id 'nobody'"),
        (["correct", "add", "bridge-1", "--content", "5-5"], "no words stand at 5-5"),
        (["correct", "add", "bridge-1", "--content", "0-99999"], "runs past the report's"),
        (["undo", "correction-1"], "no correction has the id 'correction-1'"),
    ],
)
def test_nonsense_ends_with_one_line_and_2(ledger: Path, arguments: list[str], said: str) -> None:
    done = correct(ledger, *arguments)
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert said in done.stderr
    assert done.stdout == ""
    assert history(ledger) == []


def test_who_corrects(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rest = ["--why", "w", "--ledger", str(ledger)]
    monkeypatch.setenv("LOGNAME", "eve")
    assert CliRunner().invoke(app, ["correct", "reject", "bridge-1-s1", *rest]).exit_code == 0
    monkeypatch.setenv("HEARSAY_ANALYST", "bob")
    assert CliRunner().invoke(app, ["correct", "reject", "bridge-1-s2", *rest]).exit_code == 0
    assert [row["by"] for row in history(ledger)] == ["eve", "bob"]
    nobody = CliRunner().invoke(app, ["correct", "reject", "bridge-1-s3", "--by", " ", *rest])
    assert "it is not said who corrects" in nobody.stderr
    blank = CliRunner().invoke(app, ["correct", "reject", "bridge-1-s3", "--why", "", "--ledger", str(ledger)])
    assert "it is not said why" in blank.stderr
    missing = CliRunner().invoke(app, ["correct", "reject", "bridge-1-s3", "--ledger", str(ledger)])
    assert (missing.exit_code, "--why" in missing.stderr) == (2, True)


def test_history_is_told(ledger: Path) -> None:
    assert ask(ledger, "history").stdout == "Nothing found.\n"
    first = made(correct(ledger, "correct", "statement", "bridge-1-s1", "--certainty", "possible"))
    correct(ledger, "undo", first)
    lines = ask(ledger, "history", "bridge-1-s1", width=120).stdout.splitlines()
    assert lines[0] == "bridge-1-s1: certainty: possible (was certain)"
    assert re.fullmatch(
        r"  \d{4}-\d\d-\d\d \d\d:\d\d UTC, ann: seen \[correction-\w+, undone by correction-\w+\]", lines[1]
    )
    assert lines[2] == f"undoes {first}"
    rows = list(csv.DictReader(io.StringIO(ask(ledger, "history", "--format", "csv").stdout)))
    assert [row["kind"] for row in rows] == ["statement", "undo"]
    unknown = ask(ledger, "history", "nothing")
    assert (unknown.exit_code, "nothing has the id 'nothing'" in unknown.stderr) == (2, True)
    assert history(ledger, "--unanchored") == []
    assert ask(ledger, "history", "x", "--unanchored").exit_code == 2


def test_a_hostile_reason_is_shown_and_not_obeyed(ledger: Path) -> None:
    why = "\x1b[31mred\x1b[0m\n[bold]\x00\ud800"
    arguments = ["correct", "reject", "bridge-1-s1", "--ledger", str(ledger), "--by", "\x1b[1mx", "--why", why]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    shown = ask(ledger, "history").stdout
    assert "\x1b" not in shown
    assert "[bold]" in shown


@pytest.mark.parametrize("name", ["statement", "figure", "source", "reject", "add"])
def test_help_has_an_example(name: str) -> None:
    assert f"hearsay correct {name} " in CliRunner().invoke(app, ["correct", name, "--help"]).stdout
