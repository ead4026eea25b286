import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay.errors import (
    BinaryReport,
    EmptyReport,
    ForeignReport,
    GarbledReport,
    LargeReport,
    MalformedReport,
    MissingReport,
    NoArticle,
    ReportError,
    UsageError,
)
from hearsay.ingest import documents
from hearsay.records.document import Document
from hearsay.settings import Settings
from tests.ingest.markup import SENTENCES, article, gzipped, page

REPORT = "The harbour board said on Friday that the quay would stay closed."
ROW = json.dumps({"id": "r", "text": REPORT})


def read(*inputs: str | Path, stdin: bytes | None = None, max_bytes: int = 100_000) -> list[Document | ReportError]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(documents(inputs, settings=Settings(max_bytes=max_bytes), stdin=stream))


def one(*inputs: str | Path, stdin: bytes | None = None, max_bytes: int = 100_000) -> Document | ReportError:
    (found,) = read(*inputs, stdin=stdin, max_bytes=max_bytes)
    return found


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", REPORT.encode()),
        ("a.unknown", REPORT.encode()),
        ("a.txt.gz", gzipped(REPORT.encode())),
        ("a.gz", gzipped(REPORT.encode())),
        ("a.jsonl", ROW.encode()),
        ("a.jsonl.gz", gzipped(ROW.encode())),
        ("rows", ROW.encode()),
        ("a.html", page(article())),
        ("a.html.gz", gzipped(page(article()))),
        ("page", page(article())),
    ],
)
def test_each_form_is_read_by_name_or_content(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    document = one(path)
    assert isinstance(document, Document), document
    assert document.text in (REPORT, "\n\n".join(SENTENCES))
    assert document.origin == str(path)


@pytest.mark.parametrize("data", [REPORT.encode(), ROW.encode(), page(article()), gzipped(REPORT.encode())])
def test_standard_input_is_told_from_its_content(data: bytes) -> None:
    document = one("-", stdin=data)
    assert isinstance(document, Document), document
    assert document.origin == "-"


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.txt", b"", EmptyReport),
        ("a.txt", b" \r\n\t\n", EmptyReport),
        ("a.txt", b"\xef\xbb\xbf \n", EmptyReport),
        ("a.html", b"", EmptyReport),
        ("a.jsonl", b"\n\n", EmptyReport),
        ("a.txt.gz", gzipped(b""), EmptyReport),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", BinaryReport),
        ("a.html", bytes(range(256)) * 10, BinaryReport),
        ("a.bin", bytes(range(256)) * 10, BinaryReport),
        ("a.txt", b"\x81\x8d\x8f\x90\x9d\xff\xfe" * 50, GarbledReport),
        ("a.txt.gz", gzipped(REPORT.encode())[:-9], GarbledReport),
        ("a.txt", b"x" * 100_001, LargeReport),
        ("a.html", b"<p>" + b"x" * 100_001, LargeReport),
        ("a.txt.gz", gzipped(b"x" * 100_001), LargeReport),
        ("a.txt.gz", gzipped(gzipped(b"x")), BinaryReport),
        ("a.jsonl", b'{"text": 1}', MalformedReport),
        ("a.json", b'{\n"text": "Yes."\n}', MalformedReport),
        ("a.html", b"<html><body><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></body></html>", NoArticle),
        ("a.txt", "Министр сообщил в понедельник, что число погибших выросло.".encode(), ForeignReport),
    ],
)
def test_each_failure_is_one_clear_line(tmp_path: Path, name: str, data: bytes, error: type[ReportError]) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = one(path)
    assert isinstance(found, error), found
    assert found.origin.startswith(str(path))
    assert str(found)
    assert "\n" not in str(found)
    assert found.advice


def test_one_broken_report_never_stops_the_rest(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.jsonl").write_text(f"{ROW}\nbroken\n{ROW}\n")
    (tmp_path / "d.txt").write_text(REPORT)
    found = read(tmp_path / "gone.txt", tmp_path, "\0", tmp_path / "d.txt")
    assert [type(item) for item in found] == [
        MissingReport,
        EmptyReport,
        Document,
        MalformedReport,
        Document,
        Document,
        MissingReport,
        Document,
    ]


def test_a_file_that_vanishes_while_others_are_read_is_missing(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(REPORT)
    found = documents([tmp_path], settings=Settings())
    assert isinstance(next(found), Document)
    (tmp_path / "b.txt").unlink()
    assert isinstance(next(found), MissingReport)
    assert isinstance(next(found), Document)


def test_a_stream_that_breaks_is_missing() -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    (found,) = documents(["-"], settings=Settings(), stdin=Broken())
    assert isinstance(found, MissingReport)
    assert "input/output error" in str(found)


def test_a_large_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    found = one(path, max_bytes=10_000_000)
    assert isinstance(found, LargeReport)
    assert "50,000,000" in str(found)


def test_the_limit_holds_for_each_row_not_for_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{ROW}\n" * 300 + json.dumps({"text": "x" * 2000}) + "\n")
    found = read(path, max_bytes=1000)
    assert [type(item) for item in found] == [Document] * 300 + [LargeReport]


def test_inputs_are_read_when_they_are_asked_for(tmp_path: Path) -> None:
    asked: list[str] = []

    def inputs() -> Iterator[Path]:
        for name in ("a.txt", "b.txt"):
            asked.append(name)
            (tmp_path / name).write_text(REPORT)
            yield tmp_path / name

    found = documents(inputs(), settings=Settings())
    assert asked == []
    next(found)
    assert asked == ["a.txt"]


def test_a_wrong_argument_is_refused_at_once() -> None:
    with pytest.raises(UsageError):
        documents([], settings=Settings(), published="soon")


def test_the_same_bytes_give_the_same_document(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_bytes(page(article()))
    first, second = read(tmp_path)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.id == second.id
    assert first.text == second.text
