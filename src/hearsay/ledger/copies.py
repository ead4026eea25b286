"""Which documents carry the account of another, in a ledger: kept, found again, and asked as it stood at a time.

What a decision goes by is hearsay.reconcile's: a CopyIndex is what it is given.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, and_, bindparam, exists, func, insert, select
from sqlalchemy.sql import ColumnElement

from hearsay.ledger import rows
from hearsay.ledger.copied import copies, signatures
from hearsay.ledger.current import KEPT, shown_documents
from hearsay.ledger.odd import held
from hearsay.ledger.schema import documents
from hearsay.records.copying import Copy, CopyKind, Filed, Passage
from hearsay.records.span import Span

AT_ONCE = 500
"""Numbers that are asked for in one query: both databases take some ten thousand."""

_T = TypeVar("_T")
_LATER = copies.alias("later_copies")
_ORIGIN = documents.alias("origin")
# Queries are put together once: that takes as long as to ask them.
_SOME: Any = bindparam("some", expanding=True)
_SHARING = select(signatures.c.key, signatures.c.document).where(signatures.c.key.in_(_SOME))
_FILED = select(documents).where(documents.c.number.in_(_SOME)).order_by(documents.c.number)
_NUMBERS = select(documents.c.id, documents.c.number).where(documents.c.id.in_(_SOME))
_IS_NEWEST = shown_documents(None)
_OF_LINEAGES = select(documents.c.number).where(documents.c.lineage.in_(_SOME), _IS_NEWEST).order_by(documents.c.number)
_VERSION = documents.alias("version")
_NEWEST = (
    select(documents.c.number)
    .join(_VERSION, _VERSION.c.lineage == documents.c.lineage)
    .where(_VERSION.c.number.in_(_SOME), _IS_NEWEST)
)


def copies_of(
    connection: Connection, numbers: Iterable[int], *, until: str | None = None
) -> dict[str, tuple[Copy, ...]]:
    """What held of the documents with these numbers, by Document.id; those that carry nobody's account are left out.

    A copy stands first, what is quoted after it. ``until`` is the last moment that counts; None is now.
    """
    return {found[0].document: found for found in _standing(connection, numbers, until=until).values()}


class CopyIndex:
    """What deciding on copies needs, within a transaction that writes; ``recorded`` is the time that it is recorded."""

    def __init__(self, connection: Connection, *, recorded: str) -> None:
        self._connection = connection
        self._recorded = recorded

    def sharing(self, keys: Sequence[int]) -> Mapping[int, Sequence[int]]:
        """The documents that each of these keys leads to, by key; none for a key that leads nowhere."""
        found: dict[int, list[int]] = {}
        for some in _batches(keys):
            for key, number in self._connection.execute(_SHARING, {"some": some}):
                found.setdefault(key, []).append(number)
        return found

    def file(self, number: int, keys: Sequence[int]) -> None:
        """Let these keys lead to a document from now on."""
        if keys:
            self._connection.execute(insert(signatures), [{"key": key, "document": number} for key in keys])

    def filed(self, numbers: Iterable[int]) -> Sequence[Filed]:
        """The documents with these numbers, and the newest versions of their reports."""
        asked = set(numbers)
        for some in _batches(sorted(asked)):
            asked.update(self._connection.execute(_NEWEST, {"some": some}).scalars())
        found: list[Filed] = []
        for some in _batches(sorted(asked)):
            read: Any = self._connection.execute(_FILED, {"some": some}).mappings()
            found += [Filed(row["number"], row["lineage"], row["version"], rows.document_of(row)) for row in read]
        return found

    def of_lineages(self, lineages: Iterable[str]) -> Sequence[int]:
        """The newest versions of these reports."""
        found: list[int] = []
        for some in _batches(sorted(set(lineages))):
            found += self._connection.execute(_OF_LINEAGES, {"some": some}).scalars()
        return found

    def standing(self, numbers: Iterable[int]) -> Mapping[int, tuple[Copy, ...]]:
        """What holds of these documents now; those that carry nobody's account are left out."""
        return _standing(self._connection, numbers, until=None)

    def numbers(self, ids: Iterable[str]) -> Mapping[str, int]:
        """The numbers of documents, by their ids."""
        found: dict[str, int] = {}
        for some in _batches(sorted(set(ids))):
            read = self._connection.execute(_NUMBERS, {"some": [held(id) for id in some]})
            found |= {row.id: row.number for row in read}
        return found

    def carrying(self, id: str) -> Sequence[int]:
        """The documents that are held to be copies of this one, or to quote it."""
        query = (
            select(copies.c.document)
            .join(_ORIGIN, _ORIGIN.c.number == copies.c.of)
            .where(_ORIGIN.c.id == held(id), _holds(None))
            .order_by(copies.c.document)
        )
        return self._connection.execute(query).scalars().all()

    def decide(self, number: int, copied: Sequence[Copy]) -> None:
        """Record what holds of a document from now on, in the place of what held before."""
        last = select(func.max(copies.c.turn)).where(copies.c.document == number)
        turn = (self._connection.execute(last).scalar_one() or 0) + 1
        shared = {"document": number, "turn": turn, "recorded": self._recorded}
        origins = self.numbers(copy.of for copy in copied)
        made = [
            shared
            | {
                "place": place,
                "of": origins[copy.of],
                "kind": copy.kind,
                "shared": copy.shared,
                "reason": copy.reason,
                "passages": [[p.here.start, p.here.end, p.there.start, p.there.end] for p in copy.passages],
            }
            for place, copy in enumerate(copied)
        ]
        self._connection.execute(insert(copies), made or [shared | {"place": 0, "passages": []}])


def _standing(connection: Connection, numbers: Iterable[int], *, until: str | None) -> dict[int, tuple[Copy, ...]]:
    found: dict[int, tuple[Copy, ...]] = {}
    for some in _batches(sorted(set(numbers))):
        read: Any = connection.execute(_decided(until), {"some": some}).mappings()
        for row in read:
            found[row["document"]] = (*found.get(row["document"], ()), _copy_of(row))
    return found


@lru_cache(KEPT)
def _decided(until: str | None) -> Select[Any]:
    return (
        select(copies, documents.c.id, _ORIGIN.c.id.label("origin"))
        .join(documents, documents.c.number == copies.c.document)
        .join(_ORIGIN, _ORIGIN.c.number == copies.c.of)
        .where(copies.c.document.in_(_SOME), _holds(until))
        .order_by(copies.c.document, copies.c.place)
    )


def _holds(until: str | None) -> ColumnElement[bool]:
    """Whether a row of ``copies`` is of the last decision on its document by then."""
    later = _LATER.c
    newer = [later.document == copies.c.document, later.turn > copies.c.turn]
    if until is None:
        return ~exists(select(later.number).where(*newer))
    return and_(copies.c.recorded <= until, ~exists(select(later.number).where(*newer, later.recorded <= until)))


def _copy_of(row: Mapping[str, Any]) -> Copy:
    return Copy(
        document=row["id"],
        of=row["origin"],
        kind=CopyKind(row["kind"]),
        shared=row["shared"],
        passages=tuple(Passage(Span(a, b), Span(c, d)) for a, b, c, d in row["passages"]),
        reason=row["reason"],
    )


def _batches(given: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for start in range(0, len(given), AT_ONCE):
        yield given[start : start + AT_ONCE]
