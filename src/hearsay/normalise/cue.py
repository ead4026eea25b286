"""What the words of a cue do: "denied", "would not say", "expressed regret"; the words of ``acts.toml``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from hearsay.normalise.inflect import noun_plural, ongoing_form, verb_forms
from hearsay.normalise.line import Line
from hearsay.normalise.phrasing import pattern
from hearsay.normalise.tables import table


class Sense(StrEnum):
    """What a cue does; where it equals an Act the cue alone decides, otherwise what follows or is said does."""

    SAY = "say"
    SHOW = "show"
    JUDGE = "judge"
    ESTIMATE = "estimate"
    PUT = "put"
    DENY = "deny"
    DECLINE = "decline"
    URGE = "urge"
    PROMISE = "promise"
    QUESTION = "question"
    EXPRESS = "express"
    ASK = "ask"
    WARN = "warn"
    WANT = "want"
    AGREE = "agree"
    CALL = "call"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Hit:
    """A sense, and the numbers of the first word that has it and of the one behind the last."""

    sense: Sense
    start: int
    end: int


_VERBS_BY_RANK = (
    Sense.SAY, Sense.SHOW, Sense.JUDGE, Sense.EXPRESS, Sense.ESTIMATE, Sense.QUESTION, Sense.URGE, Sense.PROMISE,
    Sense.DENY, Sense.DECLINE, Sense.LIGHT, Sense.PUT, Sense.CALL, Sense.AGREE, Sense.WANT, Sense.WARN, Sense.ASK,
)  # fmt: skip
"""A word in two lists has the sense of the later one."""
_NOUNS_BY_RANK = (
    Sense.SAY, Sense.EXPRESS, Sense.ESTIMATE, Sense.QUESTION, Sense.URGE, Sense.PROMISE, Sense.DECLINE, Sense.DENY,
)  # fmt: skip
_AFTER_LIGHT = 6
"""Words within which the noun of a light verb stands: "reaffirmed their countries' strong opposition"."""
_ENDS_OBJECT = frozenset(
    ". ? | , that with in on of for to at by from about over as when after before who which".split()
)
_BEFORE_VERBS = frozenset("to not do does did would will can could should might also still now really".split())


def not_ruled_out(cue: Line) -> re.Match[str] | None:
    """Where a cue leaves something open: "would not rule out", "did not deny"."""
    return pattern("cue", "not_ruled_out").search(cue.text) or pattern("cue", "not_denied").search(cue.text)


def refused(cue: Line) -> re.Match[str] | None:
    """Where a cue refuses without a verb of refusing: "would not say", "had no comment"."""
    return pattern("cue", "refused").search(cue.text)


def silent(cue: Line) -> bool:
    """Whether a cue only tells that nothing was said: "did not say", "it was not clear"."""
    told = refused(cue) is not None or not_ruled_out(cue) is not None
    return not told and pattern("cue", "silent").search(cue.text) is not None


def senses(words: Sequence[str]) -> list[Hit]:
    """Every word or phrase of ``words`` (lower case) that has a sense, from the left; the longest phrase counts."""
    single, phrases = _lexicon()
    found, number = [], 0
    while number < len(words):
        hit = None
        for rest, sense in phrases.get(words[number], ()):
            if tuple(words[number + 1 : number + 1 + len(rest)]) == rest and (
                hit is None or hit.end < number + 1 + len(rest)
            ):
                hit = Hit(sense, number, number + 1 + len(rest))
        if hit is None and words[number] in single and not _is_particle(words, number):
            hit = Hit(single[words[number]], number, number + 1)
        if hit is not None:
            found.append(hit)
        number = hit.end if hit else number + 1
    return found


def _is_particle(words: Sequence[str], number: int) -> bool:
    """Whether "back" or "like" is no verb: "wrote back", "it seems like"."""
    return words[number] in ("back", "like") and number > 0 and words[number - 1] not in _BEFORE_VERBS


def leading(found: Sequence[Hit]) -> Hit | None:
    """The one that decides: the first that is no neutral telling, else the first; None where there is none."""
    neutral = (Sense.SAY, Sense.SHOW, Sense.LIGHT)
    return next((h for h in found if h.sense not in neutral), next(iter(found), None))


def noun_sense(words: Sequence[str]) -> Hit | None:
    """What the noun behind a light verb does: "regret" of "expressed deep regret"; None where there is none."""
    nouns = _nouns()
    for number, word in enumerate(words[:_AFTER_LIGHT]):
        if word in _ENDS_OBJECT:
            return None
        if word in nouns:
            return Hit(nouns[word], number, number + 1)
    return None


@cache
def alone(word: str) -> Sense | None:
    """What a light verb does where no noun tells: "offered to testify"; None where it is neutral then."""
    table_ = table("acts")
    for sense, bases in table_["alone"].items():
        if any(word in verb_forms(base, irregular=table_["irregular"]) for base in bases.split()):
            return Sense(sense)
    return None


@cache
def forms(kind: str) -> frozenset[str]:
    """All forms of the verbs of a list of the table's content."""
    irregular = table("acts")["irregular"]
    return frozenset(
        f for base in table("acts")["content"][kind].split() for f in verb_forms(base, irregular=irregular)
    )


@cache
def ongoing(kind: str) -> frozenset[str]:
    """The forms in -ing of the verbs of a list of the table's content."""
    irregular = table("acts")["irregular"]
    return frozenset(ongoing_form(base, irregular=irregular) for base in table("acts")["content"][kind].split())


@cache
def _nouns() -> dict[str, Sense]:
    known: dict[str, Sense] = {}
    for sense in _NOUNS_BY_RANK:
        for noun in table("acts")["nouns"][sense].split():
            known[noun] = known[noun_plural(noun)] = sense
    return known


@cache
def _lexicon() -> tuple[dict[str, Sense], dict[str, list[tuple[tuple[str, ...], Sense]]]]:
    """Single words, and phrases by their first word."""
    acts = table("acts")
    single: dict[str, Sense] = dict(_nouns())
    single.update(dict.fromkeys(acts["adjectives"]["express"].split(), Sense.EXPRESS))
    phrases: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for sense in _VERBS_BY_RANK:
        for entry in acts["verbs"][sense].split():
            first, *rest = entry.split("-")
            for form in verb_forms(first, irregular=acts["irregular"]):
                if rest:
                    phrases.setdefault(form, []).append((tuple(rest), sense))
                else:
                    single[form] = sense
    return single, phrases
