"""What analysts judged of sources, as a ledger holds it: read, and turned into who is one with whom."""

from typing import Any

from sqlalchemy import Connection, select

from hearsay.ledger import rows
from hearsay.ledger.current import newest_reading, shown_in
from hearsay.ledger.named import named_of
from hearsay.ledger.restate import OTHER, TARGET
from hearsay.ledger.same import End, Identities, Judgement
from hearsay.ledger.schema import corrections, placements, sources
from hearsay.ledger.standing import JUDGEMENTS, holding, recorded
from hearsay.records.correction import Correction, CorrectionKind


def identities(connection: Connection, until: str | None) -> Identities | None:
    """Who was one with whom by then; None where nobody had judged of it."""
    found = judgements(connection, until)
    return Identities.of(found) if found else None


def judgements(connection: Connection, until: str | None) -> list[Judgement]:
    """The judgements of sources that held by then."""
    found = holding(recorded(connection, until, corrections.c.kind.in_((*JUDGEMENTS, CorrectionKind.UNDO))))
    if not found:
        return []
    ends = _ends(connection, until)
    return [
        Judgement(
            number,
            correction,
            ends.get((number, TARGET)) or _lost(correction, TARGET, number=number),
            ends.get((number, OTHER)) or _lost(correction, OTHER, number=number),
        )
        for number, correction in found.items()
    ]


def end_of(row: Any) -> End:
    """A source as a row of ``sources`` has it."""
    return End(rows.source_of(row), row["folded"], row["reading"])


def _ends(connection: Connection, until: str | None) -> dict[tuple[int, str], End]:
    query = (
        select(sources, placements.c.correction.label("number"), placements.c.end)
        .join(placements, (placements.c.reading == sources.c.reading) & (placements.c.entry == sources.c.id))
        .join(corrections, corrections.c.number == placements.c.correction)
        .where(corrections.c.kind.in_(JUDGEMENTS), shown_in(placements.c.reading, newest_reading(connection, until)))
    )
    return {(row["number"], row["end"]): end_of(row) for row in connection.execute(query).mappings()}


def _lost(correction: Correction, end: str, *, number: int) -> End:
    """A source that its report no longer has; one that is named still has its name."""
    value: Any = correction.value[end]
    source = named_of(value)
    return End(source, rows.folded(source.name), -number)
