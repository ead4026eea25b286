"""A stretch of the calendar, and its name in EDTF (ISO 8601-2:2019, levels 0 to 2)."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum


class Grain(IntEnum):
    """How long a stretch is, from the finest to the coarsest."""

    DAY = 1
    WEEKEND = 2
    WEEK = 3
    MONTH = 4
    QUARTER = 5
    SEASON = 6
    HALF = 7
    YEAR = 8
    DECADE = 9
    CENTURY = 10
    SPAN = 11
    """Between two ends that were both told: "Oct. 24-25"."""


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days from ``first`` to ``last``, both meant."""

    grain: Grain
    first: date
    last: date
    edtf: str

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def around(self) -> "Period":
        """The same, marked as approximate."""
        return replace(self, edtf=f"{self.edtf}~") if "/" not in self.edtf and self.edtf[-1].isdigit() else self


SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""EDTF codes; of the northern half of the world, for their days."""


def day(at: date) -> Period:
    """One day."""
    return Period(Grain.DAY, at, at, at.isoformat())


def week(at: date) -> Period:
    """Monday to Sunday, as ISO 8601 counts weeks."""
    monday = at - timedelta(at.weekday())
    return span(monday, monday + timedelta(6), grain=Grain.WEEK)


def weekend(at: date) -> Period:
    """Saturday and Sunday of the week that ``at`` is in."""
    saturday = at + timedelta(5 - at.weekday())
    return span(saturday, saturday + timedelta(1), grain=Grain.WEEKEND)


def month(year: int, number: int) -> Period:
    """A month; ``number`` may run past 1 to 12 into other years."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    last = date(year, number, calendar.monthrange(year, number)[1])
    return Period(Grain.MONTH, last.replace(day=1), last, f"{year:04}-{number:02}")


def quarter(year: int, number: int) -> Period:
    """A quarter, EDTF 33 to 36; ``number`` may run past 1 to 4."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    first, last = month(year, 3 * number - 2).first, month(year, 3 * number).last
    return Period(Grain.QUARTER, first, last, f"{year:04}-{32 + number}")


def half(year: int, number: int) -> Period:
    """A half of a year, EDTF 40 and 41."""
    first, last = month(year, 6 * number - 5).first, month(year, 6 * number).last
    return Period(Grain.HALF, first, last, f"{year:04}-{39 + number}")


def season(year: int, code: int) -> Period:
    """A season by its EDTF code; a winter is that of the year in which it begins."""
    number = 3 * (code - 20)
    return Period(Grain.SEASON, month(year, number).first, month(year, number + 2).last, f"{year:04}-{code}")


def year(number: int) -> Period:
    """A year."""
    return Period(Grain.YEAR, date(number, 1, 1), date(number, 12, 31), f"{number:04}")


def decade(first: int) -> Period:
    """Ten years from ``first``."""
    return Period(Grain.DECADE, date(first, 1, 1), date(first + 9, 12, 31), f"{first // 10:03}X")


def century(first: int) -> Period:
    """A hundred years from ``first``: 1900 for the 20th century, as EDTF masks digits."""
    return Period(Grain.CENTURY, date(first, 1, 1), date(first + 99, 12, 31), f"{first // 100:02}XX")


def span(first: date, last: date, *, grain: Grain = Grain.SPAN) -> Period:
    """From one day to another."""
    return Period(grain, first, last, f"{first.isoformat()}/{last.isoformat()}")


def joined(first: Period, last: Period) -> Period:
    """From the first of one to the last of another, each end as fine as it was told."""
    start, end = first.edtf.partition("/")[0], last.edtf.rpartition("/")[2]
    return Period(Grain.SPAN, first.first, last.last, f"{start}/{end}")


def moved(period: Period, by: int) -> Period:
    """The stretch of the same grain ``by`` such stretches later; raises ValueError, OverflowError off the calendar."""
    if period.grain is Grain.SPAN:
        return period
    return _MOVES[period.grain](period.first, by)


_MOVES: dict[Grain, Callable[[date, int], Period]] = {
    Grain.DAY: lambda first, by: day(first + timedelta(by)),
    Grain.WEEK: lambda first, by: week(first + timedelta(7 * by)),
    Grain.WEEKEND: lambda first, by: weekend(first + timedelta(7 * by)),
    Grain.MONTH: lambda first, by: month(first.year, first.month + by),
    Grain.QUARTER: lambda first, by: quarter(first.year, (first.month + 2) // 3 + by),
    Grain.SEASON: lambda first, by: season(first.year + by, first.month // 3 + 20),
    Grain.HALF: lambda first, by: half(first.year + by, 1 if first.month == 1 else 2),
    Grain.YEAR: lambda first, by: year(first.year + by),
    Grain.DECADE: lambda first, by: decade(first.year + 10 * by),
    Grain.CENTURY: lambda first, by: century(first.year + 100 * by),
}


def years_on(period: Period, by: int) -> Period:
    """The same stretch ``by`` years later: a quarter a year ago is a quarter."""
    match period.grain:
        case Grain.MONTH:
            return moved(period, 12 * by)
        case Grain.QUARTER:
            return moved(period, 4 * by)
        case Grain.SEASON | Grain.HALF | Grain.YEAR:
            return moved(period, by)
        case Grain.DAY:
            at = period.first
            return day(at.replace(year=at.year + by, day=min(at.day, month(at.year + by, at.month).last.day)))
    return year(period.first.year + by)


_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def ends(edtf: str) -> tuple[date | None, date | None]:
    """First and last day of an EDTF value as this package writes it; None where that side is open or not told."""
    start, slash, end = edtf.partition("/")
    if not slash:
        end = start
    return _end(start, last=False), _end(end, last=True)


def _end(edtf: str, *, last: bool) -> date | None:
    if re.fullmatch(r"\d{2,3}X{1,2}", edtf):
        digit = "9" if last else "0"
        edtf = edtf.replace("X", digit)
    match = _DATE.match(edtf)
    if match is None:
        return None
    number, part, at = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if at:
        return date(number, part, at)
    found = _named(number, part)
    return found.last if last else found.first


def _named(number: int, part: int) -> Period:
    if part == 0:
        return year(number)
    if part <= 12:
        return month(number, part)
    if part <= 24:
        return season(number, part)
    return quarter(number, part - 32) if part <= 36 else half(number, part - 39)
