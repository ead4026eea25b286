"""The counted noun phrase after a number: "special forces troops", "UK jobs"."""

from dataclasses import dataclass

from hearsay.normalise.tables import word_set
from hearsay.normalise.token import HYPHENS, Tokens

LONGEST = 6
"""Words in the longest phrase that is looked at; longer ones in news are lists or names run together."""


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase by its tokens, the end left out."""

    start: int
    end: int
    head: str
    """Its last word, in lower case."""
    plural: bool


def noun_at(tokens: Tokens, i: int, *, one: bool = False) -> NounPhrase | None:
    """The noun phrase that begins at token ``i``, right after a number; None where none does.

    ``one``: the number is one, so that its noun is a singular, which is taken to be the first word after its
    adjectives that could be one.
    """
    stop, adjectives, nouns = (word_set("nouns", key) for key in ("stop", "adjectives", "nouns"))
    end, plural_end = i, None
    while end < len(tokens) and end - i < 2 * LONGEST:
        word = tokens.at(end)
        if tokens.line_break(end):
            break
        if word in HYPHENS and end > i and tokens.glued(end + 1) and (tokens.glued(end) or tokens.is_digits(end + 1)):
            end += 2
            continue
        if word in {"and", "&", "/"} and end > i and plural_end is None and _joins_names(tokens, end):
            end += 2
            continue
        if tokens.is_digits(end) and end > i and tokens.word(end - 1)[0].isupper() and plural_end is None:
            end += 1
            continue
        if not _is_word(word):
            break
        if word in stop and not (word in adjectives and _leads(tokens, end + 1)) and not (end == i and word in nouns):
            break
        if plural_end is not None and not is_plural(word):
            break
        end += 1
        if is_plural(word) and not one:
            plural_end = end
    if plural_end is not None:
        end = plural_end
    if end == i:
        return None
    if one:
        end = _singular_end(tokens, i, end)
    elif plural_end is None and tokens.word(i)[0].isupper() and not tokens.word(end - 1)[0].islower():
        return None
    head = tokens.at(end - 1)
    return NounPhrase(i, end, head, plural=plural_end is not None)


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if word in word_set("nouns", "plurals"):
        return True
    if len(word) < 4 or not word.endswith("s") or "'" in word or "’" in word:
        return False
    return not word.endswith(("ss", "ous", "us", "is")) and word not in word_set("nouns", "no_plurals")


def is_person(word: str) -> bool:
    """Whether a word in lower case, singular or plural, names a person by what it is."""
    persons = word_set("nouns", "persons")
    return word in persons or (word.endswith("s") and word[:-1] in persons) or word in {"people", "men", "women"}


def is_counted(word: str) -> bool:
    """Whether a noun in lower case is one that reports count, so that "no" before it is zero."""
    return word in word_set("nouns", "counted")


def _is_word(word: str) -> bool:
    return word[:1].isalpha()


def _joins_names(tokens: Tokens, i: int) -> bool:
    """Whether two names before one noun stand around the "and" at ``i``: "Kia and Hyundai vehicles"."""
    return tokens.word(i - 1)[:1].isupper() and tokens.word(i + 1)[:1].isupper()


def _leads(tokens: Tokens, i: int) -> bool:
    """Whether a noun may follow an adjective: "three missing hikers", but not "three missing in"."""
    word = tokens.at(i)
    return _is_word(word) and word not in word_set("nouns", "stop") and not tokens.line_break(i)


def _singular_end(tokens: Tokens, i: int, end: int) -> int:
    """Where the noun after "one" ends: before what looks like its verb, and three words on at the latest."""
    at = i + 1
    while at < min(end, i + 3):
        word = tokens.at(at)
        if word.endswith(("ed", "s")) and not word.endswith("ss"):
            break
        at += 1
    return min(at, end)
