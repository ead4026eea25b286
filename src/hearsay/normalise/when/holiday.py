"""Holidays and other named days: "Christmas", "Labor Day", "Good Friday", "Ramadan"."""

import re
from datetime import date, timedelta
from typing import Any

from hearsay.normalise.when.period import Period, day, joined, month, week, weekend
from hearsay.normalise.when.setting import Rule, Setting, Trigger, near_years
from hearsay.normalise.when.words import YEAR, either, key, table

_ISLAMIC_EPOCH = date(622, 7, 19).toordinal()
"""The first day of the tabular Islamic calendar (civil epoch), in the Gregorian calendar."""


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Meeus/Jones/Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    j, k = c // 4, c % 4
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * j - k - h + m + 32) % 7
    n = (h - m + r + 90) // 25
    return date(year, n, (h - m + r + n + 19) % 32)


def nth_weekday(year: int, number: int, *, weekday: int, n: int) -> date:
    """The n-th weekday (from Monday = 0) of a month; n = -1 for the last."""
    whole = month(year, number)
    if n > 0:
        return whole.first + timedelta((weekday - whole.first.weekday()) % 7 + 7 * (n - 1))
    return whole.last - timedelta((whole.last.weekday() - weekday) % 7)


def islamic(year: int, number: int, *, at: int, days: int) -> Period:
    """The days from day ``at`` of an Islamic month that falls into a Gregorian year, by the tabular calendar.

    Approximate: where the moon is sighted, the month may begin a day earlier or later. Of two in one year the first.
    """
    about = int((year - 622) * 33 / 32)
    for hijri in range(about - 1, about + 4):
        passed = (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + 29 * (number - 1) + number // 2
        first = date.fromordinal(_ISLAMIC_EPOCH + passed + at - 1)
        if first.year >= year:
            break
    start, end = day(first).around(), day(first + timedelta(days - 1)).around()
    return start if days == 1 else joined(start, end)


def holiday(name: str, year: int) -> Period:
    """The holiday of that name in a year; raises KeyError for one that is not in the tables."""
    if found := table("fixed").get(name):
        return day(date(year, *found))
    if found := table("weekly").get(name):
        number, weekday, n, on = found
        return day(nth_weekday(year, number, weekday=weekday, n=n) + timedelta(on))
    if name in table("easter"):
        return day(easter(year) + timedelta(table("easter")[name]))
    number, at, days = table("islamic")[name]
    return islamic(year, number, at=at, days=days)


def _resolve(match: re.Match[str], setting: Setting) -> Period | None:
    name = key(match["name"])
    if known := table("days").get(name):
        return day(date.fromisoformat(known))

    def make(number: int) -> Period:
        found = holiday(name, number)
        if match["more"] == "week":
            return week(found.first)
        return weekend(found.first) if match["more"] == "weekend" else found

    if match["year"]:
        return make(int(match["year"]))
    which = match["which"]
    if which and setting.published is not None:
        found = [make(setting.published.year + i) for i in (-1, 0, 1)]
        if which.lower() == "last":
            return [p for p in found if p.last < setting.published][-1]
        if which.lower() == "next":
            return next(p for p in found if p.first > setting.published)
        return make(setting.published.year)
    return near_years(make, setting)


def _september(match: re.Match[str], setting: Setting) -> Period | None:
    """The attacks of 2001, where the words are a name and not a date: "the Sept. 11 attacks"."""
    del match
    return day(date(2001, 9, 11)) if setting.published is None or setting.published.year > 2001 else None


_NAMES: list[Any] = [n for kind in ("fixed", "weekly", "easter", "islamic", "days") for n in table(kind)]

RULES = (
    Rule(
        "holiday",
        Trigger.HOLIDAY,
        re.compile(
            rf"\b(?:(?P<which>last|next|this)\s)?(?P<name>{either(_NAMES)})(?!\w)"
            rf"(?:\s(?P<more>week|weekend)\b)?(?:,?\s(?P<year>{YEAR}))?",
            re.I,
        ),
        _resolve,
    ),
    Rule(
        "september",
        Trigger.MONTH,
        re.compile(
            r"\bSept(?:ember|\.)?\s11(?:th)?(?=,?\s(?:terror\w*\s|hijack\w*\s)?(?:attack|hijack|commission|era))"
        ),
        _september,
    ),
)
