"""Tables go between their markers, and nothing else in the page changes."""

from pathlib import Path

import pytest

from bench.readme import Row, markdown, put_between
from bench.texts import PROJECT


def test_a_table_has_a_line_for_each_row() -> None:
    assert markdown([Row("loading", "12 ms", "once")]).splitlines()[2] == "| loading | 12 ms | once |"


def test_only_what_is_between_the_markers_changes(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text("before\n<!-- bench -->\nold\n<!-- /bench -->\nafter\n", encoding="utf-8")
    put_between(page, "bench", "new\n")
    put_between(page, "bench", "newer")
    assert page.read_text(encoding="utf-8") == "before\n<!-- bench -->\nnewer\n<!-- /bench -->\nafter\n"


def test_a_page_without_markers_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text("<!-- bench -->", encoding="utf-8")
    with pytest.raises(ValueError, match="markers"):
        put_between(page, "bench", "new")


@pytest.mark.parametrize("marker", ["bench", "accuracy", "ledger-bench", "reconcile-bench", "desk-bench"])
def test_the_readme_has_its_markers(marker: str) -> None:
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert f"<!-- {marker} -->" in text
    assert f"<!-- /{marker} -->" in text
