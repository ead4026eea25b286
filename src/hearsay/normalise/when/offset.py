"""Dates told by how far away they are: "two days ago", "three weeks later", "a year earlier", "in two weeks' time"."""

import re
from datetime import date, timedelta

from hearsay.normalise.when.period import Grain, Period, day, month, moved, year, years_on
from hearsay.normalise.when.setting import Rule, Setting, Tense, Trigger, after, before
from hearsay.normalise.when.words import NUMBER, number

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_SPAN_OF_TIME = re.compile(
    r"(?:n['’]t|\bnot|\bnever|\bfirst|\bonly|\bmost|\bworst|\bbest|\b(?:low|high|larg|small|fast|slow|bigg|weak|strong)\w*est)\b"
    r"[^,;]*\s$",
    re.I,
)
"""What tells that "in six months" is how long and not when: "has not worn it in six months"."""
_HEDGED = re.compile(r"(?:about|some|nearly|almost|around|roughly|approximately|or\sso)\b", re.I)


def _moved(at: date, *, count: int, unit: str) -> Period:
    """The day, month or year that lies so many units from ``at``."""
    if unit in _DAYS:
        return day(at + timedelta(count * _DAYS[unit]))
    if unit == "month":
        return month(at.year, at.month + count)
    return year(at.year + count * _MONTHS[unit] // 12)


def _from_published(match: re.Match[str], setting: Setting) -> Period | None:
    """Back or on from the day of publication."""
    today = setting.published
    if today is None:
        return None
    unit, count = match["unit"].lower(), number(match["count"])
    if unit in {"hour", "minute"}:
        return day(today)
    if unit == "year" and count == 1 and setting.quarter is not None and setting.compared:
        return years_on(setting.quarter, -1)
    sign = -1 if match["way"].lower() == "ago" else 1
    found = _moved(today, count=sign * count, unit=unit)
    return found.around() if match["hedge"] and _HEDGED.match(match["hedge"]) else found


def _from_reference(match: re.Match[str], setting: Setting) -> Period | None:
    """Back or on from the last date in the text."""
    unit, count = match["unit"].lower(), number(match["count"])
    sign = -1 if match["way"].lower() in {"earlier", "before", "previously"} else 1
    if sign < 0 and unit == "year" and setting.quarter is not None and setting.compared:
        return years_on(setting.quarter, -count)
    seen = setting.reference
    if seen is None:
        # "A year earlier", with nothing before it, is told from the report itself.
        if sign > 0 or setting.published is None:
            return None
        return _moved(setting.published, count=-count, unit=unit)
    if unit in _DAYS and seen.grain is Grain.DAY:
        return _moved(seen.first, count=sign * count, unit=unit)
    if unit == "month" and seen.grain <= Grain.MONTH:
        return month(seen.first.year, seen.first.month + sign * count)
    if unit == "year":
        return (
            years_on(seen, sign * count)
            if seen.grain in {Grain.MONTH, Grain.QUARTER}
            else year(seen.first.year + sign * count)
        )
    return None


def _year_ago(match: re.Match[str], setting: Setting) -> Period | None:
    """Beside a figure, as in "year-earlier profit": a year before the quarter that is told of, else the year before."""
    del match
    if setting.quarter is not None:
        return years_on(setting.quarter, -1)
    return year(setting.published.year - 1) if setting.published else None


def _within(match: re.Match[str], setting: Setting) -> Period | None:
    """On from the day of publication, where something is to come: "will rule within two weeks"."""
    today = setting.published
    if today is None or (setting.tense is not Tense.FUTURE and not match["time"]):
        return None
    unit = match["unit"].lower()
    if _SPAN_OF_TIME.search(before(match, 60)) or (unit == "year" and match["count"].lower() == "a"):
        return None
    count = number(match["count"])
    if unit == "hour":
        return day(today + timedelta(hours=count)) if count >= 24 else day(today)
    return _moved(today, count=count, unit=unit)


def _beside(match: re.Match[str], setting: Setting) -> Period | None:
    """The day before or after the last one in the text: "the day before", "a day earlier"."""
    seen = setting.reference
    if seen is None or seen.grain is not Grain.DAY:
        return None
    if match["eve"]:
        return moved(seen, -1)
    if re.match(r"\s+(?!and\b|but\b|when\b|that\b)\w", after(match)):
        return None
    return moved(seen, -1 if match["way"].lower() == "before" else 1)


_COUNT = (
    r"(?P<hedge>(?:about|some|nearly|almost|around|roughly|approximately|just|only|more\sthan|over|at\sleast)\s)?"
    rf"(?P<count>{NUMBER})"
)
_UNIT = r"[-\s](?P<unit>minute|hour|day|week|fortnight|month|year|decade|century)s?"

RULES = (
    Rule(
        "ago",
        Trigger.UNIT,
        re.compile(rf"\b{_COUNT}{_UNIT}\s(?P<way>ago|from\snow|hence)\b", re.I),
        _from_published,
    ),
    Rule(
        "later",
        Trigger.UNIT,
        re.compile(
            rf"\b{_COUNT}[-\s](?P<unit>day|week|month|year|decade)s?\s"
            r"(?P<way>earlier|later|before(?!\s\w)|afterwards?|previously)\b",
            re.I,
        ),
        _from_reference,
    ),
    Rule("year-ago", Trigger.UNIT, re.compile(r"\byear-(?:ago|earlier)\b", re.I), _year_ago),
    Rule(
        "within",
        Trigger.UNIT,
        re.compile(
            rf"(?<![\w])(?P<lead>in|within)\s(?:the\s(?:next|coming)\s)?(?P<hedge>about\s)?(?P<count>{NUMBER})\s"
            r"(?P<unit>hour|day|week|fortnight|month|year)s?(?P<time>['’]?\stime)?\b(?!\s(?:ago|of|before|after))",
            re.I,
        ),
        _within,
    ),
    Rule(
        "beside",
        Trigger.UNIT | Trigger.DEICTIC,
        re.compile(
            r"\b(?:the\sday\s(?P<way>before|after)|(?P<eve>the\seve\sof\s(?:his|her|its|their|that|those|these)))\b",
            re.I,
        ),
        _beside,
    ),
)
