"""What a followed figure answers: a question with a label in words of the report and an id that other reports share."""

import re

from hearsay.claim.counted import Counted
from hearsay.claim.followed import Kind, kind_of
from hearsay.claim.setting import Setting
from hearsay.normalise.measure import dimension, is_of_people, measure_of, plain, singular, words
from hearsay.records.figure import Tally
from hearsay.records.identity import make_id
from hearsay.records.question import Question

_PEOPLE = frozenset(
    "people person persons passenger passengers resident residents worker workers man men woman women civilian "
    "civilians toll death deaths body bodies casualty casualties fatality fatalities victim victims death-toll".split()
)
_SMALL_WORDS = frozenset("the a an of from in to at by and or its their his her this that some about".split())
LABEL_WORDS = 9
"""The most words of a label: it is read at a glance (not tuned)."""


def question(setting: Setting, counted: Counted, *, tally: Tally | None) -> Question:
    """The question that a figure answers."""
    kind = kind_of(setting)
    measure = counted.kind or _plain_measure(setting, counted)
    unit = _unit_class(kind, setting)
    on_top = "more" if tally is Tally.INCREMENT else ""
    return Question(
        id=make_id("question", measure, _population(setting, counted, kind=kind, measure=measure), unit, on_top),
        label=_label(setting, counted, unit=unit, tally=tally),
    )


def _plain_measure(setting: Setting, counted: Counted) -> str:
    found = plain(counted.measure.of(setting.text)) if counted.measure else []
    return singular(next((w for w in found if w not in words("change") and w not in words("will")), ""))


def _population(setting: Setting, counted: Counted, *, kind: Kind, measure: str) -> str:
    """What is counted, without numbers, bounds and the words of the measure itself."""
    if counted.noun is None:
        return ""
    found = [singular(w) for w in plain(_without_number(setting, counted)) if w not in _SMALL_WORDS]
    if measure_of(counted.head) == measure or (is_of_people(measure) and counted.head in _PEOPLE):
        found = [w for w in found if w not in _PEOPLE and singular(counted.head) != w]
    if kind in (Kind.MONEY, Kind.SHARE):
        found = [w for w in found if measure_of(w) != measure]
    return " ".join(sorted(set(found)))


def _without_number(setting: Setting, counted: Counted) -> str:
    """The counted noun without the number that it opens with."""
    if counted.noun is None:
        return ""
    noun, span, text = counted.noun, setting.span, setting.text
    if not noun.overlaps(span):
        return re.sub(r"\d[\d.,]*", "", noun.of(text))
    if setting.noun is not None and noun.holds(setting.noun):
        return text[setting.noun.start : noun.end]
    unit = setting.quantity.unit or ""
    inside = unit if unit and unit.lower() in span.of(text).lower() and dimension(unit) is None else ""
    return f"{inside} {text[span.end : noun.end]}" if noun.end > span.end else inside


def _unit_class(kind: Kind, setting: Setting) -> str:
    if kind in (Kind.COUNT, Kind.ZERO):
        return "count"
    if kind is Kind.LENGTH:
        return "length"
    return setting.quantity.unit or "count"


def _label(setting: Setting, counted: Counted, *, unit: str, tally: Tally | None) -> str:
    noun = " ".join(_without_number(setting, counted).split()) if counted.noun else ""
    measure = counted.measure.of(setting.text) if counted.measure else ""
    if counted.noun and counted.measure and counted.noun.overlaps(counted.measure):
        measure = ""
    made = f"{noun} {measure}".strip() or counted.kind or unit
    extra = "further " if tally is Tally.INCREMENT else ""
    amount = f" ({unit})" if unit not in ("count", "length") and unit not in made else ""
    return extra + " ".join(made.split()[:LABEL_WORDS]) + amount
