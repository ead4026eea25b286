"""Each command, option, error, setting, format and public name stands in its reference page, and nothing else does."""

import dataclasses
import io
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

import hearsay
import hearsay.errors
from hearsay.ledger.connect import Store
from hearsay.ledger.view import View
from hearsay.present.cli.ending import ExitCode
from hearsay.present.cli.forms import READ_FORMATS
from hearsay.present.cli.main import app
from hearsay.present.export.csv import FIGURE_COLUMNS, SPAN_COLUMNS, STATEMENT_COLUMNS
from hearsay.present.export.formats import Format
from hearsay.reconcile.ask import Stories
from hearsay.records.document import Part, PartKind
from hearsay.records.statement import Mode, Spans
from hearsay.records.wire import write_json
from hearsay.settings import Settings
from tests.docs.pages import REFERENCE, sections
from tests.present.story_ledger import GUARD, OWNER, REPORTS, entries, story_at

DAY = "2026-03-02"


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """A command and those below it, each by the words that call it."""
    children = getattr(command, "commands", {})
    if not children or command.params:
        yield name, command
    for child, below in children.items():
        if not below.hidden:
            yield from commands(below, f"{name} {child}")


def errors(root: type[Exception]) -> Iterator[type[Exception]]:
    """An error class and all below it."""
    yield root
    for child in root.__subclasses__():
        yield from errors(child)


def keys(value: object) -> Iterator[str]:
    """Every key in parsed JSON, at any depth."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield key
            yield from keys(below)
    elif isinstance(value, list):
        for below in value:
            yield from keys(below)


COMMANDS = dict(commands(typer.main.get_command(app), "hearsay"))


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_described_with_its_options(name: str) -> None:
    found = sections(REFERENCE / "cli.md")
    assert name in found
    options = [
        flag
        for parameter in COMMANDS[name].params
        if not getattr(parameter, "hidden", False) and parameter.param_type_name == "option"
        for flag in [*parameter.opts, *parameter.secondary_opts]
    ]
    missing = [flag for flag in options if f"`{flag}" not in found[name] and f", {flag}" not in found[name]]
    assert not missing


def test_no_command_is_described_that_is_not_there() -> None:
    described = {heading for heading in sections(REFERENCE / "cli.md") if heading.startswith("hearsay ")}
    assert described <= set(COMMANDS)


def test_each_error_has_its_heading_and_no_other() -> None:
    there = {error.__name__ for error in errors(hearsay.errors.HearsayError) if error.__module__ == "hearsay.errors"}
    described = {heading for heading in sections(REFERENCE / "errors.md") if heading.isidentifier()}
    assert described - {"Errors"} == there


def test_the_drawn_tree_of_errors_is_the_tree() -> None:
    drawn = (hearsay.errors.__doc__ or "").split()
    missing = [error.__name__ for error in errors(hearsay.errors.HearsayError) if error.__name__ not in drawn]
    assert not missing


@pytest.mark.parametrize("field", dataclasses.fields(Settings), ids=lambda field: field.name)
def test_each_setting_has_its_heading_its_variable_and_its_default(field: dataclasses.Field[Any]) -> None:
    text = sections(REFERENCE / "settings.md")[field.name]
    assert f"`HEARSAY_{field.name.upper()}`" in text
    default = f"{field.default:,}" if isinstance(field.default, int) else repr(field.default)
    assert f"`{default}`" in text


def test_each_public_name_is_described() -> None:
    text = (REFERENCE / "python.md").read_text(encoding="utf-8")
    missing = [name for name in hearsay.__all__ if f"`{name}" not in text and f"hearsay.{name}" not in text]
    assert not missing


@pytest.mark.parametrize("record", [hearsay.Document, hearsay.Source, hearsay.Statement], ids=lambda r: r.__name__)
def test_each_field_of_a_public_record_is_described(record: type) -> None:
    text = sections(REFERENCE / "python.md")[f"hearsay.{record.__name__}"]
    assert [field.name for field in dataclasses.fields(record) if f"`{field.name}`" not in text] == []


def test_each_key_of_ledger_json_is_described() -> None:
    text = sections(REFERENCE / "formats.md")["json"]
    span = hearsay.Span(0, 1)
    document = hearsay.Document(id="d", text="T", parts=(Part(PartKind.NOTICE, span),))
    statement = hearsay.Statement("s", "d", "o", (), Spans((), (span,), ()), (), Mode.INDIRECT, 1.0)
    ledger = hearsay.Ledger((document,), (hearsay.Source("o", "O"),), (statement,))
    out = io.StringIO()
    write_json([ledger], out)
    assert [key for key in keys(json.loads(out.getvalue())) if f"`{key}`" not in text and f'"{key}"' not in text] == []


def test_each_key_of_what_reports_come_to_is_described(tmp_path: Path) -> None:
    text = sections(REFERENCE / "formats.md")["json"]
    words = "managers had switched off the alarms"
    opening = "HALLBY, March 2 (Norda) - The ferry Solveig sank off Hallby on Sunday."
    affirmed = (GUARD, "said", words)
    denied = (OWNER, "denied", f"that {words}")
    more = [
        entries(f"more-{cue}", f"{opening} {who.name} {cue} {what}.", publisher=cue, said=((who, cue, what),), day=DAY)
        for who, cue, what in (affirmed, denied)
    ]
    store = Store(story_at(tmp_path / "story.db", *REPORTS, *more), create=False)
    out = io.StringIO()
    write_json(Stories(View(store)).ledgers(), out)
    store.close()
    told = json.loads(out.getvalue())
    assert all(told[name] for name in ("stories", "copies", "denials"))
    assert {key for key in keys(told) if f"`{key}`" not in text and f'"{key}"' not in text} == set()


def test_each_format_has_its_heading_and_no_other() -> None:
    described = set(sections(REFERENCE / "formats.md")) - {"Formats"}
    assert described == {form.name for form in READ_FORMATS}


@pytest.mark.parametrize("form", READ_FORMATS, ids=lambda form: form.name)
def test_each_format_is_described_with_its_media_type_and_endings(form: Format) -> None:
    text = sections(REFERENCE / "formats.md")[form.name]
    assert [word for word in (form.media_type, *form.endings) if f"`{word}`" not in text] == []


@pytest.mark.parametrize(
    ("name", "columns"),
    [("csv", STATEMENT_COLUMNS), ("figures.csv", FIGURE_COLUMNS), ("parquet", SPAN_COLUMNS)],
)
def test_each_column_is_described(name: str, columns: Iterable[str]) -> None:
    text = sections(REFERENCE / "formats.md")[name]
    assert [column for column in columns if f"`{column}`" not in text] == []


def test_each_exit_code_is_described() -> None:
    table = sections(REFERENCE / "cli.md")["Exit codes"]
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)} == set(ExitCode)
