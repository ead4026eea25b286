"""Taking corrections back, and undos too: a row more, never one less."""

from sqlalchemy import Connection, RowMapping, select

from hearsay.errors import UsageError
from hearsay.ledger.current import newest_reading, shown_in
from hearsay.ledger.judge import refuse_conflicts
from hearsay.ledger.judged import judgements
from hearsay.ledger.move import settle
from hearsay.ledger.restate import Cause, restate
from hearsay.ledger.same import Identities
from hearsay.ledger.schema import corrections, documents, readings
from hearsay.ledger.standing import JUDGEMENTS, OF_FIGURES, OF_REPORTS
from hearsay.ledger.written import Author, Draft, write
from hearsay.records.correction import CorrectionKind


def undo(connection: Connection, id: str, *, author: Author) -> int:
    """Write that the correction, or the undo, no longer holds; gives the number of the new undo.

    Raises UsageError for an unknown id, for what has been undone, and where what is left would contradict itself.
    """
    row = connection.execute(select(corrections).where(corrections.c.id == id)).mappings().first()
    if row is None:
        raise UsageError(f"no correction has the id {id!r}", advice="hearsay history lists them")
    undos = [row]
    while (later := _undo_of(connection, undos[-1]["number"])) is not None:
        undos.append(later)
    if len(undos) % 2 == 0:
        last = undos[-1]
        raise UsageError(
            f"{id} has been undone by {last['by']} on {last['recorded'][:10]}",
            advice=f"hearsay undo {last['id']} brings it back",
        )
    kind = kind_of(connection, row["number"])
    before = Identities.of(judgements(connection, None)) if kind in JUDGEMENTS else None
    draft = Draft(
        CorrectionKind.UNDO,
        row["target"],
        row["lineage"],
        other=row["other"],
        other_lineage=row["other_lineage"],
        undoes=undos[-1]["number"],
    )
    number, at = write(connection, draft, author=author)
    if before is not None:
        refuse_conflicts(connection, before)
    elif kind is CorrectionKind.MOVE:
        settle(connection, row["lineage"], at=at)
    elif kind not in (*OF_FIGURES, *OF_REPORTS):
        _restate(connection, row["lineage"], cause=Cause(number, at))
    return number


def kind_of(connection: Connection, number: int) -> CorrectionKind:
    """The kind of a correction; of an undo, that of the correction at the bottom of its chain."""
    while True:
        row = connection.execute(select(corrections).where(corrections.c.number == number)).mappings().one()
        if row["undoes"] is None:
            return CorrectionKind(row["kind"])
        number = row["undoes"]


def _undo_of(connection: Connection, number: int) -> RowMapping | None:
    return connection.execute(select(corrections).where(corrections.c.undoes == number)).mappings().first()


def _restate(connection: Connection, lineage: str, *, cause: Cause) -> None:
    shown = (
        select(readings.c.number)
        .join(documents, documents.c.number == readings.c.document)
        .where(documents.c.lineage == lineage, shown_in(readings.c.number, newest_reading(connection, None)))
    )
    for (reading,) in connection.execute(shown).all():
        clashes = restate(connection, reading, cause=cause)
        if clashes:
            raise UsageError(
                f"it would leave a figure's min above its max, by {clashes[0].id}",
                advice=f"hearsay undo {clashes[0].id} first",
            )
