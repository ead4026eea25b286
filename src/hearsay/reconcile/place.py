"""Holding a document that has come in against those that are there: whose account it carries, which story it is of."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from hearsay.ledger.connect import Store
from hearsay.ledger.copies import CopyIndex, copies_of
from hearsay.ledger.grouping import StoryIndex
from hearsay.ledger.overruled import Copying
from hearsay.ledger.unplaced import unplaced
from hearsay.ledger.view import View
from hearsay.ledger.writer import now
from hearsay.ledger.written import Transaction, writing
from hearsay.reconcile.copies import follow
from hearsay.reconcile.copies.place import Placer as Copies
from hearsay.reconcile.stories.place import place
from hearsay.records.copying import Copy
from hearsay.records.ledger import Ledger


class Placer:
    """Holds documents of one ledger against the others, each in a transaction of its own."""

    def __init__(self, store: Store, *, clock: Callable[[], str] = now) -> None:
        """``clock`` tells the time of recording, UTC in ISO 8601; tests bring their own."""
        self._store = store
        self._clock = clock
        self._copies = Copies()
        self._said = Copying()
        self._common: set[int] = set()

    def place(self, id: str, entries: Ledger) -> frozenset[str]:
        """Place the document with this id; ``entries`` are its own. Gives the ids of the stories that changed.

        Raises LedgerError, and then nothing of this has been recorded: ``catch_up`` places it later.
        """
        with writing(self._store) as connection:
            recorded = self._clock()
            index = CopyIndex(connection, recorded=recorded)
            number = index.numbers([id])[id]
            (filed,) = [one for one in index.filed([number]) if one.number == number]
            changed = follow.place(self._copies, filed, index=index, said=self._said.said(connection))
            witnesses = _witnesses(copies_of(connection, {number, *changed}), id)
            return place(
                StoryIndex(connection, recorded=recorded, common=self._common),
                replace(entries, documents=(filed.document,)),
                number=number,
                lineage=filed.lineage,
                copies=witnesses,
            )

    def again(self, connection: Transaction, lineages: Sequence[str], *, recorded: str) -> None:
        """Decide anew whose account reports carry, in this order, within a transaction that writes.

        It is what a Corrector takes as ``anew``. Their stories stay: where a report belongs is another question.
        """
        index = CopyIndex(connection, recorded=recorded)
        said = self._said.said(connection)
        for number in [number for lineage in lineages for number in index.of_lineages([lineage])]:
            (filed,) = [one for one in index.filed([number]) if one.number == number]
            follow.place(self._copies, filed, index=index, said=said)

    def catch_up(self) -> Iterator[str]:
        """Place what has been added and not been placed, in the order of recording; gives the ids as it goes."""
        last = 0
        view = View(self._store)
        while True:
            with view.asking() as connection:
                numbers = unplaced(connection, after=last)
            if not numbers:
                return
            kept = view.documents_of(numbers)
            for one, entries in zip(kept, view.ledgers_of(kept), strict=True):
                self.place(one.document.id, entries)
                yield one.document.id
            last = numbers[-1]


def _witnesses(copies: dict[str, tuple[Copy, ...]], id: str) -> list[Copy]:
    """Those that tell whose account a document carries, and who carries its account."""
    return [copy for found in copies.values() for copy in found if id in (copy.document, copy.of)]
