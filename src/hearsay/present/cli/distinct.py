"""Each document of a run under an id of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hearsay.records.document import Document


def distinct(documents: Iterable[Document]) -> Iterator[Document]:
    """``documents``, an id that an earlier one has made ``id#2``, ``id#3`` and so on.

    Two files may both number their reports from 1, and a report reprinted to the letter has the id of its text. An id
    names one document of a ledger, and none is left out: a reprint is a document too.
    """
    taken: set[str] = set()
    counts: dict[str, int] = {}
    for document in documents:
        id = document.id
        while id in taken:
            counts[document.id] = counts.get(document.id, 1) + 1
            id = f"{document.id}#{counts[document.id]}"
        taken.add(id)
        yield document if id == document.id else replace(document, id=id)
