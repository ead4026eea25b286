"""Times of day: "10:35 a.m. (0735 GMT)", "6pm", "noon", "midnight", "1800 GMT"."""

import re
from dataclasses import replace
from datetime import timedelta

from hearsay.normalise.when.period import Grain, Period, day
from hearsay.normalise.when.setting import Rule, Setting, Trigger, before
from hearsay.normalise.when.words import either, table

_LEADS = re.compile(r"\b(?:at|by|around|about|until|till|from|since|before|after|between|to|and|past)\s$", re.I)
_NAMED = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}


def _clock(match: re.Match[str], setting: Setting) -> Period | None:
    """The minute on the day that the text is at; on the day itself where it says no more than that."""
    at = setting.reference if setting.reference and setting.reference.grain is Grain.DAY else None
    if at is None and setting.published is None:
        return None
    whole = at or day(setting.published)  # type: ignore[arg-type]  # one of the two is known
    groups = match.groupdict()
    if groups.get("named"):
        hour, minute = _NAMED[groups["named"].lower()]
    else:
        hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    if half := (groups.get("half") or "").lower()[:1]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif not groups.get("zone") and not groups.get("named") and not _LEADS.search(before(match)):
        return None
    if hour > 23 or minute > 59:
        return None
    return replace(whole, edtf=f"{whole.edtf[:10]}T{hour:02}:{minute:02}:00{_zone(groups.get('zone'))}")


def _zone(name: str | None) -> str:
    if not name or name not in table("zones"):
        return ""
    minutes = int(table("zones")[name] * 60)
    if minutes == 0:
        return "Z"
    away = timedelta(minutes=abs(minutes)).seconds // 60
    return f"{'-' if minutes < 0 else '+'}{away // 60:02}:{away % 60:02}"


def with_clock(at: Period, clock: Period) -> Period:
    """The time of day of ``clock`` on the day of ``at``."""
    return replace(at, edtf=at.edtf[:10] + clock.edtf[10:])


_ZONE = (
    rf"(?:\s(?P<zone>{either(table('zones'))})\b|"
    r"\s(?:local(?:\stime)?|Eastern(?:\s(?:time|Time))?|Pacific(?:\stime)?|ET|PT)\b)"
)
_BESIDE = r"(?:\s?\((?:\d{4}|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?)\s[A-Z]{2,4}\))?"

RULES = (
    Rule(
        "clock",
        Trigger.CLOCK,
        re.compile(
            rf"(?<![\d:.,$€£])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?"
            rf"(?P<half>[AaPp](?:\.\s?[Mm]\b\.?|[Mm]\b)){_ZONE}?{_BESIDE}"
        ),
        _clock,
    ),
    Rule(
        "clock-24",
        Trigger.CLOCK | Trigger.DIGIT,
        re.compile(rf"(?<![\d:.,])(?P<hour>[01]?\d|2[0-3])(?:[:h](?P<minute>[0-5]\d))(?![\d:])(?:{_ZONE})?{_BESIDE}"),
        _clock,
    ),
    Rule(
        "clock-zone",
        Trigger.CLOCK | Trigger.DIGIT,
        re.compile(r"(?<![\d:.,])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?P<zone>GMT|UTC)\b"),
        _clock,
    ),
    Rule(
        "clock-named",
        Trigger.CLOCK,
        re.compile(
            rf"(?<!\bhigh\s)\b(?P<named>noon|midday|midnight)\b(?!\s(?:mass|oil|blue|sun\b)){_ZONE}?{_BESIDE}", re.I
        ),
        _clock,
    ),
    Rule(
        "oclock",
        Trigger.CLOCK,
        re.compile(r"\b(?P<hour>\d{1,2})\so['’]clock\b(?:\sin\sthe\s(?P<half>(?:a|p)(?=fter)))?", re.I),
        _clock,
    ),
)
