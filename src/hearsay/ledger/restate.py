"""Writing down what a reading's entries are once the corrections that hold have been applied."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from hearsay.ledger import filing, rows
from hearsay.ledger.anchor import place
from hearsay.ledger.applied import Entries, Placement, applied
from hearsay.ledger.held import Held, held
from hearsay.ledger.named import add_named, known_here, named_of, own_id
from hearsay.ledger.schema import expectations, figures, placements, statements
from hearsay.ledger.standing import about_report, holding, recorded
from hearsay.records.correction import Correction
from hearsay.records.span import Span

TARGET, OTHER = "target", "other"
"""The ends of a correction: what it is about, and the source that that one is held against."""


@dataclass(frozen=True, slots=True)
class Cause:
    """What entries are restated for."""

    correction: int
    at: str
    """When, UTC in ISO 8601."""


class Namer:
    """The sources that corrections name, in one reading; one that it has not is added to it."""

    def __init__(self, connection: Connection, here: Held, *, correction: int) -> None:
        self._connection = connection
        self._here = here
        self._correction = correction
        self._known = dict(here.sources)

    def id_of(self, row: Mapping[str, Any]) -> str:
        """The id of the source."""
        source = named_of(row)
        id = known_here(source, self._known)
        if id is None:
            id = own_id(source, self._here.document)
            self._known[id] = replace(source, id=id)
            add_named(self._connection, self._known[id], reading=self._here.number, correction=self._correction)
        return id


def restate(connection: Connection, reading: int, *, cause: Cause) -> tuple[Correction, ...]:
    """Write what the entries of a reading are now, where that is not what the ledger says; gives what clashes."""
    here = held(connection, reading)
    where = select(placements.c.correction, placements.c.entry).where(
        placements.c.reading == reading, placements.c.end == TARGET
    )
    entry_of: dict[int, str | None] = {row.correction: row.entry for row in connection.execute(where)}
    found = holding(recorded(connection, None, about_report(here.lineage)))
    named = Namer(connection, here, correction=cause.correction)
    now = stated(here, {n: c for n, c in found.items() if n in entry_of}, entry_of=entry_of, named=named)
    _write(connection, here, now=now, cause=cause)
    return now.clashes


def stated(here: Held, found: Mapping[int, Correction], *, entry_of: Mapping[int, str | None], named: Namer) -> Entries:
    """The entries of a reading with the corrections ``found`` applied, in the order of their numbers."""
    made = []
    for number, correction in sorted(found.items()):
        source, via = correction.value.get("source"), correction.value.get("via")
        made.append(
            Placement(
                correction,
                entry_of[number],
                source=named.id_of(source) if isinstance(source, Mapping) else None,
                via=tuple(named.id_of(one) for one in via) if isinstance(via, list) else (),
                counted=counted_in(correction, here.text),
            )
        )
    return applied(here.read, made, added=here.added)


def counted_in(correction: Correction, text: str) -> Span | None:
    """Where the words stand that a correction says a figure counts."""
    quotes = correction.anchor.quotes.get("counted", ()) if correction.anchor else ()
    return place(quotes[0], text) if quotes else None


def _write(connection: Connection, here: Held, *, now: Entries, cause: Cause) -> None:
    why = {"correction": cause.correction, "corrected": cause.at}
    told = here.latest[statements]
    made = [
        rows.statement_row(statement, here.text, figures=told[id]["figures"]) | {"hidden": now.hidden.get(id)}
        for id, statement in now.statements.items()
    ]
    filing.add_statements(
        connection,
        [
            row | why | {"revision": was["revision"] + 1, "origin": was["origin"] or was["number"]}
            for row, was in _different(made, told)
        ],
        reading=here.number,
    )
    _write_placed(
        connection, figures, made=[rows.figure_row(f, here.text) for f in now.figures.values()], here=here, why=why
    )
    due = [rows.expectation_row(e, here.text) for e in now.expectations.values()]
    _write_placed(connection, expectations, made=due, here=here, why=why)


def _write_placed(
    connection: Connection, table: Table, *, made: list[rows.Row], here: Held, why: Mapping[str, Any]
) -> None:
    for row, was in _different(made, here.latest[table]):
        added = {"reading": here.number, "place": was["place"], "revision": was["revision"] + 1}
        connection.execute(insert(table), row | added | dict(why))


def _different(made: list[rows.Row], latest: Mapping[str, Any]) -> list[tuple[rows.Row, Any]]:
    """The rows that say something else than those that hold, each with that one."""
    pairs = [(row, latest[row["id"]]) for row in made]
    return [(row, was) for row, was in pairs if any(was[name] != value for name, value in row.items())]
