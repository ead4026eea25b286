"""An amount: one number with its sign, its currency and its unit."""

from dataclasses import dataclass, replace

from hearsay.normalise.number import Number, number_at
from hearsay.normalise.token import HYPHENS, Tokens
from hearsay.normalise.unit import Unit, is_period, prefix_at, rate_at, told_currency, unit_at

_MINUS = frozenset({"-", "−", "‐", "‑", "–"})
_STERLING = frozenset({"£", "sterling", "pence", "gbp"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit by their tokens, ends left out."""

    start: int
    """The currency sign or the number."""
    end: int
    """After the unit, or the number where it has none."""
    number: Number
    value: float
    """With its sign."""
    unit: Unit | None
    prefixed: bool
    """Whether a currency sign stands before the number."""


def amount_at(tokens: Tokens, i: int, *, floor: int = 0) -> Amount | None:
    """The amount whose number begins at token ``i``; what stands before it must not reach before ``floor``."""
    before, sign = i, 1.0
    if i > floor and tokens.at(i - 1) in _MINUS and tokens.glued(i) and _is_minus(tokens, i - 1, floor=floor):
        before, sign = i - 1, -1.0
    prefix = prefix_at(tokens, before)
    if prefix is not None and prefix[1] < floor:
        prefix = None
    number = number_at(tokens, i, money=prefix is not None)
    if number is None:
        return None
    start = prefix[1] if prefix else before
    if start > floor and sign > 0:
        sign, start = _minus_before(tokens, start, floor=floor)
    unit: Unit | None
    if prefix is not None:
        unit, end = _money(tokens, number.end, unit=prefix[0])
    else:
        number, unit, end = _measured(tokens, number)
    if unit is not None:
        unit, end = _rated(tokens, end, unit=unit)
    return Amount(start, end, number, sign * number.value, unit, prefixed=prefix is not None)


def _rated(tokens: Tokens, end: int, *, unit: Unit) -> tuple[Unit, int]:
    """The unit with its rate; money and shares "a year" stay what they are, for the period is no part of the amount."""
    rate = rate_at(tokens, end, unit=unit)
    if rate is None or (unit.kind in {"currency", "share"} and is_period(tokens, end + 1)):
        return unit, end
    return rate


def _is_minus(tokens: Tokens, i: int, *, floor: int) -> bool:
    """Whether a dash is a sign: nothing but a blank, a bracket or a currency sign stands before it."""
    if i == 0:
        return True
    if tokens.at(i - 1) == "minus":
        return False
    if tokens.glued(i):
        return tokens.at(i - 1) in {"$", "€", "£", "¥", "(", "“", '"'} and i - 1 >= floor
    return tokens.at(i) != "–" and not tokens.is_digits(i - 1) and not tokens.word(i - 1).isupper()


def _minus_before(tokens: Tokens, start: int, *, floor: int) -> tuple[float, int]:
    """The sign before an amount, and where the amount begins with it: "minus 5", "minus-130", "-$5"."""
    at = start - 1
    at -= 1 if tokens.at(at) in HYPHENS and tokens.glued(at) and at - 1 >= floor else 0
    if tokens.at(at) == "minus":
        return -1.0, at
    glued = tokens.at(start - 1) in _MINUS and tokens.glued(start) and tokens.word(start) in {"$", "€", "£"}
    if glued and _is_minus(tokens, start - 1, floor=floor):
        return -1.0, start - 1
    return 1.0, start


def _money(tokens: Tokens, end: int, *, unit: Unit) -> tuple[Unit, int]:
    """What follows an amount with a currency sign and makes the currency plainer: "$5 AUD", "$76 US a barrel"."""
    found = unit_at(tokens, end)
    if found is not None and found[0].kind == "currency" and tokens.word(end) != "p":
        return (unit if found[0].code == "USD" else found[0]), found[1]
    if unit.code == "USD":
        size = 4 if tuple(tokens.words[end : end + 4]) == ("U", ".", "S", ".") else 1
        nation = {"Canadian": "CAD", "Cdn": "CAD", "Australian": "AUD", "US": "USD", "U": "USD"}.get(tokens.word(end))
        alone = tokens.at(end + size) in {"", ".", ",", ")", ";", "a", "an", "per", "in", "for", "to", "and", "on"}
        if nation is not None and alone and (size == 4 or tokens.word(end) != "U"):
            return Unit(nation, "currency"), end + size
    return unit, end


def _measured(tokens: Tokens, number: Number) -> tuple[Number, Unit | None, int]:
    """The unit after a number without a currency sign, and the number's end with it."""
    end = number.end
    at = end + 1 if tokens.at(end) == "of" and (number.vagueness or number.fraction) else end
    if number.fraction and tokens.at(at) in {"a", "an"}:
        found = unit_at(tokens, at + 1)
        if found is not None and (found[0].kind != "share" or at == end + 1 or tokens.at(at + 1) != "per"):
            return replace(number, fraction=False), _told(tokens, found, number=number, at=at + 1), found[1]
        return number, None, end
    if number.fraction and tokens.at(end) != "%":
        hyphened = tokens.at(end) in HYPHENS
        found = unit_at(tokens, end) if hyphened or number.value == 0.5 else None
        if found is None or found[0].kind == "share":
            return number, None, end
        return replace(number, fraction=False), found[0], found[1]
    found = unit_at(tokens, at)
    if found is None or not _is_unit(tokens, found, number=number, at=at):
        return number, None, end
    return number, _told(tokens, found, number=number, at=at), found[1]


def _is_unit(tokens: Tokens, found: tuple[Unit, int], *, number: Number, at: int) -> bool:
    """Whether a word that is also something else is a unit here."""
    word = tokens.at(at)
    if word == "won":
        return number.scale > 1.0 or number.value >= 1000 or "korea" in tokens.lower or "korean" in tokens.lower
    if word in {"second", "third"}:
        return number.digits or number.value == 1
    if word in {"sen", "real", "sol", "lei", "dong", "som", "ether"}:
        return number.value >= 10
    if word == "stone":
        return number.digits or not tokens.at(found[1]).isalpha() or tokens.at(found[1]) in {"in", "and", "of"}
    return True


def _told(tokens: Tokens, found: tuple[Unit, int], *, number: Number, at: int) -> Unit:
    """The unit with its currency told where several share the name."""
    unit = found[0]
    hyphened = tokens.at(at) in HYPHENS
    if unit.code == "pounds" and unit.kind == "currency":
        if number.scale == 1.0 and (hyphened or tokens.at(found[1]) == "of"):
            return Unit("lb", "mass", "kg", 0.45359237)
        told = told_currency(tokens, "pounds")
        if number.scale == 1.0 and "$" in tokens.lower and _STERLING.isdisjoint(tokens.lower):
            return Unit("lb", "mass", "kg", 0.45359237)
        if told.code == "pounds" and (number.scale > 1.0 or not _STERLING.isdisjoint(tokens.lower)):
            return Unit("GBP", "currency")
        return told
    if unit.kind == "currency":
        return told_currency(tokens, unit.code) if len(unit.code) > 3 else unit
    return unit
