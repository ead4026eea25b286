"""How a page has changed, from without."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.ledger.compare import compare
from hearsay.present.cli.main import app
from hearsay.present.cli.session import Session
from hearsay.present.versions import COLUMNS, tally
from hearsay.records.fetched import Fetched, Gathered
from hearsay.records.ledger import Ledger
from hearsay.settings import Settings
from tests.ledger.scripted import Scripted
from tests.ledger.versions import AFTER, BEFORE, EVENING, MORNING, page
from tests.present.asked import ask, ledger_at, with_hostile

FETCHED = Fetched(b"<p>", "2026-07-01T10:00:00+00:00", "text/html", None, None)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ledger_at(tmp_path_factory.mktemp("ledger") / "desk.db", BEFORE, AFTER)


def test_each_difference_is_a_row(ledger: Path) -> None:
    done = ask(ledger, "versions", "page#2", "--format", "json")
    rows = json.loads(done.stdout)["items"]
    assert [row["change"] for row in rows] == [*["changed"] * 3, "appeared", "appeared", "changed", "vanished"]
    oil, tonnes = rows[:2]
    assert tuple(oil) == COLUMNS
    assert (oil["kind"], oil["document"], oil["previous"], oil["version"]) == ("statement", "page#2", "page", 2)
    assert oil["former"] == {"words": "A tanker lost 30 tonnes of oil off Port Ellis"}
    assert (tonnes["value"]["min"], tonnes["former"]["min"], tonnes["statement"]) == (90, 30, oil["entry"])
    for row in rows:
        for text, spans, words in ((EVENING, "spans", "words"), (MORNING, "former_spans", "former_words")):
            assert row[words] is None or any(text[start:end] in row[words] for start, end in row[spans])
    assert rows[-1]["former_words"] == "that the season was over"
    assert (rows[-1]["entry"], rows[-1]["source_name"]) == (None, "fishermen")


def test_rows_are_the_same_in_every_format(ledger: Path) -> None:
    items = json.loads(ask(ledger, "versions", "page", "--format", "json").stdout)["items"]
    lines = ask(ledger, "versions", "page", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == items
    table = list(csv.DictReader(io.StringIO(ask(ledger, "versions", "page", "--format", "csv").stdout, newline="")))
    assert [row["words"] for row in table] == [item["words"] or "" for item in items]
    assert table[1]["changed"] == "words; min; max"


def test_two_versions_are_compared_as_they_are_given(ledger: Path) -> None:
    back = ask(ledger, "versions", "page#2", "page", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["change"] for line in back].count("vanished") == 2
    assert "Version 1" in ask(ledger, "versions", "page#2", "page").stdout


def test_a_report_that_never_changed_has_one_version(ledger: Path) -> None:
    done = ask(ledger, "versions", "quiet")
    assert done.stdout.splitlines()[:3] == ["rain.txt", "", "Version 1 · added Wed 1 Jul 2026, 04:00 (UTC) [quiet]"]
    assert json.loads(ask(ledger, "versions", "quiet", "--format", "json").stdout) == {"items": [], "after": None}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["nope"], "no document has the id 'nope'"), (["page", "quiet"], "page and quiet are not versions of one report")],
)
def test_what_cannot_be_compared_is_told(ledger: Path, arguments: list[str], said: str) -> None:
    done = ask(ledger, "versions", *arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_what_a_terminal_obeys_is_neutralised(tmp_path: Path) -> None:
    done = ask(with_hostile(tmp_path / "hostile.db"), "versions", "<b>x</b>")
    assert done.exit_code == 0
    assert not any(c in done.stdout for c in "\x1b\x9b\u202e")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (BEFORE, AFTER, "1 claim appeared, 1 vanished, 3 changed"),
        (page(MORNING), BEFORE, "5 claims read otherwise"),
        (BEFORE, BEFORE, "no claim appeared, vanished or changed"),
        (BEFORE, page("It rained."), "5 claims vanished"),
    ],
)
def test_the_count_in_words(before: object, after: object, told: str) -> None:
    assert tally(compare(before, after)) == told  # type: ignore[arg-type]  # ledgers, of which parametrize knows nothing


def add(ledger: Path, made: Ledger, *options: str) -> Result:
    reader = Scripted(Settings())
    reader.made = {"page": made}
    session = Session(
        gather_documents=lambda *_, **__: iter([Gathered(made.documents[0], FETCHED)]), open_reader=lambda _: reader
    )
    done = CliRunner().invoke(app, ["add", "page.html", "--ledger", str(ledger), *options], obj=session)
    assert done.exit_code == 0
    return done


@pytest.mark.parametrize("options", [[], ["--quiet"]])
def test_adding_a_new_version_tells_what_is_new(tmp_path: Path, options: list[str]) -> None:
    add(tmp_path / "desk.db", BEFORE)
    said = [
        "new version of https://norda.example/spill: 1 claim appeared, 1 vanished, 3 changed [page#2]",
        "1 report: 1 added as a new version",
    ]
    assert add(tmp_path / "desk.db", AFTER, *options).stderr.splitlines() == ([] if options else said)


def test_a_correction_that_is_not_found_again_is_told(tmp_path: Path) -> None:
    ledger = tmp_path / "desk.db"
    add(ledger, BEFORE)
    said = ["--by", "ann", "--why", "seen", "--ledger", str(ledger)]
    fear = BEFORE.statements[-1].id
    assert CliRunner().invoke(app, ["correct", "statement", fear, "--act", "express", *said]).exit_code == 0
    waits = "1 correction waits to be looked at: hearsay history --unanchored lists them"
    assert add(ledger, AFTER).stderr.splitlines()[-1] == waits
    assert waits not in add(ledger, AFTER).stderr
