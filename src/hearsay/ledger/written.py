"""Writing corrections down: one row each, one after another, whoever writes."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, insert, select

from hearsay.errors import UsageError
from hearsay.ledger.connect import Store
from hearsay.ledger.faults import told
from hearsay.ledger.odd import held
from hearsay.ledger.restate import TARGET
from hearsay.ledger.schema import corrections, placements
from hearsay.ledger.standing import anchor_row
from hearsay.records.correction import Anchor, CorrectionKind
from hearsay.records.identity import make_id


@dataclass(frozen=True, slots=True)
class Draft:
    """A correction that has been checked."""

    kind: CorrectionKind
    target: str
    lineage: str | None
    value: Mapping[str, Any] = field(default_factory=dict)
    former: Mapping[str, Any] = field(default_factory=dict)
    anchor: Anchor | None = None
    other: str | None = None
    other_lineage: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """Who corrects, why, and the clock that tells when. Raises UsageError where name or reason is blank."""

    by: str
    why: str
    clock: Callable[[], str]

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise UsageError("it is not said who corrects", advice="give a name with --by, or set HEARSAY_ANALYST")
        if not self.why.strip():
            raise UsageError("it is not said why", advice="give a reason with --why")


Transaction = Connection
"""What those who may not know SQL hold a transaction by."""


@contextmanager
def writing(store: Store) -> Iterator[Connection]:
    """A transaction in which nobody else corrects, and no reading comes in; raises LedgerError."""
    with told(store.where), store.writing.begin() as connection:
        yield connection


def write(connection: Connection, draft: Draft, *, author: Author) -> tuple[int, str]:
    """Insert the correction; gives its number and when it was recorded."""
    latest, count = connection.execute(select(func.max(corrections.c.recorded), func.count())).one()
    # In the order of the numbers, whatever the clocks of several machines say.
    at = max(author.clock(), latest or "")
    row = {
        "id": make_id("correction", count, draft.kind, draft.target, author.by, at),
        "kind": draft.kind,
        "lineage": draft.lineage,
        "target": draft.target,
        "other": draft.other,
        "other_lineage": draft.other_lineage,
        "value": dict(draft.value),
        "former": dict(draft.former),
        "anchor": anchor_row(draft.anchor),
        "by": held(author.by.strip()),
        "why": held(author.why.strip()),
        "undoes": draft.undoes,
        "recorded": at,
    }
    key = connection.execute(insert(corrections), row).inserted_primary_key
    assert key is not None  # noqa: S101 - for mypy: one row has been inserted
    return int(key[0]), at


def write_placement(connection: Connection, number: int, *, reading: int, entry: str, end: str = TARGET) -> None:
    """Say what a correction is about in the reading that it was made on."""
    row = {"correction": number, "reading": reading, "end": end, "entry": entry, "moot": False}
    connection.execute(insert(placements), row)
