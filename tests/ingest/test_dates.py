import datetime

import pytest

from hearsay.ingest.dates import full_dates, month_day, weekdays


@pytest.mark.parametrize(
    "written",
    ["Oct. 25, 2024", "October 25, 2024", "October 25 2024", "25 October 2024", "25th of October, 2024", "2024-10-25"],
)
def test_full_dates_are_found_as_they_are_printed(written: str) -> None:
    text = f"They met on {written} in the capital."
    (mention,) = full_dates(text)
    assert mention.day == datetime.date(2024, 10, 25)
    assert mention.span.of(text) == written


@pytest.mark.parametrize("text", ["on Oct. 25", "in May 2024", "Feb. 30, 2024", "12 Marches 2024", "2024-13-40"])
def test_what_is_no_full_date_is_passed_over(text: str) -> None:
    assert list(full_dates(text)) == []


def test_weekdays_are_found_but_not_their_plurals() -> None:
    text = "On Friday, not on Mondays, and again on SUNDAY."
    assert [(day.weekday, day.span.of(text)) for day in weekdays(text)] == [(4, "Friday"), (6, "SUNDAY")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PORT ELWYN, Jan 23 (VPS) - ", (1, 23, None)),
        ("LONDON, 5 October -", (10, 5, None)),
        ("PARIS, Sept. 9, 2023 (AFP) -", (9, 9, 2023)),
    ],
)
def test_a_month_and_day(text: str, found: tuple[int, int, int | None]) -> None:
    day = month_day(text)
    assert day is not None
    assert (day.month, day.day, day.year) == found


def test_a_day_that_a_year_lacks_is_none() -> None:
    day = month_day("Feb. 29")
    assert day is not None
    assert day.in_year(2023) is None
    assert day.in_year(2024) == datetime.date(2024, 2, 29)
    assert month_day("WASHINGTON (AP) -") is None
