"""What has been read, as one value."""

from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.records.document import Document
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.question import Question
from hearsay.records.source import Source
from hearsay.records.statement import Statement
from hearsay.records.story import Story
from hearsay.records.time import Time


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries of one or more documents; statements in the order of their documents' text."""

    documents: tuple[Document, ...] = ()
    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    questions: tuple[Question, ...] = ()
    times: tuple[Time, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    story: Story | None = None
    """What its documents come to, where they are all of one story and have been held against each other."""

    @classmethod
    def joined(cls, ledgers: Iterable["Ledger"]) -> "Ledger":
        """One ledger of several, in their order; no story."""
        every = list(ledgers)
        return cls(
            documents=tuple(d for ledger in every for d in ledger.documents),
            sources=tuple(s for ledger in every for s in ledger.sources),
            statements=tuple(s for ledger in every for s in ledger.statements),
            figures=tuple(f for ledger in every for f in ledger.figures),
            questions=tuple(q for ledger in every for q in ledger.questions),
            times=tuple(t for ledger in every for t in ledger.times),
            expectations=tuple(e for ledger in every for e in ledger.expectations),
        )

    def source(self, id: str) -> Source:
        """The source with this id; raises KeyError where there is none."""
        for source in self.sources:
            if source.id == id:
                return source
        raise KeyError(id)
