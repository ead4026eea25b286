"""Holding a document that has come in against those that are there: whose account it carries, which story it is of."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from hearsay.ledger.connect import Store
from hearsay.ledger.copies import CopyIndex, copies_of
from hearsay.ledger.grouping import StoryIndex
from hearsay.ledger.unplaced import unplaced
from hearsay.ledger.view import View
from hearsay.ledger.writer import now
from hearsay.ledger.written import writing
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

    def place(self, id: str, entries: Ledger) -> frozenset[str]:
        """Place the document with this id; ``entries`` are its own. Gives the ids of the stories that changed.

        Raises LedgerError, and then nothing of this has been recorded: ``catch_up`` places it later.
        """
        with writing(self._store) as connection:
            recorded = self._clock()
            index = CopyIndex(connection, recorded=recorded)
            number = index.numbers([id])[id]
            (filed,) = [one for one in index.filed([number]) if one.number == number]
            changed = self._copies.place(filed, index)
            witnesses = _witnesses(copies_of(connection, {number, *changed}), id)
            return place(
                StoryIndex(connection, recorded=recorded),
                replace(entries, documents=(filed.document,)),
                number=number,
                lineage=filed.lineage,
                copies=witnesses,
            )

    def catch_up(self) -> Iterator[str]:
        """Place what has been added and not been placed, in the order of recording; gives the ids as it goes."""
        last = 0
        view = View(self._store)
        while True:
            with self._store.reading.connect() as connection:
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
