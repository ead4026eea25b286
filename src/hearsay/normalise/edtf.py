"""The first and the last day of an EDTF value (ISO 8601-2:2019)."""

import calendar
import re
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?")
_LONG = re.compile(r"(\d{2,3})(X{1,2})")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?")
_CODES = {
    "21": (3, 5),
    "22": (6, 8),
    "23": (9, 11),
    "24": (12, 14),
    "33": (1, 3),
    "34": (4, 6),
    "35": (7, 9),
    "36": (10, 12),
    "40": (1, 6),
    "41": (7, 12),
}
"""First and last month of seasons (of the northern hemisphere, by the month), quarters and halves."""


def bounds(value: str) -> tuple[date | None, date | None]:
    """The first and the last day that ``value`` may mean; None for an open side, and both for what cannot be read."""
    if "/" not in value:
        return _point(value)
    first, _, last = value.partition("/")
    return _point(first)[0], _point(last)[1]


def is_edtf(value: str) -> bool:
    """Whether ``value`` is a date, a time, a season, quarter or half, a decade or century, or an interval of such."""
    first, slash, last = value.partition("/")
    if not slash:
        return _is_point(value)
    if not all(side in ("", "..") or _is_point(side) for side in (first, last)):
        return False
    start, end = bounds(value)
    return (start is not None or end is not None) and not (start and end and start > end)


def _is_point(value: str) -> bool:
    if value[-2:-1] in tuple("~?%"):
        return False
    _, mark, time = value.rstrip("~?%").partition("T")
    return None not in _point(value) and (not mark or _TIME.fullmatch(time) is not None)


def _point(value: str) -> tuple[date | None, date | None]:
    bare = value.strip("~?%")
    if found := _LONG.fullmatch(bare):
        low = int(found[1]) * 10 ** len(found[2])
        return _days((low, 1), (low + 10 ** len(found[2]) - 1, 12))
    found = _POINT.fullmatch(bare)
    if found is None:
        return None, None
    year, month, day = int(found[1]), found[2], found[3]
    if month is None:
        return _days((year, 1), (year, 12))
    if month in _CODES:
        first, last = _CODES[month]
        return _days((year, first), (year + (last > 12), (last - 1) % 12 + 1))
    if day is None:
        return _days((year, int(month)), (year, int(month)))
    try:
        only = date(year, int(month), int(day))
    except ValueError:
        return None, None
    return only, only


def _days(first: tuple[int, int], last: tuple[int, int]) -> tuple[date | None, date | None]:
    try:
        return date(*first, 1), date(*last, calendar.monthrange(*last)[1])
    except ValueError:
        return None, None
