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
    end, plural_end = i, None
    while end < len(tokens) and end - i < 2 * LONGEST and not tokens.line_break(end):
        step = _joined(tokens, end, opened=i) if end > i and (plural_end is None or tokens.at(end) in HYPHENS) else 0
        if step:
            end += step
            continue
        if _is_stop(tokens, end, first=end == i) or (plural_end is not None and not is_plural(tokens.at(end))):
            break
        end += 1
        if is_plural(tokens.at(end - 1)) and not one:
            plural_end = end
    end = plural_end or end
    if end == i:
        return None
    if one:
        end = _singular_end(tokens, i, end=end)
    elif plural_end is None and not _is_singular(tokens, i, end=end):
        return None
    return NounPhrase(i, end, tokens.at(end - 1), plural=plural_end is not None)


def _joined(tokens: Tokens, i: int, *, opened: int) -> int:
    """How many tokens at ``i`` join words of one noun phrase: "coal-fired", "French and Dutch", "Fortune 500"."""
    word, before = tokens.at(i), tokens.word(i - 1)
    if word in HYPHENS:
        return 2 if tokens.glued(i + 1) and (tokens.glued(i) or tokens.is_digits(i + 1)) else 0
    if word in {"and", "&", "/"}:
        return 2 if i > opened and before[:1].isupper() and tokens.word(i + 1)[:1].isupper() else 0
    return 1 if tokens.is_digits(i) and before[0].isupper() else 0


def _is_stop(tokens: Tokens, i: int, *, first: bool) -> bool:
    """Whether no noun phrase runs across the token at ``i``."""
    word = tokens.at(i)
    if not word[:1].isalpha():
        return True
    if word not in word_set("nouns", "stop") or (word == "us" and tokens.word(i) == "US"):
        return False
    if first and word in word_set("nouns", "nouns"):
        return False
    return not (word in word_set("nouns", "adjectives") and _leads(tokens, i + 1))


def _is_singular(tokens: Tokens, i: int, *, end: int) -> bool:
    """Whether words without a plural may be a noun phrase: no name alone, no participle: "12 aimed at"."""
    if tokens.word(i)[0].isupper() and not tokens.word(end - 1)[0].islower():
        return False
    return not tokens.at(end - 1).endswith(("ed", "ing", "ly"))


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


def _leads(tokens: Tokens, i: int) -> bool:
    """Whether a noun may follow an adjective: "three missing hikers", but not "three missing in"."""
    word = tokens.at(i)
    return word[:1].isalpha() and word not in word_set("nouns", "stop") and not tokens.line_break(i)


def _singular_end(tokens: Tokens, i: int, *, end: int) -> int:
    """Where the noun after "one" ends: before what looks like its verb, and three words on at the latest."""
    at = i + 1
    while at < min(end, i + 3):
        word = tokens.at(at)
        if word.endswith(("ed", "s")) and not word.endswith("ss"):
            break
        at += 1
    return min(at, end)
