"""What grouping needs of the reports that are there: a few kept in memory, or a ledger."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from hearsay.records.traits import Grouping, Traits


class Index(Protocol):
    """The reports that are there, their terms, and the stories that they are in."""

    def documents(self) -> int:
        """About how many documents there are."""
        ...

    def holding(self, keys: Collection[int]) -> Mapping[int, int]:
        """How many documents are recognized by each of these terms; none for a term that is new."""
        ...

    def near(self, traits: Traits) -> Sequence[Traits]:
        """The reports that have most of these terms: the newest version of each, that of its own left out."""
        ...

    def file(self, traits: Traits) -> None:
        """Let the terms lead to the report from now on."""
        ...

    def lineages(self, ids: Sequence[str]) -> Sequence[str]:
        """The reports that these documents, told by Document.id, are versions of."""
        ...

    def stories(self, lineages: Iterable[str]) -> Mapping[str, str]:
        """The story of each of these reports, joined ones followed; none for a report that is in none yet."""
        ...

    def grouping(self, id: str, *, most: int) -> Grouping:
        """A story with its reports, spread evenly over the order of joining where it has more than ``most``."""
        ...

    def moved(self, lineages: Iterable[str]) -> frozenset[str]:
        """Those of the reports that an analyst has put where they are."""
        ...

    def apart(self, id: str) -> frozenset[str]:
        """The stories between which and this one an analyst has moved a report: they are not one."""
        ...

    def begin(self, lineage: str) -> str:
        """A new story whose first report is this one; gives its id."""
        ...

    def put(self, lineage: str, story: str, *, why: str) -> None:
        """Let a report be in a story from now on."""
        ...

    def join(self, story: str, into: str, *, why: str) -> None:
        """Let all reports of a story be in another from now on."""
        ...
