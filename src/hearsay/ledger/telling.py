"""Statements as they are answered: with who is behind them and where they stand."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.sql import Select

from hearsay.ledger import rows
from hearsay.ledger.answers import Told
from hearsay.ledger.applied import Hidden
from hearsay.ledger.current import Shown
from hearsay.ledger.history import corrections_of
from hearsay.ledger.schema import documents, readings, sources, statements


@cache
def told_query() -> Select[Any]:
    """Rows of ``statements`` with what ``tell`` needs of their documents."""
    return (
        select(
            statements,
            documents.c.id.label("document_id"),
            documents.c.title,
            documents.c.publisher,
            documents.c.published,
        )
        .join(readings, readings.c.number == statements.c.reading)
        .join(documents, documents.c.number == readings.c.document)
    )


def tell(connection: Connection, found: Sequence[Any], *, shown: Shown) -> Iterator[Told]:
    """What rows of ``told_query`` tell, in their order."""
    known = dict(_sources(connection, found))
    corrected = corrections_of(connection, shown.until, told=found)
    for row in found:
        here = row["reading"]
        yield Told(
            statement=rows.statement_of(row, row["document_id"]),
            number=row["number"],
            words=row["words"],
            source=known.get((here, row["source"])),
            via=tuple(known[here, id] for id in row["via"]),
            title=row["title"],
            publisher=row["publisher"],
            published=row["published"],
            corrected=tuple(corrected.get((here, row["id"]), ())),
            rejected=row["hidden"] == Hidden.REJECTED,
        )


def told_by_number(connection: Connection, numbers: Iterable[int], *, shown: Shown) -> dict[int, Told]:
    """The statements with these numbers."""
    query = told_query().where(statements.c.number.in_(list(numbers)))
    return {one.number: one for one in tell(connection, connection.execute(query).mappings().all(), shown=shown)}


def _sources(connection: Connection, found: Sequence[Any]) -> Iterator[tuple[tuple[int, str | None], Any]]:
    wanted = {(row["reading"], id) for row in found for id in (row["source"], *row["via"]) if id is not None}
    if not wanted:
        return
    # The readings by themselves: what compares pairs does not use an index everywhere.
    query = select(sources).where(
        sources.c.reading.in_({reading for reading, _ in wanted}), sources.c.id.in_({id for _, id in wanted})
    )
    found_there: Any = connection.execute(query).mappings()
    for row in found_there:
        if (key := (row["reading"], row["id"])) in wanted:
            yield key, rows.source_of(row)
