"""Denials and what they deny: pairs of statements of one story, only where it is clear.

A denial is held against what others affirm by the words that tell most in this story: what is affirmed must have most
of what the denial has, by weight, and come from another side.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from hearsay.normalise.stem import stem
from hearsay.reconcile.accounts.clash import same_side
from hearsay.reconcile.accounts.wording import as_written, telling, weights, worth
from hearsay.records.account import Judgement, Relation
from hearsay.records.statement import Act
from hearsay.records.story import Denial, Said

_AFFIRMS = frozenset({Act.ASSERT, Act.ESTIMATE})
_SHARED = 0.6
"""The least share, by weight, of the denial's words that the affirmed statement must have. Not tuned; what comes out
was read by eye on four stories and on 73 wires."""
_FEWEST = 2
"""The fewest words that the two must share."""

_REFUSED = re.compile(
    r"(?:(?:the|an?|his|her|their|its|any|all|both|him|them)\s+)?(?:\w+\s+)?(?:applications?|requests?|visas?|bail|motions?|petitions?|"
    r"appeals?|asylum|permits?|permission|access|entry|licen[cs]es?|parole)\b",
    re.I,
)
"""What is denied to somebody, which is no denial that anything is so."""
_CALLED = frozenset(
    stem(word) for word in "claim claims allegation allegations report reports accusation story rumour".split()
)
"""What a denial calls that which it denies."""
_VERBS = {
    stem(noun): stem(verb) for noun, verb in (("payment", "pay"), ("paid", "pay"), ("death", "die"), ("dead", "die"))
}
"""Words that stand for one another in a denial, whose stems differ."""


def denials(said: Sequence[Said]) -> tuple[Denial, ...]:
    """The denials of a story, each with what it denies, once for each source and origin, in the order of ``said``."""
    if all(one.statement.act is not Act.DENY for one in said):
        return ()
    told = [telling(one.words) for one in said]
    weight = weights(told)
    affirmed: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(told):
        if said[number].statement.act in _AFFIRMS:
            for word in words:
                affirmed[word].append(number)
    nearest = _before(said)
    found: list[Denial] = []
    for number, one in enumerate(said):
        if one.statement.act is not Act.DENY or _REFUSED.match(one.words):
            continue
        seen: set[tuple[str, str]] = set()
        before = nearest.get(one.statement.id)
        here = () if before is None or not _answers(told[number], before, told=told) else (before,)
        for other in (*here, *_candidates(told[number], affirmed, weight=weight)):
            key = (_who(said[other]), said[other].origin)
            if _opposed(one, said[other]) and key not in seen:
                seen.add(key)
                found.append(_denial(one, said[other], common=told[number] & told[other]))
    return tuple(found)


def _before(said: Sequence[Said]) -> Mapping[str, int]:
    """For each denial, by Statement.id, what the source right before it in its report affirmed first."""
    reports: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(said):
        reports[one.document.id].append(number)
    found = {}
    for numbers in reports.values():
        last: int | None = None
        for number in sorted(numbers, key=lambda n: _place(said[n])):
            one = said[number]
            if one.statement.act in _AFFIRMS and (
                last is None or _who(one) != _who(said[last]) or _far(said[last], one)
            ):
                last = number
            elif one.statement.act is Act.DENY and last is not None and not _far(said[last], one):
                found[one.statement.id] = last
    return found


def _far(one: Said, other: Said) -> bool:
    """Whether more than one paragraph ends between two statements of a report."""
    return one.document.text.count("\n\n", _place(one), _place(other)) > 1


def _place(said: Said) -> int:
    return said.statement.spans.content[0].start if said.statement.spans.content else 0


def _answers(own: frozenset[str], other: int, *, told: Sequence[frozenset[str]]) -> bool:
    """Whether a denial is of what stands right before it: it calls it "the claim", or shares its one telling word."""
    return bool(own & _CALLED) or (len(own) <= _FEWEST and bool(_plain(own) & _plain(told[other])))


def _plain(words: frozenset[str]) -> frozenset[str]:
    """Stems with the noun of a verb as that verb: "payment" as "pay"."""
    return frozenset(_VERBS.get(word, word) for word in words)


def _candidates(
    own: frozenset[str], affirmed: Mapping[str, Sequence[int]], *, weight: Mapping[str, float]
) -> list[int]:
    """The statements that have enough of the words ``own``."""
    shared: Counter[int] = Counter()
    worths: dict[int, float] = defaultdict(float)
    for word in sorted(own):
        for other in affirmed.get(word, ()):
            shared[other] += 1
            worths[other] += weight[word]
    enough = _SHARED * worth(own, weight)
    return sorted(other for other, count in shared.items() if count >= _FEWEST and worths[other] >= enough)


def _denial(denial: Said, affirmed: Said, *, common: frozenset[str]) -> Denial:
    shared = ", ".join(as_written(denial.words, common))
    tail = f"both speak of {shared}" if shared else "it stands right before it in one report"
    reason = f"one denies what the other affirms; {tail}"
    ids = affirmed.statement.id, denial.statement.id
    return Denial(denial, affirmed, Judgement(Relation.DENIES, *ids, reason, (affirmed.words, denial.words)))


def _opposed(denial: Said, affirmed: Said) -> bool:
    """Whether the two are of different sides; what has no source is nobody's denial."""
    if denial.source is None or affirmed.source is None:
        return False
    return not same_side(denial.source, affirmed.source)


def _who(said: Said) -> str:
    return said.source.id if said.source is not None else ""
