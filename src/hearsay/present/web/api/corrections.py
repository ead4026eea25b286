"""Corrections: what was said, a new one, and taking one back; with If-Match only of an entry that has not changed."""

from contextlib import suppress
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from hearsay.ledger.correct import Corrector
from hearsay.ledger.fields import FigureFields, StatementFields
from hearsay.present.corrections import correction_row
from hearsay.present.web.api.asked import Name, Numbered
from hearsay.present.web.api.entries import tag_of
from hearsay.present.web.api.models import (
    Accept,
    Add,
    ChangeFigure,
    ChangeStatement,
    Correct,
    CorrectionRow,
    Judge,
    Move,
    Overrule,
    OverruleCopy,
    Page,
    Reject,
    Undo,
)
from hearsay.present.web.api.paging import BULK, as_lines, as_page, numbers, plain, wants_all
from hearsay.present.web.problems import Missing, looked_up
from hearsay.present.web.state import Desk, desk_of
from hearsay.present.web.who import Correcting, Reading
from hearsay.records.correction import Correction
from hearsay.records.marks import Mark, Marks
from hearsay.records.span import Span

router = APIRouter(tags=["corrections"])
IfMatch = Annotated[str | None, Header(max_length=2000)]
_MANNER = ("source", "via", "act", "certainty", "said_on")
_AMOUNT = ("min", "max", "inclusive", "approximate", "unit", "counted")


class OfTarget(Numbered):
    """A list of corrections."""

    target: Name = None


@router.get("/corrections", response_model=Page[CorrectionRow], responses=BULK)
def corrections(request: Request, _: Reading, *, asked: Annotated[OfTarget, Query()]) -> Any:
    """All corrections and undos in order; of ``target``, a statement, figure, source, document or correction."""
    with looked_up():
        found = desk_of(request).view.history(asked.target)
    (after,) = numbers(asked.after, 1)
    if wants_all(request):
        return as_lines(map(correction_row, found[after:]))
    shown = found[after : after + asked.limit]
    end = after + len(shown)
    return as_page(CorrectionRow, map(correction_row, shown), after=str(end) if end < len(found) else None)


@router.post("/corrections", response_model=CorrectionRow, status_code=201)
def correct(
    request: Request, response: Response, *, visitor: Correcting, given: Correct, if_match: IfMatch = None
) -> Any:
    """Correct an entry. With ``If-Match``, only where its ETag is still that one; else 412."""
    desk = desk_of(request)
    target = None if isinstance(given, Add) else given.target
    with desk.correcting:
        _require_match(desk, target, if_match=if_match)
        made = _made(desk.corrector(visitor.name), given)
    return _answer(desk, response, made=made)


@router.post("/corrections/{id}/undo", response_model=CorrectionRow, status_code=201)
def undo(request: Request, response: Response, *, visitor: Correcting, id: str, given: Undo) -> Any:
    """Take a correction back, or an undo."""
    desk = desk_of(request)
    with looked_up():
        desk.view.history(id)
    return _answer(desk, response, made=desk.corrector(visitor.name).undo(id, why=given.why))


def _answer(desk: Desk, response: Response, *, made: Correction) -> Any:
    # A statement that had been added is no more once that is undone.
    with suppress(Missing):
        response.headers["etag"] = tag_of(desk, made.target)
    return plain(correction_row(made))


def _require_match(desk: Desk, target: str | None, *, if_match: str | None) -> None:
    if if_match is None or target is None:
        return
    wanted = [one.strip() for one in if_match.split(",")]
    now = tag_of(desk, target)
    if "*" not in wanted and now not in wanted:
        raise HTTPException(412, "it has been changed since you looked at it", {"etag": now})


def _made(corrector: Corrector, given: Correct) -> Correction:
    if isinstance(given, ChangeStatement):
        fields: StatementFields = _fields(given, _MANNER)
        return corrector.statement(given.target, why=given.why, document=given.document, **fields)
    if isinstance(given, ChangeFigure):
        amount: FigureFields = _fields(given, _AMOUNT)
        return corrector.figure(given.target, why=given.why, document=given.document, **amount)
    if isinstance(given, Reject):
        return corrector.reject(given.target, why=given.why, document=given.document)
    if isinstance(given, Accept):
        return corrector.accept(given.target, why=given.why, document=given.document)
    if isinstance(given, Judge):
        return _judged(corrector, given)
    if isinstance(given, Overrule):
        return _overruled(corrector, given)
    marks = Marks(*(list(map(_mark, every)) for every in (given.content, given.cue, given.words_of_source)))
    fields = _fields(given, _MANNER)
    return corrector.add(given.document, marks, why=given.why, **fields)


def _judged(corrector: Corrector, given: Judge) -> Correction:
    if given.kind == "same":
        despite = given.despite_anonymity
        return corrector.same(given.target, given.other, why=given.why, despite_anonymity=despite)
    said = corrector.not_same if given.kind == "not-same" else corrector.unsure
    return said(given.target, given.other, why=given.why)


def _overruled(corrector: Corrector, given: Overrule) -> Correction:
    if isinstance(given, Move):
        return corrector.move(given.target, given.story, why=given.why)
    if isinstance(given, OverruleCopy):
        say = corrector.copy if given.kind == "copy" else corrector.not_copy
        return say(given.target, given.other, why=given.why)
    of_two = {"same-question": corrector.same_question, "not-same-question": corrector.not_same_question}
    say_it = of_two.get(given.kind, corrector.no_conflict)
    ends = {"document": given.document, "other_document": given.other_document}
    return say_it(given.target, given.other, why=given.why, **ends)


def _fields(given: Any, names: tuple[str, ...]) -> Any:
    """Those that are given: what is left out stays, and null empties."""
    found = {name: getattr(given, name) for name in names if name in given.model_fields_set}
    if "via" in found and found["via"] is None:
        found["via"] = []
    for name in ("inclusive", "approximate"):
        if name in found and found[name] is None:
            raise HTTPException(422, f"{name} is true or false")
    return found


def _mark(given: str | list[int]) -> Mark:
    if isinstance(given, str):
        return given
    if not 0 <= given[0] < given[1]:
        raise HTTPException(422, f"no words stand at {given}")
    return Span(*given)
