"""Counts of zero told without a number: "no casualties", "nobody was hurt", "none of the passengers"."""

from dataclasses import dataclass

from hearsay.normalise.noun import is_counted, is_person, is_plural
from hearsay.normalise.tables import word_set
from hearsay.normalise.token import HYPHENS, Tokens
from hearsay.normalise.unit import unit_at

_AUXILIARIES = frozenset(
    "was were is are has have had been be being will would got yet reported so far immediately".split()
)
OPENERS = frozenset({"no", "nobody", "none", "not", "zero", "without"})
"""What a count of zero can begin with, in lower case."""


@dataclass(frozen=True, slots=True)
class Zero:
    """A count of zero by its tokens, ends left out."""

    start: int
    end: int
    noun_start: int | None
    noun_end: int | None
    unit: str


def zero_at(tokens: Tokens, i: int) -> Zero | None:
    """The count of zero that begins at a token; None where none does."""
    word = tokens.at(i)
    if word == "nobody" or (word == "no" and tokens.at(i + 1) == "one"):
        end = i + (1 if word == "nobody" else 2)
        return Zero(i, end, None, None, "people") if _is_fate(tokens, end) else None
    if word == "none":
        return _none(tokens, i)
    start = i + 1
    if word == "not":
        if (tokens.at(i + 1), tokens.at(i + 2)) == ("a", "single"):
            start = i + 3
        elif tokens.at(i + 1) == "one" and tokens.at(i + 2) != "of":
            start = i + 2
        else:
            return None
    if word == "without" and not is_plural(tokens.at(i + 1)):
        return None
    return _no(tokens, i, start=start)


def _no(tokens: Tokens, i: int, *, start: int) -> Zero | None:
    stop, at = word_set("nouns", "stop"), start
    adjectives = word_set("nouns", "adjectives")
    if tokens.at(at) in word_set("nouns", "uncounted"):
        return None
    last = None
    while at < min(len(tokens), start + 5):
        word = tokens.at(at)
        if word in HYPHENS and tokens.glued(at) and at > start:
            at += 1
            continue
        if (
            not word[:1].isalpha()
            or (word in stop and word not in adjectives and not is_counted(word))
            or tokens.line_break(at)
        ):
            break
        at += 1
        last = at
    if last is None:
        return None
    if is_counted(tokens.at(last - 1)):
        return Zero(i, last, start, last, tokens.at(last - 1))
    money = unit_at(tokens, start) if start > i + 1 else None
    return Zero(i, money[1], None, None, money[0].code) if money and money[0].kind == "currency" else None


def _none(tokens: Tokens, i: int) -> Zero | None:
    if tokens.at(i + 1) != "of":
        return Zero(i, i + 1, None, None, "people") if _is_fate(tokens, i + 1) else None
    start = i + 3 if tokens.at(i + 2) in {"the", "its", "their", "his", "her", "our", "those", "these"} else i + 2
    for at in range(start, min(start + 4, len(tokens))):
        word = tokens.at(at)
        if not word.isalpha() or word in word_set("nouns", "stop"):
            return None
        if is_plural(word) and (is_counted(word) or is_person(word)):
            return Zero(i, at + 1, start, at + 1, word)
    return None


def _is_fate(tokens: Tokens, i: int) -> bool:
    """Whether what happened to people follows: "was hurt", "had been killed"; "else died" too."""
    at = i
    while tokens.at(at) in _AUXILIARIES or tokens.at(at) in {"else", "on", "aboard", "board", "seriously", "badly"}:
        at += 1
    return tokens.at(at) in word_set("nouns", "fates")
