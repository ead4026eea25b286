"""How two figures are compared: what speaks for and against one question, and the score that weighs it."""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hearsay.normalise.measure import singular
from hearsay.reconcile.questions.against import clash, ratio, telling
from hearsay.reconcile.questions.lexicon import is_person, listed, measures
from hearsay.reconcile.questions.sign import NAMED, NOTHING, Sign
from hearsay.records.figure import Tally

COMPASS = frozenset(
    f"{one}{other}ern" for one in ("", "north", "south") for other in ("north", "south", "east", "west")
)
"""What makes of a place a part of it: "western"."""
_SHORT = frozenset("hour day week month quarter".split())
"""What a year's amount is not over."""
FAR = math.log(5)
"""How far apart in size a sum and what it comes to in a day or a month can be (not tuned)."""
_POLL = re.compile(r"\b(?:polls?|surveys?|pollsters?|respondents?)\b", re.I)
NAMES = (
    "bias",
    "same",
    "clash",
    "head",
    "noun",
    "part-people",
    "head-differs",
    "person-thing",
    "company",
    "value",
    "size",
    "restricted",
    "narrower",
    "places",
    "side",
    "one-place",
    "sites",
    "same-site",
    "per",
    "period",
    "link",
    "beside",
    "part",
    "one-voice",
    "wide",
    "hint",
    "increment",
    "plan",
    "a-part",
    "way",
    "of-other",
    "payer",
    "year",
    "untold",
    "needed",
    "base",
    "unlike",
    "known",
)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What is shared by all comparisons of one story."""

    rare: Mapping[str, float]
    """How much a word of the company tells, by its stem."""
    weights: Mapping[str, float]
    """How much all words of a figure's company tell together, by Sign.id."""
    links: Mapping[str, str]
    """What bare numbers stand against."""


def comparable(one: Sign, other: Sign) -> bool:
    """Whether two figures can be of one question at all: the same kind of quantity, the same currency."""
    if one.kind != other.kind:
        return False
    return not (one.unit and other.unit and one.unit != other.unit)


def features(one: Sign, other: Sign, *, shared: Weighing) -> tuple[float, ...]:
    """What speaks for and against one question, in the order of NAMES, each about 0 to 1."""
    same, not_same = clash(one.told, other.told)
    beside = one.given.document.id == other.given.document.id and one.number == other.number
    link = shared.links.get(one.id) == other.id or shared.links.get(other.id) == one.id
    heads = _heads(one, other)
    counts = one.kind == "count"
    return (
        1.0,
        same,
        not_same,
        float(heads == "head"),
        float(bool(one.noun) and singular(one.noun) == singular(other.noun) and one.noun != "people"),
        float(heads == "part"),
        float(heads == "differs"),
        float(heads == "person-thing"),
        _shared(one, other, shared=shared),
        _same_value(one, other),
        0.0 if link else min(ratio(one, other), 3.0) / 3,
        float(counts and bool(one.noun and other.noun) and _restriction(one, other) == "differs"),
        float(counts and bool(one.noun and other.noun) and _restriction(one, other) == "narrower"),
        float(bool(one.places and other.places) and not one.places & other.places),
        _sides_differ(one.places & COMPASS, other.places & COMPASS) if one.places and other.places else 0.0,
        float(bool(one.places) != bool(other.places) and not (one.is_bare or other.is_bare)),
        float(bool(one.sites and other.sites) and one.sites != other.sites),
        float(bool(one.sites) and one.sites == other.sites),
        _rates_differ(one, other),
        float(_periods_differ(one, other)),
        float(link),
        float(beside and not link),
        float(one.of == other.id or other.of == one.id),
        float(not link and _one_voice(one, other)),
        float(not link and _is_open(one, other)),
        float(one.given.figure.question == other.given.figure.question),
        float((one.given.figure.tally is Tally.INCREMENT) != (other.given.figure.tally is Tally.INCREMENT)),
        float((one.given.figure.tally is Tally.PLAN) != (other.given.figure.tally is Tally.PLAN)),
        float(not link and bool(one.of) != bool(other.of)),
        float(_told_apart(one.narrow.way, other.narrow.way)),
        float(_of_others(one, other)),
        float(_told_apart(one.narrow.payer, other.narrow.payer)),
        float(not link and one.narrow.year != other.narrow.year and _is_event(one) and _is_event(other)),
        float(counts and not link and min(one.told[NOTHING], other.told[NOTHING]) > 0.5),
        float(one.narrow.is_needed != other.narrow.is_needed),
        float(bool(one.narrow.base and other.narrow.base) and not one.narrow.base & other.narrow.base),
        _unlike(one, other, shared=shared) if counts and not link else 0.0,
        float(not link and one.narrow.is_known != other.narrow.is_known),
    )


def score(one: Sign, other: Sign, *, shared: Weighing) -> float:
    """The log odds that two figures are of one question."""
    return sum([w * f for w, f in zip(weights(), features(one, other, shared=shared), strict=True)])


@cache
def weights() -> tuple[float, ...]:
    """The weights of the features in the order of NAMES, from ``weights.toml``."""
    place = files("hearsay.reconcile.questions").joinpath("weights.toml")
    found = tomllib.loads(place.read_text(encoding="utf-8"))["weights"]
    return tuple(float(found[name]) for name in NAMES)


def _heads(one: Sign, other: Sign) -> str:
    if not one.head or not other.head:
        return "untold"
    if one.head == other.head:
        return "head"
    if is_person(one.head) and is_person(other.head):
        generic = {one.head, other.head} & {"people", *listed("generic")}
        return "part" if generic else "differs"
    return "differs" if is_person(one.head) == is_person(other.head) else "person-thing"


def _one_voice(one: Sign, other: Sign) -> bool:
    """Whether one source gives two numbers that cannot both be true in one report, and does not hold them together."""
    if one.given.document.id != other.given.document.id or one.given.figure.source != other.given.figure.source:
        return False
    lows = [end for end in (one.low, other.low) if end is not None]
    highs = [end for end in (one.high, other.high) if end is not None]
    return bool(lows and highs) and max(lows) > min(highs)


def _is_wide(sign: Sign) -> bool:
    """Whether it measures what is asked of many at once, as support is in a poll, so that the measure tells little."""
    best = max(sign.told, key=lambda name: (sign.told[name], name))
    return best != NOTHING and measures()[best].is_wide


def _is_open(one: Sign, other: Sign) -> bool:
    """Whether two shares may be of any of many: support in polls, or votes that are not told to be for one name."""
    if one.kind != "share" or not (_is_wide(one) and _is_wide(other)):
        return False
    is_poll = any(_POLL.search(sign.sentence.text) for sign in (one, other))
    return is_poll or not one.narrow.names & other.narrow.names


def _of_others(one: Sign, other: Sign) -> bool:
    """Whether two shares of a vote or of support are told of two names."""
    a, b = one.narrow.names, other.narrow.names
    return bool(a and b) and not a & b and (_is_wide(one) or _is_wide(other))


def _unlike(one: Sign, other: Sign, *, shared: Weighing) -> float:
    """How little two counts of which no measure is told have in common beside the noun, 0 to 1."""
    if one.is_bare or other.is_bare or min(one.told[NOTHING], other.told[NOTHING]) <= 0.5:
        return 0.0
    return 1.0 - _shared(one, other, shared=shared)


def _told_apart(one: str, other: str) -> bool:
    return bool(one and other and one != other)


def _is_event(sign: Sign) -> bool:
    """Whether it tells most of what happened once: deaths, arrests, a vote."""
    best = max(sign.told, key=lambda name: (sign.told[name], name))
    return best != NOTHING and (measures()[best].is_event or measures()[best].is_wide)


def _restriction(one: Sign, other: Sign) -> str:
    a, b = one.restricted, other.restricted
    if a == b:
        return "same"
    names = {place[:NAMED] for place in one.places | other.places}
    return "narrower" if (a <= b or b <= a) and not (a ^ b) & names else "differs"


def _sides_differ(one: frozenset[str], other: frozenset[str]) -> float:
    """Whether one is about a side of a place, as "western", and the other is not; twice where it is about another."""
    return 0.0 if one == other else 2.0 if one and other else 1.0


def _shared(one: Sign, other: Sign, *, shared: Weighing) -> float:
    """The share of what the company of words of two figures tells that both have, of the one that has less."""
    both = one.company & other.company
    if not both:
        return 0.0
    least = min(shared.weights[one.id], shared.weights[other.id])
    return min(1.0, math.fsum([shared.rare[word] for word in both]) / least) if least else 0.0


def _same_value(one: Sign, other: Sign) -> float:
    """Whether two figures have the same ends, by how telling the number is."""
    if (one.low, one.high) != (other.low, other.high):
        return 0.0
    return telling(one)


def _rates_differ(one: Sign, other: Sign) -> float:
    """Whether two figures are over different things; thrice where one is a day's and the other, far off, is no rate."""
    if one.per and other.per:
        return float(one.per != other.per)
    is_sum = one.kind == "money" and {one.per, other.per} & _SHORT and ratio(one, other) > FAR
    return 3.0 if is_sum else 0.0


def _periods_differ(one: Sign, other: Sign) -> bool:
    if one.period and other.period and one.period != other.period:
        return True
    if one.kind != "share":
        return False
    a, b = one.given.figure.as_of, other.given.figure.as_of
    return bool(a and b and ("/" in a) != ("/" in b))


def weighing(signs: Sequence[Sign], links: Mapping[str, str]) -> Weighing:
    """What comparisons of ``signs`` share: a word of their company tells the more, the fewer figures have it."""
    counts = Counter(word for sign in signs for word in sign.company)
    rare = {word: math.log(1 + len(signs) / count) for word, count in counts.items()}
    return Weighing(rare, {sign.id: math.fsum([rare[word] for word in sign.company]) for sign in signs}, links)
