"""Sources joined step by step, never across what an analyst parted nor, but for one name, within one report."""

from collections.abc import Collection, Mapping, Sequence

from hearsay.reconcile.sources.entry import Entry

Pairs = Collection[tuple[str, str]]
"""Pairs of Source.id, in either order."""


class Clusters:
    """Which entries are one source."""

    def __init__(self, entries: Sequence[Entry], *, apart: Pairs) -> None:
        self.entries = entries
        self._parent = list(range(len(entries)))
        self.members = {number: [number] for number in range(len(entries))}
        self.reports = {number: {entry.report} for number, entry in enumerate(entries)}
        self._sides = {
            number: {entry.told_party} if entry.told_party is not None else set[str]()
            for number, entry in enumerate(entries)
        }
        self._parted: list[set[int]] = [set() for _ in entries]
        place = self.places()
        for one, other in apart:
            if one in place and other in place:
                self._parted[place[one]].add(place[other])
                self._parted[place[other]].add(place[one])

    def places(self) -> Mapping[str, int]:
        """The number of each entry, by Source.id."""
        return {entry.source.id: number for number, entry in enumerate(self.entries)}

    def root(self, number: int) -> int:
        """The number that stands for all entries that are one with this."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def sides(self, number: int) -> set[str]:
        """The sides that reports tell of this source."""
        return self._sides[self.root(number)]

    def join(self, one: int, other: int, *, within: bool = False) -> bool:
        """Make two one, the earlier standing for both; False where they are parted.

        ``within``: also where a report has both, which its reader held to be two.
        """
        keep, gone = sorted((self.root(one), self.root(other)))
        if keep == gone:
            return True
        if any(self.root(far) == keep for near in self.members[gone] for far in self._parted[near]):
            return False
        if not within and self.reports[keep] & self.reports[gone]:
            return False
        self._parent[gone] = keep
        self.members[keep] += self.members.pop(gone)
        self._sides[keep] |= self._sides.pop(gone)
        self.reports[keep] |= self.reports.pop(gone)
        return True
