"""Correcting a ledger: what an analyst says is written beside what the reader found, and can be taken back."""

from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Protocol, Unpack

from sqlalchemy import Connection, select

from hearsay.errors import UsageError
from hearsay.ledger import judge, overrule, undo
from hearsay.ledger.again import add_to
from hearsay.ledger.anchor import quote
from hearsay.ledger.applied import Hidden
from hearsay.ledger.connect import Store
from hearsay.ledger.fields import FigureFields, StatementFields, checked_amount, checked_manner
from hearsay.ledger.held import Held
from hearsay.ledger.marks import marked, nearest
from hearsay.ledger.match import Placed, statement_at
from hearsay.ledger.meant import source_meant
from hearsay.ledger.named import named_row
from hearsay.ledger.overruled import COPYING
from hearsay.ledger.restate import Cause, restate
from hearsay.ledger.schema import corrections, figures, statements
from hearsay.ledger.seek import reading_of, report_of
from hearsay.ledger.standing import recorded
from hearsay.ledger.writer import now
from hearsay.ledger.written import Author, Draft, write, write_placement, writing
from hearsay.records.correction import Anchor, Correction, CorrectionKind
from hearsay.records.identity import make_id
from hearsay.records.marks import Marks
from hearsay.records.span import Span
from hearsay.records.statement import Statement


class Anew(Protocol):
    """Decides again whose account reports carry: hearsay.reconcile.place.Placer.again."""

    def __call__(self, connection: Connection, lineages: Sequence[str], *, recorded: str) -> None:
        """Decide on these reports, in this order, as of ``recorded``, within the transaction of the correction."""
        ...


class Corrector:
    """Corrects one ledger in the name of one analyst; a context manager, safe for several threads.

    Several may correct the same at once: nothing is lost, and of several corrections of one field the latest holds.

    Each method gives the correction as it was recorded, and raises UsageError, with nothing written, for what makes no
    sense; LedgerError. ``document`` is needed where several reports have an entry with the id.
    """

    def __init__(self, store: Store, *, by: str, clock: Callable[[], str] = now, anew: Anew | None = None) -> None:
        """``by`` names the analyst; ``clock`` tells the time of recording, UTC in ISO 8601.

        ``anew`` follows what is said of copies at once; without it that counts when the reports are next placed.
        """
        self._store = store
        self._by = by
        self._clock = clock
        self._anew = anew

    def __enter__(self) -> "Corrector":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the ledger; it must not be corrected afterwards."""
        self._store.close()

    def statement(
        self, id: str, *, why: str, document: str | None = None, **fields: Unpack[StatementFields]
    ) -> Correction:
        """Change who said a statement, through whom, its act, its certainty or when it was said."""
        author = self._author(why)
        with writing(self._store) as connection:
            here = reading_of(connection, statements, id=id, document=document)
            statement = _shown(here, id)
            value = checked_manner(fields)
            if "source" in fields:
                value["source"] = _named(connection, here, given=fields["source"])
            if "via" in fields:
                value["via"] = [_named(connection, here, given=one) for one in fields["via"]]
            former = {name: _former(here, statement, name=name) for name in value}
            value, former = _changes(value, former)
            draft = Draft(
                CorrectionKind.STATEMENT,
                id,
                here.lineage,
                value=value,
                former=former,
                anchor=_anchor(here, _pieces(statement)),
            )
            return _correct(connection, here, draft=draft, author=author)

    def figure(self, id: str, *, why: str, document: str | None = None, **fields: Unpack[FigureFields]) -> Correction:
        """Change a figure's bounds, its unit or what it counts."""
        author = self._author(why)
        with writing(self._store) as connection:
            here = reading_of(connection, figures, id=id, document=document)
            figure = here.now.figures[id]
            value = checked_amount(fields, figure)
            former: dict[str, Any] = {name: getattr(figure, name) for name in value}
            pieces = {"span": (figure.span,)}
            if "counted" in fields:
                words = fields["counted"]
                if words is not None:
                    pieces["counted"] = (nearest(here.text, words, to=figure.span),)
                value["counted"] = pieces["counted"][0].of(here.text) if words is not None else None
                former["counted"] = figure.counted.of(here.text) if figure.counted else None
            value, former = _changes(value, former)
            draft = Draft(
                CorrectionKind.FIGURE, id, here.lineage, value=value, former=former, anchor=_anchor(here, pieces)
            )
            return _correct(connection, here, draft=draft, author=author)

    def reject(self, id: str, *, why: str, document: str | None = None) -> Correction:
        """Say that nobody made a statement: it is listed as rejected, and not shown."""
        author = self._author(why)
        with writing(self._store) as connection:
            here = reading_of(connection, statements, id=id, document=document)
            statement = _shown(here, id)
            draft = Draft(CorrectionKind.REJECT, id, here.lineage, anchor=_anchor(here, _pieces(statement)))
            return _correct(connection, here, draft=draft, author=author)

    def accept(self, id: str, *, why: str, document: str | None = None) -> Correction:
        """Say that a statement was rightly read, as it stands: it need not be reviewed again."""
        author = self._author(why)
        with writing(self._store) as connection:
            here = reading_of(connection, statements, id=id, document=document)
            statement = _shown(here, id)
            draft = Draft(CorrectionKind.ACCEPT, id, here.lineage, anchor=_anchor(here, _pieces(statement)))
            return _correct(connection, here, draft=draft, author=author)

    def add(self, document: str, marks: Marks, *, why: str, **fields: Unpack[StatementFields]) -> Correction:
        """Add a statement that the reader missed; its target is the id of the new one.

        Without ``source`` among the fields it is of whoever the words marked as source name.
        """
        author = self._author(why)
        with writing(self._store) as connection:
            here = report_of(connection, document)
            spans = marked(here.text, marks)
            places = [place for span in (*spans["cue"], *spans["content"]) for place in (span.start, span.end)]
            pairs = list(zip(places[::2], places[1::2], strict=True))
            id = make_id("statement", here.document, *pairs)
            _refuse_known(here, id, spans=spans)
            words = " ".join(span.of(here.text) for span in spans["source"]) or None
            value: dict[str, Any] = {
                "source": _named(connection, here, given=fields.get("source", words)),
                "via": [_named(connection, here, given=one) for one in fields.get("via", [])],
                "act": None,
                "certainty": None,
                "said_on": None,
            }
            value |= checked_manner(fields)
            anchor = _anchor(here, spans)
            draft = Draft(CorrectionKind.ADD, id, here.lineage, value=value, anchor=anchor)
            return _correct(connection, here, draft=draft, author=author)

    def same(self, id: str, other: str, *, why: str, despite_anonymity: bool = False) -> Correction:
        """Say that two sources are one. One without a name is one with a named one only ``despite_anonymity``."""
        kind = CorrectionKind.SAME
        return self._judge(kind, (id, other), why=why, despite_anonymity=despite_anonymity)

    def not_same(self, id: str, other: str, *, why: str) -> Correction:
        """Say that two sources are not one; where both have one name, the first is taken out of it."""
        return self._judge(CorrectionKind.NOT_SAME, (id, other), why=why)

    def unsure(self, id: str, other: str, *, why: str) -> Correction:
        """Say that it cannot be told whether two sources are one, whatever was said of the two before."""
        return self._judge(CorrectionKind.UNSURE, (id, other), why=why)

    def same_question(
        self, id: str, other: str, *, why: str, document: str | None = None, other_document: str | None = None
    ) -> Correction:
        """Say that two figures answer one question, whatever was said of the two before."""
        return self._overrule(CorrectionKind.SAME_QUESTION, ((id, document), (other, other_document)), why=why)

    def not_same_question(
        self, id: str, other: str, *, why: str, document: str | None = None, other_document: str | None = None
    ) -> Correction:
        """Say that two figures do not answer one question, whatever was said of the two before."""
        return self._overrule(CorrectionKind.NOT_SAME_QUESTION, ((id, document), (other, other_document)), why=why)

    def no_conflict(
        self, id: str, other: str, *, why: str, document: str | None = None, other_document: str | None = None
    ) -> Correction:
        """Say that two figures do not contradict each other; ``why`` is shown wherever they stand side by side."""
        return self._overrule(CorrectionKind.NO_CONFLICT, ((id, document), (other, other_document)), why=why)

    def move(self, document: str, story: str | None, *, why: str) -> Correction:
        """Put a report, all its versions, into a story for good; None is a new one, whose id the value then has."""
        author = self._author(why)
        with writing(self._store) as connection:
            return _written(connection, overrule.move(connection, document, story=story, author=author))

    def copy(self, document: str, other: str, *, why: str) -> Correction:
        """Say that a report carries the account of another, whatever was said of the two before."""
        return self._copy(CorrectionKind.COPY, (document, other), why=why)

    def not_copy(self, document: str, other: str, *, why: str) -> Correction:
        """Say that neither report carries the other's account, whatever was said of the two before."""
        return self._copy(CorrectionKind.NOT_COPY, (document, other), why=why)

    def undo(self, id: str, *, why: str) -> Correction:
        """Take back a correction, or an undo; raises UsageError where that is done, or what is left would not agree."""
        author = self._author(why)
        with writing(self._store) as connection:
            number = undo.undo(connection, id, author=author)
            if undo.kind_of(connection, number) in COPYING:
                self._decide_anew(connection, number)
            return _written(connection, number)

    def _judge(
        self, kind: CorrectionKind, ids: tuple[str, str], *, why: str, despite_anonymity: bool = False
    ) -> Correction:
        author = self._author(why)
        with writing(self._store) as connection:
            number = judge.judge(connection, kind, ids=ids, author=author, despite_anonymity=despite_anonymity)
            return _written(connection, number)

    def _overrule(self, kind: CorrectionKind, ends: tuple[overrule.Named, overrule.Named], *, why: str) -> Correction:
        author = self._author(why)
        with writing(self._store) as connection:
            return _written(connection, overrule.figures(connection, kind, ends=ends, author=author))

    def _copy(self, kind: CorrectionKind, ids: tuple[str, str], *, why: str) -> Correction:
        author = self._author(why)
        with writing(self._store) as connection:
            number = overrule.copies(connection, kind, ids=ids, author=author)
            self._decide_anew(connection, number)
            return _written(connection, number)

    def _decide_anew(self, connection: Connection, number: int) -> None:
        if self._anew is not None:
            c = corrections.c
            said = connection.execute(select(c.lineage, c.other_lineage, c.recorded).where(c.number == number)).one()
            # The origin first: a report that is held to be a copy itself is nobody's origin.
            self._anew(connection, (said.other_lineage, said.lineage), recorded=said.recorded)

    def _author(self, why: str) -> Author:
        return Author(self._by, why, self._clock)


def _correct(connection: Connection, here: Held, *, draft: Draft, author: Author) -> Correction:
    """Write the correction, and what follows from it for the reading that it was made on."""
    number, at = write(connection, draft, author=author)
    write_placement(connection, number, reading=here.number, entry=draft.target)
    correction = _written(connection, number)
    if draft.kind is CorrectionKind.ADD:
        add_to(connection, here, number=number, correction=correction, at=at)
    restate(connection, here.number, cause=Cause(number, at))
    return correction


def _written(connection: Connection, number: int) -> Correction:
    line = (corrections.c.number == number) | (corrections.c.undoes == number)
    undone = corrections.alias().c
    before = select(undone.undoes).where(undone.number == number).scalar_subquery()
    return recorded(connection, None, line | (corrections.c.number == before))[number]


def _shown(here: Held, id: str) -> Statement:
    """The statement as it stands. Raises UsageError where it is hidden."""
    why = here.now.hidden.get(id)
    if why is not None:
        said = {Hidden.REJECTED: "has been rejected", Hidden.WITHDRAWN: "has been withdrawn"}.get(why, "is not shown")
        raise UsageError(f"statement {id} {said}", advice=f"hearsay history {id} tells by whom; undo that first")
    return here.now.statements[id]


def _refuse_known(here: Held, id: str, *, spans: Placed) -> None:
    if id in here.now.statements:
        _shown(here, id)
    now = here.now
    id = statement_at(spans, [s for s in now.statements.values() if s.id not in now.hidden], by_cue=True) or ""
    if id:
        raise UsageError(
            f"there is a statement on these words already: {id}", advice="correct that one, or reject it first"
        )


def _changes(value: Mapping[str, Any], former: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Of both what differs. Raises UsageError where nothing does."""
    if not value:
        raise UsageError("it is not said what to change", advice="give at least one field")
    changed = [name for name in value if former[name] != value[name]]
    if not changed:
        raise UsageError("it is so already", advice="nothing has been written")
    return {name: value[name] for name in changed}, {name: former[name] for name in changed}


def _former(here: Held, statement: Statement, *, name: str) -> Any:
    if name == "source":
        return named_row(here.sources[statement.source]) if statement.source else None
    if name == "via":
        return [named_row(here.sources[id]) for id in statement.via]
    return getattr(statement, name)


def _named(connection: Connection, here: Held, *, given: str | None) -> dict[str, Any] | None:
    return named_row(source_meant(connection, here, given=given)) if given is not None else None


def _pieces(statement: Statement) -> Mapping[str, Sequence[Span]]:
    spans = statement.spans
    return {"source": spans.source, "cue": spans.cue, "content": spans.content}


def _anchor(here: Held, pieces: Mapping[str, Sequence[Span]]) -> Anchor:
    quotes = {role: tuple(quote(here.text, span) for span in spans) for role, spans in pieces.items() if spans}
    return Anchor(here.document, quotes)
