"""What analysts have said of two figures, of two reports or of a report's story, each as the readings shown call it."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from hearsay.ledger.current import newest_reading, shown_in
from hearsay.ledger.restate import OTHER, TARGET
from hearsay.ledger.schema import corrections, placements
from hearsay.ledger.standing import OF_FIGURES, holding, recorded
from hearsay.ledger.stories import batches
from hearsay.records.correction import Correction, CorrectionKind


@dataclass(frozen=True, slots=True)
class Said:
    """A correction that holds, and what it is about."""

    number: int
    correction: Correction
    lineage: str
    other_lineage: str | None
    target: str | None
    """The id of the figure in the reading that is shown; None where it is not found again there, and for
    reports.
    """
    other: str | None

    @property
    def ends(self) -> frozenset[tuple[str | None, str | None]]:
        """What it is about, whichever way around."""
        return frozenset(((self.lineage, self.target), (self.other_lineage, self.other)))

    @property
    def is_lost(self) -> bool:
        """Whether one of two figures is not found again."""
        return self.correction.kind in OF_FIGURES and None in (self.target, self.other)


def said(
    connection: Connection, until: str | None, *, kinds: Collection[CorrectionKind], of: Collection[str] | None = None
) -> list[Said]:
    """What held by then, in order; ``of``: only what lies wholly within these reports, told by their lineages."""
    found = holding(recorded(connection, until, corrections.c.kind.in_((*kinds, CorrectionKind.UNDO))))
    found = {number: correction for number, correction in found.items() if correction.kind in kinds}
    if not found:
        return []
    lines: dict[int, tuple[str, str | None]] = {}
    for some in batches([correction.id for correction in found.values()]):
        query = select(corrections.c.number, corrections.c.lineage, corrections.c.other_lineage)
        for row in connection.execute(query.where(corrections.c.id.in_(some))):
            if of is None or (row.lineage in of and (row.other_lineage is None or row.other_lineage in of)):
                lines[row.number] = (row.lineage, row.other_lineage)
    entry_of = _entries(connection, until, ids=[found[n].id for n in lines if found[n].kind in OF_FIGURES])
    return [
        Said(number, found[number], *lines[number], entry_of.get((number, TARGET)), entry_of.get((number, OTHER)))
        for number in sorted(lines)
    ]


def _entries(connection: Connection, until: str | None, *, ids: list[str]) -> dict[tuple[int, str], str | None]:
    found: dict[tuple[int, str], str | None] = {}
    newest = newest_reading(connection, until) if ids else 0
    for some in batches(ids):
        query = (
            select(placements.c.correction, placements.c.end, placements.c.entry)
            .join(corrections, corrections.c.number == placements.c.correction)
            .where(corrections.c.id.in_(some), shown_in(placements.c.reading, newest))
        )
        found |= {(row.correction, row.end): row.entry for row in connection.execute(query)}
    return found
