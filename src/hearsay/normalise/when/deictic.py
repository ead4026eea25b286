"""Dates told from the day of publication: "yesterday", "last week", "on Friday", "this weekend", "tonight"."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from hearsay.normalise.when.period import (
    SEASONS,
    Grain,
    Period,
    century,
    day,
    decade,
    joined,
    month,
    moved,
    quarter,
    season,
    week,
    weekend,
    year,
)
from hearsay.normalise.when.setting import Rule, Setting, Tense, Trigger, after, before
from hearsay.normalise.when.words import PART_OF_DAY, WEEKDAY, table

_DAYS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "last night": -1,
    "last evening": -1,
}
_NAMED = re.compile(r"\b[A-Z]\w+\s$")
"""Papers and programmes that are called so: "USA Today"."""
_REPEATED = re.compile(
    r"\b(?:every|each|any\sgiven|most|one|[Bb]lack|[Bb]loody|[Ss]uper|[Ff]at|[Cc]yber|[Gg]iving)\s$", re.I
)
_PAPERS = re.compile(r"\s(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|World|Independent|Tribune|Night\s[A-Z])")

UNITS: dict[str, Callable[[date], Period]] = {
    "day": day,
    "week": week,
    "weekend": weekend,
    "month": lambda at: month(at.year, at.month),
    "quarter": lambda at: quarter(at.year, (at.month + 2) // 3),
    "year": lambda at: year(at.year),
    "decade": lambda at: decade(at.year - at.year % 10),
    "century": lambda at: century(at.year - at.year % 100),
}
"""The stretch of each unit that a day is in."""


def _day(match: re.Match[str], setting: Setting) -> Period | None:
    if setting.published is None or (match["day"][0].isupper() and _NAMED.search(before(match)) is not None):
        return None
    return day(setting.published + timedelta(_DAYS.get(" ".join(match["day"].lower().split()), 0)))


def _weekday(match: re.Match[str], setting: Setting) -> Period | None:
    today = setting.published
    if today is None or _REPEATED.search(before(match)) or _PAPERS.match(after(match)):
        return None
    number = int(table("weekdays")[match["weekday"].lower()])
    which = " ".join((match["which"] or "").lower().split())
    ahead = (number - today.weekday()) % 7
    if match["week"]:
        return day(today + timedelta(((ahead - 1) % 7) + 8))
    if which in {"last", "this past", "the past", "past", "the previous", "the prior"}:
        return day(today - timedelta((today.weekday() - number - 1) % 7 + 1))
    if which == "next":
        return day(today + timedelta(7 - today.weekday() + number))
    if which in {"this coming", "the coming", "coming", "the following"}:
        return day(today + timedelta((ahead - 1) % 7 + 1))
    if which == "this":
        return day(
            today + timedelta(number - today.weekday()) if setting.tense is Tense.PAST else today + timedelta(ahead)
        )
    if ahead == 0 or setting.tense is Tense.FUTURE:
        return day(today + timedelta(ahead))
    return day(today + timedelta(ahead - 7))


def _unit(match: re.Match[str], setting: Setting) -> Period | None:
    today = setting.published
    which = " ".join(match["which"].lower().removeprefix("the ").split())
    name = match["unit"].lower()
    if match["which"][0].isupper() and match["unit"][0].isupper():
        return None  # "This Week", a programme
    if which in {"that", "the same", "same", "following", "previous", "preceding", "prior"} or (
        name == "day" and which == "next"
    ):
        return _referred(which, name, setting=setting)
    if today is None or name == "day":
        return None
    if name == "weekend":
        return _weekend(which, setting)
    if name in SEASONS:
        return _season(which, name, today=today)
    current = UNITS[name](today)
    if which in {"past"}:
        return _until(name, today)
    if name == "quarter" and which in {"latest", "last"}:
        known = setting.quarter if setting.quarter and setting.quarter.last < today else None
        return known if known and which == "latest" else moved(current, -1)
    by = {"last": -1, "next": 1, "coming": 1, "latest": -1}.get(which, 0)
    return moved(current, by)


def _until(name: str, today: date) -> Period | None:
    """The unit that ends today: "the past week"."""
    if name == "week":
        return joined(day(today - timedelta(7)), day(today))
    back = {"month": 1, "quarter": 3, "year": 12}.get(name)
    return joined(month(today.year, today.month - back), month(today.year, today.month)) if back else None


def _referred(which: str, name: str, *, setting: Setting) -> Period | None:
    """A unit told from the last date in the text: "that day", "the following month"."""
    seen = setting.quarter if name == "quarter" else setting.reference
    if seen is None or name in SEASONS or name == "weekend":
        return None
    by = {"that": 0, "same": 0, "the same": 0, "following": 1, "next": 1}.get(which, -1)
    if name == "day" and seen.grain is not Grain.DAY:
        return None
    return moved(UNITS[name](seen.first), by)


def _season(which: str, name: str, *, today: date) -> Period | None:
    code = SEASONS[name]
    found = [season(today.year + i, code) for i in (-2, -1, 0, 1)]
    if which in {"last", "past"}:
        return [p for p in found if p.last < today][-1]
    if which in {"next", "coming"}:
        return next(p for p in found if p.first > today)
    # "This winter" in January is the one that began last year.
    return next((p for p in found if today in p), season(today.year, code))


def _weekend(which: str, setting: Setting) -> Period | None:
    today = setting.published
    if today is None:
        return None
    this = weekend(today)
    if which in {"last", "past"}:
        return moved(this, -1)
    if which == "next":
        return moved(this, 1)
    if which in {"this", "coming"}:
        return this if setting.tense is not Tense.PAST or today in this else moved(this, -1)
    return this if today in this or setting.tense is Tense.FUTURE else moved(this, -1)


def _the_weekend(match: re.Match[str], setting: Setting) -> Period | None:
    del match
    return _weekend("the", setting)


def _the_unit(match: re.Match[str], setting: Setting) -> Period | None:
    """The unit that the report is in, where a part of it is meant: "the end of the month", "earlier in the day"."""
    return UNITS[match["unit"].lower()](setting.published) if setting.published else None


_SEASON_NAMES = "|".join(SEASONS)


def _year_end(match: re.Match[str], setting: Setting) -> Period | None:
    """The year whose end is meant: "by year-end", "the full year"; until March what is past is the year before."""
    del match
    today = setting.published
    if today is None:
        return None
    return year(today.year - (setting.tense is Tense.PAST and today.month <= _REPORTED_MONTHS))


_REPORTED_MONTHS = 3
"""Months of a new year in which reports still tell of the one that ended."""


def _part_beside(match: re.Match[str], setting: Setting) -> Period | None:
    """A part of the day that is told from the last date: "the next morning", "that night"."""
    seen = setting.reference
    if seen is None or seen.grain is not Grain.DAY:
        return None
    return moved(seen, {"that": 0, "same": 0, "previous": -1}.get(match["which"].lower(), 1))


RULES = (
    Rule(
        "year-end",
        Trigger.UNIT,
        re.compile(
            r"(?<![\w-])(?:(?:the\s)?year(?:['’]s\s|[\s-])end\b(?!\s[a-z]+s\b)|"
            r"the\sfull\s(?:fiscal\s|financial\s)?year\b)",
            re.I,
        ),
        _year_end,
    ),
    Rule(
        "part-beside",
        Trigger.CLOCK,
        re.compile(rf"\b(?P<which>that|(?<=the\s)(?:same|next|following|previous))\s{PART_OF_DAY}\b", re.I),
        _part_beside,
    ),
    Rule(
        "day",
        Trigger.DEICTIC,
        re.compile(
            r"\b(?P<day>(?:the\sday\sbefore\s)?yesterday|(?:the\sday\safter\s)?tomorrow|today|tonight|"
            r"this\s(?:very\s)?(?:morning|afternoon|evening|lunchtime)|last\s(?:night|evening))\b"
            rf"(?:\s{PART_OF_DAY}\b)?",
            re.I,
        ),
        _day,
    ),
    Rule(
        "weekday",
        Trigger.WEEKDAY,
        re.compile(
            r"\b(?:(?P<which>(?:[Tt]his|[Tt]he)\s(?:coming|past|previous|prior|following)|"
            r"[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast)\s)?"
            rf"(?P<weekday>{WEEKDAY})(?!\w)(?:(?P<week>\sweek\b)|\s{PART_OF_DAY}\b)?"
        ),
        _weekday,
    ),
    Rule(
        "unit",
        Trigger.UNIT | Trigger.SEASON,
        re.compile(
            r"\b(?P<which>last|this|next|that|(?:the\s)?(?:same|past|previous|preceding|prior|coming|current|following|latest)|"
            r"the\s(?:last|next))\s(?:fiscal\s|financial\s|calendar\s|trading\s)?"
            rf"(?P<unit>day|weekend|week|month|quarter|year|decade|century|{_SEASON_NAMES})(?![\w-])",
            re.I,
        ),
        _unit,
    ),
    Rule(
        "the-weekend",
        Trigger.UNIT,
        re.compile(r"\bthe\sweekend\b(?!\s(?:edition|market|crowd))", re.I),
        _the_weekend,
    ),
    Rule(
        "the-unit",
        Trigger.UNIT,
        re.compile(
            r"(?:(?<=end\sof\s)|(?<=ning\sof\s)|(?<=tart\sof\s)|(?<=ddle\sof\s)|(?<=arlier\sin\s)|(?<=ater\sin\s)|"
            r"(?<=ater\son\sin\s)|(?<=arly\sin\s)|(?<=ate\sin\s)|(?<=rest\sof\s)|(?<=half\sof\s)|(?<=half-way\sthrough\s))"
            r"the\s(?P<unit>day|week|month|year|decade|century)\b(?!-|\s(?:ended|ending|to|in\sJ))",
            re.I,
        ),
        _the_unit,
    ),
)
