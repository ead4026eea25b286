"""What statements are asked for."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_
from sqlalchemy.sql import ColumnElement

from hearsay.ledger.schema import documents, statements
from hearsay.records.statement import Act, Certainty


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters on statements; what is None is not asked for. All that are given must hold.

    Names are compared without accents, articles and case.
    """

    source: str | None = None
    """The name of a source, or its id."""
    party: str | None = None
    act: Act | None = None
    certainty: Certainty | None = None
    publisher: str | None = None
    document: str | None = None
    """Document.id."""
    published_from: date | None = None
    published_to: date | None = None
    """The last day that counts."""
    said_from: date | None = None
    """What may have been said on a day that is asked for counts."""
    said_to: date | None = None
    with_figures: bool | None = None
    anonymous: bool | None = None

    @property
    def is_of_reports(self) -> bool:
        """Whether reports themselves can be asked so, and not only their statements."""
        of_statements = (self.source, self.party, self.act, self.certainty, self.said_from, self.said_to)
        return all(value is None for value in (*of_statements, self.with_figures, self.anonymous))

    @property
    def is_dated(self) -> bool:
        """Whether it asks when reports were published."""
        return self.published_from is not None or self.published_to is not None


def published_then(asked: Asked) -> list[ColumnElement[bool]]:
    """What must hold of a row of ``documents``, to the day."""
    # ISO 8601 sorts as it dates, and a day stands before all its times.
    found: list[ColumnElement[bool]] = []
    if asked.published_from is not None:
        found.append(documents.c.published >= asked.published_from.isoformat())
    if asked.published_to is not None:
        found.append(documents.c.published < f"{asked.published_to.isoformat()}~")
    return found


def said_then(asked: Asked) -> list[ColumnElement[bool]]:
    """What must hold of a row of ``statements``, to the day: an interval counts where it meets the days asked for."""
    s = statements.c
    found: list[ColumnElement[bool]] = []
    if asked.said_from is not None or asked.said_to is not None:
        found.append(s.said_on.is_not(None))
    if asked.said_from is not None:
        found.append(or_(s.said_last.is_(None), s.said_last >= asked.said_from.isoformat()))
    if asked.said_to is not None:
        found.append(or_(s.said_first.is_(None), s.said_first <= asked.said_to.isoformat()))
    return found
