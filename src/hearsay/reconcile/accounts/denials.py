"""Denials and what they deny: pairs of statements of one story, only where it is clear.

A denial is held against what others affirm by the words that tell most in this story: what is affirmed must have most
of what the denial has, by weight, and come from another side.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from hearsay.reconcile.accounts.clash import same_side
from hearsay.reconcile.accounts.wording import as_written, telling, weights, worth
from hearsay.records.account import Judgement, Relation
from hearsay.records.statement import Act
from hearsay.records.story import Denial, Said

_AFFIRMS = frozenset({Act.ASSERT, Act.ESTIMATE})
_SHARED = 0.6
"""The least share, by weight, of the denial's words that the affirmed statement must have; read by eye on four stories
and a shelf of newswire, where half lets in statements that share a topic."""
_FEWEST = 2
"""The fewest words that the two must share."""


def denials(said: Sequence[Said]) -> tuple[Denial, ...]:
    """The denials of a story, each with what it denies, once for each source and origin, in the order of ``said``."""
    told = [telling(one.words) for one in said]
    weight = weights(told)
    affirmed: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(told):
        if said[number].statement.act in _AFFIRMS:
            for word in words:
                affirmed[word].append(number)
    found: list[Denial] = []
    for number, one in enumerate(said):
        if one.statement.act is not Act.DENY or len(told[number]) < _FEWEST:
            continue
        seen: set[tuple[str, str]] = set()
        for other in _candidates(told[number], affirmed, weight):
            key = (_who(said[other]), said[other].origin)
            if _opposed(one, said[other]) and key not in seen:
                seen.add(key)
                found.append(_denial(one, said[other], told[number] & told[other]))
    return tuple(found)


def _candidates(own: frozenset[str], affirmed: Mapping[str, Sequence[int]], weight: Mapping[str, float]) -> list[int]:
    """The statements that have enough of the words ``own``."""
    shared: Counter[int] = Counter()
    worths: dict[int, float] = defaultdict(float)
    for word in sorted(own):
        for other in affirmed.get(word, ()):
            shared[other] += 1
            worths[other] += weight[word]
    enough = _SHARED * worth(own, weight)
    return sorted(other for other, count in shared.items() if count >= _FEWEST and worths[other] >= enough)


def _denial(denial: Said, affirmed: Said, common: frozenset[str]) -> Denial:
    reason = "one denies what the other affirms; both speak of " + ", ".join(as_written(denial.words, common))
    ids = affirmed.statement.id, denial.statement.id
    return Denial(denial, affirmed, Judgement(Relation.DENIES, *ids, reason, (affirmed.words, denial.words)))


def _opposed(denial: Said, affirmed: Said) -> bool:
    """Whether the two are of different sides; what has no source is nobody's denial."""
    if denial.source is None or affirmed.source is None:
        return False
    return not same_side(denial.source, affirmed.source)


def _who(said: Said) -> str:
    return said.source.id if said.source is not None else ""
