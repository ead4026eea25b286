"""Which sources of some reports analysts hold to be one, or apart, by the ids that those reports have for them.

A judgement of a source that is named is of all reports: it was made on two of them, and holds in others.
"""

from collections.abc import Collection, Mapping
from itertools import pairwise, product
from typing import Any

from sqlalchemy import Connection, select

from hearsay.ledger.current import newest_reading, shown_in
from hearsay.ledger.judged import end_of, identities
from hearsay.ledger.same import Identities, Unit
from hearsay.ledger.schema import documents, readings, sources
from hearsay.ledger.stories import batches
from hearsay.ledger.whole import representatives
from hearsay.records.overruling import Pair


def judged_sources(
    connection: Connection, lineages: Collection[str], *, until: str | None
) -> tuple[frozenset[Pair], frozenset[Pair]]:
    """Of the sources of these reports, by Source.id, the pairs that are one and those that are kept apart."""
    known = identities(connection, until)
    if known is None:
        return frozenset(), frozenset()
    ids = _ids(connection, lineages, known=known, until=until)
    joined = {known.root(known.unit(judgement.target)) for judgement in known.joined}
    one = {_pair(a, b) for root in joined for a, b in pairwise(ids.get(root, ()))}
    parted = {tuple(known.root(known.unit(end)) for end in (j.target, j.other)) for j in known.apart}
    others = {_pair(a, b) for first, second in parted for a, b in product(ids.get(first, ()), ids.get(second, ()))}
    return frozenset(one), frozenset(others)


def _ids(
    connection: Connection, lineages: Collection[str], *, known: Identities, until: str | None
) -> Mapping[Unit, Collection[str]]:
    """Source.id of those that anybody has judged, in order, by the unit that stands for them."""
    groups = known.groups()
    named = {unit.folded for units in groups.values() for unit in units}
    newest = newest_reading(connection, until)
    by_reading: dict[int, list[Any]] = {}
    for some in batches(sorted(lineages)):
        query = (
            select(sources)
            .join(readings, readings.c.number == sources.c.reading)
            .join(documents, documents.c.number == readings.c.document)
            .where(documents.c.lineage.in_(some), sources.c.folded.in_(named), shown_in(readings.c.number, newest))
            .order_by(sources.c.reading, sources.c.place)
        )
        for row in connection.execute(query).mappings():
            by_reading.setdefault(row["reading"], []).append(row)
    found: dict[Unit, dict[str, None]] = {}
    for rows in by_reading.values():
        # Where a report has several that are one, it is given with one of them.
        stands_for = representatives(rows, known)
        for row in rows:
            root = known.root(known.unit(end_of(row)))
            if root in groups:
                id = stands_for[row["id"]].id if row["id"] in stands_for else row["id"]
                found.setdefault(root, {})[id] = None
    return found


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
