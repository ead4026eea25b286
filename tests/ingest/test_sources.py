from pathlib import Path

import pytest

from hearsay.errors import EmptyReport, MissingReport
from hearsay.ingest.sources import find_files, missing


def test_a_folder_is_walked_in_sorted_order_without_what_is_hidden_or_no_report(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/y.jsonl.gz", "c/d/e.md", ".hidden/x.txt", ".x.txt", "notes.pdf", "c/README"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = [path.relative_to(tmp_path).as_posix() for path in find_files(tmp_path) if isinstance(path, Path)]
    assert found == ["a/y.jsonl.gz", "a/z.html", "b.txt", "c/d/e.md"]


def test_a_file_is_given_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "notes.pdf"
    assert list(find_files(path)) == [path]


def test_a_folder_without_a_report_says_so(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_text("x")
    (error,) = find_files(tmp_path)
    assert isinstance(error, EmptyReport)
    assert "folder" in str(error)
    assert error.origin == str(tmp_path)


def test_a_deep_folder_is_no_trouble(tmp_path: Path) -> None:
    path = tmp_path
    for _ in range(400):
        path = path / "d"
    path.mkdir(parents=True)
    (path / "a.txt").write_text("x")
    assert list(find_files(tmp_path)) == [path / "a.txt"]


@pytest.mark.parametrize(
    "error", [FileNotFoundError(2, "No such file"), PermissionError(13, "Permission denied"), OSError("odd")]
)
def test_what_the_system_says_becomes_one_line(error: OSError) -> None:
    found = missing(error, origin="here")
    assert isinstance(found, MissingReport)
    assert "\n" not in str(found)


def test_a_readme_in_a_folder_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("What is here.")
    (tmp_path / "report.txt").write_text("It rained.")
    assert [p.name for p in find_files(tmp_path) if isinstance(p, Path)] == ["report.txt"]
