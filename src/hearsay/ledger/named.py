"""Sources that an analyst names in a report: one that it has already, else one that is added to it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, func, insert, select

from hearsay.ledger.rows import folded, source_row
from hearsay.ledger.schema import sources
from hearsay.records.identity import make_id
from hearsay.records.source import Source, SourceKind

_KEPT = ("name", "kind", "party", "anonymous", "role", "anonymity")


def named_row(source: Source) -> dict[str, Any]:
    """A source as the value of a correction keeps it."""
    return {"id": source.id} | {name: getattr(source, name) for name in _KEPT}


def named_of(row: Mapping[str, Any]) -> Source:
    """The source in the value of a correction."""
    kind = SourceKind(row["kind"]) if row["kind"] else None
    return Source(**{name: row[name] for name in ("id", *_KEPT)} | {"kind": kind})


def known_here(named: Source, here: Mapping[str, Source]) -> str | None:
    """The id of the source in a report that has the sources ``here``: by id and name, by name, by another name."""
    key = folded(named.name)
    if named.id in here and folded(here[named.id].name) == key:
        return named.id
    alike = [s for s in here.values() if named.anonymous is None or bool(s.anonymous) == named.anonymous]
    for called in (
        {s.id for s in alike if folded(s.name) == key},
        {s.id for s in alike if key in map(folded, s.aliases)},
    ):
        if len(called) == 1:
            return called.pop()
    return None


def own_id(named: Source, document: str) -> str:
    """The id of a source that is added to a report."""
    return make_id("source", document, named.name, bool(named.anonymous))


def add_named(connection: Connection, source: Source, *, reading: int, correction: int) -> None:
    """Add the source to a reading, unless it is there."""
    there = select(sources.c.id).where(sources.c.reading == reading, sources.c.id == source.id)
    if connection.execute(there).first() is not None:
        return
    last = select(func.coalesce(func.max(sources.c.place), -1)).where(sources.c.reading == reading)
    row = {"reading": reading, "place": connection.execute(last).scalar_one() + 1, "correction": correction}
    connection.execute(insert(sources), source_row(source) | row)
