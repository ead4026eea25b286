import pytest

from hearsay.errors import UsageError
from hearsay.ingest.parts import find_parts
from hearsay.ingest.published import argument_time, find_published
from hearsay.records.document import PublishedFrom

LEAD = "The harbour board of Port Elwyn said on Friday that the north quay would stay closed."
CAPTION = "Marta Okonjo inspects the quay on Oct. 25, 2024. (Photo courtesy of the harbour board)"


def found(text: str, *, argument: str | None = None, metadata: str | None = None) -> tuple[str | None, str | None]:
    return find_published(text, find_parts(text), argument=argument, metadata=metadata)


def test_the_order_is_argument_metadata_dateline_text() -> None:
    text = f"PORT ELWYN, Oct. 26, 2024 (VPS) - {LEAD}\n\n{CAPTION}"
    assert found(text, argument="2024-10-30", metadata="2024-10-29") == ("2024-10-30", PublishedFrom.ARGUMENT)
    assert found(text, metadata="2024-10-29") == ("2024-10-29", PublishedFrom.METADATA)
    assert found(text) == ("2024-10-26", PublishedFrom.DATELINE)
    assert found(f"{LEAD}\n\n{CAPTION}") == ("2024-10-25", PublishedFrom.TEXT)
    assert found(LEAD) == (None, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"ELWYN, Oct 26 (VPS) - {LEAD}\n\nThe cracks were seen on Oct. 22, 2024.", "2024-10-26"),
        (f"ELWYN, Jan 2 (VPS) - {LEAD}\n\nThe cracks were seen on Dec. 22, 2024.", "2025-01-02"),
        (f"ELWYN, Oct 26 (VPS) - {LEAD}", None),
        (f"ELWYN, Oct 26 (VPS) - {LEAD}\n\nThe quay was built on May 3, 1911.", None),
        (f"ELWYN, Feb 30, 2024 (VPS) - {LEAD}", None),
        (f"ELWYN (VPS) - {LEAD}", None),
    ],
)
def test_a_dateline_without_a_year_takes_it_from_a_date_close_by(text: str, day: str | None) -> None:
    assert found(text) == (day, None if day is None else PublishedFrom.DATELINE)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The board met on Friday, Oct. 25, 2024, in Port Elwyn.", "2024-10-25"),
        ("The board met on Oct. 25, 2024 (Friday), in Port Elwyn.", "2024-10-25"),
        ("The board met on Thursday, Oct. 25, 2024, in Port Elwyn.", None),
        ("The board met on Oct. 25, 2024, in Port Elwyn.", None),
        (
            "The board said on Friday that the divers, whom it had called on 25 October 2024, found cracks.",
            "2024-10-25",
        ),
        ("The board said on Monday that the divers, whom it had called on 25 October 2024, found cracks.", None),
        (f"{LEAD} It reopens by Friday, May 30, 2025.\n\n{CAPTION}", "2024-10-25"),
        (f"{LEAD} The work will end on Friday, May 30, 2025.", None),
        (f"{LEAD}\n\n{CAPTION}\n\nThe board looked back on it in 2026.", None),
        (f"{LEAD}\n\n{CAPTION}\n\nThe last crack was found on Nov. 2, 2024.", None),
        ("The board said last Friday that the quay, closed on Oct. 25, 2024, was safe.", None),
        (f"{LEAD}\n\n{LEAD}\n\nThe quay opened on Oct. 25, 2024.\n\n{LEAD}", "2024-10-25"),
        (f"{LEAD}\n\nNo news.\n\nNone at all.\n\nThe quay opened on Oct. 25, 2024.\n\nNothing.", None),
        (f"{LEAD * 3}\n\nThis article was amended on Friday, Nov. 1, 2024.", None),
    ],
)
def test_a_date_in_the_text_counts_only_where_weekdays_bear_it_out(text: str, day: str | None) -> None:
    assert found(text) == (day, None if day is None else PublishedFrom.TEXT)


def test_only_the_start_of_a_huge_text_is_searched_for_dates() -> None:
    text = " ".join(["Oct. 25, 2024 Friday"] * 40_000)
    assert found(text)[0] in (None, "2024-10-25")


@pytest.mark.parametrize("value", ["yesterday", "25/10/2024", "", "1729864800", "Fri, 25 Oct 2024 10:00:00 GMT"])
def test_an_argument_that_is_not_iso_8601_is_refused(value: str) -> None:
    with pytest.raises(UsageError) as caught:
        argument_time(value)
    assert "2024-10-25" in caught.value.advice


def test_an_argument_keeps_its_offset() -> None:
    assert argument_time("2024-10-25T14:30+09:00") == "2024-10-25T14:30:00+09:00"
    assert argument_time("20241025") == "2024-10-25"
    assert argument_time(None) is None
