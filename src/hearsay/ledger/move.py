"""Where a report is once analysts have moved it, and taken moves back: in the story of the last move that holds."""

from typing import Any

from sqlalchemy import Connection, select

from hearsay.ledger import stories
from hearsay.ledger.schema import corrections
from hearsay.ledger.standing import holding, recorded
from hearsay.records.correction import Correction, CorrectionKind


def settle(connection: Connection, lineage: str, *, at: str) -> None:
    """Put a report where the moves that hold leave it; where none does, where it was before them, and free to go."""
    about = corrections.c.lineage == lineage
    made = select(corrections.c.number).where(about, corrections.c.kind == CorrectionKind.MOVE)
    numbers = set(connection.execute(made).scalars())
    found = recorded(connection, None, about)
    moves = [found[number] for number in sorted(numbers)]
    standing = [move for move in holding(found).values() if move.kind is CorrectionKind.MOVE]
    last = standing[-1] if standing else None
    story = _story(last.value) if last is not None else _before(moves)
    now = stories.current(connection, [story])[story]
    if last is None:
        stories.put(connection, lineage, story=now, why="an analyst's move was taken back", recorded=at)
    else:
        former = _story(last.former)
        stories.put(connection, lineage, story=now, why=f"{last.by}: {last.why}", recorded=at, moved_from=former)


def _before(moves: list[Correction]) -> str:
    """Where a report was before the last of its moves, all of them undone; what led there is passed over too."""
    story = _story(moves[-1].former)
    for move in reversed(moves[:-1]):
        if _story(move.value) == story:
            story = _story(move.former)
    return story


def _story(fields: Any) -> str:
    return str(fields["story"])
