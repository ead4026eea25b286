"""What has been read, as one value."""

from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.records.document import Document
from hearsay.records.source import Source
from hearsay.records.statement import Statement


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries of one or more documents; statements in the order of their documents' text."""

    documents: tuple[Document, ...] = ()
    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()

    @classmethod
    def joined(cls, ledgers: Iterable["Ledger"]) -> "Ledger":
        """One ledger of several, in their order."""
        every = list(ledgers)
        return cls(
            documents=tuple(d for ledger in every for d in ledger.documents),
            sources=tuple(s for ledger in every for s in ledger.sources),
            statements=tuple(s for ledger in every for s in ledger.statements),
        )

    def source(self, id: str) -> Source:
        """The source with this id; raises KeyError where there is none."""
        for source in self.sources:
            if source.id == id:
                return source
        raise KeyError(id)
