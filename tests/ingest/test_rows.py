import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import (
    EmptyReport,
    ForeignReport,
    GarbledReport,
    LargeReport,
    MalformedReport,
    ReportError,
    UsageError,
)
from hearsay.ingest import from_row
from hearsay.ingest.rows import read_rows
from hearsay.records.document import Document, PublishedFrom
from hearsay.records.identity import make_id

ENGLISH = "The harbour board said that the quay would stay closed and that it was not the only one. "


def read(data: bytes, *, max_bytes: int = 10_000, published: str | None = None) -> Iterator[Document | ReportError]:
    found = read_rows(io.BytesIO(data), origin="docs.jsonl", max_bytes=max_bytes, published=published)
    return (one if isinstance(one, ReportError) else one[0] for one in found)


def test_each_report_comes_with_its_line() -> None:
    data = b'{"text": "It rained, he said."}\n\n{"text": "It snowed, she said."}'
    found = list(read_rows(io.BytesIO(data), origin="docs.jsonl", max_bytes=100))
    assert [line for one in found if not isinstance(one, ReportError) for line in one[1:]] == data.split(b"\n\n")


def test_all_fields_are_taken() -> None:
    row = {
        "id": "x-1",
        "publisher": "Courier",
        "url": "https://courier.example/1",
        "title": "Quay closed",
        "byline": "Ines Calloway",
        "published": "2025-03-10T14:05:00+01:00",
        "text": ENGLISH,
        "more": [1, 2],
    }
    document = from_row(row, origin="docs.jsonl:1")
    assert document.id == "x-1"
    assert document.text == ENGLISH
    assert document.origin == "docs.jsonl:1"
    assert (document.publisher, document.url, document.title) == ("Courier", "https://courier.example/1", "Quay closed")
    assert (document.byline, document.published) == ("Ines Calloway", "2025-03-10T14:05:00+01:00")
    assert document.published_from is PublishedFrom.METADATA
    assert document.language == "en"


@pytest.mark.parametrize("missing", [{}, {"id": None, "title": None, "published": None}, {"id": "", "published": " "}])
def test_only_the_text_must_be_there(missing: dict[str, object]) -> None:
    document = from_row({"text": "Revenue rose 5%."} | missing, origin="here")
    assert document.id == make_id("doc", "Revenue rose 5%.")
    assert document.title is None
    assert document.published is None
    assert document.published_from is None


def test_a_number_is_an_id() -> None:
    assert from_row({"id": 17, "text": "Yes."}, origin="here").id == "17"


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"text": None},
        {"text": 5},
        {"text": ["Yes."]},
        {"text": "Yes.", "id": True},
        {"text": "Yes.", "id": {"n": 1}},
        {"text": "Yes.", "title": 1.5},
        {"text": "Yes.", "published": 2024},
        {"text": "Yes.", "published": "soon"},
        {"text": "Half a pair: \ud83d."},
    ],
)
def test_wrong_rows_are_malformed(row: dict[str, object]) -> None:
    with pytest.raises(MalformedReport) as caught:
        from_row(row, origin="here")
    assert "\n" not in str(caught.value)


def test_blank_and_foreign_texts_are_refused() -> None:
    with pytest.raises(EmptyReport):
        from_row({"text": " \n\t"}, origin="here")
    with pytest.raises(ForeignReport):
        from_row({"text": "Министр сообщил, что число погибших выросло."}, origin="here")


def test_an_argument_goes_before_the_row() -> None:
    row = {"text": ENGLISH, "published": "2025-03-10"}
    document = from_row(row, origin="here", published="2025-03-11")
    assert (document.published, document.published_from) == ("2025-03-11", PublishedFrom.ARGUMENT)
    with pytest.raises(UsageError):
        from_row(row, origin="here", published="soon")


@given(
    st.text(st.characters(codec="utf-8"), max_size=30),
    st.text(st.sampled_from("é😀ש\u202b\x07\r\n\u2028\x00"), max_size=30),
)
def test_a_text_comes_back_to_the_character(before: str, after: str) -> None:
    text = before + ENGLISH * 2 + after
    row = json.dumps({"text": text}).encode()
    (document,) = read(row)
    assert isinstance(document, Document)
    assert document.text == text
    for part in document.parts:
        assert part.span.of(text)


def test_a_bad_row_gives_one_error_with_its_line_and_stops_nothing() -> None:
    rows = [
        b'\xef\xbb\xbf{"text": "Yes."}',
        b"",
        b"{broken",
        b'["a list"]',
        b'{"text": "\xff"}',
        b'{"text": "' + b"x" * 20_000 + b'"}',
        b"[" * 5000,
        b'{"text": ' + b"9" * 5000 + b"}",
        b'{"text": "No."}\r',
    ]
    found = list(read(b"\n".join(rows)))
    assert [type(item) for item in found] == [
        Document,
        MalformedReport,
        MalformedReport,
        GarbledReport,
        LargeReport,
        MalformedReport,
        MalformedReport,
        Document,
    ]
    errors = [item for item in found if isinstance(item, ReportError)]
    assert [error.origin for error in errors] == [f"docs.jsonl:{n}" for n in (3, 4, 5, 6, 7, 8)]
    assert all("\n" not in str(error) for error in errors)


def test_no_row_at_all_is_empty() -> None:
    (error,) = read(b"\n \n")
    assert isinstance(error, EmptyReport)
    assert error.origin == "docs.jsonl"


def test_rows_are_read_one_at_a_time() -> None:
    class Endless(io.RawIOBase):
        def readline(self, size: int | None = -1, /) -> bytes:
            return b'{"text": "Yes."}\n'

    found = read_rows(Endless(), origin="-", max_bytes=1000)  # type: ignore[arg-type]  # only readline is asked for
    assert all(isinstance(next(found), tuple) for _ in range(100))
