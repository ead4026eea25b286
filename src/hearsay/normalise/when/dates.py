"""Dates by the calendar: "Oct. 24", "24 October 2024", "2024-10-24", "10/24/2024", "October 2024", "the 24th"."""

import re
from collections.abc import Callable
from datetime import date

from hearsay.normalise.when.period import Period, day, joined, month
from hearsay.normalise.when.setting import Rule, Setting, Tense, Trigger, after, before, near_years, placed
from hearsay.normalise.when.words import DAY, MONTH, YEAR, day_number, month_number

_DASH = r"\s?(?:[-–—]|to|through|and)\s?"
_LEADS = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|to|through|throughout|between|and|for|during|before|after|last|next|this|"
    r"early|late|mid|earlier|later|around|about|every|on|as|over|than|or|first|end|beginning|past|coming|following)\s|"
    r"[-–(/]|^)$",
    re.I,
)
"""What stands before a bare month, where its name might be another word or somebody's name."""
_FIRM_LEADS = re.compile(
    r"\b(?:in|since|until|till|by|during|throughout|before|after|last|next|this|early|late|mid|every|of)[\s-]$", re.I
)
"""What stands before one of these that a name follows: "in June Congress voted", not "and June Carter"."""
_NAMES = frozenset({"may", "march", "april", "june", "august", "january"})
_THE = re.compile(r"\b(?:the|a|his|her|its|their)\s$", re.I)
_SETS = re.compile(r"\b(?:every|each|all)\s$", re.I)


def _whole(match: re.Match[str], setting: Setting) -> Period | None:
    groups = match.groupdict()
    number = month_number(match["month"])
    first = day_number(match["day"])
    last = day_number(groups["to"]) if groups.get("to") else None

    def make(year: int) -> Period:
        start = day(date(year, number, first))
        return joined(start, day(date(year, number, last))) if last else start

    if last is not None and last <= first:
        return None
    if which := (groups.get("which") or "").lower():
        return _pointed_day(which, make, setting=setting)
    try:
        return make(int(match["year"])) if match["year"] else near_years(make, setting)
    except ValueError:
        return None


def _month(match: re.Match[str], setting: Setting) -> Period | None:
    name = match["month"]
    number = month_number(name)
    if match["year"]:
        return month(int(match["year"]), number)
    if which := (match["which"] or "").lower():
        return _pointed(which, number, setting=setting)

    def make(year: int) -> Period:
        return month(year, number)

    lead = before(match)
    if _SETS.search(lead):
        return None
    tail = after(match)
    if not name.endswith(".") and len(name) < 4 and name.lower() != "may":
        return None if re.match(r"\s[A-Z]|[\w-]", tail) or not _LEADS.search(lead) else near_years(make, setting)
    named = name.lower() in _NAMES and re.match(r"\s[A-Z][a-z]", tail)
    if named and not _FIRM_LEADS.search(lead):
        return None
    if name == "May" and not lead and not re.match(r"\s(?:is|was|saw|has|had|will|brought|and|to)\b", tail):
        return None  # somebody's name
    if (
        name.lower() in {"may", "march"}
        and not _LEADS.search(lead)
        and not (_THE.search(lead) and re.match(r"\s[a-z]{3}", tail))
    ):
        return None
    return near_years(make, setting)


def _pointed_day(which: str, make: Callable[[int], Period], *, setting: Setting) -> Period | None:
    """A date with "last", "next" or "this"."""
    if setting.published is None:
        return None
    found = [make(setting.published.year + i) for i in (-1, 0, 1)]
    if which == "last":
        return [p for p in found if p.last < setting.published][-1]
    return next(p for p in found if p.first > setting.published) if which == "next" else found[1]


def _pointed(which: str, number: int, *, setting: Setting) -> Period | None:
    """A month with "last", "next" or "this"."""
    today = setting.published
    if today is None:
        return None
    if which == "last":
        return month(today.year - (number >= today.month), number)
    if which == "next":
        return month(today.year + (number <= today.month), number)
    return month(today.year, number)


def _iso(match: re.Match[str], setting: Setting) -> Period | None:
    del setting
    try:
        return day(date(int(match["year"]), int(match["month"]), int(match["day"])))
    except ValueError:
        return None


def _slashed(match: re.Match[str], setting: Setting) -> Period | None:
    """Month first, as American papers have it, unless that cannot be; the year as it stands."""
    del setting
    a, b, year = int(match["a"]), int(match["b"]), int(match["year"])
    if len(match["year"]) == 2:
        year += 2000 if year < 70 else 1900
    dotted = match["mark"] == "."
    if dotted and len(match["year"]) == 2:
        return None
    number, at = (b, a) if dotted or a > 12 else (a, b)
    try:
        return day(date(year, number, at))
    except ValueError:
        return None


def _ordinal(match: re.Match[str], setting: Setting) -> Period | None:
    """A day of the month that the text is in: "on the 24th"."""
    today = setting.published
    if today is None:
        return None
    at = day_number(match["day"])
    found = []
    for by in (-1, 0, 1):
        whole = month(today.year, today.month + by)
        if at <= whole.last.day:
            found.append(day(whole.first.replace(day=at)))
    return placed(found, setting) if setting.tense else placed(found, Setting(today, Tense.PAST))


RULES = (
    Rule(
        "iso",
        Trigger.DIGIT,
        re.compile(r"\b(?P<year>(?:1[5-9]|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b"),
        _iso,
    ),
    Rule(
        "slashed",
        Trigger.DIGIT,
        re.compile(
            r"(?<![\d/.])(?P<a>[0-3]?\d)(?P<mark>[/.])(?P<b>[0-3]?\d)(?P=mark)(?P<year>(?:1[5-9]|20)\d\d|\d\d)(?![\d/])"
        ),
        _slashed,
    ),
    Rule(
        "month-days",
        Trigger.MONTH,
        re.compile(
            rf"\b(?P<month>{MONTH})\s?(?P<day>{DAY}){_DASH}(?P<to>{DAY})(?!\s(?:a\.?m|p\.?m|o['’]clock|{MONTH}))(?:,?\s(?P<year>{YEAR}))?"
        ),
        _whole,
    ),
    Rule(
        "days-month",
        Trigger.MONTH,
        re.compile(
            rf"\b(?P<day>{DAY}){_DASH}(?P<to>{DAY})\s(?:of\s)?(?P<month>{MONTH})(?!\w)(?:,?\s(?P<year>{YEAR}))?"
        ),
        _whole,
    ),
    Rule(
        "month-day",
        Trigger.MONTH,
        re.compile(
            rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s)?(?P<month>{MONTH})\s{{0,2}}(?:the\s)?(?P<day>{DAY})(?:,?\s(?P<year>{YEAR}))?"
        ),
        _whole,
    ),
    Rule(
        "day-month",
        Trigger.MONTH,
        re.compile(rf"\b(?:the\s)?(?P<day>{DAY})\s(?:of\s)?(?P<month>{MONTH})(?!\w)(?:,?\s(?P<year>{YEAR}))?"),
        _whole,
    ),
    Rule(
        "month",
        Trigger.MONTH,
        re.compile(
            rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s)?(?P<month>{MONTH})(?!\w|\s?\d\d?\b)"
            rf"(?:,?\s(?:of\s)?(?P<year>{YEAR}))?"
        ),
        _month,
    ),
    Rule(
        "ordinal",
        Trigger.DIGIT,
        re.compile(
            r"(?<=\b(?:on|by)\s)the\s(?P<day>(?:[12]?\d|3[01])(?:st|nd|rd|th))(?=[.,;)]|\sof\s(?:this|the)\smonth|$)"
        ),
        _ordinal,
    ),
)
