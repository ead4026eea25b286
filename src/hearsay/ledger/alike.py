"""Which entries of two readings are the same one: as many as can be paired, the most alike first.

Words are aligned by J. W. Ratcliff and D. E. Metzener, "Pattern matching: the gestalt approach", Dr. Dobb's Journal
(1988), as difflib has it.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

_WORD = re.compile(r"\w+")

Item = TypeVar("Item")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without what parts them."""
    return tuple(_WORD.findall(text.casefold()))


def likeness(one: Sequence[str], two: Sequence[str], *, least: float) -> float:
    """The share of the words that both have in the same order, 0 to 1; 0 where that is less than ``least``."""
    both = len(one) + len(two)
    if not both:
        return 0.0
    # Never more than in any order: that is quickly told, and parts most of them.
    if 2 * (Counter(one) & Counter(two)).total() / both < least:
        return 0.0
    ratio = SequenceMatcher(None, one, two, autojunk=False).ratio()
    return ratio if ratio >= least else 0.0


def paired(
    before: Sequence[Item],
    after: Sequence[Item],
    *,
    key: Callable[[int, Item], Hashable],
    score: Callable[[Item, Item], float],
) -> list[tuple[Item, Item]]:
    """The pairs, each entry in one at most: those of one ``key`` in their order, then by ``score``; 0 is no pair.

    ``key`` is given the side, 0 or 1, and the entry.
    """
    waiting: dict[Hashable, list[int]] = {}
    for n, entry in enumerate(before):
        waiting.setdefault(key(0, entry), []).append(n)
    found: dict[int, int] = {}
    for m, entry in enumerate(after):
        if same := waiting.get(key(1, entry)):
            found[same.pop(0)] = m
    taken = set(found.values())
    left, right = ([n for n in range(len(side)) if n not in gone] for side, gone in ((before, found), (after, taken)))
    scored = sorted(
        (-value, abs(n - m), n, m) for n in left for m in right if (value := score(before[n], after[m])) > 0
    )
    for _, _, n, m in scored:
        if n not in found and m not in taken:
            found[n] = m
            taken.add(m)
    return [(before[n], after[m]) for n, m in sorted(found.items())]
