"""Parts of years and what holds years: quarters, halves, seasons, years, decades, centuries, fiscal years."""

import re

from hearsay.normalise.when.period import (
    SEASONS,
    Period,
    century,
    decade,
    half,
    joined,
    quarter,
    season,
    year,
    years_on,
)
from hearsay.normalise.when.setting import Rule, Setting, Tense, Trigger, after, before, near_years
from hearsay.normalise.when.words import YEAR, either, number, table

_RECENT_DAYS = 125
"""A quarter that ended so long ago at most is still news: one quarter and the month in which it is reported."""
_GAME = re.compile(
    r"\b(?:touchdowns?|quarterbacks?|yards?|rebounds?|free\sthrows?|outscor\w+|interceptions?|field\sgoals?|baskets?|"
    r"half-?time|quarter-?finals?|fumbles?|turnovers?|dunk\w*|layups?|three-pointers?)\b",
    re.I,
)
"""A game has quarters too."""
_WHOSE = (
    rf"(?:of\s|in\s)?(?:fiscal\s(?:year\s)?)?(?:(?P<year>{YEAR})|"
    r"(?P<which>this|last|next|the\scurrent|the\sprevious|the)\s(?:fiscal\s)?year\b)"
)
_YEAR_LEADS = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|to|through|throughout|between|during|before|after|around|about|circa|early|late|"
    r"mid|and|or|for|than|year|years|fiscal|season|spring|summer|autumn|fall|winter|as|on|with|over|into|the|a|an|his|her|its|"
    r"their|our|this|that|"
    r"class|back|ending|ended|elections?|cup|games|olympics|budget|agenda|goal|target|plan|vision|strategy)[\s-]|"
    r"\b(?:post|pre)-|[(/\[,–—-]\s?|[“\"‘'(]|^)$",
    re.I,
)
_FIRM_LEADS = re.compile(
    r"\b(?:in|since|until|till|by|during|before|after|early|late|mid|from|year|of|circa)[\s-]$", re.I
)
_NO_YEAR = re.compile(
    r"(?:\s?(?:%|percent|per\scent|million|billion|people|troops|soldiers|workers|jobs|homes|houses|euros?|dollars?|pounds|"
    r"yen|miles|kilomet\w+|met(?:re|er)s|km|kg|tons?|tonnes|feet|acres|hectares|square|points?|votes|students|employees|"
    r"members|men|women|children|times|hours|GMT|UTC|local|words|calories|deaths|cases|volts|rpm|cc|mph|rupees|pesos|"
    r"barrels|shares|seats|rooms|units|cars|vehicles|passengers|degrees|pages|items|species)\b|[\d%°$€£]|[,.]\d|-(?:[a-z]+|\d))"
)
_NUMBERED = re.compile(
    r"\b(?:Flight|Room|Route|Highway|Channel|Resolution|Bill|Section|Article|Page|Unit|Interstate|Proposition|Boeing|Windows|"
    r"nearly|almost|exactly|at\sleast|some|roughly|more\sthan|fewer\sthan|less\sthan|up\sto|as\smany\sas|another)\s$",
    re.I,
)
_DETERMINED = re.compile(r"(?:\b(?:the|a|an|his|her|its|their|our|my|that|this)|['’]s)\s(?:[\w-]+\s){1,2}$", re.I)
_CURRENT = {"this": 0, "last": -1, "next": 1, "the current": 0, "the": 0, "the previous": -1}


def _told_year(match: re.Match[str], setting: Setting) -> int | None:
    if match["year"]:
        return int(match["year"])
    which = match["which"]
    if which and setting.published:
        return setting.published.year + _CURRENT[" ".join(which.lower().split())]
    return None


def _quarter(match: re.Match[str], setting: Setting) -> Period | None:
    groups = match.groupdict()
    digit = groups.get("digit") or groups.get("first_digit")
    count = int(digit) if digit else int(table("ordinals").get(match["word"].lower(), 4))
    told = int(groups["own"]) if groups.get("own") else _told_year(match, setting)
    if told is not None:
        return quarter(told, count)
    today = setting.published
    if today is None or _GAME.search(match.string):
        return None
    this, last = quarter(today.year, count), quarter(today.year - 1, count)
    for recent in (this, last):
        if 0 < (today - recent.last).days <= _RECENT_DAYS:
            return recent
    if setting.tense is Tense.FUTURE:
        return this if this.last >= today else quarter(today.year + 1, count)
    return last if this.first > today and setting.tense is Tense.PAST else this


def _the_quarter(match: re.Match[str], setting: Setting) -> Period | None:
    """A quarter that the text has named before."""
    if setting.quarter is None:
        return None
    return years_on(setting.quarter, -1) if "year" in match[0].lower() else setting.quarter


def _period_of_year(match: re.Match[str], setting: Setting) -> Period | None:
    """Of "the 1988 quarter": the one of another year that the text speaks of."""
    if setting.quarter is None:
        return None
    return years_on(setting.quarter, int(match["year"]) - setting.quarter.first.year)


def _half(match: re.Match[str], setting: Setting) -> Period | None:
    count = int(match["digit"] or table("ordinals")[(match["word"] or "second").lower().replace("latter", "second")])
    told = _told_year(match, setting)
    if told is None:
        if setting.published is None or not match["money"]:
            return None
        return near_years(lambda y: half(y, count), setting)
    return half(told, count)


def _season(match: re.Match[str], setting: Setting) -> Period | None:
    code = SEASONS[match["season"].lower()]
    if match["year"]:
        return season(int(match["year"]), code)
    if match["which"]:
        told = _told_year(match, setting)
        return season(told, code) if told is not None else None
    if match["lead"] is None or (
        match["season"].lower() == "fall" and re.match(r"\s(?:of|in|from|to)\b", after(match))
    ):
        return None
    return near_years(lambda y: season(y, code), setting)


def _year(match: re.Match[str], setting: Setting) -> Period | None:
    del setting
    value = int(match["year"])
    lead = before(match)
    if _NO_YEAR.match(after(match)) or re.search(
        r"[$€£¥#]\s?$|\bNo\.?\s$|\w-$(?<!mid-)(?<!post-)(?<!pre-)(?<!early-)(?<!late-)|\d[,.]$", lead
    ):
        return None
    if value < 1900 and not _FIRM_LEADS.search(lead):
        return None
    if _NUMBERED.search(lead):
        return None
    if (
        not _YEAR_LEADS.search(lead)
        and not _DETERMINED.search(lead)
        and not re.match(r"[\s]*(?:[.,;:)\]]|$|\s(?:and|or|to|when|after|but)\b)", after(match))
    ):
        return None
    return year(value)


def _years(match: re.Match[str], setting: Setting) -> Period | None:
    del setting
    first = int(match["year"])
    tail = match["to"]
    last = int(tail) if len(tail) == 4 else first - first % 100 + int(tail)
    if not first < last <= first + 100 or re.search(r"[$€£#\w]$", before(match)):
        return None
    return joined(year(first), year(last))


def _spoken(match: re.Match[str], setting: Setting) -> Period | None:
    """A year in words: "nineteen ninety-seven", "the year two thousand"."""
    del setting
    words = match[0].lower().replace("-", " ").split()
    if words[-1] == "thousand":
        return year(2000)
    return year(1900 + sum(number(w) for w in words[1:]))


def _decade(match: re.Match[str], setting: Setting) -> Period | None:
    del setting
    if match["long"]:
        return decade(int(match["long"][:4]))
    value = int(match["short"][:2]) if match["short"] else int(table("decades")[match["word"].lower()])
    return decade((2000 if value < 20 and match["short"] else 1900) + value)


def _century(match: re.Match[str], setting: Setting) -> Period | None:
    del setting
    return century(int(table("centuries")[match["century"].lower()]))


def _fiscal(match: re.Match[str], setting: Setting) -> Period | None:
    del setting
    digits = match["year"]
    first = int(digits) if len(digits) == 4 else 2000 + int(digits)
    if match["to"]:
        return joined(year(first), year(first - first % 100 + int(match["to"][-2:])))
    return year(first)


_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_CENTURIES = either(table("centuries"))
_TIES = either(table("decades"))
_MONEY = (
    r"(?:profits?|results?|earnings|sales|revenues?|loss(?:es)?|figures|turnover|growth|net|operating|pre-?tax|report|"
    r"output|exports)"
)

RULES = (
    Rule(
        "quarter",
        Trigger.UNIT,
        re.compile(
            rf"\b(?:(?P<own>{YEAR})(?:['’]s)?\s)?(?:(?:the|its|their)\s)?(?:fiscal\s)?"
            rf"(?P<word>first|second|third|fourth|final|1st|2nd|3rd|4th)[-\s](?:fiscal\s)?"
            rf"quarter\b(?!-?\s?(?:finals?|century|pounder|mile))(?:(?:,)?\s{_WHOSE})?",
            re.I,
        ),
        _quarter,
    ),
    Rule(
        "short-quarter",
        Trigger.DIGIT,
        re.compile(rf"\b(?:Q(?P<digit>[1-4])|(?P<first_digit>[1-4])Q)(?:[-\s/]?{_WHOSE})?(?!\w)"),
        _quarter,
    ),
    Rule(
        "the-quarter",
        Trigger.UNIT,
        re.compile(
            r"\bthe\s(?:(?:latest|same|year-earlier|year-ago|prior-year)\s(?:quarter|period)"
            r"(?:\s(?:a\syear\s(?:ago|earlier)|last\syear))?|"
            r"quarter)\b(?!-|\s(?:of\sa|final|century|ended|mile))",
            re.I,
        ),
        _the_quarter,
    ),
    Rule(
        "quarter-of-year",
        Trigger.DIGIT,
        re.compile(rf"\bthe\s(?:(?:same|corresponding)\s)?(?P<year>{YEAR})\s(?:period|quarter)\b"),
        _period_of_year,
    ),
    Rule(
        "half",
        Trigger.UNIT,
        re.compile(
            rf"\b(?:the\s)?(?:(?P<word>first|second|latter)[-\s]half|H(?P<digit>[12]))(?:\s{_WHOSE}|(?P<money>(?=\s{_MONEY}\b)))",
            re.I,
        ),
        _half,
    ),
    Rule(
        "season",
        Trigger.SEASON,
        re.compile(
            rf"\b(?:(?P<lead>(?<=in\s)|(?<=by\s)|(?<=since\s)|(?<=until\s)|(?<=during\s)|(?<=before\s)|(?<=after\s)|(?<=into\s)|"
            rf"(?<=through\s)|(?<=early\s)|(?<=late\s)|(?<=of\s)|(?<=[Oo]ver\s)|(?<=[Tt]his\s))(?:the\s)?)?"
            rf"(?:the\s)?(?P<season>{'|'.join(SEASONS)})\b"
            rf"(?:\s(?:of\s)?(?:(?P<year>{YEAR})(?P<to>[-/–]\d\d)?|(?P<which>this|last|next)\syear\b))?"
            rf"(?!-?\s?(?:break|camp|school|sports?|olympics|games|coat|clothes|collection|semester|training|back))",
            re.I,
        ),
        _season,
    ),
    Rule(
        "fiscal",
        Trigger.DIGIT,
        re.compile(
            r"\b(?:(?:fiscal|financial)\s(?:year\s)?|FY\s?['’]?)(?P<year>(?:19|20)\d\d|\d\d)(?:[-/–](?P<to>(?:20)?\d\d))?\b",
            re.I,
        ),
        _fiscal,
    ),
    Rule(
        "years",
        Trigger.DIGIT,
        re.compile(r"(?<![\d.,-])(?P<year>(?:1[5-9]|20)\d\d)[-–/](?P<to>\d\d(?:\d\d)?)\b(?![-/,.]\d)"),
        _years,
    ),
    Rule("year", Trigger.DIGIT, re.compile(rf"(?<![\d.,:/])(?P<year>{YEAR})(?![:/]\d)"), _year),
    Rule(
        "spoken-year",
        Trigger.DECADE,
        re.compile(
            rf"\b(?:nineteen[\s-](?:(?:{_TENS})(?:[\s-](?:{_ONES}))?|ten|eleven|twelve|"
            rf"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|the\syear\stwo\sthousand)\b(?!\s(?:people|percent|dollars))",
            re.I,
        ),
        _spoken,
    ),
    Rule(
        "decade",
        Trigger.DECADE | Trigger.DIGIT,
        re.compile(
            rf"(?:\bthe\s)?(?:(?<![\d$€£-])(?P<long>(?:1[5-9]|20)\d0)['’]?s\b|(?<!\w)['’‘](?P<short>\d0)s\b|"
            rf"(?:(?<=nineteen\s)|(?<=nineteen-)|(?<=[Tt]he\s)|(?<=mid-)|(?<=early\s)|(?<=late\s))(?P<word>{_TIES})\b)",
        ),
        _decade,
    ),
    Rule("century", Trigger.UNIT, re.compile(rf"\b(?:the\s)?(?P<century>{_CENTURIES})[-\s]century\b", re.I), _century),
)
