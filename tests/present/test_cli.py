"""The command from without: what it writes, where, and how it ends."""

import json
import re

import pytest
from typer.testing import CliRunner, Result

import hearsay
from hearsay.errors import WeightsError
from hearsay.present.cli.main import app
from hearsay.present.cli.session import Session
from hearsay.records.wire import from_wire
from hearsay.settings import Settings
from tests.present.made import BRIDGE, TEXT, found, session

ESCAPES = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "HEARSAY_DEBUG", "HEARSAY_MAX_BYTES", "HEARSAY_THREADS"):
        monkeypatch.delenv(name, raising=False)


def run(*arguments: str, with_session: Session | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), obj=with_session or session())


def test_a_report_is_told_on_standard_output() -> None:
    done = run("read", "bridge.html")
    assert done.exit_code == 0
    assert done.stderr == ""
    assert "“Then we closed the road” [said]" in done.stdout


def test_several_reports_end_with_a_summary() -> None:
    done = run("read", "bridge.html", "rain.txt")
    assert (done.exit_code, done.stderr) == (0, "2 reports read\n")
    assert run("read", "bridge.html", "rain.txt", "--quiet").stderr == ""


def test_what_cannot_be_read_has_a_line_and_the_rest_is_read() -> None:
    done = run("read", "report.html", "bridge.html", "other.html", "rain.txt")
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "report.html: no article in this page: give the article's own page, or its text",
        "other.html: no article in this page: give the article's own page, or its text",
        "2 reports read, 2 not read",
    ]
    assert "Swing bridge shut" in done.stdout


def test_quiet_still_tells_errors() -> None:
    done = run("read", "report.html", "bridge.html", "-q")
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 1


def test_nothing_found_is_told() -> None:
    done = run("read", "nothing")
    assert (done.exit_code, done.stderr) == (1, "hearsay: no report in nothing\n")


def test_no_input_is_wrong_usage() -> None:
    done = run("read")
    assert done.exit_code == 2
    assert done.stderr.startswith("hearsay read: no report given: name a file or a folder")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read", "bridge.html", "--format", "xml"], "there is no format 'xml': give text, json, jsonl, csv,"),
        (["read", "bridge.html", "--no-such"], "No such option: --no-such"),
        (["reed", "bridge.html"], "No such command 'reed'"),
    ],
)
def test_wrong_usage_exits_with_2(arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_wrong_setting_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARSAY_THREADS", "many")
    done = run("read", "bridge.html")
    assert (done.exit_code, done.stderr) == (2, "hearsay: HEARSAY_THREADS is 'many': give a whole number\n")


def test_the_time_of_publication_is_passed_on() -> None:
    given: list[str | None] = []

    def find(inputs, *, settings: Settings, published: str | None):  # type: ignore[no-untyped-def]  # as found is
        given.append(published)
        return found(inputs, settings=settings, published=published)

    watched = Session(find, open_reader=session().open_reader)
    run("read", "bridge.html", "--published", "2026-05-04", with_session=watched)
    assert given == ["2026-05-04"]


def test_missing_weights_are_told_in_a_line() -> None:
    def missing(settings: Settings) -> None:
        raise WeightsError("the reader's weights are missing")

    broken = Session(found, open_reader=missing)  # type: ignore[arg-type]  # it never gets to give a reader
    done = run("read", "bridge.html", with_session=broken)
    assert (done.exit_code, done.stderr) == (1, "hearsay: the reader's weights are missing: install hearsay again\n")
    done = run("--version", with_session=broken)
    assert "no reader (the reader's weights are missing)" in done.stdout


def test_json_is_a_ledger() -> None:
    done = run("read", "bridge.html", "--format", "json")
    assert from_wire(json.loads(done.stdout)) == BRIDGE


def test_an_id_that_is_taken_gets_a_number() -> None:
    done = run("read", "many-3", "--format", "json")
    ledger = from_wire_with_shared_sources(done.stdout)
    assert [document["id"] for document in ledger["documents"]] == ["bridge-1", "bridge-1#2", "bridge-1#3"]
    assert {s["document"] for s in ledger["statements"]} == {"bridge-1", "bridge-1#2", "bridge-1#3"}


def from_wire_with_shared_sources(text: str) -> dict[str, list[dict[str, str]]]:
    """The scripted reader gives the same sources again and again, which no ledger may: only looked at as JSON."""
    ledger: dict[str, list[dict[str, str]]] = json.loads(text)
    return ledger


def test_html_is_a_page() -> None:
    done = run("read", "bridge.html", "--format", "HTML")
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert "</html>" in done.stdout


def test_json_without_a_report_is_an_empty_ledger() -> None:
    done = run("read", "report.html", "--format", "json")
    assert done.exit_code == 1
    assert not from_wire(json.loads(done.stdout)).documents


def test_what_a_terminal_obeys_is_neutralised() -> None:
    done = run("read", "hostile.txt", "bad\x1b[2J\x07\nname.html", "\udcff.html")
    assert not ESCAPES.search(done.stdout)
    assert not ESCAPES.search(done.stderr)
    assert "\u202e" not in done.stdout + done.stderr
    assert "␛[2J[link=https://evil.example]x[/link]" in done.stdout
    assert "bad␛[2J␇ name.html: no article in this page" in done.stderr


def test_columns_set_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    assert max(map(len, run("read", "bridge.html").stdout.splitlines())) <= 44


def test_the_version_names_the_reader() -> None:
    assert run("--version").stdout == f"hearsay {hearsay.__version__}, reader 7\n"


def test_help_has_an_example() -> None:
    assert "Example: hearsay read" in run("--help").stdout
    done = run("read", "--help")
    assert done.exit_code == 0
    assert "hearsay read folder/ --format json -o ledger.json" in done.stdout


def test_the_text_is_the_reports() -> None:
    done = run("read", "bridge.html", "--format", "json")
    assert json.loads(done.stdout)["documents"][0]["text"] == TEXT
