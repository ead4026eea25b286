"""EDTF (ISO 8601-2:2019) in words that cannot be misread: "Thu 24 Oct 2024", "by 31 Dec 2024", "spring 2025"."""

import re
from datetime import date

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CODES = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "33": "first quarter of",
    "34": "second quarter of",
    "35": "third quarter of",
    "36": "fourth quarter of",
    "40": "first half of",
    "41": "second half of",
}
"""Seasons, quarters and halves, as EDTF numbers them."""
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)\S*)?)?)?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DECADE = re.compile(r"(\d{3})X")
_CENTURY = re.compile(r"(\d\d)XX")
_DOUBTS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}


def day(value: date) -> str:
    """A day with its weekday; not by strftime, whose names follow the machine's language."""
    return f"{_WEEKDAYS[value.weekday()]} {value.day} {_MONTHS[value.month - 1]} {value.year}"


def in_words(value: str) -> str:
    """An EDTF string in words; one that is not known here is given back as it is."""
    if "/" not in value:
        return _point(value)
    first, _, last = value.partition("/")
    if first in ("", ".."):
        return f"by {_point(last)}"
    if last in ("", ".."):
        return f"{_point(first)} or after"
    return f"{_point(first)} to {_point(last)}"


def short(value: str) -> str:
    """The same without weekdays, what both ends of an interval share told once: for tables."""
    first, slash, last = value.partition("/")
    if slash and _DAY.fullmatch(first) and _DAY.fullmatch(last) and first[:7] == last[:7]:
        return f"{int(first[8:])}–{_bare(last)}"
    return re.sub(rf"\b(?:{'|'.join(_WEEKDAYS)}) (?=\d)", "", in_words(value))


def _bare(value: str) -> str:
    return in_words(value).split(" ", 1)[1]


def _point(value: str) -> str:
    doubt = _DOUBTS.get(value[-1:], "")
    return doubt + _calendar(value.rstrip("~?%"))


def _calendar(value: str) -> str:
    if found := _DECADE.fullmatch(value):
        return f"{found[1]}0s"
    if found := _CENTURY.fullmatch(value):
        return f"{found[1]}00s"
    found = _POINT.fullmatch(value)
    if found is None:
        return value
    year, month, number, clock = found.groups()
    if month is None:
        return year
    if month in _CODES:
        return f"{_CODES[month]} {year}"
    try:
        written = day(date(int(year), int(month), int(number or 1)))
    except ValueError:
        return value
    return f"{_MONTHS[int(month) - 1]} {year}" if number is None else f"{written}, {clock}" if clock else written
