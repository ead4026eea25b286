"""The corrections of a ledger as records, each with whether it still holds at a time."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, or_, select
from sqlalchemy.sql import ColumnElement

from hearsay.ledger.schema import corrections
from hearsay.records.correction import Anchor, Correction, CorrectionKind, Quote

JUDGEMENTS = (CorrectionKind.SAME, CorrectionKind.NOT_SAME, CorrectionKind.UNSURE)
"""What is said of two sources."""
OF_FIGURES = (CorrectionKind.SAME_QUESTION, CorrectionKind.NOT_SAME_QUESTION, CorrectionKind.NO_CONFLICT)
"""What is said of two figures."""
OF_REPORTS = (CorrectionKind.MOVE, CorrectionKind.COPY, CorrectionKind.NOT_COPY)
"""What is said of whole reports: no words of a report have to be found again for it to hold."""


def recorded(connection: Connection, until: str | None, *where: ColumnElement[bool]) -> dict[int, Correction]:
    """Corrections and undos that were recorded by then, by number, as they stood then.

    ``where`` must hold of them; it has to let an undo through with what it takes back.
    """
    query = select(corrections).where(*where).order_by(corrections.c.number)
    if until is not None:
        query = query.where(corrections.c.recorded <= until)
    rows = {row["number"]: dict(row) for row in connection.execute(query).mappings()}
    undone_by = {row["undoes"]: number for number, row in rows.items() if row["undoes"] is not None}
    return {number: _record(row, rows=rows, undone_by=undone_by) for number, row in rows.items()}


def holding(found: Mapping[int, Correction]) -> dict[int, Correction]:
    """Those that hold, without the undos."""
    return {n: c for n, c in found.items() if not c.is_undone and c.kind is not CorrectionKind.UNDO}


def about_report(lineage: str) -> ColumnElement[bool]:
    """Whether a row of ``corrections`` is about a report, or about a source of it."""
    return or_(corrections.c.lineage == lineage, corrections.c.other_lineage == lineage)


def anchor_row(anchor: Anchor | None) -> dict[str, Any] | None:
    """An anchor as the ledger keeps it."""
    if anchor is None:
        return None
    quotes = {
        role: [{"exact": q.exact, "prefix": q.prefix, "suffix": q.suffix, "start": q.start} for q in every]
        for role, every in anchor.quotes.items()
    }
    return {"document": anchor.document, "quotes": quotes}


def anchor_of(row: Mapping[str, Any] | None) -> Anchor | None:
    """The anchor in what the ledger keeps."""
    if row is None:
        return None
    return Anchor(row["document"], {role: tuple(Quote(**q) for q in every) for role, every in row["quotes"].items()})


def _record(row: Mapping[str, Any], *, rows: Mapping[int, Any], undone_by: Mapping[int, int]) -> Correction:
    undo = undone_by.get(row["number"])
    return Correction(
        id=row["id"],
        kind=CorrectionKind(row["kind"]),
        target=row["target"],
        value=row["value"],
        former=row["former"],
        anchor=anchor_of(row["anchor"]),
        by=row["by"],
        why=row["why"],
        recorded=row["recorded"],
        other=row["other"],
        undoes=rows[row["undoes"]]["id"] if row["undoes"] in rows else None,
        undone_by=rows[undo]["id"] if undo is not None else None,
        is_undone=_is_undone(row["number"], undone_by),
    )


def _is_undone(number: int, undone_by: Mapping[int, int]) -> bool:
    """Whether the undo of it holds: one that was itself undone does not."""
    undo = undone_by.get(number)
    return undo is not None and not _is_undone(undo, undone_by)
