"""Denials and what they deny: pairs of statements of one story, only where it is clear.

A denial is held against what others affirm by the words of the two contents that tell most in this story: they must
share most of what the shorter one has, and a name or a number of the story's own among it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log

from hearsay.normalise.stem import stems
from hearsay.reconcile.accounts.clash import same_side
from hearsay.records.account import Judgement, Relation
from hearsay.records.statement import Act
from hearsay.records.story import Denial, Said

_EMPTY = frozenset(
    "a an the and or but of to in on at by for from with as that this these those it it's its he she they them his her "
    "their we our us i you is are was were be been being has have had do did does not no any all there than then so if "
    "will would can could may might should about into over after before when which who whom what also only more most "
    "said say says deny denied denies never nor whether ever out up one such same".split()
)
_AFFIRMS = frozenset({Act.ASSERT, Act.ESTIMATE})
_SHARED = 0.6
"""The least share, by weight, of the denial's words that the denied statement must have."""
_FEWEST = 2
"""The fewest words that the two must share."""


def denials(said: Sequence[Said]) -> tuple[Denial, ...]:
    """The denials of a story, each with every origin's first statement that it denies, in the order of ``said``."""
    words = [_words(one) for one in said]
    found_in: dict[str, list[int]] = defaultdict(list)
    for number, told in enumerate(words):
        if said[number].statement.act in _AFFIRMS:
            for word in told:
                found_in[word].append(number)
    spread = Counter(word for told in words for word in told)
    weight = {word: log(1 + len(said) / count) for word, count in spread.items()}
    found = []
    for number, one in enumerate(said):
        if one.statement.act is Act.DENY and words[number]:
            found += _denied(said, number, words=words, found_in=found_in, weight=weight)
    return tuple(found)


def _denied(
    said: Sequence[Said],
    number: int,
    *,
    words: Sequence[frozenset[str]],
    found_in: dict[str, list[int]],
    weight: dict[str, float],
) -> list[Denial]:
    denial, own = said[number], words[number]
    whole = sum(weight[word] for word in own)
    shared: Counter[int] = Counter()
    for word in own:
        for other in found_in.get(word, ()):
            shared[other] += 1
    found, seen = [], set()
    for other, count in sorted(shared.items()):
        affirmed = said[other]
        common = own & words[other]
        if count < _FEWEST or sum(weight[word] for word in common) < _SHARED * whole:
            continue
        if not _opposed(denial, affirmed) or (_who(affirmed), affirmed.origin) in seen:
            continue
        seen.add((_who(affirmed), affirmed.origin))
        reason = "denies what is affirmed: both speak of " + ", ".join(_as_written(denial, common))
        judgement = Judgement(
            Relation.DENIES, affirmed.statement.id, denial.statement.id, reason, (affirmed.words, denial.words)
        )
        found.append(Denial(denial, affirmed, judgement))
    return found


def _opposed(denial: Said, affirmed: Said) -> bool:
    """Whether the two are of different sides; what has no source is nobody's denial."""
    if denial.source is None or affirmed.source is None:
        return False
    return not same_side(denial.source, affirmed.source)


def _who(said: Said) -> str:
    return said.source.id if said.source is not None else ""


def _words(said: Said) -> frozenset[str]:
    text = said.words.casefold()
    return frozenset(word for word in stems(" ".join(w for w in text.split() if w.strip(".,;:'\"") not in _EMPTY)))


def _as_written(said: Said, words: frozenset[str]) -> list[str]:
    """The words of a statement whose stems are ``words``, in their order."""
    return list(dict.fromkeys(word.strip(".,;:'\"“”") for word in said.words.split() if words & set(stems(word))))
