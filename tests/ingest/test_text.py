import pytest

from hearsay.errors import EmptyReport, MalformedReport, UsageError
from hearsay.ingest import from_text
from hearsay.ingest.text import from_text_bytes
from hearsay.records.document import PublishedFrom
from hearsay.records.identity import make_id

REPORT = "Quay stays closed\n\nThe harbour board said on Friday that the quay would stay closed."


def test_a_text_stays_as_it_is_and_gives_its_id() -> None:
    text = f"\r\n {REPORT} \r\n"
    document = from_text(text)
    assert document.text == text
    assert document.id == make_id("doc", text) == from_text(text, origin="elsewhere").id
    assert (document.origin, document.title, document.publisher, document.url) == ("-", None, None, None)


def test_the_text_of_a_file_has_its_line_ends_made_one() -> None:
    document = from_text_bytes(
        b"\xef\xbb\xbf\r\n" + REPORT.replace("\n", "\r\n").encode() + b"\r\n\r\n", origin="a.txt"
    )
    assert document.text == REPORT
    assert document.origin == "a.txt"
    assert from_text_bytes(REPORT.replace("\n", "\r").encode(), origin="a.txt").id == document.id


def test_a_time_of_publication_can_be_given() -> None:
    document = from_text(REPORT, published="2024-10-25")
    assert (document.published, document.published_from) == ("2024-10-25", PublishedFrom.ARGUMENT)
    with pytest.raises(UsageError):
        from_text(REPORT, published="Friday")


@pytest.mark.parametrize("text", ["", " \n", "\ufeff"[1:]])
def test_a_blank_text_is_empty(text: str) -> None:
    with pytest.raises(EmptyReport):
        from_text(text)


def test_half_a_surrogate_pair_cannot_be_kept() -> None:
    with pytest.raises(MalformedReport):
        from_text("The board said \ud800 no.")
