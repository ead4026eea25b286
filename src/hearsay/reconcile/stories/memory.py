"""An index of stories in memory, for a few reports."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.ledger.grouping import spread
from hearsay.records.traits import Grouping, Traits


@dataclass(slots=True)
class Memory:
    """Reports and their stories, in memory; it holds to hearsay.reconcile.stories.index.Index."""

    filed: dict[str, Traits] = field(default_factory=dict)
    """The newest version of each report."""
    leading: dict[int, set[str]] = field(default_factory=dict)
    """The reports that each term leads to."""
    put_in: dict[str, str] = field(default_factory=dict)
    """The story of each report, in the order of joining."""
    joined: dict[str, str] = field(default_factory=dict)
    by_hand: dict[str, str] = field(default_factory=dict)
    """The story from which an analyst has moved a report."""

    def documents(self) -> int:
        """How many reports there are."""
        return len(self.filed)

    def holding(self, keys: Collection[int]) -> Mapping[int, int]:
        """How many reports are recognized by each of these terms."""
        return {key: len(self.leading[key]) for key in keys if key in self.leading}

    def near(self, traits: Traits) -> Sequence[Traits]:
        """The reports that share a term with this one."""
        shared: Counter[str] = Counter()
        for key in traits.weights:
            shared.update(self.leading.get(key, ()))
        shared.pop(traits.lineage, None)
        return [self.filed[lineage] for lineage in shared]

    def file(self, traits: Traits) -> None:
        """Let the terms lead to the report from now on."""
        self.filed[traits.lineage] = traits
        for key in traits.weights:
            self.leading.setdefault(key, set()).add(traits.lineage)

    def lineages(self, ids: Sequence[str]) -> Sequence[str]:
        """The reports that these documents are versions of: here they are one."""
        return ids

    def stories(self, lineages: Iterable[str]) -> Mapping[str, str]:
        """The story of each of these reports."""
        return {lineage: self._now(self.put_in[lineage]) for lineage in lineages if lineage in self.put_in}

    def grouping(self, id: str, *, most: int) -> Grouping:
        """A story with its reports."""
        lineages = [lineage for lineage, story in self.put_in.items() if self._now(story) == id]
        return Grouping(id, len(lineages), tuple(self.filed[line] for line in spread(lineages, most=most)))

    def moved(self, lineages: Iterable[str]) -> frozenset[str]:
        """Those of the reports that an analyst has put where they are."""
        return frozenset(self.by_hand.keys() & set(lineages))

    def apart(self, id: str) -> frozenset[str]:
        """The stories between which and this one an analyst has moved a report."""
        pairs = [(self._now(former), self._now(self.put_in[line])) for line, former in self.by_hand.items()]
        return frozenset(b if a == id else a for a, b in pairs if id in (a, b))

    def begin(self, lineage: str) -> str:
        """A new story whose first report is this one."""
        return f"story of {lineage}" + "'" * sum(s.rstrip("'") == f"story of {lineage}" for s in set(self.joined))

    def put(self, lineage: str, story: str, *, why: str) -> None:
        """Let a report be in a story from now on."""
        del why
        self.put_in.pop(lineage, None)
        self.put_in[lineage] = story

    def join(self, story: str, into: str, *, why: str) -> None:
        """Let all reports of a story be in another from now on."""
        del why
        self.joined[story] = into

    def _now(self, story: str) -> str:
        while story in self.joined:
            story = self.joined[story]
        return story
