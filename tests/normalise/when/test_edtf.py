"""Every value is EDTF, by the reference library of the format; what is read back from it is what was meant."""

from datetime import date

import edtf
import pytest

from hearsay.normalise.when import period
from hearsay.normalise.when.find import find_times
from tests.normalise.when.test_dates import CASES as DATES
from tests.normalise.when.test_intervals import CASES as INTERVALS
from tests.normalise.when.test_relative import CASES as RELATIVE

SENTENCES = [case[0] for case in (*DATES, *INTERVALS, *RELATIVE)]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_values_are_edtf(sentence: str) -> None:
    for when in find_times(sentence, "2024-03-20"):
        assert edtf.parse_edtf(when.value)


@pytest.mark.parametrize(
    ("made", "value", "first", "last"),
    [
        (period.day(date(2024, 2, 29)), "2024-02-29", "2024-02-29", "2024-02-29"),
        (period.week(date(2024, 3, 20)), "2024-03-18/2024-03-24", "2024-03-18", "2024-03-24"),
        (period.weekend(date(2024, 3, 20)), "2024-03-23/2024-03-24", "2024-03-23", "2024-03-24"),
        (period.month(2023, 14), "2024-02", "2024-02-01", "2024-02-29"),
        (period.quarter(2024, 0), "2023-36", "2023-10-01", "2023-12-31"),
        (period.season(2023, 24), "2023-24", "2023-12-01", "2024-02-29"),
        (period.half(2024, 2), "2024-41", "2024-07-01", "2024-12-31"),
        (period.year(2024), "2024", "2024-01-01", "2024-12-31"),
        (period.decade(1990), "199X", "1990-01-01", "1999-12-31"),
        (period.century(1900), "19XX", "1900-01-01", "1999-12-31"),
        (period.day(date(2024, 3, 1)).around(), "2024-03-01~", "2024-03-01", "2024-03-01"),
        (period.joined(period.year(2010), period.month(2014, 5)), "2010/2014-05", "2010-01-01", "2014-05-31"),
    ],
)
def test_a_period_and_its_name_agree(made: period.Period, value: str, first: str, last: str) -> None:
    assert edtf.parse_edtf(made.edtf)
    assert (made.edtf, made.first.isoformat(), made.last.isoformat()) == (value, first, last)
    assert period.ends(value) == (made.first, made.last)


@pytest.mark.parametrize("value", ["../2024-12-31", "2024-10-27/..", "2024-04/.."])
def test_open_ends_are_edtf(value: str) -> None:
    assert edtf.parse_edtf(value)
    assert None in period.ends(value)
