"""Whether the search knows just the words of what a ledger holds.

SQLite's index holds each word with the rows and places where it stands, and no row by itself. So a sum over all words
of a row, each weighed by a digest of itself, its row and its place, is made twice: from the row, and from the index. It
takes eight bytes a row. PostgreSQL keeps what the search knows of each row, and compares it with what it should be.
"""

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from sqlalchemy import Connection, text

from hearsay.ledger.checks.fault import Fault

_MASK = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15
"""An odd number without a pattern in its bits (2**64 by the golden ratio), so that neighbouring places lie apart."""
_AT_ONCE = 10_000


class Words(Protocol):
    """Holds what the search knows of one table against what it should know."""

    def expect(self, numbered: Sequence[tuple[int, str]]) -> Iterable[int]:
        """What the search should have been given (search.filed), by rows' numbers; gives those known to be wrong."""
        ...

    def wrong(self) -> Iterable[int]:
        """The rows that are wrong beside those, once all have been told."""
        ...


def words_of(connection: Connection, name: str) -> Words:
    """What the search knows of the table ``name``, documents or statements."""
    return _Sums(connection, name) if connection.dialect.name == "sqlite" else _Vectors(connection, name)


def fault(name: str, number: int) -> Fault:
    """The fault of a row whose words the search does not know as they are."""
    return Fault(f"search in {name}", f"it does not know the words of number {number} as they are")


class _Sums:
    def __init__(self, connection: Connection, name: str) -> None:
        self._connection = connection
        self._name = name
        self._sums = array("Q")

    def expect(self, numbered: Sequence[tuple[int, str]]) -> Iterable[int]:
        for number, words in numbered:
            total = sum(_weight(word) * (_STEP * number + place) for place, word in enumerate(words.split(" "), 1))
            self._add(number, total)
        return ()

    def wrong(self) -> Iterator[int]:
        # A table of its own, in memory, that lists the index without changing the ledger.
        listing = f"temp.{self._name}_listed"
        self._connection.exec_driver_sql(
            f"CREATE VIRTUAL TABLE {listing} USING fts5vocab('main', '{self._name}_words', 'instance')"
        )
        # Not through SQLAlchemy: it would take longer for each place of each word than all the rest.
        cursor = self._connection.connection.cursor()
        try:
            cursor.execute(f"SELECT term, doc, offset FROM {listing}")  # noqa: S608 - a name of our own
            while found := cursor.fetchmany(_AT_ONCE):
                for word, number, place in found:
                    self._add(number, -_weight(word) * (_STEP * number + place + 1))
        finally:
            cursor.close()
            self._connection.exec_driver_sql(f"DROP TABLE {listing}")
        yield from (number for number, total in enumerate(self._sums) if total)

    def _add(self, number: int, value: int) -> None:
        if number >= len(self._sums):
            self._sums.extend([0] * (max(number + 1, len(self._sums) * 5 // 4) - len(self._sums)))
        self._sums[number] = (self._sums[number] + value) & _MASK


@lru_cache(maxsize=100_000)
def _weight(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest()) | 1


class _Vectors:
    def __init__(self, connection: Connection, name: str) -> None:
        self._connection = connection
        self._name = name

    def expect(self, numbered: Sequence[tuple[int, str]]) -> Iterable[int]:
        query = text(
            "SELECT e.number FROM unnest(CAST(:numbers AS bigint[]), CAST(:words AS text[])) AS e (number, words) "  # noqa: S608 - a name of our own
            f"LEFT JOIN {self._name}_words AS w ON w.rowid = e.number "
            "WHERE w.words IS DISTINCT FROM CAST(e.words AS tsvector) ORDER BY e.number"
        )
        given = {"numbers": [number for number, _ in numbered], "words": [words for _, words in numbered]}
        return self._connection.execute(query, given).scalars().all() if numbered else ()

    def wrong(self) -> Iterable[int]:
        stray = (
            f"SELECT w.rowid FROM {self._name}_words AS w WHERE NOT EXISTS "  # noqa: S608 - as above
            f"(SELECT 1 FROM {self._name} AS r WHERE r.number = w.rowid) ORDER BY w.rowid"
        )
        return self._connection.exec_driver_sql(stray).scalars().all()
