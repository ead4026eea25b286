"""The commands that overrule what reports come to, from without."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.ledger import stories
from hearsay.ledger.connect import Store
from hearsay.ledger.view import View
from hearsay.ledger.writer import Writer
from hearsay.present.cli.main import app
from tests.present.made import BRIDGE, QUIET
from tests.present.made_ferry import FERRY


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Two reports of one story, and one that is in none yet."""
    made = tmp_path / "desk.db"
    store = Store(made, create=True)
    cars = [replace(figure, question="cost") for figure in FERRY.figures]
    for entries in (BRIDGE, replace(FERRY, figures=tuple(cars), questions=BRIDGE.questions), QUIET):
        Writer(store).add(entries, reader="7")
    view = View(store)
    with store.writing.begin() as connection:
        lines = [view.document(id).lineage for id in ("bridge-1", "ferry-1")]
        story = stories.begin(connection, lines[0], recorded="2026-01-01")
        for line in lines:
            stories.put(connection, line, story=story, why="alike", recorded="2026-01-01")
    store.close()
    return made


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
        (("question", "cost", "--same-as", "piers"), "figure piers answers no question"),
        (("question", "cost", "--same-as", "nothing"), "no figure has the id 'nothing'"),
        (("report", "quiet", "--story", "new"), "in no story yet"),
        (("report", "bridge-1", "--story", "story-9"), "no story has the id 'story-9'"),
        (("report", "bridge-1", "--copy-of", "nothing"), "no document has the id 'nothing'"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_line(ledger: Path, arguments: tuple[str, ...], said: str) -> None:
    done = correct(ledger, *arguments)
    assert done.exit_code != 0
    assert said in " ".join(done.stderr.split())
    assert not done.stdout
