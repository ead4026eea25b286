"""Which rows are shown: of each report the newest version, of that the newest reading, as they stood at a time."""

from datetime import UTC, date, datetime, time

from sqlalchemy import Select, Table, and_, exists, or_, select
from sqlalchemy.sql import ColumnElement

from hearsay.ledger.schema import documents, readings

_LATER_DOCUMENTS = documents.alias("later_documents")
_LATER_READINGS = readings.alias("later_readings")


def moment_of(as_of: date | datetime | None) -> str | None:
    """The last moment that counts, as ledgers record it: a day counts to its end, UTC."""
    if as_of is None:
        return None
    moment = as_of if isinstance(as_of, datetime) else datetime.combine(as_of, time.max, UTC)
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


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


def shown_readings(until: str | None) -> ColumnElement[bool]:
    """Whether a row of ``readings`` is shown: made by then, and no later one of its document was."""
    later = _LATER_READINGS.c
    newer = [later.document == readings.c.document, later.number > readings.c.number]
    here: list[ColumnElement[bool]] = []
    if until is not None:
        newer.append(later.recorded <= until)
        here.append(readings.c.recorded <= until)
    return and_(~exists(select(later.number).where(*newer)), *here)


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
