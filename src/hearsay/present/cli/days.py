"""Days in options: a day, a month or a year, as 2024-10-26, 2024-10 or 2024."""

import re
from datetime import date

from hearsay.errors import UsageError
from hearsay.normalise.edtf import bounds

_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")


def first_day(given: str | None, option: str) -> date | None:
    """The first day of what is given to ``option``, None where nothing is. Raises UsageError for what is no date."""
    return None if given is None else _days(given, option)[0]


def last_day(given: str | None, option: str) -> date | None:
    """The last day, likewise."""
    return None if given is None else _days(given, option)[1]


def _days(given: str, option: str) -> tuple[date, date]:
    first, last = bounds(given) if _DAY.fullmatch(given) else (None, None)
    if first is None or last is None:
        advice = "give a day, a month or a year, as 2024-10-26, 2024-10 or 2024"
        raise UsageError(f"{option}: {given!r} is no date", advice=advice)
    return first, last
