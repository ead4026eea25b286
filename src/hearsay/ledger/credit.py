"""Who is credited, across all reports, and all that one source said, over time."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select, tuple_
from sqlalchemy.sql import ColumnElement

from hearsay.ledger import rows
from hearsay.ledger.answers import Credited
from hearsay.ledger.current import Shown
from hearsay.ledger.schema import sources, statements


def credited(connection: Connection, shown: Shown, *, after: str) -> Iterator[Credited]:
    """Who is credited, by folded name, from the one after ``after``."""
    s = statements.c
    while True:
        # The next name by its index, and not all names: whoever asks for a page pays for a page.
        name = connection.execute(select(func.min(s.who)).where(s.who > after)).scalar_one()
        if name is None:
            return
        found = credit(connection, shown, whose=s.who == name)
        if found is not None:
            yield found
        after = name


def whose(connection: Connection, name: str) -> ColumnElement[bool]:
    """Whether a row of ``statements`` is by the source of this name, or with this id where nobody has that name."""
    s = statements.c
    folded = rows.folded(name)
    named = connection.execute(select(s.number).where(s.who == folded).limit(1)).first()
    return s.who == folded if named is not None else s.source == name


def credit(connection: Connection, shown: Shown, *, whose: ColumnElement[bool]) -> Credited | None:
    """The source behind the statements of ``whose``, None where none is shown."""
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
        .order_by(s.dated.desc(), s.reading.desc(), s.number.desc())
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
