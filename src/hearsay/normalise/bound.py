"""Words of bounds around a number: "more than", "up to", "about", "or more"."""

from dataclasses import dataclass
from functools import cache

from hearsay.normalise.tables import phrase, table
from hearsay.normalise.token import Tokens

SMALL = 10
"""Up to this, a number of things after "over", "under" or "about" may as well be what is spoken of: "over two laws".

Set by hand; `make gate` measures it on quantities."""
_PREPOSITIONS = frozenset({"over", "under", "above", "below", "beyond", "inside", "near", "close to", "short of"})


@dataclass(frozen=True, slots=True)
class Bound:
    """What the words around a number say of it."""

    start: int
    """First token of the words before the number, or the number's own."""
    end: int
    """The token after the last one of the words after the number."""
    side: str | None = None
    """"min" where the number is the lower end, "max" where it is the upper; None where it is neither."""
    inclusive: bool = True
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Counting:
    """What is known of the number that a bound stands before."""

    value: float
    measured: bool
    """Whether it has a unit of measure or a currency."""
    duration: bool
    digits: bool


def bound_before(tokens: Tokens, i: int, *, floor: int, counting: Counting) -> Bound:
    """The bound whose words end right before token ``i`` and begin at ``floor`` or later."""
    start, side, inclusive, approximate = i, None, True, False
    at = i
    while True:
        found = _ending(tokens, at, floor=floor)
        if found is None:
            skipped = _match_back(tokens, at, known=_between(), floor=floor)
            if skipped is not None and skipped != at and _ending(tokens, skipped, floor=floor) is not None:
                at = skipped
                continue
            break
        name, kind, first = found
        if not _is_bound(tokens, name, first=first, counting=counting):
            break
        at = first
        if kind == "about":
            approximate = True
        elif side is None:
            side, inclusive = _SIDES[kind]
        if kind == "passed":
            return Bound(start if start < i else i, i, side, inclusive, approximate)
        start = at = _degree(tokens, at, floor=floor)
    return Bound(start, i, side, inclusive, approximate)


def bound_after(tokens: Tokens, i: int) -> Bound:
    """The bound whose words begin at token ``i``, right after a number, its unit or what is counted."""
    for size in range(min(4, len(tokens) - i), 0, -1):
        kind = _phrases("after").get(tuple(tokens.lower[i : i + size]))
        if kind is None or tokens.line_break(i):
            continue
        word = tokens.at(i)
        if tokens.at(i + size) in {"to", "until", "than"}:
            continue
        if word == "+" and not tokens.glued(i):
            continue
        if (
            word in {"plus", "odd", "ish", "tops", "max", "upwards"}
            and _is_noun_like(tokens.at(i + 1))
            and word != "odd"
        ):
            continue
        if kind == "about":
            return Bound(i, i + size, None, True, approximate=True)
        side, inclusive = _SIDES[kind]
        return Bound(i, i + size, side, inclusive)
    return Bound(i, i)


_SIDES: dict[str, tuple[str | None, bool]] = {
    "more": ("min", False),
    "passed": ("min", False),
    "least": ("min", True),
    "less": ("max", False),
    "most": ("max", True),
}


def _ending(tokens: Tokens, i: int, *, floor: int) -> tuple[str, str, int] | None:
    """The longest bound whose words end before ``i``: its words, its kind, its first token."""
    known = _phrases("before")
    for size in range(min(6, i - floor), 0, -1):
        key = tuple(tokens.lower[i - size : i])
        kind = known.get(key)
        if kind is not None and not any(tokens.line_break(j) for j in range(i - size + 1, i + 1)):
            return " ".join(key), kind, i - size
    return None


def _is_bound(tokens: Tokens, name: str, *, first: int, counting: Counting) -> bool:
    """Whether the words bound the number, and are not a preposition or a part of a verb."""
    before = tokens.at(first - 1)
    few = counting.value <= SMALL and not counting.measured and not counting.digits
    if name == "up to":
        return before not in _words("up")
    if name == "about":
        return not (few and before in _words("talk"))
    if (
        name == "over"
        and counting.duration
        and before not in {"for", "well", "just", "in", "lasted", "after", "slightly"}
    ):
        return before in {"took", "spent", "of", "is", "was", "been", "with", "little"}
    if name in _PREPOSITIONS and few:
        return before in _words("degree") or before in {"to", "at", "of", "for", "in"}
    if name in {"over", "under", "above", "below"} and not counting.measured:
        return before not in _words("no_bound") or counting.value > 100
    if name == "minimum":
        return before in {"a", "the", "of"}
    return name != "near" or counting.measured or before not in {"", ".", "the", "a"}


def _degree(tokens: Tokens, i: int, *, floor: int) -> int:
    at = i
    while at - 1 >= floor and tokens.at(at - 1) in _words("degree"):
        at -= 1
        if at - 1 >= floor and tokens.at(at) in {"little", "bit"} and tokens.at(at - 1) == "a":
            at -= 1
    return at


def _match_back(tokens: Tokens, i: int, *, known: frozenset[tuple[str, ...]], floor: int) -> int | None:
    for size in range(min(4, i - floor), 0, -1):
        if tuple(tokens.lower[i - size : i]) in known:
            return i - size
    return None


def _is_noun_like(word: str) -> bool:
    return word.isalpha() and word not in {"of", "in", "on", "at", "for", "and", "or", "by", "to", "years", "the", "a"}


@cache
def _phrases(key: str) -> dict[tuple[str, ...], str]:
    return {
        phrase(words): kind
        for kind, listed in table("bounds")[key].items()
        for words in listed.split(";")
        if words.strip()
    }


@cache
def _between() -> frozenset[tuple[str, ...]]:
    return frozenset(phrase(words) for words in table("bounds")["words"]["between"].split(";"))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("bounds")["words"][key].split())
