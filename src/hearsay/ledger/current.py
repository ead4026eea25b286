"""Which rows are shown: of each report the newest version, of that the newest reading, as they stood at a time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache

from sqlalchemy import Connection, Select, Table, and_, exists, func, or_, select, union_all
from sqlalchemy.sql import ColumnElement

from hearsay.ledger.schema import documents, readings, statements, superseded

_LATER_DOCUMENTS = documents.alias("later_documents")
_LATER_READINGS = readings.alias("later_readings")
_OLD, _NEW, _PUT_ASIDE = (statements.alias(name) for name in ("old", "new", "put_aside"))

KEPT = 64
"""Conditions that are kept: to put one together takes as long as to answer by it. They are for few times at once, and
nothing changes them."""


def moment_of(as_of: date | datetime | None) -> str | None:
    """The last moment that counts, as ledgers record it: a day counts to its end, UTC."""
    if as_of is None:
        return None
    moment = as_of if isinstance(as_of, datetime) else datetime.combine(as_of, time.max, UTC)
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


@lru_cache(KEPT)
def shown_documents(until: str | None, *, versions: bool = False) -> ColumnElement[bool]:
    """Whether a row of ``documents`` is shown: recorded by then, and no later version was; ``versions`` shows all."""
    later = _LATER_DOCUMENTS.c
    newer = [later.lineage == documents.c.lineage, later.number > documents.c.number]
    here: list[ColumnElement[bool]] = []
    if until is not None:
        newer.append(later.recorded <= until)
        here.append(documents.c.recorded <= until)
    if not versions:
        here.append(~exists(select(later.number).where(*newer)))
    return and_(True, *here)


@lru_cache(KEPT)
def shown_readings(until: str | None) -> ColumnElement[bool]:
    """Whether a row of ``readings`` is shown: made by then, and no later one of its document was."""
    later = _LATER_READINGS.c
    newer = [later.document == readings.c.document, later.number > readings.c.number]
    here: list[ColumnElement[bool]] = []
    if until is not None:
        newer.append(later.recorded <= until)
        here.append(readings.c.recorded <= until)
    return and_(~exists(select(later.number).where(*newer)), *here)


@lru_cache(KEPT)
def shown_revisions(table: Table, until: str | None, *, as_read: bool = False) -> ColumnElement[bool]:
    """Whether a row of ``table`` holds the entry as corrections left it by then; ``as_read``: as the reader read it.

    ``table`` is statements, figures or expectations. What is hidden is not left out.
    """
    here = table.c
    if as_read:
        return and_(here.revision == 0, here.correction.is_(None))
    later = table.alias(f"later_{table.name}").c
    newer = [later.reading == here.reading, later.id == here.id, later.revision > here.revision]
    if until is None:
        return ~exists(select(later.id).where(*newer))
    return and_(
        ~exists(select(later.id).where(*newer, later.corrected <= until)),
        or_(here.corrected.is_(None), here.corrected <= until),
    )


def shown(until: str | None) -> Select[tuple[int, int, str]]:
    """(reading, document's number, document's id) of all that is shown."""
    return (
        select(readings.c.number, documents.c.number, documents.c.id)
        .join(documents, documents.c.number == readings.c.document)
        .where(shown_documents(until), shown_readings(until))
    )


def newest_reading(connection: Connection, until: str | None) -> int:
    """The number of the last reading that had been recorded by then; 0 where there was none."""
    query = select(func.max(readings.c.number))
    if until is not None:
        query = query.where(readings.c.recorded <= until)
    return connection.execute(query).scalar_one() or 0


def shown_in(reading: ColumnElement[int], newest: int) -> ColumnElement[bool]:
    """Whether what belongs to the ``reading`` is shown, ``newest`` being the last reading that counts.

    The same as shown_documents and shown_readings together, without a look at either table.
    """
    gone = superseded.c
    return and_(reading <= newest, ~exists(select(gone.reading).where(gone.reading == reading, gone.by <= newest)))


@lru_cache(KEPT)
def shown_statements(newest: int, until: str | None) -> ColumnElement[bool]:
    """Whether a row of ``statements`` is shown: its reading is, and no correction has replaced or hidden it by then."""
    old, new, put_aside, here = _OLD.c, _NEW.c, _PUT_ASIDE.c, statements.c
    replaced = select(old.number).where(
        new.corrected.is_not(None), old.reading == new.reading, old.id == new.id, old.revision < new.revision
    )
    hidden = select(put_aside.number).where(put_aside.corrected.is_not(None))
    if until is None:
        hidden = hidden.where(put_aside.hidden.is_not(None))
    else:
        replaced = replaced.where(new.corrected <= until)
        hidden = hidden.where(or_(put_aside.hidden.is_not(None), put_aside.corrected > until))
    # Corrections are few: who is out of date is found once, from them, and not anew for each statement.
    return and_(shown_in(here.reading, newest), here.number.not_in(union_all(replaced, hidden)))


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a ledger is shown: as it stood at a time."""

    newest: int
    """The last reading that counts."""
    until: str | None
    """The last moment that counts."""
    as_read: bool = False
    """Whether corrections are left out."""

    @property
    def statements(self) -> ColumnElement[bool]:
        """Whether a row of ``statements`` is shown."""
        if self.as_read:
            return and_(
                shown_in(statements.c.reading, self.newest), shown_revisions(statements, self.until, as_read=True)
            )
        return shown_statements(self.newest, self.until)
