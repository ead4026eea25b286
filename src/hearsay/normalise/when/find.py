"""Find every expression of a calendar date or a clock time in a text, and resolve it.

Rules find candidates sentence by sentence. Each is resolved against the day of publication, the tense of the words
around it and the dates before it; of overlapping ones the first and longest that can be resolved stays. Then neighbours
are joined: "10 a.m." and "Friday", "Friday" and "Oct. 23", "May 3" and "June 7" in "from May 3 to June 7".
"""

import re
from dataclasses import replace
from datetime import date

from hearsay.normalise.sentence import sentences
from hearsay.normalise.when import clock, dates, deictic, holiday, offset, parts
from hearsay.normalise.when.affix import Relation, affix
from hearsay.normalise.when.join import Found, joined_found
from hearsay.normalise.when.period import Grain, moved
from hearsay.normalise.when.setting import Rule, Setting, Tense, Trigger
from hearsay.normalise.when.tense import tense
from hearsay.normalise.when.when import When
from hearsay.normalise.when.words import MONTH, WEEKDAY, either, table

_RULES: tuple[Rule, ...] = (
    *holiday.RULES,
    *dates.RULES,
    *deictic.RULES,
    *offset.RULES,
    *parts.RULES,
    *clock.RULES,
)
_UNITS = "day|days|week|weeks|weekend|month|months|quarter|year|years|decade|decades|century|half|period|hours?|minutes?|fortnight"
_TRIGGERS = re.compile(
    rf"(?P<MONTH>\b{MONTH}(?!\w))|(?P<WEEKDAY>\b{WEEKDAY})|(?P<CLOCK>\d\s?[ap]\.?m\b|\b\d{{1,2}}[:.h]\d\d\b|\bnoon\b|\bmid(?:day|night)\b|o['’]clock|GMT|UTC)"
    r"|(?P<DECADE>\b(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b|\bnineteen\b|two\sthousand|\d0['’]?s\b)"
    r"|(?P<DEICTIC>\b(?:to|yester)day\b|\btomorrow\b|\btonight\b|\b(?i:this|last)\s(?:very\s)?(?:morning|afternoon|evening|night|lunchtime)\b|\beve\b)"
    rf"|(?P<UNIT>\b(?:{_UNITS}|Halfs?)\b)|(?P<SEASON>\b(?:spring|summer|autumn|fall|winter)\b)|(?P<DIGIT>\d)",
    re.I,
)
_HOLIDAY = re.compile(
    rf"\b{either(n for kind in ('fixed', 'weekly', 'easter', 'islamic', 'days') for n in table(kind))}", re.I
)
_COMPARED = re.compile(
    r"\b(?:from|than|compared|versus|against|up|down|rose|fell|gained|declined|dropped|narrowed|widened|percent|cents|"
    r"million|billion)\b|[$€£%]",
    re.I,
)
_QUARTERS = frozenset({"quarter", "short-quarter", "unit"})
_REFERENCES = frozenset({Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.SEASON, Grain.WEEK})
_YEAR_GRAINS = frozenset({Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.SEASON, Grain.QUARTER})


def find_times(text: str, published: str | None) -> list[When]:
    """Every expression that can be resolved, in the order of the text.

    ``published`` is ISO 8601, a day or a time; where it is None, only what needs none is resolved.
    """
    setting = Setting(published=_day_of(published))
    made: list[When] = []
    last_end = 0
    for start, end in sentences(text):
        if "\n\n" in text[last_end:start]:
            setting = replace(setting, year=None)
        last_end = end
        sentence = text[start:end]
        triggers = _triggers(sentence)
        if not triggers:
            setting = replace(setting, year=None)
            continue
        found, setting = _found(sentence, setting, triggers=triggers)
        made.extend(_when(text, one, start=start) for one in joined_found(sentence, found))
    return made


def _day_of(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def _triggers(sentence: str) -> Trigger:
    found = Trigger(0)
    for match in _TRIGGERS.finditer(sentence):
        found |= Trigger[match.lastgroup or ""]
        if match.lastgroup in {"CLOCK", "DECADE"}:
            found |= Trigger.DIGIT
    if _HOLIDAY.search(sentence):
        found |= Trigger.HOLIDAY
    return found


def _found(sentence: str, setting: Setting, *, triggers: Trigger) -> tuple[list[Found], Setting]:
    """What is found in a sentence, and what it tells to the sentences after it."""
    candidates = [
        (match.start(), -match.end(), number, match)
        for number, rule in enumerate(_RULES)
        if rule.needs & triggers
        for match in rule.pattern.finditer(sentence)
    ]
    found: list[Found] = []
    setting = replace(setting, compared=bool(_COMPARED.search(sentence)))
    year = lasting = None
    for start, _, number, match in sorted(candidates, key=lambda c: c[:3]):
        if found and start < found[-1].end:
            continue
        side = tense(sentence[:start], sentence[match.end() :])
        try:
            period = _RULES[number].resolve(match, replace(setting, tense=side))
        except (ValueError, OverflowError):  # off the calendar: "February 30", the year 0
            continue
        if period is None:
            continue
        yeared = bool(match.groupdict().get("year"))
        if yeared and period.grain in _YEAR_GRAINS:
            year = period.first.year if setting.published and period.first.year < setting.published.year else None
            setting = replace(setting, year=year)
            lasting = year if period.grain is not Grain.YEAR else None
        found.append(Found(start, match.end(), _RULES[number].name, period, side, yeared))
        if period.grain in _REFERENCES:
            setting = replace(setting, reference=period)
        if period.grain is Grain.QUARTER and _RULES[number].name in _QUARTERS:
            setting = replace(setting, quarter=period)
    return found, replace(setting, year=lasting)


def _when(text: str, found: Found, *, start: int) -> When:
    before = affix(text, start + found.start)
    period = found.period.around() if before.approximate else found.period
    if before.part == "eve" and period.grain is Grain.DAY:
        period = moved(found.period, -1)
    return When(
        start=start + found.start - before.part_length,
        end=start + found.end,
        value=period.edtf,
        grain=period.grain,
        lead=start + found.start - max(before.relation_length, before.part_length),
        relation=before.relation or Relation.AT,
        part=before.part,
        future=None if found.tense is None else found.tense is Tense.FUTURE,
        tied=before.relation is not None,
    )
