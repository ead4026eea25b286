"""Which reports are about one event, in a ledger: asked as it stood at a time, and moved by analysts.

A story that has been joined into another is opened by its old id too. Reports are told by their lineage.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, exists, func, insert, select
from sqlalchemy.sql import ColumnElement

from hearsay.ledger.current import KEPT, shown_documents
from hearsay.ledger.grouped import joined, memberships, stories
from hearsay.ledger.schema import documents

AT_ONCE = 500
"""Rows that are read at once, and values that are asked for in one query."""
_LATER = memberships.alias("later_memberships")
_SOME: Any = bindparam("some", expanding=True)


@dataclass(frozen=True, slots=True)
class Standing:
    """A story in the list of all."""

    id: str
    cursor: int
    """The list goes on after it."""
    recorded: str
    """When it last got a report, UTC."""


def story_of(connection: Connection, lineage: str, *, until: str | None = None) -> str | None:
    """The id of the story that a report was in by the moment ``until``; None where it was in none."""
    return stories_of(connection, [lineage], until=until).get(lineage)


def stories_of(connection: Connection, lineages: Iterable[str], *, until: str | None = None) -> dict[str, str]:
    """The same of many reports, by lineage."""
    found: dict[str, str] = {}
    for some in batches(dict.fromkeys(lineages)):
        read = connection.execute(_stories_of(until), {"some": some})
        found |= {row.lineage: row.story for row in read}
    now = current(connection, set(found.values()), until=until)
    return {lineage: now[story] for lineage, story in found.items()}


def story(connection: Connection, id: str, *, until: str | None = None) -> str | None:
    """The id of the story that this one is a part of, its own where it is none; None where there was no such story."""
    query = select(stories.c.id).where(stories.c.id == id)
    if until is not None:
        query = query.where(stories.c.recorded <= until)
    if connection.execute(query).first() is None:
        return None
    return current(connection, [id], until=until)[id]


def lineages_of(connection: Connection, id: str, *, until: str | None = None) -> list[str]:
    """The reports of a story in the order in which they joined it."""
    parts = sorted(family(connection, id, until=until))
    found: list[tuple[int, str]] = []
    for some in batches(parts):
        found += [(number, lineage) for number, lineage in connection.execute(_lineages_of(until), {"some": some})]
    return [lineage for _, lineage in sorted(found)]


def members(connection: Connection, id: str, *, until: str | None = None) -> list[int]:
    """The numbers of a story's documents, of each report the newest version by then, in the order of recording."""
    found: list[int] = []
    for some in batches(lineages_of(connection, id, until=until)):
        found += connection.execute(_members(until), {"some": some}).scalars()
    return sorted(found)


def every_story(
    connection: Connection, *, until: str | None = None, before: int | None = None, limit: int = 25
) -> list[Standing]:
    """The stories, the one first that got a report last; ``before`` is the cursor that the page before ended with."""
    into = _all_joined(connection, until)
    parts: dict[str, list[str]] = {}
    for part in into:
        parts.setdefault(_root(part, into), []).append(part)
    found: list[Standing] = []
    passed: set[str] = set()
    for row in _falling(connection, until=until, before=before):
        id = _root(row.story, into)
        if id in passed:
            continue
        passed.add(id)
        if before is None or not _has_later(connection, [id, *parts.get(id, ())], until=until, after=row.number):
            found.append(Standing(id, row.number, row.recorded))
            if len(found) == limit:
                break
    return found


def stories_by_report(connection: Connection, *, until: str | None = None) -> dict[str, str]:
    """The story of every report, by lineage."""
    into = _all_joined(connection, until)
    query = select(memberships.c.lineage, memberships.c.story).where(holds(until))
    return {row.lineage: _root(row.story, into) for row in connection.execute(query)}


def begin(connection: Connection, lineage: str, *, recorded: str) -> str:
    """A new story whose first report is this one; gives its id, which comes from the report."""
    query = select(stories.c.id).where(stories.c.id == (id := _id_of(lineage, 0)))
    turn = 0
    while connection.execute(query).first() is not None:
        turn += 1
        query = select(stories.c.id).where(stories.c.id == (id := _id_of(lineage, turn)))
    connection.execute(insert(stories), {"id": id, "recorded": recorded})
    return id


def put(
    connection: Connection, lineage: str, *, story: str, why: str, recorded: str, moved_from: str | None = None
) -> None:
    """Let a report be in a story from now on; ``moved_from`` is where an analyst took it from."""
    row = {"lineage": lineage, "story": story, "why": why, "moved_from": moved_from, "recorded": recorded}
    connection.execute(insert(memberships), row)


def current(connection: Connection, ids: Iterable[str], *, until: str | None = None) -> Mapping[str, str]:
    """For each story the one that it is a part of by then, itself where it is none."""
    into: dict[str, str] = {}
    asked = set(ids)
    found = {id: id for id in asked}
    while asked:
        step: dict[str, str] = {}
        for some in batches(sorted(asked)):
            step |= {row.story: row.whole for row in connection.execute(_wholes(until), {"some": some})}
        into |= step
        asked = set(step.values()) - into.keys()
    return {id: _root(id, into) for id in found}


def family(connection: Connection, id: str, *, until: str | None = None) -> set[str]:
    """The story and all that have been joined into it."""
    found = asked = {id}
    while asked:
        step: set[str] = set()
        for some in batches(sorted(asked)):
            step.update(connection.execute(_parts(until), {"some": some}).scalars())
        asked = step - found
        found = found | asked
    return found


@lru_cache(KEPT)
def holds(until: str | None) -> ColumnElement[bool]:
    """Whether a row of ``memberships`` is the last of its report by then."""
    later = _LATER.c
    newer = [later.lineage == memberships.c.lineage, later.number > memberships.c.number, *_by(later.recorded, until)]
    return and_(~exists(select(later.number).where(*newer)), *_by(memberships.c.recorded, until))


# Queries are put together once: that takes as long as to ask them.


@lru_cache(KEPT)
def _stories_of(until: str | None) -> Select[Any]:
    return select(memberships.c.lineage, memberships.c.story).where(memberships.c.lineage.in_(_SOME), holds(until))


@lru_cache(KEPT)
def _lineages_of(until: str | None) -> Select[Any]:
    return select(memberships.c.number, memberships.c.lineage).where(memberships.c.story.in_(_SOME), holds(until))


@lru_cache(KEPT)
def _members(until: str | None) -> Select[Any]:
    return select(documents.c.number).where(documents.c.lineage.in_(_SOME), shown_documents(until))


@lru_cache(KEPT)
def _wholes(until: str | None) -> Select[Any]:
    return select(joined.c.story, joined.c.whole).where(joined.c.story.in_(_SOME), *_by(joined.c.recorded, until))


@lru_cache(KEPT)
def _parts(until: str | None) -> Select[Any]:
    return select(joined.c.story).where(joined.c.whole.in_(_SOME), *_by(joined.c.recorded, until))


def batches(values: Iterable[str]) -> Iterator[Sequence[str]]:
    """The values, so many at a time as one query may ask for."""
    every = list(values)
    return (every[n : n + AT_ONCE] for n in range(0, len(every), AT_ONCE))


def _by(recorded: Any, until: str | None) -> list[ColumnElement[bool]]:
    return [] if until is None else [recorded <= until]


def _root(id: str, into: Mapping[str, str]) -> str:
    while id in into:
        id = into[id]
    return id


def _all_joined(connection: Connection, until: str | None) -> dict[str, str]:
    query = select(joined.c.story, joined.c.whole).where(*_by(joined.c.recorded, until))
    return {row.story: row.whole for row in connection.execute(query)}


def _falling(connection: Connection, *, until: str | None, before: int | None) -> Iterator[Any]:
    """The memberships that hold, the latest first."""
    at = before
    while True:
        query = select(memberships.c.number, memberships.c.story, memberships.c.recorded).where(holds(until))
        if at is not None:
            query = query.where(memberships.c.number < at)
        found = connection.execute(query.order_by(memberships.c.number.desc()).limit(AT_ONCE)).all()
        yield from found
        if len(found) < AT_ONCE:
            return
        at = found[-1].number


def _has_later(connection: Connection, parts: Sequence[str], *, until: str | None, after: int) -> bool:
    """Whether a story has got a report since, so that an earlier page has told of it."""
    query = select(func.count()).where(memberships.c.story.in_(parts), memberships.c.number > after, holds(until))
    return bool(connection.execute(query).scalar_one())


def _id_of(lineage: str, turn: int) -> str:
    given = f"{lineage}#{turn}" if turn else lineage
    return f"story-{sha256(given.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"
