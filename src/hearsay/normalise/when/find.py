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
from hearsay.normalise.when.period import Grain, moved, week
from hearsay.normalise.when.setting import Rule, Setting, Tense, Trigger
from hearsay.normalise.when.tense import tense
from hearsay.normalise.when.when import When
from hearsay.normalise.when.words import table

_RULES: tuple[Rule, ...] = (
    *holiday.RULES,
    *dates.RULES,
    *deictic.RULES,
    *offset.RULES,
    *parts.RULES,
    *clock.RULES,
)
_WORDS = {
    Trigger.MONTH: [*table("months")],
    Trigger.WEEKDAY: [*table("weekdays")],
    Trigger.CLOCK: "am pm m noon midday midnight clock gmt utc morning afternoon evening night h".split(),
    Trigger.DECADE: [*table("decades"), "nineteen", "thousand", "s"],
    Trigger.DEICTIC: """today yesterday tomorrow tonight morning afternoon evening night lunchtime eve before
    after""".split(),
    Trigger.UNIT: """day days week weeks weekend month months quarter year years decade decades century half h period
    hour hours minute minutes fortnight fortnights""".split(),
    Trigger.SEASON: "spring summer autumn fall winter".split(),
    Trigger.HOLIDAY: [
        re.split(r"\W", name)[0] for kind in ("fixed", "weekly", "easter", "islamic", "days") for name in table(kind)
    ],
}
_TRIGGERS: dict[str, int] = {}
for _trigger, _list in _WORDS.items():
    for _word in _list:
        _TRIGGERS[_word] = _TRIGGERS.get(_word, 0) | _trigger.value
_TOKEN = re.compile(r"[a-z]+|\d")
_NEEDS = tuple((rule.needs.value, number, rule) for number, rule in enumerate(_RULES))
_COMPARED = re.compile(
    r"\b(?:from|than|compared|versus|against|up|down|rose|fell|gained|declined|dropped|narrowed|widened|percent|cents|"
    r"million|billion)\b|[$€£%]",
    re.I,
)
_OPENS = re.compile(r"(?:\w+,?\s)?In\s(?:early\s|late\s|mid-)?")
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


def _triggers(sentence: str) -> int:
    """Which kinds of trigger the sentence holds, as the values of Trigger."""
    found = 0
    for token in set(_TOKEN.findall(sentence.lower())):
        if token in _TRIGGERS:
            found |= _TRIGGERS[token]
        if token.isdigit():
            found |= Trigger.DIGIT.value
    return found


def _found(sentence: str, setting: Setting, *, triggers: int) -> tuple[list[Found], Setting]:
    """What is found in a sentence, and what it tells to the sentences after it."""
    candidates = [
        (match.start(), -match.end(), number, match)
        for needs, number, rule in _NEEDS
        if needs & triggers
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
        opens = period.grain is not Grain.YEAR or _OPENS.fullmatch(sentence[:start]) is not None
        if yeared and opens and period.grain in _YEAR_GRAINS:
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
    if period.grain is Grain.DAY and before.part in {"eve", "week"}:
        period = moved(found.period, -1) if before.part == "eve" else week(found.period.first)
    narrowed = before.part != "week" or period.grain is Grain.WEEK
    return When(
        start=start + found.start - (before.part_length if narrowed else 0),
        end=start + found.end,
        value=period.edtf,
        grain=period.grain,
        lead=start + found.start - max(before.relation_length, before.part_length),
        relation=before.relation or Relation.AT,
        part=before.part if narrowed else None,
        future=None if found.tense is None else found.tense is Tense.FUTURE,
        tied=before.relation is not None,
        ends=tuple(_when(text, end, start=start) for end in found.ends),
    )
