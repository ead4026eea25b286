"""Neighbouring expressions that are one: a time of day and its day, a weekday and its date, the two ends of a range."""

import re
from dataclasses import dataclass, replace

from hearsay.normalise.when.clock import with_clock
from hearsay.normalise.when.period import Grain, Period, day, joined, month, moved, years_on
from hearsay.normalise.when.setting import Tense

_TO_DAY = re.compile(r",?\s(?:on\s|of\s|the\s){0,2}")
_TO_CLOCK = re.compile(r",?\s(?:at\s|around\s|about\s|just\s|shortly\s|before\s|after\s|by\s|from\s|\(){0,3}")
_BESIDE = re.compile(r",?\s(?:the\s)?|\s?[(,]\s?")
_RANGE = re.compile(r"\s?[-–—]\s?|\s(?:to|through|until|till)\s(?:the\s|late\s|early\s|mid-)?")
_AND = re.compile(r"\sand\s(?:the\s)?")
_FROM = re.compile(r"\b(?:from|between)\s(?:the\s|about\s|around\s|late\s|early\s|mid-)?$", re.I)


@dataclass(frozen=True, slots=True)
class Found:
    """An expression within its sentence, offsets into that, and what it was resolved to."""

    start: int
    end: int
    rule: str
    period: Period
    tense: Tense | None
    yeared: bool
    """Whether it names its year."""
    ends: tuple["Found", ...] = ()
    """The two that a range was joined from."""

    @property
    def is_clock(self) -> bool:
        """Whether it is a time of day alone."""
        return self.rule.startswith(("clock", "oclock"))


def joined_found(sentence: str, found: list[Found]) -> list[Found]:
    """``found`` in the order of the sentence, what belongs together joined."""
    made: list[Found] = []
    for one in found:
        while made and (both := _both(sentence, made[-1], second=one)) is not None:
            made.pop()
            one = both
        made.append(one)
    return made


def _both(sentence: str, first: Found, *, second: Found) -> Found | None:
    gap = sentence[first.end : second.start]
    if len(gap) > 24:
        return None
    period: Period | None = None
    ends: tuple[Found, ...] = ()
    if first.rule == "month" and second.rule == "spoken-year" and not gap.strip(" ,"):
        period = month(second.period.first.year, first.period.first.month)
    elif second.rule == "unit" and second.period.grain is Grain.YEAR and gap in {" ", " of ", ", "}:
        if first.rule in {"month", "month-day", "day-month"} and not first.yeared:
            period = years_on(first.period, second.period.first.year - first.period.first.year)
    elif first.is_clock and not second.is_clock:
        if second.period.grain is Grain.DAY and _TO_DAY.fullmatch(gap):
            period = with_clock(second.period, first.period)
    elif second.is_clock and not first.is_clock:
        if first.period.grain is Grain.DAY and "T" not in first.period.edtf and _TO_CLOCK.fullmatch(gap):
            period = with_clock(first.period, second.period)
    elif _BESIDE.fullmatch(gap) and {first.rule, second.rule} & {"weekday", "day"} and not first.is_clock:
        dated = first if second.rule in {"weekday", "day"} else second
        if dated.rule in {"month-day", "day-month", "iso", "slashed", "holiday"} and dated.period.grain is Grain.DAY:
            period = dated.period
    elif _is_range(sentence, first, gap=gap) and (both := _ranged(first, second)) is not None:
        period = joined(*both)
        ends = (replace(first, period=both[0]), replace(second, period=both[1]))
    if period is None:
        return None
    yeared = first.yeared or second.yeared
    rule = f"{first.rule}+{second.rule}"
    return replace(second, start=first.start, period=period, rule=rule, yeared=yeared, ends=ends)


def _is_range(sentence: str, first: Found, *, gap: str) -> bool:
    lead = _FROM.search(sentence[: first.start])
    if _AND.fullmatch(gap):
        return lead is not None and lead[0].lower().startswith("between")
    return _RANGE.fullmatch(gap) is not None and (lead is not None or " " not in gap.strip() and "until" not in gap)


def _ranged(first: Found, second: Found) -> tuple[Period, Period] | None:
    """The two ends, in the order of the calendar."""
    start, end = first.period, second.period
    if first.is_clock or "/" in start.edtf + end.edtf or "~" in start.edtf + end.edtf:
        return None
    if "T" in start.edtf or "T" in end.edtf:
        start, end = day(start.first), day(end.first)
    for _ in range(2):
        if start.first < end.last and start.grain is not Grain.SPAN:
            return start, end
        if second.yeared or not first.yeared:
            start = moved(start, -1) if start.grain is Grain.WEEK else _earlier(start, end)
        else:
            end = years_on(end, start.first.year - end.first.year)
    return None


def _earlier(start: Period, end: Period) -> Period:
    """The start a week earlier for days of one week, else in the year that lets it come before the end."""
    if start.grain is Grain.DAY and (start.first - end.first).days < 7:
        return day(start.first.fromordinal(start.first.toordinal() - 7))
    return years_on(start, end.first.year - start.first.year - (start.first.month > end.first.month))
