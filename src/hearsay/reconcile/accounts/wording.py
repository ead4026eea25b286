"""The words of a statement that tell what it is about, and how much each tells within one story."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log

from hearsay.normalise.stem import parts, stem

_EMPTY = frozenset(
    "a an the and or but of to in on at by for from with as that this these those it it's its he she they him her his "
    "their we our us i you is are was were be been being has have had do did does not no any anyone anything all there "
    "then than so if will would can could may might must should shall about into over after before when which who whom "
    "what where also only more most still up out one such same other another some every each said say says told tell "
    "deny denied denies nor whether ever never yet now own per off".split()
)


def telling(text: str) -> frozenset[str]:
    """The stems of the words of ``text`` that are more than grammar."""
    low = (word.casefold().replace("’", "'") for word in parts(text))
    return frozenset(stem(word) for word in low if len(word) > 1 and word not in _EMPTY) - {""}


def weights(told: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """How much each word tells: the more, the fewer of the texts ``told`` have it."""
    spread = Counter(word for words in told for word in words)
    return {word: log(1 + len(told) / count) for word, count in spread.items()}


def worth(words: Iterable[str], weight: Mapping[str, float]) -> float:
    """What some words tell together."""
    return sum(weight.get(word, 0.0) for word in words)


def as_written(text: str, words: frozenset[str]) -> list[str]:
    """The words of ``text`` whose stems are ``words``, in their order, each once."""
    return list(dict.fromkeys(word for word in parts(text) if stem(word) in words))
