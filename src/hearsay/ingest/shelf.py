"""The entries of one list of ledger JSON, on disk, each found by its document and by its id."""

import json
import tempfile
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from hearsay.errors import OutputError
from hearsay.records.row import Row, row_at

NOWHERE = -1
"""In the place of a document's number where an entry has none yet."""

_Numbers = NDArray[np.int64]


class Shelf:
    """Entries in the order of the file; memory holds 24 bytes of each.

    They are put first; once all are there, ``settle`` makes them findable. A context manager. Raises OutputError where
    the folder for temporary files has no room.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        """Of the list."""
        with _kept():
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._starts = array("q", [0])
        self._documents = array("q")
        self._hashes = array("q")
        self._by_document = self._by_hash = self._sorted_documents = self._sorted_hashes = _numbers(array("q"))

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Closing would write out what is left, on a disk that may be full; nobody will read it.
        with suppress(OSError):
            self._file.close()

    def __len__(self) -> int:
        return len(self._documents)

    def put(self, raw: str, *, document: int = NOWHERE, id: str | None = None) -> None:
        """Add an entry as it is written; ``document`` is the number of the document that it belongs to."""
        with _kept():
            self._starts.append(self._starts[-1] + self._file.write(raw.encode("utf-8", "surrogatepass")))
        self._documents.append(document)
        if id is not None:
            self._hashes.append(hash(id))

    def settle(self, documents: Sequence[int] | None = None) -> None:
        """Make the entries findable, under other ``documents`` than they were put with where these are given."""
        with _kept():
            self._file.flush()
        at = _numbers(self._documents) if documents is None else np.asarray(documents, dtype=np.int64)
        self._by_document = np.argsort(at, kind="stable")
        self._sorted_documents = at[self._by_document]
        hashes = _numbers(self._hashes)
        self._by_hash = np.argsort(hashes, kind="stable")
        self._sorted_hashes = hashes[self._by_hash]

    def of(self, document: int) -> list[int]:
        """The numbers of the entries of a document, in the order of the file."""
        first, last = np.searchsorted(self._sorted_documents, [document, document + 1])
        return [int(number) for number in self._by_document[first:last]]

    def row(self, number: int) -> Row:
        """An entry by its number in the file."""
        start, end = self._starts[number], self._starts[number + 1]
        self._file.seek(start)
        value = json.loads(self._file.read(end - start).decode("utf-8", "surrogatepass"))
        return row_at(value, f"{self.name}[{number}]")

    def number_of(self, id: str) -> int | None:
        """The number of the entry with this id; None where there is none."""
        return next((number for number in self._alike(hash(id)) if self.row(number).string("id") == id), None)

    def check_ids(self) -> None:
        """Raise ValueError, naming the place, where an id stands twice."""
        again = self._sorted_hashes[1:][self._sorted_hashes[1:] == self._sorted_hashes[:-1]]
        for hashed in np.unique(again):
            seen: set[str] = set()
            for number in self._alike(int(hashed)):
                id = self.row(number).string("id")
                if id in seen:
                    raise ValueError(f"{self.name}[{number}].id: {id!r} is taken")
                seen.add(id)

    def _alike(self, hashed: int) -> list[int]:
        """The numbers of the entries whose ids have this hash, which different ids may have, in their order."""
        first = np.searchsorted(self._sorted_hashes, hashed, side="left")
        last = np.searchsorted(self._sorted_hashes, hashed, side="right")
        return [int(number) for number in self._by_hash[first:last]]


@contextmanager
def _kept() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"temporary files cannot be written: {(error.strerror or str(error)).lower()}") from error


def _numbers(values: "array[int]") -> _Numbers:
    return np.frombuffer(values, dtype=np.int64) if values else np.empty(0, dtype=np.int64)
