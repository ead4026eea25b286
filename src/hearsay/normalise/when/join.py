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
_DAYS = frozenset({"weekday", "day"})
_DATES = frozenset({"month-day", "day-month", "iso", "slashed", "holiday"})
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
        whole = one
        while made and (both := _both(sentence, made[-1], second=whole)) is not None:
            made.pop()
            whole = both
        made.append(whole)
    return made


def _both(sentence: str, first: Found, *, second: Found) -> Found | None:
    gap = sentence[first.end : second.start]
    if len(gap) > _WIDEST_GAP:
        return None
    ends: tuple[Found, ...] = ()
    period = _clocked(first, second, gap=gap) or _dated(first, second, gap=gap) or _yeared(first, second, gap=gap)
    if period is None and _is_range(sentence, first, gap=gap) and (both := _ranged(first, second)) is not None:
        period = joined(*both)
        ends = (replace(first, period=both[0]), replace(second, period=both[1]))
    if period is None:
        return None
    yeared = first.yeared or second.yeared
    rule = f"{first.rule}+{second.rule}"
    return replace(second, start=first.start, period=period, rule=rule, yeared=yeared, ends=ends)


_WIDEST_GAP = 24


def _clocked(first: Found, second: Found, *, gap: str) -> Period | None:
    """A time of day and its day, in either order: "10 a.m. on Friday", "Friday at 10 a.m."."""
    if first.is_clock and not second.is_clock:
        fits = second.period.grain is Grain.DAY and _TO_DAY.fullmatch(gap)
        return with_clock(second.period, first.period) if fits else None
    if second.is_clock and not first.is_clock and first.period.grain is Grain.DAY:
        fits = "T" not in first.period.edtf and _TO_CLOCK.fullmatch(gap)
        return with_clock(first.period, second.period) if fits else None
    return None


def _dated(first: Found, second: Found, *, gap: str) -> Period | None:
    """A weekday and its date, in either order: "Friday, Oct. 23"."""
    if not _BESIDE.fullmatch(gap) or first.is_clock or not {first.rule, second.rule} & _DAYS:
        return None
    dated = first if second.rule in _DAYS else second
    return dated.period if dated.rule in _DATES and dated.period.grain is Grain.DAY else None


def _yeared(first: Found, second: Found, *, gap: str) -> Period | None:
    """A month or date and its year: "in April next year", "January nineteen ninety-seven"."""
    if first.rule == "month" and second.rule == "spoken-year" and not gap.strip(" ,"):
        return month(second.period.first.year, first.period.first.month)
    told = second.rule == "unit" and second.period.grain is Grain.YEAR and gap in {" ", " of ", ", "}
    if told and first.rule in {"month", "month-day", "day-month"} and not first.yeared:
        return years_on(first.period, second.period.first.year - first.period.first.year)
    return None


def _is_range(sentence: str, first: Found, *, gap: str) -> bool:
    lead = _FROM.search(sentence[: first.start])
    if _AND.fullmatch(gap):
        return lead is not None and lead[0].lower().startswith("between")
    return _RANGE.fullmatch(gap) is not None and (lead is not None or (" " not in gap.strip() and "until" not in gap))


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
