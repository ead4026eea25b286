"""Every quantity in a text: number, bounds, unit, and what is counted.

Dates, clocks, ages, names, labels, addresses and scores that hold a number are none (``occasion``, ``label``).
"""

from dataclasses import dataclass, replace

from hearsay.normalise.amount import Amount, amount_at
from hearsay.normalise.bound import Bound, Counting, bound_after, bound_before
from hearsay.normalise.interval import Interval, interval_at
from hearsay.normalise.label import is_joined, is_label
from hearsay.normalise.noun import NounPhrase, noun_at
from hearsay.normalise.number import is_sign, openers
from hearsay.normalise.occasion import is_age, is_occasion
from hearsay.normalise.tables import word_set
from hearsay.normalise.token import HYPHENS, Tokens
from hearsay.normalise.unit import Unit, is_period, rate_at
from hearsay.normalise.zero import OPENERS, Zero, zero_at
from hearsay.records.figure import Vagueness


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as an interval; offsets are code points into the text, half open."""

    start: int
    """Where its words begin, bounds and unit included: "more than 3,000 troops"."""
    end: int
    min: float | None
    """Lower end in ``unit``; None where it is open."""
    max: float | None
    inclusive: bool
    """Whether the ends themselves are meant: "at least 3,000", and not "more than 3,000"."""
    approximate: bool
    vagueness: Vagueness | None
    unit: str | None
    """In its short form ("%", "USD", "EUR/ha"); for a count the last word of what is counted, in lower case."""
    base: tuple[float | None, float | None, str] | None
    """The interval in the basic unit, with that unit; None where the unit has none."""
    noun_start: int | None
    """Where the counted noun phrase begins that follows the number; None where none does."""
    noun_end: int | None
    number_start: int
    """Where the number itself begins, its currency sign included; the first of a range."""
    number_end: int


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity in a text, in its order, none overlapping another."""
    tokens = Tokens.of(text)
    found: list[Quantity] = []
    starts = openers()
    i = floor = 0
    while i < len(tokens):
        word = tokens.lower[i]
        quantity, end = None, i + 1
        if word in OPENERS and (zero := zero_at(tokens, i)) is not None:
            quantity, end = _zero(tokens, zero), zero.end
        elif word in starts or word[0].isdigit() or word[-1] in "0123456789" or is_sign(word):
            quantity, end = _quantity(tokens, i, floor=floor)
        if quantity is not None:
            if found and _is_conversion(text, quantity, before=found[-1]):
                quantity = _bounded_as(found[-1], quantity)
            found.append(quantity)
            floor = end
        i = max(i + 1, end)
    return found


def _is_conversion(text: str, quantity: Quantity, *, before: Quantity) -> bool:
    """Whether a quantity in brackets tells the one before it in another unit: "more than 7 miles (11 km)"."""
    if text[before.end : quantity.start].strip() not in {"(", "[", "/"}:
        return False
    units = before.unit, quantity.unit
    return None not in units and before.noun_start is None and quantity.noun_start is None and units[0] != units[1]


def _bounded_as(before: Quantity, quantity: Quantity) -> Quantity:
    """A conversion has the bounds of what it converts."""
    if quantity.min is None or quantity.min != quantity.max:
        return quantity
    low = None if before.min is None else quantity.min
    high = None if before.max is None else quantity.max
    base = quantity.base and (
        None if low is None else quantity.base[0],
        None if high is None else quantity.base[1],
        quantity.base[2],
    )
    approximate = before.approximate or quantity.approximate
    return replace(quantity, min=low, max=high, base=base, inclusive=before.inclusive, approximate=approximate)


def _zero(tokens: Tokens, zero: Zero) -> Quantity:
    start, end = tokens.span(zero.start, zero.end)
    return Quantity(
        start=start,
        end=end,
        min=0.0,
        max=0.0,
        inclusive=True,
        approximate=False,
        vagueness=None,
        unit=zero.unit,
        base=None,
        noun_start=None if zero.noun_start is None else tokens.starts[zero.noun_start],
        noun_end=None if zero.noun_end is None else tokens.ends[zero.noun_end - 1],
        number_start=start,
        number_end=tokens.ends[(zero.noun_start or zero.end) - 1],
    )


def _quantity(tokens: Tokens, i: int, *, floor: int) -> tuple[Quantity | None, int]:
    """The quantity whose number begins at token ``i``, or None, and the token to go on from."""
    amount = amount_at(tokens, i, floor=floor)
    if amount is None:
        return None, i + 1
    before = bound_before(tokens, amount.start, floor=floor, counting=_counting(amount))
    ranged = interval_at(tokens, amount, before=before.start, floor=floor)
    if _is_none(tokens, amount, bounded=before.start < amount.start, ranged=ranged):
        return None, ranged.end if ranged and is_age(tokens, amount.number) else amount.number.end
    return _made(tokens, amount, before=before, ranged=ranged)


def _counting(amount: Amount) -> Counting:
    unit = amount.unit
    duration = unit is not None and unit.kind in {"time", "calendar"}
    measured = unit is not None or amount.number.fraction
    return Counting(abs(amount.value), measured, duration, amount.number.digits)


def _is_none(tokens: Tokens, amount: Amount, *, bounded: bool, ranged: Interval | None) -> bool:
    """Whether a number is no quantity."""
    if amount.prefixed:
        return False
    number, unit = amount.number, (ranged.unit if ranged else amount.unit)
    if number.fraction and unit is None:
        return not _is_share(tokens, amount, bounded=bounded)
    if unit is not None and unit.kind == "share":
        return False
    if is_occasion(tokens, number, measured=unit is not None, hedged=bounded):
        return True
    if unit is not None:
        return number.digits and is_joined(tokens, number)
    if is_label(tokens, number, hedged=bounded):
        return True
    end = number.end
    if tokens.at(end) in HYPHENS and tokens.glued(end) and tokens.glued(end + 1):
        return tokens.at(end + 1) in word_set("labels", "compounds")
    return False


def _is_share(tokens: Tokens, amount: Amount, *, bounded: bool) -> bool:
    """Whether "half", "a third", "a quarter" is a share and neither a part of a game nor an ordinal."""
    word, before, after = tokens.at(amount.start), tokens.at(amount.start - 1), tokens.at(amount.end)
    if after == "of" or bounded or not {"in", "out", "of"}.isdisjoint(tokens.lower[amount.start : amount.end]):
        return True
    if before == "by":
        return word in {"a", "half", "one", "two", "three"}
    if word in {"half"}:
        return after in word_set("labels", "halved")
    if word == "quarter":
        return False
    return word not in {"a", "an", "one"} or after in {"in", "were", "are", "say", "said", "more", "less", "fewer"}


def _made(tokens: Tokens, amount: Amount, *, before: Bound, ranged: Interval | None) -> tuple[Quantity, int]:
    last = ranged.last if ranged else amount
    unit = ranged.unit if ranged else amount.unit
    vagueness = amount.number.vagueness
    end = last.end
    number_end = last.end if last.unit is None else last.number.end
    after = bound_after(tokens, end)
    end = max(end, after.end)
    noun = _noun(tokens, last, at=end) if unit is None else None
    if noun is not None:
        end = noun.end
        if after.end == after.start:
            after = bound_after(tokens, end)
            end = max(end, after.end)
    if noun is not None and not is_period(tokens, end + 1):
        unit, end = rate_at(tokens, end, unit=Unit(noun.head, "count")) or (unit, end)
    side, inclusive = (before.side, before.inclusive) if before.side else (after.side, after.inclusive)
    low, high = _ends(amount, ranged=ranged, side=side)
    start = ranged.start if ranged else before.start
    name = unit.code if unit else (noun.head if noun else None)
    return Quantity(
        start=tokens.starts[start],
        end=tokens.ends[end - 1],
        min=low,
        max=high,
        inclusive=inclusive,
        approximate=before.approximate or after.approximate,
        vagueness=vagueness,
        unit=name,
        base=_base(low, high, unit=unit, fraction=amount.number.fraction),
        noun_start=tokens.starts[noun.start] if noun else None,
        noun_end=tokens.ends[noun.end - 1] if noun else None,
        number_start=tokens.starts[amount.start],
        number_end=tokens.ends[number_end - 1],
    ), end


def _ends(amount: Amount, *, ranged: Interval | None, side: str | None) -> tuple[float | None, float | None]:
    if ranged is not None:
        return ranged.low, ranged.high
    value = float(amount.value)
    if amount.number.vagueness is not None or side == "min":
        return value, None
    return (None, value) if side == "max" else (value, value)


def _noun(tokens: Tokens, amount: Amount, *, at: int) -> NounPhrase | None:
    """What a number without a unit counts; after "of" for a vague one: "dozens of vehicles"."""
    if amount.number.fraction:
        return None
    if _is_compound(tokens, at):
        return NounPhrase(at + 1, at + 2, tokens.at(at + 1), plural=False)
    if tokens.at(at) == "of" and amount.number.vagueness is not None:
        at += 1
    if tokens.at(at) in {"more", "fewer"}:
        at += 1
    return noun_at(tokens, at, one=amount.value == 1)


def _is_compound(tokens: Tokens, i: int) -> bool:
    """Whether a hyphen joins a word to the number before: "a 12-member panel"."""
    return tokens.at(i) in HYPHENS and tokens.glued(i) and tokens.glued(i + 1) and tokens.at(i + 1).isalpha()


def _base(
    low: float | None, high: float | None, *, unit: Unit | None, fraction: bool
) -> tuple[float | None, float | None, str] | None:
    if unit is None:
        return (low, high, "1") if fraction else None
    if unit.base is None or unit.factor is None:
        return None
    factor = unit.factor
    return _scaled(low, factor), _scaled(high, factor), unit.base


def _scaled(value: float | None, factor: float) -> float | None:
    return None if value is None else float(f"{value * factor:.12g}")
