"""Digits and words to numbers: scales, decimals, separators, fractions, and number words that name no number."""

import math
from dataclasses import dataclass
from functools import cache

from hearsay.normalise.tables import table
from hearsay.normalise.token import DASHES, HYPHENS, Tokens
from hearsay.records.figure import Vagueness

_SEPARATORS = str.maketrans("", "", ", \u00a0\u2009\u202f")
_VAGUE = {
    "dozens": Vagueness.DOZENS,
    "scores": Vagueness.SCORES,
    "hundreds": Vagueness.HUNDREDS,
    "thousands": Vagueness.THOUSANDS,
    "lakhs": Vagueness.THOUSANDS,
}
_SEVERAL = frozenset("several few many couple multiple untold countless".split())
_OUT_OF = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100, 1000, 10000, 100000})
_SPELLS = frozenset(
    "days weeks months years hours minutes games matches tests starts appearances seasons races".split()
)
"""What a number of things happens in, so that "two in three games" is no share."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the tokens that it is written in, the end left out."""

    start: int
    end: int
    value: float
    """For a vague one the least that it can mean."""
    scale: float = 1.0
    """The scale it is told in: 1e6 for "1.2 million"."""
    digits: bool = True
    fraction: bool = False
    """A share of something told in words: "two-thirds", "half"."""
    vagueness: Vagueness | None = None


def number(text: str) -> float | None:
    """The number that a text is as a whole: "3.2bn", "two and a half million"; None where it is none."""
    tokens = Tokens.of(text)
    found = number_at(tokens, 0, money=True) if len(tokens) else None
    return found.value if found and found.end == len(tokens) and found.vagueness is None else None


def number_at(tokens: Tokens, i: int, *, money: bool = False) -> Number | None:
    """The number that begins at a token. ``money``: a currency sign stands before it, so that "m" is million."""
    if tokens.is_digits(i) or tokens.word(i) in _table("signs"):
        found = _ratio(tokens, i) or _digits(tokens, i, money=money)
    elif tokens.at(i) in openers():
        found = _vague(tokens, i) or _ratio(tokens, i) or _part(tokens, i) or _words(tokens, i)
    else:
        return None
    return found if found and math.isfinite(found.value) else None


@cache
def openers() -> frozenset[str]:
    """The words, in lower case, that a number in words can begin with."""
    words = {*_small(), *_table("vague"), "a", "an", "half", "tens", "quarter", "several", "few", "many", "hundred"}
    return frozenset(words | {"thousand", "million", "billion", "trillion", "dozen", "untold", "couple"})


def is_sign(word: str) -> bool:
    """Whether a sign is a fraction of its own: "½"."""
    return word in _table("signs")


def _digits(tokens: Tokens, i: int, *, money: bool) -> Number | None:
    word = tokens.word(i)
    sign = _table("signs")
    if word in sign:
        value, end = sign[word], i + 1
    else:
        value, end = float(word.translate(_SEPARATORS)), i + 1
        if tokens.word(end) in sign and tokens.glued(end):
            value, end = value + sign[tokens.word(end)], end + 1
    value, end = _slashed(tokens, end, value=value)
    value, end = _power(tokens, end, value=value)
    value, end = _and_part(tokens, end, value=value)
    scale, end = _scale(tokens, end, money=money)
    return Number(i, end, _times(value, scale), scale)


def _slashed(tokens: Tokens, end: int, *, value: float) -> tuple[float, int]:
    """A fraction with a stroke, alone ("3/4") or after a whole number ("2 1/2")."""
    if tokens.word(end) in {"/", "⁄"} and tokens.glued(end) and tokens.glued(end + 1):
        under = tokens.word(end + 1)
        if tokens.word(end) == "⁄" and under.isdigit() and value < int(under):
            return value / int(under), end + 2
        if under in {"2", "3", "4", "8", "16"} and value < int(under) and not tokens.glued(end + 2):
            return value / int(under), end + 2
    elif tokens.is_digits(end) and tokens.word(end + 1) == "/" and tokens.word(end + 2) in {"2", "3", "4", "8", "16"}:
        over = tokens.word(end)
        if over.isdigit() and int(over) < int(tokens.word(end + 2)) and value.is_integer():
            return value + int(over) / int(tokens.word(end + 2)), end + 3
    return value, end


def _power(tokens: Tokens, end: int, *, value: float) -> tuple[float, int]:
    """A power of ten: "1.99×10^30", "6.02 x 10-23"."""
    if tokens.at(end) not in {"×", "x", "*"} or tokens.at(end + 1) != "10":
        return value, end
    at = end + 2
    at += 1 if tokens.at(at) == "^" else 0
    negative = tokens.at(at) in DASHES
    at += 1 if negative else 0
    power = tokens.word(at)
    if not tokens.glued(at) or not power.isdigit() or len(power) > 2:
        return value, end
    return value * 10.0 ** (-int(power) if negative else int(power)), at + 1


def _scale(tokens: Tokens, end: int, *, money: bool) -> tuple[float, int]:
    """What multiplies the digits that end there."""
    scale = 1.0
    scales, short = _table("scales"), _table("short")
    while True:
        step = end + 1 if tokens.at(end) in HYPHENS and tokens.glued(end) and tokens.at(end + 1) in scales else end
        if tokens.at(step) in scales and not tokens.line_break(step):
            scale, end = scale * scales[tokens.at(step)], step + 1
            continue
        word = tokens.word(end)
        if scale == 1.0 and word in short and _is_short_scale(tokens, end, money=money):
            scale, end = short[word], end + 1
            continue
        return scale, end


def _is_short_scale(tokens: Tokens, i: int, *, money: bool) -> bool:
    word, glued = tokens.word(i), tokens.glued(i)
    if len(word) > 1 and word not in {"MM", "mm", "mil", "tr"}:
        return not tokens.glued(i + 1) or not tokens.is_digits(i + 1)
    if money:
        return glued or (word in {"m", "M", "b", "B"} and tokens.at(i + 1)[:1] != "'")
    if not glued or len(word) > 1:
        return False
    after = tokens.at(i + 1)
    if word in "MB":
        return True
    if word in "kKT":
        return word != "T" and (_is_plural(after) or (word == "k" and not after.isalpha()))
    # "2.7m people", but "a 37m crane" and "100m sprinters".
    return _is_plural(after) and (word != "m" or after not in _table("lengthy"))


def _is_plural(word: str) -> bool:
    irregular = {"people", "men", "women", "children", "police", "troops", "staff"}
    return word in irregular or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _words(tokens: Tokens, i: int) -> Number | None:
    value, end, scale = _cardinal(tokens, i)
    if end == i:
        return None
    if tokens.at(end) == "point" and tokens.at(end + 1) in _table("ones"):
        text = "0."
        end += 1
        while tokens.at(end) in _table("ones"):
            text, end = text + str(_table("ones")[tokens.at(end)]), end + 1
        value += float(text)
    value, end = _and_part(tokens, end, value=value)
    more, end = _scale(tokens, end, money=False)
    return Number(i, end, _times(value, more), max(scale, more), digits=False)


def _cardinal(tokens: Tokens, i: int) -> tuple[float, int, float]:
    """A cardinal in words: its value, its end, its greatest scale; the end is ``i`` where there is none."""
    small, scales = _small(), _table("scales")
    end = i
    total, current, biggest = 0.0, 0.0, 1.0
    room = 1000.0
    """What the next small word must stay below: after "twenty" only one to nine."""
    if tokens.at(i) in {"a", "an"}:
        if tokens.at(i + 1) not in scales or tokens.at(i + 1) in {"lakhs", "crores", "gross", "lac"}:
            return 0.0, i, 1.0
        current, end, room = 1.0, i + 1, 0.0
    elif tokens.at(i) in {"hundred", "thousand", "million", "billion", "trillion", "dozen"}:
        return 0.0, i, 1.0
    while end < len(tokens):
        step = end
        if (end > i and tokens.at(end) in HYPHENS and tokens.glued(end) and tokens.glued(end + 1)) or (
            end > i and tokens.at(end) == "and" and room >= 99 and _joins(tokens, end)
        ):
            step = end + 1
        if tokens.line_break(step) and end > i:
            break
        word = tokens.at(step)
        if (word in small and 0 < small[word] < room) or (word == "zero" and end == i):
            value = small[word]
            current += value
            room = 10.0 if value >= 20 and value % 10 == 0 else 0.0
        elif word in scales and current:
            scale = scales[word]
            biggest = max(biggest, scale)
            if word in {"hundred", "dozen", "gross"}:
                current, room = current * scale, 100.0 if word == "hundred" else 0.0
            else:
                total, current, room = total + current * scale, 0.0, 1000.0
        else:
            break
        end = step + 1
    return total + current, end, biggest


def _joins(tokens: Tokens, i: int) -> bool:
    """Whether the "and" at ``i`` is within one number: "a hundred and five", not "one hundred and two hundred"."""
    _, end, scale = _cardinal(tokens, i + 1)
    return end > i + 1 and scale == 1.0 and tokens.at(i + 1) not in {"a", "an"}


def _and_part(tokens: Tokens, end: int, *, value: float) -> tuple[float, int]:
    """The fraction after a whole number: "and a half", "-and-a-quarter", "and three quarters"."""
    at = end
    if tokens.at(at) in HYPHENS:
        at += 1
    if tokens.at(at) != "and":
        return value, end
    at += 2 if tokens.at(at + 1) in HYPHENS else 1
    word = tokens.at(at)
    if word not in {"a", "one", "two", "three"}:
        return value, end
    at += 2 if tokens.at(at + 1) in HYPHENS else 1
    part = _fraction_word(tokens.at(at))
    if part is None or part not in {0.5, 0.25, _table("fractions")["third"]}:
        return value, end
    return value + part * {"two": 2, "three": 3}.get(word, 1), at + 1


def _ratio(tokens: Tokens, i: int) -> Number | None:
    """So many out of so many as one share: "one in five", "nine out of ten", "1 in 200"."""
    at = i + 1
    if tokens.at(at) == "out" and tokens.at(at + 1) == "of":
        at += 2
    elif tokens.at(at) == "in" or (tokens.at(at) == "of" and tokens.at(at + 1) in {"every", "10", "ten", "100"}):
        at += 2 if tokens.at(at + 1) == "every" else 1
    else:
        return None
    over, under, end = _plain(tokens, i), _plain(tokens, at), at + 1
    if over is None or under is None:
        over, under = None, None
        if tokens.at(at) in {"a", "an"} and _plain(tokens, i) == 1:
            under, end, _ = _cardinal(tokens, at)
            over = 1.0
    if over is None or under is None or not 0 < over < under or (over > 1 and under not in _OUT_OF):
        return None
    if tokens.at(end) in _SPELLS or (tokens.is_digits(at) and len(tokens.word(at)) == 4 and tokens.at(at - 1) == "in"):
        return None
    return Number(i, end, over / under, digits=False, fraction=True)


def _plain(tokens: Tokens, i: int) -> float | None:
    """A whole number of one token, in digits or in words."""
    if tokens.is_digits(i):
        value = float(tokens.word(i).translate(_SEPARATORS))
        return value if value.is_integer() and not tokens.glued(i) else None
    return _small().get(tokens.at(i))


def _part(tokens: Tokens, i: int) -> Number | None:
    """A fraction: "half", "two-thirds", "a quarter of a million", "three quarters"."""
    word = tokens.at(i)
    if word in {"half", "quarter"}:
        value, end = _table("fractions")[word], i + 1
    else:
        if word in {"a", "an"}:
            times, at = 1.0, i + 1
        else:
            times, at, _ = _cardinal(tokens, i)
            if at == i or times > 99:
                return None
        at += 1 if tokens.at(at) in HYPHENS and tokens.glued(at) else 0
        part = _fraction_word(tokens.at(at))
        plural = tokens.at(at).endswith("s")
        if part is None or (plural == (times == 1) and tokens.at(at) != "half") or times * part >= 2:
            return None
        value, end = times * part, at + 1
    return _of_scale(tokens, Number(i, end, value, digits=False, fraction=True))


def _of_scale(tokens: Tokens, part: Number) -> Number:
    """A fraction of a scale is a plain number: "half a million", "a quarter of a billion", "half-million"."""
    at = part.end
    at += 1 if tokens.at(at) == "of" or tokens.at(at) in HYPHENS else 0
    at += 1 if tokens.at(at) in {"a", "an"} else 0
    scale = _table("scales").get(tokens.at(at))
    if scale is None or at == part.end:
        return part
    return Number(part.start, at + 1, part.value * scale, scale, digits=False)


def _fraction_word(word: str) -> float | None:
    fractions: dict[str, float] = _table("fractions")
    return fractions.get(word) or (fractions.get(word[:-1]) if word.endswith("s") else None)


def _vague(tokens: Tokens, i: int) -> Number | None:
    """A number word that names no number: "dozens", "tens of thousands", "several hundred", "a few dozen"."""
    vague, scales, at = _table("vague"), _table("scales"), i
    at += 1 if tokens.at(at) == "a" and tokens.at(at + 1) in {"few", "couple"} else 0
    if tokens.at(at) in _SEVERAL:
        at += 2 if tokens.at(at + 1) == "of" else 1
        plural = tokens.at(at) if tokens.at(at) in vague else tokens.at(at) + "s"
        if plural not in vague:
            return None
        found = Number(i, at + 1, vague[plural], digits=False, vagueness=_VAGUE.get(plural, Vagueness.MILLIONS))
        return _vaguer(tokens, found)
    word = tokens.at(i)
    if word == "tens":
        if tokens.at(i + 1) != "of" or tokens.at(i + 2) not in vague:
            return None
        name = tokens.at(i + 2)
        return Number(i, i + 3, vague[name] * 10, digits=False, vagueness=_VAGUE.get(name, Vagueness.MILLIONS))
    if word not in vague or (word in scales and word not in {"lakhs", "crores"}):
        return None
    return _vaguer(tokens, Number(i, i + 1, vague[word], digits=False, vagueness=_VAGUE.get(word, Vagueness.MILLIONS)))


def _vaguer(tokens: Tokens, found: Number) -> Number:
    """A vague number of a scale: "hundreds of thousands", "several hundred thousand"."""
    vague, at = _table("vague"), found.end
    name = tokens.at(at + 1) if tokens.at(at) == "of" else tokens.at(at) + "s"
    end = at + 2 if tokens.at(at) == "of" else at + 1
    if name not in vague or name in {"dozens", "scores", "hundreds"} or found.value >= vague[name]:
        return found
    value = found.value * vague[name] / 2
    return Number(found.start, end, value, digits=False, vagueness=_VAGUE.get(name, Vagueness.MILLIONS))


def _times(value: float, scale: float) -> float:
    """A product as one would write it: 4.35 million is 4350000, not 4349999.9999999995."""
    return float(f"{value * scale:.15g}")


@cache
def _small() -> dict[str, float]:
    return {**_table("ones"), **_table("teens"), **_table("tens")}


@cache
def _table(key: str) -> dict[str, float]:
    found: dict[str, float] = table("numbers").get(key, {})
    return found
