"""Words and signs of units to short units, with the base unit and the factor beside.

Currencies come out as ISO 4217 codes, physical units as given in their short form ("km", "ha"), rates with a slash
("EUR/ha"). The tables are ``units.toml`` (bases: the SI, 9th edition) and ``currencies.toml``.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from hearsay.normalise.tables import phrase, table
from hearsay.normalise.token import HYPHENS, Tokens

LONGEST = 7
"""Tokens in the longest name of a unit."""
SPACED_LETTERS = frozenset("m g W V l L N J p")
"""Signs of one letter that also stand for their unit when a blank parts them from the number."""

GLUED_SIGNS = frozenset("in ins st au AU ac mo CV cv cf as ms min lm mt Mt kt ct bu".split()) - {"min"}
"""Longer signs that are words or names as well, and stand for their unit only without a blank before them."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure."""

    code: str
    """Its short form: "%", "USD", "km", "EUR/ha"."""
    kind: str
    """Its dimension: "share", "length", "currency" …"""
    base: str | None = None
    """The basic unit that it is a multiple of; None where it has none."""
    factor: float | None = None
    """How many of the basic unit it is."""


@dataclass(frozen=True, slots=True)
class Names:
    """The units by their tokens."""

    words: dict[tuple[str, ...], Unit]
    """Names in lower case."""
    signs: dict[tuple[str, ...], Unit]
    """Signs in their own case."""
    prefixes: dict[tuple[str, ...], Unit]
    """What stands before an amount: currencies."""
    glued: dict[tuple[str, ...], Unit]
    """What stands before an amount without a blank."""
    shared: dict[str, dict[str, frozenset[str]]]
    """Names of several currencies: the words that tell which one."""
    firsts: frozenset[str]
    """The first tokens of all names and signs, in lower case."""


def unit(text: str) -> Unit | None:
    """The unit that a text names as a whole: "US dollars", "km", "euros a hectare"; None where it names none."""
    tokens = Tokens.of(text)
    if not len(tokens):
        return None
    found = unit_at(tokens, 0)
    if found is None:
        opened = _longest(names().prefixes, tokens.words, at=0)
        found = opened and (opened[0], opened[1])
    if found is None:
        return None
    made, end = found
    rate = rate_at(tokens, end, unit=made)
    if rate is not None:
        made, end = rate
    return made if end == len(tokens) else None


def prefix_at(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """The currency that ends right before the number at ``i``, with its first token."""
    known = names()
    for size in range(min(5, i), 0, -1):
        key = tuple(tokens.words[i - size : i])
        if not all(tokens.glued(j) for j in range(i - size + 1, i)) and key[-1] != "$":
            continue
        found = known.prefixes.get(key) or (known.glued.get(key) if _is_glued_amount(tokens, i) else None)
        if found is not None and not (
            key[0][0].isalpha() and tokens.glued(i - size) and tokens.at(i - size - 1).isalnum()
        ):
            return found, i - size
    return None


def _is_glued_amount(tokens: Tokens, i: int) -> bool:
    """Whether a number is glued to the letter before and to no word after: "P500", but not "P2qpm"."""
    return tokens.glued(i) and not (tokens.glued(i + 1) and len(tokens.word(i + 1)) > 3 and tokens.at(i + 1).isalpha())


def unit_at(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """The unit that begins at ``i``, right after a number, with the token after its last one.

    A hyphen before it is stepped over: "a five-year plan".
    """
    start = i + 1 if tokens.at(i) in HYPHENS and tokens.glued(i) and tokens.glued(i + 1) else i
    if tokens.at(start) not in names().firsts or tokens.line_break(start):
        return None
    spaced = not tokens.glued(start)
    found = _longest(names().signs, tokens.words, at=start)
    if found and len(found[2]) == 1 and len(found[2][0]) == 1 and found[2][0].isalpha():
        letter = found[2][0]
        if (
            (spaced and letter not in SPACED_LETTERS)
            or tokens.at(found[1]) in HYPHENS
            or (spaced and letter in "mp" and tokens.at(found[1]) in "'’." and tokens.glued(found[1]))
        ):
            found = None
    elif found and spaced and len(found[2]) == 1 and found[2][0] in GLUED_SIGNS:
        found = None
    if found and found[0].kind == "currency" and tokens.is_digits(found[1]) and tokens.glued(found[1]):
        found = None
    words = _longest(names().words, tokens.lower, at=start)
    if words and (found is None or words[1] > found[1]):
        found = words
    if found is None and tokens.at(start) in names().shared:
        return Unit(_plural_of(tokens, start), "currency"), start + 1
    return (found[0], found[1]) if found else None


def rate_at(tokens: Tokens, i: int, *, unit: Unit | None) -> tuple[Unit, int] | None:
    """The unit made a rate by what begins at ``i``: "a hectare", "per barrel", "/ha"; None where nothing does."""
    word = tokens.at(i)
    if word not in {"a", "an", "per", "each", "every", "/"} or tokens.line_break(i):
        return None
    if word == "per" and tokens.is_digits(i + 1):
        under = unit_at(tokens, i + 2)
        name = under[0].code if under else tokens.word(i + 2)
        end = under[1] if under else i + 3
        return (_rate(unit, f"{tokens.word(i + 1)} {name}"), end) if name.isalpha() else None
    if tokens.line_break(i + 1):
        return None
    found = unit_at(tokens, i + 1)
    if found is not None and found[0].kind in {"share", "currency"}:
        return None
    if found is not None:
        return _rate(unit, _singular(found[0].code)), found[1]
    name = tokens.at(i + 1)
    if name in rate_words() or (word == "per" and name.isalpha() and len(name) > 1):
        return _rate(unit, name), i + 2
    return None


def is_period(tokens: Tokens, i: int) -> bool:
    """Whether a unit of time stands at a token: "a year", "per month"."""
    found = unit_at(tokens, i)
    timed = found is not None and found[0].kind in {"time", "calendar"}
    return timed or tokens.at(i) in {"annum", "season", "quarter"}


def told_currency(tokens: Tokens, name: str) -> Unit:
    """The currency of a shared name: the one of a nation named in the text, or the name as it is given."""
    nations = names().shared.get(name, {})
    seen = {word.removesuffix("'s").removesuffix("’s") for word in tokens.lower}
    told = [code for code, words in nations.items() if words & seen]
    return Unit(told[0] if len(told) == 1 else name, "currency")


@cache
def shared_names() -> dict[str, str]:
    """What several currencies are called, in any number, to the plural: "peso" to "pesos"."""
    return {
        form: plural
        for plural, entry in table("currencies")["shared"].items()
        for name in entry["names"].split(", ")
        for form in (name, name + "s", plural)
    }


@cache
def rate_words() -> frozenset[str]:
    """What a price can be told for after "a" or "an"."""
    return frozenset(table("currencies")["rates"]["words"].split())


@cache
def names() -> Names:
    """The units of both tables."""
    words: dict[tuple[str, ...], Unit] = {}
    signs: dict[tuple[str, ...], Unit] = {}
    prefixes: dict[tuple[str, ...], Unit] = {}
    glued: dict[tuple[str, ...], Unit] = {}
    for kind, dimension in table("units").items():
        base = dimension["base"] or None
        for code, entry in dimension["units"].items():
            factor = entry.get("factor") if base else None
            _enter(entry, Unit(code, kind, base if factor is not None else None, factor), words=words, signs=signs)
    money = table("currencies")
    for code, entry in money["currency"].items():
        made = Unit(code, "currency")
        _enter(entry, made, words=words, signs=signs)
        prefixes |= {tuple(Tokens.of(s).words): made for s in entry.get("symbols", "").split()}
        glued |= {tuple(Tokens.of(s).words): made for s in entry.get("prefixes", "").split()}
    for code, entry in money["coins"].items():
        _enter(entry, Unit(code, "currency"), words=words, signs=signs)
    shared = {
        plural: {code: frozenset(value.split()) for code, value in entry.items() if code != "names"}
        for plural, entry in money["shared"].items()
    }
    firsts = {key[0].lower() for key in (*words, *signs)} | set(shared_names())
    return Names(words, signs, prefixes, glued, shared, frozenset(firsts))


def _enter(
    entry: dict[str, Any], made: Unit, *, words: dict[tuple[str, ...], Unit], signs: dict[tuple[str, ...], Unit]
) -> None:
    for name in (n.strip() for n in entry.get("names", "").split(",")):
        if name:
            words[phrase(name)] = made
            words.setdefault(phrase(name + "s"), made)
    for sign in entry.get("symbols", "").split():
        signs[tuple(Tokens.of(sign).words)] = made


def _longest(
    known: dict[tuple[str, ...], Unit], words: list[str], *, at: int
) -> tuple[Unit, int, tuple[str, ...]] | None:
    for size in range(min(LONGEST, len(words) - at), 0, -1):
        key = tuple(words[at : at + size])
        found = known.get(key)
        if found is not None:
            return found, at + size, key
    return None


def _plural_of(tokens: Tokens, i: int) -> str:
    return shared_names()[tokens.at(i)]


def _rate(unit: Unit | None, name: str) -> Unit:
    return Unit(f"{unit.code}/{name}" if unit else f"/{name}", "rate")


def _singular(code: str) -> str:
    return {"centuries": "century", "millennia": "millennium"}.get(
        code, code[:-1] if len(code) > 3 and code[-1] == "s" else code
    )
