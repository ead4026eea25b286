"""What statements are asked for."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.sql import ColumnElement

from hearsay.ledger import rows
from hearsay.ledger.schema import documents, sources, statements
from hearsay.records.statement import Act, Certainty


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters on statements; what is None is not asked for. All that are given must hold."""

    source: str | None = None
    """The name of a source, or its id; names are compared without accents, articles and case."""
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
    said_to: date | None = None
    with_figures: bool | None = None
    anonymous: bool | None = None


def conditions(asked: Asked) -> list[ColumnElement[bool]]:
    """What must hold of a row of ``statements`` joined with its ``sources`` and ``documents``."""
    s, d = statements.c, documents.c
    found: list[ColumnElement[bool]] = []
    if asked.source is not None:
        found.append(or_(sources.c.folded == rows.folded(asked.source), sources.c.id == asked.source))
    for column, value in (
        (sources.c.party, asked.party),
        (sources.c.anonymous, asked.anonymous),
        (s.act, asked.act),
        (s.certainty, asked.certainty),
        (d.publisher, asked.publisher),
        (d.id, asked.document),
    ):
        if value is not None:
            found.append(column == value)
    # ISO 8601 sorts as it dates, and a day stands before all its times.
    if asked.published_from is not None:
        found.append(d.published >= asked.published_from.isoformat())
    if asked.published_to is not None:
        found.append(d.published < f"{asked.published_to.isoformat()}~")
    # An interval counts where it meets the days that are asked for.
    if asked.said_from is not None:
        found.append(
            and_(s.said_on.is_not(None), or_(s.said_last.is_(None), s.said_last >= asked.said_from.isoformat()))
        )
    if asked.said_to is not None:
        found.append(
            and_(s.said_on.is_not(None), or_(s.said_first.is_(None), s.said_first <= asked.said_to.isoformat()))
        )
    if asked.with_figures is not None:
        found.append(s.figures > 0 if asked.with_figures else s.figures == 0)
    return found


def by_source(name: str) -> ColumnElement[bool]:
    """Whether a row of ``sources`` is the one of this name or id."""
    return or_(sources.c.folded == rows.folded(name), sources.c.id == name)


def source_names(name: str) -> ColumnElement[bool]:
    """Whether ``statements.source`` is a source of this name."""
    return statements.c.source.in_(select(sources.c.id).where(by_source(name)))
