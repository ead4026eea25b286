"""The commands that overrule what reports come to, from without."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.present.cli.main import app
from tests.present.asked import ledger_at


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return ledger_at(tmp_path / "desk.db")


def correct(ledger: Path, *arguments: str) -> Result:
    asked = ["correct", *arguments, "--ledger", str(ledger), "--by", "ann", "--why", "seen"]
    return CliRunner().invoke(app, asked)


def test_two_figures_are_held_together_and_apart(ledger: Path) -> None:
    done = correct(ledger, "question", "cost", "--no-conflict-with", "cars")
    assert done.exit_code == 0, done.stderr
    assert "are in no conflict" in done.stdout
    assert "different units" in done.stderr
    assert "answer one question" in correct(ledger, "question", "cost", "--same-as", "cars").stdout
    assert "do not answer one question" in correct(ledger, "question", "cars", "--not-same-as", "cost").stdout


def test_a_report_carries_another(ledger: Path) -> None:
    assert "bridge-1 carries the account of quiet" in correct(ledger, "report", "bridge-1", "--copy-of", "quiet").stdout
    assert "neither" in correct(ledger, "report", "quiet", "--not-copy-of", "bridge-1").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("question", "cost"), "one judgement at a time"),
        (("question", "cost", "--same-as", "cost"), "the same figure"),
        (("question", "cost", "--same-as", "nothing"), "no figure has the id 'nothing'"),
        (("report", "bridge-1", "--story", "new"), "in no story yet"),
        (("report", "bridge-1", "--copy-of", "nothing"), "no document has the id 'nothing'"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_line(ledger: Path, arguments: tuple[str, ...], said: str) -> None:
    done = correct(ledger, *arguments)
    assert done.exit_code != 0
    assert said in " ".join(done.stderr.split())
    assert not done.stdout
