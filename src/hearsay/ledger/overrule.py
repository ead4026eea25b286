"""Overruling what reports come to: which figures answer one question, who copies whom, where a report belongs."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, select

from hearsay.errors import UsageError
from hearsay.ledger import schema, stories
from hearsay.ledger.anchor import quote
from hearsay.ledger.held import Held
from hearsay.ledger.move import settle
from hearsay.ledger.restate import OTHER, TARGET
from hearsay.ledger.said import Said, said
from hearsay.ledger.schema import documents
from hearsay.ledger.seek import reading_of
from hearsay.ledger.written import Author, Draft, write, write_placement
from hearsay.records.correction import Anchor, Correction, CorrectionKind

Named = tuple[str, str | None]
"""Figure.id, and the Document.id of its report where several have one of that id."""
QUESTIONS = (CorrectionKind.SAME_QUESTION, CorrectionKind.NOT_SAME_QUESTION)
COPYING = (CorrectionKind.COPY, CorrectionKind.NOT_COPY)


def figures(connection: Connection, kind: CorrectionKind, *, ends: tuple[Named, Named], author: Author) -> int:
    """Write what is said of two figures; gives its number. Raises UsageError for one figure, or what has been said."""
    (id, document), (other, other_document) = ends
    here = reading_of(connection, schema.figures, id=id, document=document)
    there = reading_of(connection, schema.figures, id=other, document=other_document)
    if (here.number, id) == (there.number, other):
        raise UsageError("both ids name the same figure", advice="give two")
    family = QUESTIONS if kind in QUESTIONS else (kind,)
    latest = _latest(connection, family=family, ends=frozenset(((here.lineage, id), (there.lineage, other))))
    if latest is not None and latest.correction.kind is kind:
        raise _known(latest.correction)
    draft = Draft(
        kind,
        id,
        here.lineage,
        value={TARGET: _told(here, id), OTHER: _told(there, other)},
        anchor=Anchor(
            here.document,
            {end: (quote(at.text, at.now.figures[one].span),) for end, at, one in _ends(here, id, there, other)},
        ),
        other=other,
        other_lineage=there.lineage,
    )
    number, _ = write(connection, draft, author=author)
    for end, at, one in _ends(here, id, there, other):
        write_placement(connection, number, reading=at.number, entry=one, end=end)
    return number


def copies(connection: Connection, kind: CorrectionKind, *, ids: tuple[str, str], author: Author) -> int:
    """Write whether a report carries another's account; gives its number. Raises UsageError like ``figures``."""
    id, other = ids
    here, there = (lineage_of(connection, one) for one in ids)
    if here == there:
        raise UsageError("both ids name the same report", advice="give two")
    latest = _latest(connection, family=COPYING, ends=frozenset(((here, None), (there, None))))
    # The other way around a copy is another word, and replaces the first.
    turned = latest is not None and kind is CorrectionKind.COPY and latest.lineage != here
    if latest is not None and latest.correction.kind is kind and not turned:
        raise _known(latest.correction)
    draft = Draft(
        kind,
        id,
        here,
        value={TARGET: {"name": id}, OTHER: {"name": other}},
        other=other,
        other_lineage=there,
    )
    return write(connection, draft, author=author)[0]


def move(connection: Connection, document: str, story: str | None, *, author: Author) -> int:
    """Put a report into a story; gives the number of the correction. Raises UsageError for an unknown one."""
    lineage = lineage_of(connection, document)
    former = stories.story_of(connection, lineage)
    if former is None:
        raise UsageError(f"{document} is in no story yet", advice="hearsay add puts reports into stories")
    here = stories.story(connection, story) if story is not None else None
    if story is not None and here is None:
        raise UsageError(f"no story has the id {story!r}", advice="hearsay stories lists them")
    latest = _latest(connection, family=(CorrectionKind.MOVE,), ends=frozenset(((lineage, None), (None, None))))
    if latest is not None and here == former:
        raise _known(latest.correction)
    here = here or stories.begin(connection, lineage, recorded=author.clock())
    draft = Draft(CorrectionKind.MOVE, document, lineage, value={"story": here}, former={"story": former})
    number, at = write(connection, draft, author=author)
    settle(connection, lineage, at=at)
    return number


def lineage_of(connection: Connection, document: str) -> str:
    """What the versions of a report share. Raises UsageError for an unknown one."""
    query = select(documents.c.lineage).where(documents.c.id == document)
    found = connection.execute(query).scalar_one_or_none()
    if found is None:
        raise UsageError(f"no document has the id {document!r}", advice="hearsay documents lists them")
    return str(found)


def _ends(here: Held, id: str, there: Held, other: str) -> tuple[tuple[str, Held, str], tuple[str, Held, str]]:
    return (TARGET, here, id), (OTHER, there, other)


def _told(here: Held, id: str) -> Mapping[str, Any]:
    figure = here.now.figures[id]
    return {"name": figure.span.of(here.text), "unit": figure.unit}


def _latest(
    connection: Connection, *, family: Collection[CorrectionKind], ends: frozenset[tuple[str | None, str | None]]
) -> Said | None:
    """The last word of these kinds on what is meant."""
    return next((one for one in reversed(said(connection, None, kinds=family)) if one.ends == ends), None)


def _known(correction: Correction) -> UsageError:
    return UsageError(f"that has been said: {correction.id} by {correction.by}", advice="nothing has been written")
