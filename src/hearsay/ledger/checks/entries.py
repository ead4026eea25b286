"""Whether the entries of a reading hold together: spans with their words, ids that lead somewhere, derived values."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from hearsay.ledger import filing, rows
from hearsay.ledger.checks.fault import Fault
from hearsay.ledger.schema import SPANNED, expectations, figures, placements, sources, statements, times

Row = Mapping[str, Any]

ENTRIES = (sources, statements, figures, times, expectations, placements)
"""The tables whose rows belong to a reading."""
_NAMES = {
    "sources": "source",
    "statements": "statement",
    "figures": "figure",
    "times": "time",
    "expectations": "expectation",
}
_LINKS = {"figures": ("statement", "source"), "statements": ("source",), "expectations": ("statement", "source")}
"""The columns that name another entry of the reading."""
_REVISED = ("statements", "figures", "expectations")


@dataclass(frozen=True, slots=True)
class Read:
    """A reading with all that belongs to it."""

    number: int
    document: Row
    entries: Mapping[str, Sequence[Row]]
    """By the name of the table."""

    def of(self, table: Table) -> Sequence[Row]:
        """The rows of a table."""
        return self.entries.get(table.name, ())

    @property
    def sources(self) -> dict[str | None, Row]:
        """The rows of sources, by id."""
        return {row["id"]: row for row in self.of(sources)}


def entry_faults(read: Read) -> Iterator[Fault]:
    """All that is wrong with the entries of a reading."""
    yield from _link_faults(read)
    for table in SPANNED:
        for row in read.of(table):
            where = _where(read, table.name, row=row)
            found = list(_span_faults(row["spans"], read.document["text"]))
            yield from (Fault(where, fault) for fault in found)
            if not found:
                yield from _derived_faults(read, table.name, row=row)
    for row in read.of(sources):
        yield from _derived_faults(read, "sources", row=row)
    for name in _REVISED:
        yield from _revision_faults(read, name)


def _span_faults(spans: Any, text: str) -> Iterator[str]:
    try:
        for role, start, end, words in spans:
            if not 0 <= start < end <= len(text) or text[start:end] != words:
                yield f"its {role} at {start} to {end} does not hold its words"
    except (TypeError, ValueError):
        yield "its spans are not spans"


def _link_faults(read: Read) -> Iterator[Fault]:
    known: dict[str, set[Any]] = {
        name: {row["id"] for row in read.entries.get(name, ())} for name in _NAMES if name != "times"
    }
    for name, columns in _LINKS.items():
        for row in read.entries.get(name, ()):
            for column in columns:
                if row[column] is not None and row[column] not in known[f"{column}s"]:
                    yield Fault(_where(read, name, row=row), f"its {column}, {row[column]}, is not there")
    for row in read.of(statements):
        for id in row["via"] if isinstance(row["via"], list) else ():
            if id not in known["sources"]:
                yield Fault(_where(read, "statements", row=row), f"its via, {id}, is not there")
    every = set().union(*known.values())
    for row in read.of(placements):
        if row["entry"] is not None and row["entry"] not in every:
            where = f"placement of correction {row['correction']} in document {read.document['id']}"
            yield Fault(where, f"its entry, {row['entry']}, is not there")


def _derived_faults(read: Read, name: str, *, row: Row) -> Iterator[Fault]:
    """Whether a row is what would be written for the entry that it reads as."""
    text, id = read.document["text"], read.document["id"]
    try:
        again = _AGAIN[name](row, text, id)
        if name == "statements":
            again |= filing.placed(row, read.sources, published=read.document["published"])
    except (LookupError, TypeError, ValueError) as error:
        yield Fault(_where(read, name, row=row), f"it cannot be read: {error}")
        return
    differing = [column for column, value in again.items() if row[column] != value]
    if differing:
        yield Fault(_where(read, name, row=row), f"{', '.join(differing)}: not as hearsay writes it")


_AGAIN: Mapping[str, Callable[[Row, str, str], rows.Row]] = {
    "sources": lambda row, _text, _id: rows.source_row(rows.source_of(row)),
    "statements": lambda row, text, id: rows.statement_row(rows.statement_of(row, id), text, figures=row["figures"]),
    "figures": lambda row, text, id: rows.figure_row(rows.figure_of(row, id), text),
    "times": lambda row, text, id: rows.time_row(rows.time_of(row, id), text),
    "expectations": lambda row, text, id: rows.expectation_row(rows.expectation_of(row, id), text),
}


def _revision_faults(read: Read, name: str) -> Iterator[Fault]:
    """Whether the revisions of each entry follow on one another, and each names the first."""
    found: dict[str, list[Row]] = {}
    for row in read.entries.get(name, ()):
        found.setdefault(row["id"], []).append(row)
    for revisions in found.values():
        revisions.sort(key=lambda row: int(row["revision"]))
        where = _where(read, name, row=revisions[0])
        if [row["revision"] for row in revisions] != list(range(len(revisions))):
            yield Fault(where, "a revision of it is missing")
        elif name == "statements":
            first = revisions[0]["number"]
            if any(row["origin"] != (first if row["revision"] else None) for row in revisions):
                yield Fault(where, "a revision of it does not name the first")


def _where(read: Read, name: str, *, row: Row) -> str:
    id = row["place"] if name == "times" else row["id"]
    return f"{_NAMES[name]} {id} in document {read.document['id']}"
