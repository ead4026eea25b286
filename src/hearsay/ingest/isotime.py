"""Times of publication as sources write them, to ISO 8601."""

import datetime
import email.utils
import re

EARLIEST_YEAR = 1600
"""No newspaper is older; a year before it is a placeholder such as 0001."""

_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_OFFSET_APART = re.compile(r"(?<=\d) +(?=[+-]\d{2}:?\d{2}$|Z$)")
_ZONE_NAME = re.compile(r" ?(?:UTC|GMT)$")


def iso_time(value: str) -> str | None:
    """``value`` as ISO 8601: a day as "2024-10-25", a time with its offset where one is given.

    Takes ISO 8601 in its usual variants (basic or extended, "T" or a blank, the offset set apart), seconds or
    milliseconds since 1970 as ten or thirteen digits, and the dates of RFC 5322 ("Fri, 25 Oct 2024 10:00:00 GMT").
    Anything else, and the placeholders that stand for no date at all, give None.
    """
    value = " ".join(value.split())
    if _EPOCH.fullmatch(value):
        return _from_epoch(int(value[:10]))
    tidy = _OFFSET_APART.sub("", _ZONE_NAME.sub("Z", value))
    try:
        if len(tidy) <= len("2024-W43-5"):
            day = datetime.date.fromisoformat(tidy)
            return day.isoformat() if _is_real(day) else None
        time = datetime.datetime.fromisoformat(tidy)
    except ValueError:
        return _from_mail(value)
    return time.isoformat() if _is_real(time.date()) else None


def _from_epoch(seconds: int) -> str | None:
    time = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    return time.isoformat() if _is_real(time.date()) else None


def _from_mail(value: str) -> str | None:
    try:
        time = email.utils.parsedate_to_datetime(value)
    except (ValueError, IndexError):
        # IndexError is how parsedate_to_datetime fails on a comma with nothing after it.
        return None
    return time.isoformat() if _is_real(time.date()) else None


def _is_real(day: datetime.date) -> bool:
    return day.year >= EARLIEST_YEAR and day != datetime.date(1970, 1, 1)
