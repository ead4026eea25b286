"""Two amounts that are the ends of one range: "between 900m and 1.3bn", "35 million to 40 million", "5-7%"."""

from dataclasses import dataclass

from hearsay.normalise.amount import Amount, amount_at
from hearsay.normalise.noun import is_plural
from hearsay.normalise.number import openers
from hearsay.normalise.tables import word_set
from hearsay.normalise.token import DASHES, Tokens
from hearsay.normalise.unit import Unit


@dataclass(frozen=True, slots=True)
class Interval:
    """A range by its tokens."""

    start: int
    """Its first word, "between" or "from" included."""
    end: int
    low: float
    high: float
    unit: Unit | None
    last: Amount


def interval_at(tokens: Tokens, first: Amount, *, before: int, floor: int) -> Interval | None:
    """The range that ``first`` opens; None where it opens none.

    ``before``: the first token of the bounds before the first amount, as in "from up to 252 miles to 287 miles".
    """
    if first.number.vagueness or (first.number.fraction and first.unit is None):
        return None
    join = tokens.at(first.end)
    opener = tokens.at(before - 1) if before - 1 >= floor else ""
    if not _joins(tokens, first, join=join, opener=opener):
        return None
    last = _second(tokens, first.end + 1)
    if last is None or last.number.vagueness or (last.number.fraction and last.unit is None):
        return None
    low, unit = _agreed(first, last)
    if low is None or low >= last.value:
        return None
    if first.prefixed and not last.prefixed and last.unit is not None and last.unit.kind != "currency":
        return None
    if not _is_range(tokens, first, last=last, join=join, opener=opener, opened=before - (opener == "from")):
        return None
    start = before - 1 if opener in {"between", "from"} else before
    return Interval(start, last.end, low, last.value, unit, last)


def _second(tokens: Tokens, i: int) -> Amount | None:
    """The second amount: a currency sign of at most three tokens may stand before its number."""
    for at in range(i, min(i + 4, len(tokens))):
        if tokens.line_break(at):
            return None
        if tokens.is_digits(at) or tokens.at(at) in openers():
            found = amount_at(tokens, at, floor=i)
            return found if found is not None and found.start == i else None
    return None


def _joins(tokens: Tokens, first: Amount, *, join: str, opener: str) -> bool:
    if join == "and":
        return opener == "between"
    if join in {"to", "or", "through"}:
        return True
    return join in DASHES and tokens.glued(first.end) == tokens.glued(first.end + 1)


def _agreed(first: Amount, last: Amount) -> tuple[float | None, Unit | None]:
    """The lower end in the unit of both; None where their units differ."""
    unit = last.unit or first.unit
    if first.unit is not None and last.unit is not None:
        one, other = (amount.unit.code.partition("/")[0] for amount in (first, last) if amount.unit)
        if one != other:
            return None, None
    low = first.value
    scale = last.number.scale
    if (
        first.number.scale == 1.0
        and scale > 1.0
        and (first.unit is None or first.prefixed)
        and low * scale <= last.value
    ):
        low *= scale
    return low, unit


def _is_range(tokens: Tokens, first: Amount, *, last: Amount, join: str, opener: str, opened: int) -> bool:
    """Whether the two are a range and no change, score or choice."""
    counts = last.unit is not None or is_plural(tokens.at(last.end)) or is_plural(tokens.at(last.end + 1))
    if join == "or":
        return not first.prefixed and first.unit is None and last.value <= 2.5 * max(first.value, 1)
    if join in DASHES:
        return counts or last.number.scale > 1.0
    if join == "to":
        onward = tokens.at(last.end) == "to" and tokens.is_digits(last.end + 1)
        if opener == "from" and not onward and _is_change(tokens, opened):
            return False
        own = first.unit is not None and last.unit is not None
        if own and tokens.at(opened - 1) == "by" and _is_change(tokens, opened - 1):
            return False
        if opener != "from" and own and tokens.at(first.start - 1) in word_set("labels", "changes"):
            return False
        return counts or opener == "from" or first.number.scale > 1.0 or last.value > 100
    return True


def _is_change(tokens: Tokens, i: int) -> bool:
    """Whether "from" before the amount at ``i`` follows a verb or a noun of change: then both are figures."""
    changes = word_set("labels", "changes")
    for at in range(i - 1, max(-1, i - 9), -1):
        if tokens.at(at) in changes:
            return True
        if tokens.at(at) in {".", ";", ":", "ranging", "range", "ranges", "ranged", "vary", "varying"}:
            return False
    return False
