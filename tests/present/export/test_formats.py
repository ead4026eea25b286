"""The list of formats, and how the command chooses from it."""

import subprocess
import sys
from pathlib import Path, PurePath

import pytest
from typer.testing import CliRunner

from hearsay.errors import UsageError
from hearsay.present.cli.forms import READ_FORMATS, TEXT, chosen, listed
from hearsay.present.cli.main import app
from hearsay.present.export.formats import FORMATS, Format, format_of_name
from tests.present.made import session

NAMES = [form.name for form in READ_FORMATS]


def test_names_and_endings_are_each_of_one_format() -> None:
    endings = [ending for form in READ_FORMATS for ending in form.endings]
    assert len(set(NAMES)) == len(NAMES)
    assert len(set(endings)) == len(endings)
    assert all(ending.startswith(".") and ending == ending.lower() for ending in endings)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_each_is_told_in_a_line(form: Format) -> None:
    assert form.what
    assert "\n" not in form.what
    assert form.media_type.count("/") >= 1


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.json", "json"),
        ("A.JSON", "json"),
        ("a.jsonl", "jsonl"),
        ("a.ndjson", "jsonl"),
        ("a.jsonld", "annotation"),
        ("a.csv", "csv"),
        ("a.figures.csv", "figures.csv"),
        ("figures.csv", "figures.csv"),
        ("my-figures.csv", "csv"),
        ("a.figures.parquet", "figures.parquet"),
        ("a.parquet", "parquet"),
        ("a.htm", "html"),
        ("a.json.gz", None),
        ("a", None),
    ],
)
def test_the_ending_tells_the_format(name: str, form: str | None) -> None:
    found = format_of_name(PurePath("some.csv") / name)
    assert (found.name if found else None) == form


def test_what_is_given_goes_before_the_ending() -> None:
    assert chosen("CSV", Path("a.json"), formats=READ_FORMATS, default=TEXT).name == "csv"
    assert chosen(None, Path("a.json"), formats=READ_FORMATS, default=TEXT).name == "json"
    assert chosen(None, Path("a.out"), formats=READ_FORMATS, default=TEXT) is TEXT
    assert chosen(None, None, formats=READ_FORMATS, default=TEXT) is TEXT
    with pytest.raises(UsageError, match="there is no format 'xml'"):
        chosen("xml", None, formats=READ_FORMATS, default=TEXT)


def test_names_are_listed_as_in_a_sentence() -> None:
    assert listed(FORMATS[:1]) == "json"
    assert listed(FORMATS[:3]) == "json, jsonl or csv"


@pytest.mark.parametrize("name", [form.name for form in READ_FORMATS if not form.is_binary])
def test_the_command_writes_each_that_is_text(name: str) -> None:
    done = CliRunner().invoke(app, ["read", "bridge.html", "hostile.txt", "-q", "-f", name], obj=session())
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout_bytes.decode("utf-8")


def test_line_ends_stay_as_they_are_made() -> None:
    done = CliRunner().invoke(app, ["read", "bridge.html", "-f", "csv"], obj=session())
    assert done.stdout_bytes.count(b"\r\n") == 9
    assert done.stdout_bytes.count(b"\n") == 9


def test_a_format_that_is_no_text_needs_a_file() -> None:
    done = CliRunner().invoke(app, ["read", "bug", "-f", "parquet"], obj=session())
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "hearsay: parquet is not text: name a file for it with -o FILE\n"


def test_help_names_each_format() -> None:
    said = " ".join(CliRunner().invoke(app, ["read", "--help"], obj=session()).stdout.split())
    assert listed(READ_FORMATS) in said


def test_a_missing_pyarrow_is_told_in_a_line(tmp_path: Path) -> None:
    """In a process in which importing pyarrow fails, as where it is not installed."""
    code = (
        "import sys; sys.modules['pyarrow'] = None; sys.argv[1:] = ['read', 'bug', '-o', 'a.parquet'];"
        "from hearsay.present.cli.main import main; from tests.present.made import session; main(session())"
    )
    environment = {"PYTHONPATH": str(Path(__file__).resolve().parents[3])}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env=environment,
    )
    assert done.returncode == 2
    said = "hearsay: parquet is written by pyarrow, which is not installed: pip install 'hearsay[parquet]'\n"
    assert (done.stdout, done.stderr) == ("", said)
    assert not list(tmp_path.iterdir())


def test_pyarrow_is_not_loaded_unless_it_is_asked_for() -> None:
    code = (
        "import io, sys; from hearsay.present.export.formats import FORMATS;"
        "[form.load()([], io.StringIO()) for form in FORMATS if not form.is_binary]; print('pyarrow' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.mark.parametrize("terminal", [True, False])
def test_nothing_that_is_no_text_goes_to_a_terminal(terminal: bool) -> None:
    """In a process whose standard output is a terminal, or a pipe."""
    code = (
        "import os, pty, sys; from pathlib import Path; from hearsay.errors import UsageError;"
        "from hearsay.present.cli.forms import FORMATS, chosen, TEXT\n"
        f"if {terminal}: os.dup2(pty.openpty()[1], 1)\n"
        "try: chosen('parquet', Path('-'), formats=FORMATS, default=TEXT)\n"
        "except UsageError as error: print(error, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ("parquet is not text, and standard output is a terminal\n" if terminal else "")
