"""What an expression is resolved against, and the rule that resolves it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, Flag, auto

from hearsay.normalise.when.period import Grain, Period

FAR, FAR_AHEAD = 250, 320
"""Days from which a date without its year, in another year than the report, gives way to a nearer one: back and ahead
(tuned on the even documents of tbaq-dev)."""


_AHEAD = 1.3
"""How much farther a day to come counts where no word tells the side: reports mostly tell of what was."""


class Tense(Enum):
    """Which side of the publication the words around an expression put it on."""

    PAST = "past"
    FUTURE = "future"


class Trigger(Flag):
    """What a sentence must hold for a rule to be tried in it."""

    DIGIT = auto()
    MONTH = auto()
    WEEKDAY = auto()
    DEICTIC = auto()
    UNIT = auto()
    SEASON = auto()
    HOLIDAY = auto()
    CLOCK = auto()
    DECADE = auto()


@dataclass(frozen=True, slots=True)
class Setting:
    """The day of publication and what the text before the expression told. What is not known is None."""

    published: date | None = None
    tense: Tense | None = None
    reference: Period | None = None
    """The last date that the text named."""
    year: int | None = None
    """A year that this sentence or the one before it in the paragraph named."""
    quarter: Period | None = None
    """The last quarter that the text named."""
    compared: bool = False
    """Whether the sentence compares figures: "up 5% from a year ago"."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and how its match is resolved: to None where it is no time, or none that can be told."""

    name: str
    needs: Trigger
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Setting], Period | None]


def placed(candidates: Iterable[Period], setting: Setting) -> Period | None:
    """The one of several occurrences that is meant: by tense, else the nearest to the day of publication."""
    found = sorted(candidates, key=lambda p: p.first)
    today = setting.published
    if not found or today is None:
        return None
    nearest = min(found, key=lambda p: _distance(p, today) * (_AHEAD if p.first > today else 1))
    if setting.tense is Tense.PAST:
        meant = [p for p in found if p.first <= today][-1:]
    elif setting.tense is Tense.FUTURE:
        meant = [p for p in found if p.last >= today][:1]
    else:
        return nearest
    # A report names the year of what lies in another one, unless that is the nearer.
    far = FAR if setting.tense is Tense.PAST and nearest.grain is Grain.DAY else FAR_AHEAD
    if meant and (meant[0].first.year == today.year or _distance(meant[0], today) <= far):
        return meant[0]
    return nearest


def _distance(period: Period, at: date) -> int:
    return 0 if at in period else min(abs((period.first - at).days), abs((period.last - at).days))


def near_years(make: Callable[[int], Period], setting: Setting) -> Period | None:
    """What comes once a year, in the year that is meant."""
    if setting.year is not None and setting.tense is not Tense.FUTURE:
        return make(setting.year)
    if setting.published is None:
        return None
    this = setting.published.year
    return placed(_made(make, range(this - 1, this + 2)), setting)


def _made(make: Callable[[int], Period], years: Iterable[int]) -> Iterable[Period]:
    for number in years:
        try:
            yield make(number)
        except ValueError:  # 29 February
            continue


def before(match: re.Match[str], letters: int = 24) -> str:
    """The text that stands right before a match."""
    return match.string[max(0, match.start() - letters) : match.start()]


def after(match: re.Match[str], letters: int = 24) -> str:
    """The text that stands right after a match."""
    return match.string[match.end() : match.end() + letters]
