"""Calendar dates and weekdays as English reports print them."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.records.span import Span

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""In the order of datetime.date.weekday()."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
"""A pattern for the name of a month, whole or cut short, in either case."""

_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[6-9]|20)\d\d"
_FULL_DATE = re.compile(
    rf"\b(?:(?P<m1>{MONTH})\s+(?P<d1>{_DAY}),?\s+(?P<y1>{_YEAR})"
    rf"|(?P<d2>{_DAY})(?:\s+of)?\s+(?P<m2>{MONTH}),?\s+(?P<y2>{_YEAR})"
    rf"|(?P<y3>{_YEAR})-(?P<m3>0[1-9]|1[0-2])-(?P<d3>\d\d))\b",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"\b(?:(?P<m1>{MONTH})\s+(?P<d1>{_DAY})|(?P<d2>{_DAY})\s+(?P<m2>{MONTH}))(?:,?\s+(?P<year>{_YEAR}))?(?!\w)",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A full date and where it stands."""

    day: datetime.date
    span: Span


@dataclass(frozen=True, slots=True)
class WeekdayMention:
    """The name of a weekday (0 is Monday) and where it stands."""

    weekday: int
    span: Span


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A month and a day, with the year where it is printed."""

    month: int
    day: int
    year: int | None

    def in_year(self, year: int) -> datetime.date | None:
        """That day of ``year``; None where the year has no such day."""
        return _date(year, month=self.month, day=self.day)


def full_dates(text: str) -> Iterator[DateMention]:
    """The dates that are printed with day, month and year, in the order of the text."""
    for match in _FULL_DATE.finditer(text):
        year = match["y1"] or match["y2"] or match["y3"]
        month = match["m1"] or match["m2"] or match["m3"]
        day = _date(int(year), month=_month(month), day=_day(match["d1"] or match["d2"] or match["d3"]))
        if day is not None:
            yield DateMention(day, Span(*match.span()))


def weekdays(text: str) -> Iterator[WeekdayMention]:
    """The names of weekdays, written out and in the singular, in the order of the text."""
    for match in _WEEKDAY.finditer(text):
        yield WeekdayMention(WEEKDAYS.index(match[1].lower()), Span(*match.span()))


def month_day(text: str) -> MonthDay | None:
    """The first month and day in ``text``."""
    match = _MONTH_DAY.search(text)
    if match is None:
        return None
    year = match["year"]
    return MonthDay(
        _month(match["m1"] or match["m2"]), _day(match["d1"] or match["d2"]), int(year) if year is not None else None
    )


def _month(name: str) -> int:
    return int(name) if name.isdigit() else _MONTHS.index(name[:3].lower()) + 1


def _day(name: str) -> int:
    return int(re.sub(r"\D", "", name))


def _date(year: int, *, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
