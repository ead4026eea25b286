"""Grouping reports in a ledger: what hearsay.reconcile.stories.index.Index asks for, within a writing transaction.

However large the ledger is, of a term at most COUNTED documents are counted, and NEAREST on either side of a report's
day are looked at.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, func, insert, select, text

from hearsay.ledger import stories as kept
from hearsay.ledger.grouped import joined, memberships, postings
from hearsay.ledger.grouped import traits as kept_traits
from hearsay.ledger.packed import packed, unpacked
from hearsay.ledger.schema import documents
from hearsay.records.traits import Grouping, Traits

COUNTED = 512
"""The most documents of one term that are counted; a term of more counts as one that MANY of all have."""
MANY = 0.05
"""The share of all documents that a term of more than COUNTED is held to have. Not tuned: such terms tell no event."""
POSTED = 32
"""The terms of a report that lead to it, those that weigh most: half of what it is compared by. Reports of one event
that have none of these in common are not alike. On the dev stories 24 and 64 found the same."""
NEAREST = 12
"""Documents that are looked at for one term, on either side of the report's day."""
FOUND = 24
"""Documents that are compared: those that share most. Not tuned: three of a story are enough to find it."""
_SOME: Any = bindparam("some", expanding=True)
_OF_DOCUMENTS = select(kept_traits).where(kept_traits.c.document.in_(_SOME))
_OF_REPORTS = select(kept_traits).where(kept_traits.c.lineage.in_(_SOME)).order_by(kept_traits.c.document)
_KEYS = {
    "sqlite": "SELECT value AS term FROM json_each(:keys)",
    "postgresql": "SELECT CAST(value AS bigint) AS term FROM json_array_elements_text(CAST(:keys AS json))",
}
_COUNTS = {
    dialect: text(
        "SELECT asked.term, (SELECT count(*) FROM "  # noqa: S608 - no value from outside
        "(SELECT 1 FROM postings WHERE postings.term = asked.term LIMIT :most) AS counted) AS holding "
        f"FROM ({keys}) AS asked"
    )
    for dialect, keys in _KEYS.items()
}
_NEAR = (
    "SELECT * FROM (SELECT term, document FROM postings WHERE term = :term{n} AND day < :day "
    "ORDER BY day DESC, document DESC LIMIT :most) AS before{n} UNION ALL "
    "SELECT * FROM (SELECT term, document FROM postings WHERE term = :term{n} AND day >= :day "
    "ORDER BY day, document LIMIT :most) AS after{n}"
)


class StoryIndex:
    """The reports of a ledger and their stories; ``recorded`` is the time that what changes is recorded with.

    ``common`` are the terms that were found in COUNTED documents before. A ledger only grows: they are not counted
    again, and those that are found are added.
    """

    def __init__(self, connection: Connection, *, recorded: str, common: set[int] | None = None) -> None:
        self._connection = connection
        self._recorded = recorded
        self._common = set() if common is None else common

    def documents(self) -> int:
        """About how many documents there are."""
        return self._connection.execute(select(func.max(documents.c.number))).scalar_one() or 0

    def holding(self, keys: Collection[int]) -> Mapping[int, int]:
        """About how many documents are recognized by each of these terms."""
        many = max(COUNTED, round(MANY * self.documents()))
        query = _COUNTS[self._connection.dialect.name]
        asked = {"keys": json.dumps(sorted(key for key in keys if key not in self._common)), "most": COUNTED}
        found = {term: holding for term, holding in self._connection.execute(query, asked) if holding}
        self._common.update(term for term, holding in found.items() if holding >= COUNTED)
        return found | dict.fromkeys(self._common.intersection(keys), many)

    def near(self, traits: Traits) -> Sequence[Traits]:
        """The reports that share most with this one, near to its day: one document of each, and none of its own."""
        leading = _leading(traits)
        if not leading:
            return []
        asked = {f"term{n}": key for n, key in enumerate(leading)} | {
            "day": _day(traits, self._recorded),
            "most": NEAREST,
        }
        shared: dict[int, float] = {}
        worth = {term: traits.weights[term] ** 2 for term in leading}
        for term, document in self._connection.execute(_near(len(leading)), asked):
            shared[document] = shared.get(document, 0.0) + worth[term]
        ranked = sorted(shared, key=lambda number: (-shared[number], number))
        near = {one.lineage: one for one in sorted(self._traits(ranked[:FOUND]), key=lambda one: one.document)}
        near.pop(traits.lineage, None)
        return list(near.values())

    def file(self, traits: Traits) -> None:
        """Let the terms lead to the report from now on; what a newer reader finds in the same text adds none."""
        filed = select(kept_traits.c.document).where(kept_traits.c.document == traits.document)
        if self._connection.execute(filed).first() is not None:
            return
        row = {"document": traits.document, "lineage": traits.lineage, "day": traits.day, "terms": packed(traits)}
        self._connection.execute(insert(kept_traits), row)
        day = _day(traits, self._recorded)
        led = [{"term": key, "day": day, "document": traits.document} for key in _leading(traits)]
        if led:
            self._connection.execute(insert(postings), led)

    def lineages(self, ids: Sequence[str]) -> Sequence[str]:
        """The reports that these documents, told by Document.id, are versions of."""
        if not ids:
            return []
        query = select(documents.c.id, documents.c.lineage).where(documents.c.id.in_(ids))
        found = {row.id: row.lineage for row in self._connection.execute(query)}
        return list(dict.fromkeys(found[id] for id in ids if id in found))

    def stories(self, lineages: Iterable[str]) -> Mapping[str, str]:
        """The story of each of these reports."""
        return kept.stories_of(self._connection, lineages)

    def grouping(self, id: str, *, most: int) -> Grouping:
        """A story with its reports, spread evenly over the order of joining where it has more than ``most``."""
        lineages = kept.lineages_of(self._connection, id)
        chosen = spread(lineages, most=most)
        newest: dict[str, Traits] = {}
        for some in kept.batches(chosen):
            newest |= {one.lineage: one for one in map(_of_row, self._connection.execute(_OF_REPORTS, {"some": some}))}
        return Grouping(id, len(lineages), tuple(newest[lineage] for lineage in chosen if lineage in newest))

    def moved(self, lineages: Iterable[str]) -> frozenset[str]:
        """Those of the reports that an analyst has put where they are."""
        return frozenset(self._moves().keys() & set(lineages))

    def apart(self, id: str) -> frozenset[str]:
        """The stories between which and this one an analyst has moved a report."""
        moves = self._moves().values()
        now = kept.current(self._connection, {story for move in moves for story in move})
        pairs = [(now[one], now[other]) for one, other in moves]
        return frozenset(b if a == id else a for a, b in pairs if a != b and id in (a, b))

    def begin(self, lineage: str) -> str:
        """A new story whose first report is this one; gives its id."""
        return kept.begin(self._connection, lineage, recorded=self._recorded)

    def put(self, lineage: str, story: str, *, why: str) -> None:
        """Let a report be in a story from now on."""
        kept.put(self._connection, lineage, story=story, why=why, recorded=self._recorded)

    def join(self, story: str, into: str, *, why: str) -> None:
        """Let all reports of a story be in another from now on."""
        row = {"story": story, "whole": into, "why": why, "recorded": self._recorded}
        self._connection.execute(insert(joined), row)

    def _moves(self) -> Mapping[str, tuple[str, str]]:
        """The stories from which and into which analysts have moved reports, by lineage. There are few."""
        here = memberships.c
        query = select(here.lineage, here.moved_from, here.story).where(here.moved_from.is_not(None), kept.holds(None))
        return {row.lineage: (row.moved_from, row.story) for row in self._connection.execute(query)}

    def _traits(self, numbers: Sequence[int]) -> list[Traits]:
        return [_of_row(row) for row in self._connection.execute(_OF_DOCUMENTS, {"some": numbers})] if numbers else []


def spread(of: Sequence[str], *, most: int) -> Sequence[str]:
    """At most ``most`` of these, spread evenly, the first and the last among them."""
    if len(of) <= most:
        return of
    return [of[n * (len(of) - 1) // max(most - 1, 1)] for n in range(most)]


@cache
def _near(terms: int) -> TextClause:
    """The documents near to a day that each of so many terms leads to."""
    return text(" UNION ALL ".join(_NEAR.format(n=n) for n in range(terms)))


def _leading(traits: Traits) -> Sequence[int]:
    """The terms that lead to a report."""
    return sorted(traits.weights, key=lambda key: (-traits.weights[key], key))[:POSTED]


def _day(traits: Traits, recorded: str) -> int:
    return traits.day if traits.day is not None else date.fromisoformat(recorded[:10]).toordinal()


def _of_row(row: Any) -> Traits:
    document, lineage, day, terms = row
    return unpacked(terms, document=document, lineage=lineage, day=day)
