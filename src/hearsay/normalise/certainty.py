"""How sure words make their claim: hedges of a main clause, and of the words that tell."""

import re
from dataclasses import dataclass
from functools import cache

from hearsay.normalise.clause import BREAK, main_clause, sentences
from hearsay.normalise.inflect import verb_forms
from hearsay.normalise.line import Line
from hearsay.normalise.tables import table
from hearsay.records.span import Span
from hearsay.records.statement import Certainty

ORDER = (Certainty.POSSIBLE, Certainty.PROBABLE, Certainty.CERTAIN)
"""From the weakest on: the weakest hedge decides."""


@dataclass(frozen=True, slots=True)
class Hedge:
    """How sure some words make a claim, and where they stand in the text."""

    certainty: Certainty
    words: Span


def hedges(content: Line, *, quoted: bool = False) -> tuple[Hedge, ...]:
    """The hedges of what is said: of its first sentence, or where that has none, of the others if most are hedged.

    Within quotation marks (``quoted``) what "they think" is the belief of others.
    """
    told = [_hedges(main_clause(s), quoted=quoted) for s in sentences(content)]
    if not told:
        return ()
    weak = [[h for h in t if h.certainty is not Certainty.CERTAIN] for t in told]
    if weak[0] or 2 * sum(map(bool, weak)) <= len(told):
        return tuple(told[0])
    return tuple(h for t in told for h in t)


def cue_hedge(words: tuple[str, ...]) -> tuple[Certainty, int] | None:
    """How sure the words that tell are by themselves ("suggested"), and which of them says so; None where none does."""
    known = _cue_words()
    return next(((known[word], number) for number, word in enumerate(words) if word in known), None)


def is_hedging(word: str) -> bool:
    """Whether a verb of judging hedges: "believes", but not "considers"."""
    return word not in _judging("sure")


def is_measuring(word: str) -> bool:
    """Whether a verb of judging can judge a quantity: "sees 300 jobs lost", but not "considers two offers"."""
    return word not in _judging("unmeasured")


@cache
def _judging(kind: str) -> frozenset[str]:
    cues, irregular = table("certainty")["cues"], table("acts")["irregular"]
    return frozenset(f for base in cues[kind].split() for f in verb_forms(base, irregular=irregular))


def _hedges(main: Line, *, quoted: bool) -> list[Hedge]:
    if _begins().search(main.text) is None:
        return []
    text = _pattern("others").sub(_blanked, main.text) if quoted else main.text
    text = _pattern("blank").sub(_blanked, text)
    found: list[Hedge] = []
    for certainty in ORDER:
        pattern = _pattern(certainty)
        found.extend(Hedge(certainty, main.found(match)) for match in pattern.finditer(text))
        text = pattern.sub(_blanked, text)
    return sorted(found, key=lambda h: h.words)


def _blanked(match: re.Match[str]) -> str:
    return BREAK * len(match[0])


@cache
def _begins() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(table("certainty")["begins"].split()) + ")")


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<![\w-])(?:{p})(?![\w-])" for p in table("certainty")[kind]))


@cache
def _cue_words() -> dict[str, Certainty]:
    cues, irregular = table("certainty")["cues"], table("acts")["irregular"]
    known: dict[str, Certainty] = {}
    for certainty in (Certainty.PROBABLE, Certainty.POSSIBLE):
        for base in cues[certainty].split():
            known.update(dict.fromkeys(verb_forms(base, irregular=irregular), certainty))
        known.update(dict.fromkeys(cues[f"{certainty}_words"].split(), certainty))
    return known
