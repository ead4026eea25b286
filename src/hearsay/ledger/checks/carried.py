"""Whether what is kept of copies holds together: kinds that are known, and passages that lie within both texts."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, func, select

from hearsay.ledger.checks.fault import Fault
from hearsay.ledger.copied import copies
from hearsay.ledger.schema import documents
from hearsay.records.copying import CopyKind

_KINDS = frozenset(CopyKind)


def copy_faults(connection: Connection) -> Iterator[Fault]:
    """All that is wrong with the rows of ``copies``."""
    other = documents.alias("other")
    here, there = (func.length(table.c.text).label(name) for table, name in ((documents, "here"), (other, "there")))
    query = (
        select(copies, documents.c.id, here, there)
        .join(documents, documents.c.number == copies.c.document)
        .outerjoin(other, other.c.number == copies.c.of)
        .order_by(copies.c.number)
    )
    found: Any = connection.execute(query).mappings()
    for row in found:
        where = f"copy {row['id']}, turn {row['turn']}"
        if row["of"] is None:
            if row["kind"] is not None or row["passages"]:
                yield Fault(where, "it is of nothing, and yet something is carried over")
            continue
        if row["kind"] not in _KINDS:
            yield Fault(where, f"no kind of copy is called {row['kind']}")
        if row["of"] == row["document"]:
            yield Fault(where, "a document carries nobody's account by being itself")
        for passage in row["passages"]:
            if not _is_within(passage, row["here"], there=row["there"]):
                yield Fault(where, f"the passage {passage} runs past a text")
        if any(one[1] > next_one[0] for one, next_one in pairwise(row["passages"])):
            yield Fault(where, "its passages overlap")


def _is_within(passage: Any, here: int, *, there: int) -> bool:
    match passage:
        case [int(a), int(b), int(c), int(d)]:
            return 0 <= a < b <= here and 0 <= c < d <= there
    return False
