"""Who is credited, across all reports, and all that one source said, over time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, and_, case, false, func, or_, select, true, tuple_
from sqlalchemy.sql import ColumnElement

from hearsay.ledger import rows
from hearsay.ledger.answers import Credited
from hearsay.ledger.current import Shown
from hearsay.ledger.odd import held
from hearsay.ledger.same import Identities, Unit
from hearsay.ledger.schema import sources, statements

_NEXT = "\t"
"""Parts a name from a number in a place; no folded name holds it."""


def credited(
    connection: Connection, shown: Shown, *, after: str, known: Identities | None = None, at_once: int
) -> Iterator[Credited]:
    """Who is credited, by folded name, from the one after ``after``, another's ``place``.

    Those who are one by what is ``known`` are given once, under the name that they are said to be the same as.
    ``at_once`` names are asked for together.
    """
    judged = known.groups() if known else {}
    touched = {unit.folded for units in judged.values() for unit in units}
    after, _, last = after.partition(_NEXT)
    if last.isdecimal():
        yield from _called(connection, shown, name=after, known=known, judged=judged, after=int(last))
    while True:
        names = _names(connection, shown, after=after, limit=at_once)
        newest = {number: name for name, number in names if number is not None and name not in touched}
        plain = _plain(connection, shown, newest=newest)
        for name, _ in names:
            if name in touched:
                yield from _called(connection, shown, name=name, known=known, judged=judged)
            elif name in plain:
                yield plain[name]
        if len(names) < at_once:
            return
        after = names[-1][0]


def _names(connection: Connection, shown: Shown, *, after: str, limit: int) -> Sequence[tuple[str, int | None]]:
    """The next folded names, each with the number of the newest statement that is shown of it.

    From one name to the next by their index, since a name may have thousands of statements.
    """
    s, later = statements.c, statements.alias("later").c
    first = select(func.min(s.who).label("who")).where(s.who > after).cte("names", recursive=True)
    following = select(func.min(later.who)).where(later.who > first.c.who).scalar_subquery()
    names = first.union_all(select(following).where(first.c.who.is_not(None)))
    newest = (
        select(s.number)
        .where(s.who == names.c.who, shown.statements)
        .order_by(s.dated.desc(), s.reading.desc(), s.number.desc())
        .limit(1)
        .correlate(names)
        .scalar_subquery()
    )
    query = select(names.c.who, newest).where(names.c.who.is_not(None)).limit(limit)
    return [(name, number) for name, number in connection.execute(query)]


def _plain(connection: Connection, shown: Shown, *, newest: Mapping[int, str]) -> dict[str, Credited]:
    """The sources of names that nobody has judged, by name: what ``credit`` has of each, in two queries for all.

    ``newest`` has their names by the numbers of their newest statements.
    """
    s = statements.c
    counts = (
        select(s.who, func.count(), func.count(func.distinct(s.reading)))
        .where(s.who.in_(newest.values()), shown.statements)
        .group_by(s.who)
    )
    counted = {name: (said, documents) for name, said, documents in connection.execute(counts)}
    theirs: Any = (
        select(sources, s.number)
        .join(statements, (sources.c.reading == s.reading) & (sources.c.id == s.source))
        .where(s.number.in_(newest))
    )
    rows_of_them: Any = connection.execute(theirs).mappings()
    found = {}
    for row in rows_of_them:
        name = newest[row["number"]]
        said, documents = counted[name]
        found[name] = Credited(rows.source_of(row), documents, said, name)
    return found


def _called(
    connection: Connection,
    shown: Shown,
    *,
    name: str,
    known: Identities | None,
    judged: Mapping[Unit, Sequence[Unit]],
    after: int = -1,
) -> Iterator[Credited]:
    """Who is listed under one name: more than one only where an analyst took somebody out of it."""
    theirs = list(_of_name(name, known, judged=judged)) if known else [statements.c.who == name]
    for number, whose in enumerate(theirs):
        found = credit(connection, shown, whose=whose, under=name) if number > after else None
        if found is not None:
            yield replace(found, place=f"{name}{_NEXT}{number}" if len(theirs) > 1 else name)


def _of_name(name: str, known: Identities, *, judged: Mapping[Unit, Sequence[Unit]]) -> Iterator[ColumnElement[bool]]:
    """For each source that is listed under the name, whether a row of ``statements`` is by it."""
    own = Unit(name)
    if known.root(own) == own:
        yield _by_units(judged.get(own, [own]), known)
    for root, units in judged.items():
        if root != own and root.folded == name and root.reading is not None:
            yield _by_units(units, known)


def of_source(known: Identities, name: str) -> ColumnElement[bool]:
    """Whether a row of ``statements`` is by the source of this name or id, or by one that is one with it."""
    folded = rows.folded(name)
    units = known.called(folded, name)
    if units:
        return _by_units(units, known)
    return or_(statements.c.who == folded, statements.c.source == name)


def _by_units(units: Sequence[Unit], known: Identities) -> ColumnElement[bool]:
    s = statements.c
    names = [unit.folded for unit in units if unit.reading is None]
    ones = [(unit.reading, unit.id) for unit in units if unit.reading is not None]
    others = [(unit.reading, unit.id) for unit in known.ones if unit not in units]
    # A statement whose source is not told has none to be compared.
    kept_out = or_(s.source.is_(None), tuple_(s.reading, s.source).not_in(others)) if others else true()
    return or_(and_(s.who.in_(names), kept_out), tuple_(s.reading, s.source).in_(ones) if ones else false())


def whose(connection: Connection, name: str, *, known: Identities | None = None) -> ColumnElement[bool]:
    """Whether a row of ``statements`` is by the source of this name, or with this id where nobody has that name."""
    s = statements.c
    folded = rows.folded(name)
    if known and known.called(folded, name):
        return of_source(known, name)
    named = connection.execute(select(s.number).where(s.who == folded).limit(1)).first()
    return s.who == folded if named is not None else s.source == held(name)


def credit(
    connection: Connection, shown: Shown, *, whose: ColumnElement[bool], under: str | None = None
) -> Credited | None:
    """The source behind the statements of ``whose``, by its name ``under`` if it has several; None where none is."""
    s = statements.c
    count, documents = connection.execute(
        select(func.count(), func.count(func.distinct(s.reading))).where(whose, shown.statements)
    ).one()
    if not count:
        return None
    newest: Any = (
        select(sources)
        .select_from(statements.join(sources, (sources.c.reading == s.reading) & (sources.c.id == s.source)))
        .where(whose, shown.statements)
        .order_by(case((s.who == under, 0), else_=1), s.dated.desc(), s.reading.desc(), s.number.desc())
        .limit(1)
    )
    row: Any = connection.execute(newest).mappings().one()
    return Credited(rows.source_of(row), documents, count)


def said_over_time(
    connection: Connection, shown: Shown, *, whose: ColumnElement[bool], after: int, limit: int
) -> Sequence[int]:
    """The numbers of the statements of ``whose``, by their days, from the one after number ``after``, 0 for all."""
    s = statements.c
    query = select(s.number).where(whose, shown.statements)
    if after:
        last = connection.execute(select(s.dated, s.reading, s.number).where(s.number == after)).first()
        query = query.where(tuple_(s.dated, s.reading, s.number) > tuple_(*last)) if last else query
    return connection.execute(query.order_by(s.dated, s.reading, s.number).limit(limit)).scalars().all()
