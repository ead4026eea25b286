"""What deciding on copies needs of the documents that are there: a few kept in memory, or a ledger."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from hearsay.records.copying import Copy, Filed
from hearsay.records.document import Document

FULL = 50
"""Documents that one key leads to at most. A key of a paragraph that more of them have finds nothing that the others
do not: it is a notice below every report of a publisher, or a wire with many copies, of which these are enough."""


class Index(Protocol):
    """The documents that are there, their keys, and what was decided on them."""

    def sharing(self, keys: Sequence[int]) -> Mapping[int, Sequence[int]]:
        """The documents that each of these keys leads to, by key."""
        ...

    def file(self, number: int, keys: Sequence[int]) -> None:
        """Let these keys lead to a document from now on."""
        ...

    def filed(self, numbers: Iterable[int]) -> Sequence[Filed]:
        """The documents with these numbers, and the newest versions of their reports."""
        ...

    def of_lineages(self, lineages: Iterable[str]) -> Sequence[int]:
        """The newest versions of these reports."""
        ...

    def standing(self, numbers: Iterable[int]) -> Mapping[int, tuple[Copy, ...]]:
        """What holds of these documents now; those that are no copies and quote nothing are left out."""
        ...

    def numbers(self, ids: Iterable[str]) -> Mapping[str, int]:
        """The numbers of documents, by their ids."""
        ...

    def carrying(self, id: str) -> Sequence[int]:
        """The documents that are held to be copies of this one, or to quote it."""
        ...

    def decide(self, number: int, copies: Sequence[Copy]) -> None:
        """Record what holds of a document from now on, in the place of what held before."""
        ...


@dataclass
class Memory:
    """An index in memory."""

    known: dict[int, Filed] = field(default_factory=dict)
    by_key: dict[int, list[int]] = field(default_factory=dict)
    decided: dict[int, tuple[Copy, ...]] = field(default_factory=dict)

    def add(self, document: Document, *, lineage: str | None = None) -> Filed:
        """Take in a document, as the newest version of its report; it is still to be placed."""
        line = lineage or document.url or document.id
        version = 1 + sum(filed.lineage == line for filed in self.known.values())
        filed = Filed(len(self.known) + 1, line, version, document)
        self.known[filed.number] = filed
        return filed

    def sharing(self, keys: Sequence[int]) -> Mapping[int, Sequence[int]]:
        """As the protocol has it."""
        return {key: tuple(self.by_key[key]) for key in keys if key in self.by_key}

    def file(self, number: int, keys: Sequence[int]) -> None:
        """As the protocol has it."""
        for key in keys:
            self.by_key.setdefault(key, []).append(number)

    def filed(self, numbers: Iterable[int]) -> Sequence[Filed]:
        """As the protocol has it."""
        asked = set(numbers)
        lines = {self.known[number].lineage for number in asked}
        asked.update(self.of_lineages(lines))
        return [self.known[number] for number in sorted(asked)]

    def of_lineages(self, lineages: Iterable[str]) -> Sequence[int]:
        """As the protocol has it."""
        asked = set(lineages)
        return list({f.lineage: f.number for f in self.known.values() if f.lineage in asked}.values())

    def standing(self, numbers: Iterable[int]) -> Mapping[int, tuple[Copy, ...]]:
        """As the protocol has it."""
        return {number: self.decided[number] for number in numbers if self.decided.get(number)}

    def numbers(self, ids: Iterable[str]) -> Mapping[str, int]:
        """As the protocol has it."""
        asked = set(ids)
        return {f.document.id: f.number for f in self.known.values() if f.document.id in asked}

    def carrying(self, id: str) -> Sequence[int]:
        """As the protocol has it."""
        return [number for number, copies in self.decided.items() if any(copy.of == id for copy in copies)]

    def decide(self, number: int, copies: Sequence[Copy]) -> None:
        """As the protocol has it."""
        self.decided[number] = tuple(copies)
