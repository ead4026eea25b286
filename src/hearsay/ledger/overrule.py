"""Overruling what reports come to: which figures answer one question, who copies whom, where a report belongs."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from hearsay.errors import UsageError
from hearsay.ledger import schema, stories
from hearsay.ledger.anchor import quote
from hearsay.ledger.held import Held
from hearsay.ledger.move import settle
from hearsay.ledger.odd import held
from hearsay.ledger.overruled import COPYING, QUESTIONS, Copying
from hearsay.ledger.restate import OTHER, TARGET
from hearsay.ledger.said import Said, said
from hearsay.ledger.schema import documents
from hearsay.ledger.seek import reading_of
from hearsay.ledger.written import Author, Draft, write, write_placement
from hearsay.records.correction import Anchor, Correction, CorrectionKind
from hearsay.records.figure import Figure

Named = tuple[str, str | None]
"""Figure.id, and the Document.id of its report where several have one of that id."""


def figures(connection: Connection, kind: CorrectionKind, *, ends: tuple[Named, Named], author: Author) -> int:
    """Write what is said of two figures; gives its number.

    Raises UsageError for what is one figure, is not followed or not of one story, and for what has been said.
    """
    one, other = (_End.of(connection, named) for named in ends)
    if one.place == other.place:
        raise UsageError("both ids name the same figure", advice="give two")
    _refuse_two_stories(connection, one, other=other)
    family = QUESTIONS if kind in QUESTIONS else (kind,)
    latest = _latest(connection, family=family, ends=frozenset((one.place, other.place)))
    # A conflict may be explained anew.
    if latest is not None and latest.correction.kind is kind and kind in QUESTIONS:
        raise _known(latest.correction)
    both = {TARGET: one, OTHER: other}
    draft = Draft(
        kind,
        one.figure.id,
        one.here.lineage,
        value={role: {"name": end.words, "unit": end.figure.unit} for role, end in both.items()},
        anchor=Anchor(
            one.here.document, {role: (quote(end.here.text, end.figure.span),) for role, end in both.items()}
        ),
        other=other.figure.id,
        other_lineage=other.here.lineage,
    )
    number, _ = write(connection, draft, author=author)
    for role, end in both.items():
        write_placement(connection, number, reading=end.here.number, entry=end.figure.id, end=role)
    return number


def copies(connection: Connection, kind: CorrectionKind, *, ids: tuple[str, str], author: Author) -> int:
    """Write whether a report carries another's account; gives its number.

    Raises UsageError for one report, for what has been said, and where one would carry its own account in the end.
    """
    here, there = (lineage_of(connection, one) for one in ids)
    if here == there:
        raise UsageError("both ids name the same report", advice="give two")
    latest = _latest(connection, family=COPYING, ends=frozenset(((here, None), (there, None))))
    # The other way around a copy is another word, and replaces the first.
    if latest is not None and latest.correction.kind is kind and (kind in _EITHER_WAY or latest.lineage == here):
        raise _known(latest.correction)
    if kind is CorrectionKind.COPY:
        _refuse_circle(connection, here, there=there, ids=ids)
    value = {TARGET: {"name": ids[0]}, OTHER: {"name": ids[1]}}
    draft = Draft(kind, ids[0], here, value=value, other=ids[1], other_lineage=there)
    return write(connection, draft, author=author)[0]


def move(connection: Connection, document: str, *, story: str | None, author: Author) -> int:
    """Put a report into a story; gives the number of the correction. Raises UsageError for an unknown one."""
    lineage = lineage_of(connection, document)
    former = stories.story_of(connection, lineage)
    if former is None:
        raise _not_placed(document)
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
    query = select(documents.c.lineage).where(documents.c.id == held(document))
    found = connection.execute(query).scalar_one_or_none()
    if found is None:
        raise UsageError(f"no document has the id {document!r}", advice="hearsay documents lists them")
    return str(found)


_EITHER_WAY = (CorrectionKind.NOT_COPY,)


@dataclass(frozen=True, slots=True)
class _End:
    """One of two figures."""

    here: Held
    figure: Figure

    @classmethod
    def of(cls, connection: Connection, named: Named) -> "_End":
        """The figure that is meant. Raises UsageError for none, several, or one that answers no question."""
        id, document = named
        here = reading_of(connection, schema.figures, id=id, document=document)
        figure: Any = here.now.figures[id]
        if figure.question is None:
            raise UsageError(
                f"figure {id} answers no question", advice="hearsay story lists the figures of each question"
            )
        return cls(here, figure)

    @property
    def place(self) -> tuple[str, str]:
        """What tells it from others."""
        return self.here.lineage, self.figure.id

    @property
    def words(self) -> str:
        """As the report has it."""
        return self.figure.span.of(self.here.text)


def _refuse_two_stories(connection: Connection, one: _End, *, other: _End) -> None:
    found = stories.stories_of(connection, [one.here.lineage, other.here.lineage])
    for end in (one, other):
        if end.here.lineage not in found:
            raise _not_placed(end.here.document)
    mine, theirs = (found[end.here.lineage] for end in (one, other))
    if mine != theirs:
        raise UsageError(f"they are of two stories: {mine}, {theirs}", advice="put one report where the other is first")


def _refuse_circle(connection: Connection, here: str, *, there: str, ids: tuple[str, str]) -> None:
    """Raise UsageError where the origin is said to carry the report's account, through whatever chain."""
    carries = [pair for pair, is_copy in Copying().said(connection).items() if is_copy and pair != (there, here)]
    passed, asked = {there}, {there}
    while asked:
        asked = {origin for one, origin in carries if one in asked} - passed
        passed |= asked
    if here in passed:
        raise UsageError(
            f"{ids[1]} is said to carry the account of {ids[0]}, through others",
            advice=f"hearsay history {ids[1]} tells by whom; undo that first",
        )


def _latest(
    connection: Connection, *, family: Collection[CorrectionKind], ends: frozenset[tuple[str | None, str | None]]
) -> Said | None:
    """The last word of these kinds on what is meant."""
    return next((one for one in reversed(said(connection, None, kinds=family)) if one.ends == ends), None)


def _not_placed(document: str) -> UsageError:
    return UsageError(f"{document} is in no story yet", advice="hearsay add puts reports into stories")


def _known(correction: Correction) -> UsageError:
    return UsageError(f"that has been said: {correction.id} by {correction.by}", advice="nothing has been written")
