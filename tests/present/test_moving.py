"""A ledger out as a file, and back."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.ledger.connect import Store
from hearsay.present.cli.main import app
from hearsay.reconcile.place import Placer
from tests.ledger.versions import AFTER, BEFORE
from tests.present.asked import ask, ledger_at


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return ledger_at(tmp_path / "desk.db", BEFORE, AFTER)


def move(command: str, *arguments: str | Path) -> Result:
    done = CliRunner().invoke(app, [command, *map(str, arguments)])
    assert done.exit_code == 0, done.stderr
    return done


def place(ledger: Path) -> None:
    """Put the reports of a ledger into stories, as adding and importing do."""
    store = Store(ledger, create=False)
    assert list(Placer(store).catch_up())
    store.close()


def test_what_was_exported_comes_back_the_same(ledger: Path, tmp_path: Path) -> None:
    one, two, copy = tmp_path / "one.json", tmp_path / "two.json", tmp_path / "copy.db"
    said = ["--by", "ann", "--why", "seen", "--ledger", str(ledger)]
    corrected = CliRunner().invoke(app, ["correct", "statement", "bridge-1-s4", "--act", "deny", *said])
    assert corrected.exit_code == 0
    place(ledger)
    move("export", "--ledger", ledger, "-o", one)
    assert move("import", one, "--ledger", copy).stderr == "4 reports: 4 added\n"
    move("export", "--ledger", copy, "-o", two)
    assert two.read_bytes() == one.read_bytes()
    assert move("import", one, "--ledger", copy).stderr == "4 reports: 4 there already\n"
    assert move("import", one, "--ledger", ledger).stderr == "4 reports: 4 there already\n"
    assert "whole" in move("check", "--ledger", copy).stderr


def test_where_the_entries_differ_those_of_the_file_are_shown(ledger: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.json", tmp_path / "two.json"
    move("export", "--ledger", ledger, "-o", one)
    told = json.loads(one.read_text(encoding="utf-8"))
    for statement in told["statements"]:
        if statement["id"] == "bridge-1-s4":
            statement["act"] = "express"
    two.write_text(json.dumps(told), encoding="utf-8")
    copy = tmp_path / "copy.db"
    move("import", one, "--ledger", copy)
    assert move("import", two, "--ledger", copy).stderr == "4 reports: 1 read again, 3 there already\n"
    told_there = json.loads(ask(copy, "statement", "bridge-1-s4", "--format", "json").stdout)
    assert told_there["act"] == "express"


def test_as_it_stood_on_a_day(ledger: Path) -> None:
    assert json.loads(move("export", "--ledger", ledger, "--as-of", "2026-06-30").stdout)["documents"] == []
    assert len(json.loads(move("export", "--ledger", ledger, "--as-of", "2026-07").stdout)["documents"]) == 4


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read: no such file or directory: check the path"),
        ("[]", "ledger"),
        ('{"format": "hearsay-ledger", "version": 9}', "version"),
    ],
)
def test_what_is_no_ledger_is_told_and_nothing_is_added(content: str | None, said: str, tmp_path: Path) -> None:
    file = tmp_path / "ledger.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    done = CliRunner().invoke(app, ["import", str(file), "--ledger", str(tmp_path / "desk.db")])
    assert (done.exit_code, len(done.stderr.splitlines())) == (1, 1)
    assert said in done.stderr
