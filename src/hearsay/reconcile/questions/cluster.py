"""Grouping by average linkage: the two groups that are likest on the whole are joined, until none are like enough.

Joined must be what an analyst joined, and never what one parted. The result does not depend on the order of the input.
"""

import heapq
from collections.abc import Collection, Mapping, Sequence

UNLIKE = -4.0
"""The score of two figures that have nothing in common, not compared one by one (log odds; not tuned)."""

Pair = tuple[int, int]


def grouped(
    sizes: Sequence[int], scores: Mapping[Pair, float], *, same: Sequence[Pair], apart: Collection[Pair]
) -> list[list[int]]:
    """The places of ``sizes`` in groups; ``scores`` are log odds of being together, the smaller place first.

    ``sizes`` tell for how many each stands. Of ``same`` a pair that would join what is apart is left out.
    """
    state = _State(sizes, scores, apart=apart)
    for one, other in sorted(same):
        state.join(state.root(one), state.root(other))
    state.settle()
    groups: dict[int, list[int]] = {}
    for number in range(len(sizes)):
        groups.setdefault(state.root(number), []).append(number)
    return list(groups.values())


class _State:
    def __init__(self, sizes: Sequence[int], scores: Mapping[Pair, float], *, apart: Collection[Pair]) -> None:
        self._parent = list(range(len(sizes)))
        self._size = list(sizes)
        self._sums: list[dict[int, float]] = [{} for _ in sizes]
        self._parted: list[set[int]] = [set() for _ in sizes]
        for (one, other), score in scores.items():
            weight = sizes[one] * sizes[other]
            self._sums[one][other] = self._sums[other][one] = weight * (score - UNLIKE)
        for one, other in apart:
            self._parted[one].add(other)
            self._parted[other].add(one)

    def root(self, number: int) -> int:
        while self._parent[number] != number:
            number = self._parent[number]
        return number

    def join(self, one: int, other: int) -> bool:
        """Join two groups into the one with the smaller number; False where they are parted."""
        if one == other or other in self._parted[one]:
            return False
        keep, gone = min(one, other), max(one, other)
        self._parent[gone] = keep
        self._size[keep] += self._size[gone]
        for third, total in self._sums[gone].items():
            self._sums[third].pop(gone)
            if third != keep:
                self._sums[keep][third] = self._sums[third][keep] = self._sums[keep].get(third, 0.0) + total
        for third in self._parted[gone]:
            self._parted[third].discard(gone)
            self._parted[third].add(keep)
            self._parted[keep].add(third)
        self._sums[gone], self._parted[gone] = {}, set()
        return True

    def settle(self) -> None:
        """Join the likest two while their mean score is above 0."""
        heap = [self._entry(one, other) for one in range(len(self._parent)) for other in self._sums[one] if one < other]
        heapq.heapify(heap)
        while heap and heap[0][0] < 0:
            worth, one, other = heapq.heappop(heap)
            if self._parent[one] != one or self._parent[other] != other:
                continue
            if other not in self._sums[one] or self._entry(one, other)[0] != worth:
                continue
            if self.join(one, other):
                for third in self._sums[one]:
                    heapq.heappush(heap, self._entry(min(one, third), max(one, third)))

    def _entry(self, one: int, other: int) -> tuple[float, int, int]:
        mean = UNLIKE + self._sums[one][other] / (self._size[one] * self._size[other])
        return (round(-mean, 9), one, other)
