"""Parquet, read back by pyarrow."""

import io
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from hearsay.present.cli.main import app
from hearsay.present.export.csv import FIGURE_COLUMNS, SPAN_COLUMNS, STATEMENT_COLUMNS
from hearsay.present.export.formats import FORMATS
from hearsay.records.ledger import Ledger
from hearsay.records.span import Span
from tests.present.export.many import many
from tests.present.made import BRIDGE, QUIET, session
from tests.records.drawn import ledgers

pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'hearsay[parquet]'")
pq = pytest.importorskip("pyarrow.parquet")
ROW_GROUP = 10_000


def written(name: str, ledgers: Iterable[Ledger], stream: IO[bytes]) -> None:
    (form,) = [form for form in FORMATS if form.name == name]
    form.load()(ledgers, stream)


def statements(*given: Ledger) -> list[dict[str, Any]]:
    stream = io.BytesIO()
    written("parquet", given, stream)
    rows: list[dict[str, Any]] = pq.read_table(io.BytesIO(stream.getvalue())).to_pylist()
    return rows


def figures(*given: Ledger) -> list[dict[str, Any]]:
    stream = io.BytesIO()
    written("figures.parquet", given, stream)
    rows: list[dict[str, Any]] = pq.read_table(io.BytesIO(stream.getvalue())).to_pylist()
    return rows


def test_a_statement_is_a_row_with_its_types() -> None:
    fourth = statements(BRIDGE, QUIET)[3]
    assert tuple(fourth) == (*STATEMENT_COLUMNS, *SPAN_COLUMNS)
    assert (fourth["via"], fourth["content"]) == (
        ["two officials who saw his letter"],
        ["repairs will cost 40 million crowns"],
    )
    assert (fourth["anonymous"], fourth["act"], fourth["said_on"], fourth["confidence"]) == (
        False,
        "estimate",
        None,
        0.93,
    )
    assert fourth["content_spans"] == [{"start": fourth["start"], "end": fourth["end"]}]


def test_a_figure_is_a_row_with_its_types() -> None:
    cost, piers = figures(BRIDGE, QUIET)
    assert tuple(cost) == FIGURE_COLUMNS
    assert (cost["words"], cost["min"], cost["inclusive"]) == ("40 million crowns", 40e6, True)
    assert (piers["source_name"], piers["question"], piers["base_min"]) == (None, None, None)


def test_a_table_without_rows_has_its_columns() -> None:
    stream = io.BytesIO()
    written("parquet", [QUIET], stream)
    table = pq.read_table(io.BytesIO(stream.getvalue()))
    assert (table.num_rows, tuple(table.column_names)) == (0, (*STATEMENT_COLUMNS, *SPAN_COLUMNS))
    assert table.schema.metadata[b"hearsay"] == b"statements"


def test_text_is_not_defused_here() -> None:
    document = replace(BRIDGE.documents[0], title="=1+1\x00\ud800")
    assert {row["title"] for row in statements(replace(BRIDGE, documents=(document,)))} == {"=1+1\x00\ufffd"}


@given(st.tuples(ledgers("d1"), ledgers("d2")))
@settings(max_examples=40, deadline=None)
def test_every_span_holds_its_words(pair: tuple[Ledger, Ledger]) -> None:
    texts = {ledger.documents[0].id: re.sub("[\ud800-\udfff]", "\ufffd", ledger.documents[0].text) for ledger in pair}
    for row in statements(*pair):
        text = texts[row["document"]]
        for words, spans in (("cue", "cue_spans"), ("content", "content_spans")):
            assert [Span(s["start"], s["end"]).of(text) for s in row[spans]] == row[words]
    for row in figures(*pair):
        assert texts[row["document"]][row["start"] : row["end"]] == row["words"]
    told = [(f.min, f.max) for ledger in pair for f in ledger.figures]
    assert [(row["min"], row["max"]) for row in figures(*pair)] == told


def test_row_groups_are_written_as_they_fill(tmp_path: Path) -> None:
    path = tmp_path / "many.parquet"
    before = pyarrow.total_allocated_bytes()
    with path.open("wb") as stream:
        written("parquet", many(2 * ROW_GROUP // 10 + 1), stream)
    read = pq.ParquetFile(path)
    assert [read.metadata.row_group(i).num_rows for i in range(3)] == [ROW_GROUP, ROW_GROUP, 10]
    assert pyarrow.total_allocated_bytes() <= before + 1_000_000


def test_memory_does_not_grow_with_the_documents() -> None:
    """In processes of their own: pyarrow's memory is none of Python's."""

    def peak(count: int) -> int:
        code = (
            "import resource; from hearsay.present.export.parquet import write_parquet;"
            "from tests.present.export.many import many;"
            f"write_parquet(many({count}), open('/dev/null', 'wb'));"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        return int(done.stdout)

    group = ROW_GROUP // 10
    # In kB. Two more groups of 10,000 rows: held, they would be over 60 MB.
    assert peak(4 * group) < peak(2 * group) + 30_000


@pytest.mark.parametrize("name", ["a.parquet", "a.figures.parquet", "figures.parquet"])
def test_the_command_writes_a_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    done = CliRunner().invoke(app, ["read", "bridge.html", "-o", str(path)], obj=session())
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")
    table = pq.read_table(path)
    assert table.num_rows == (2 if "figures" in name else 8)
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_the_command_writes_to_a_pipe_that_is_asked_for() -> None:
    done = CliRunner().invoke(app, ["read", "bridge.html", "-f", "parquet", "-o", "-"], obj=session())
    assert pq.read_table(io.BytesIO(done.stdout_bytes)).num_rows == 8


def test_a_full_disk_is_told_in_a_line() -> None:
    done = CliRunner().invoke(app, ["read", "bridge.html", "-f", "parquet", "-o", "/dev/full"], obj=session())
    assert (done.exit_code, len(done.stderr.splitlines())) == (1, 1)
    assert "/dev/full cannot be written: no space left on device" in done.stderr


def test_what_fails_leaves_no_file(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["read", "bridge.html", "bug", "-o", str(tmp_path / "a.parquet")], obj=session())
    assert isinstance(done.exception, KeyError)
    assert not list(tmp_path.iterdir())
