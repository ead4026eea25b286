"""The pages that change something: review, corrections, undo."""

from dataclasses import replace
from typing import Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Form
from pydantic import BaseModel, ConfigDict
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.errors import UsageError
from hearsay.ledger.correct import Corrector
from hearsay.ledger.fields import StatementFields
from hearsay.ledger.listing import Listing
from hearsay.present.web.login import safe_path
from hearsay.present.web.pages.entry import entry_page
from hearsay.present.web.pages.lines import with_stories
from hearsay.present.web.pages.notices import done_of
from hearsay.present.web.pages.overruling import KINDS, overrule
from hearsay.present.web.pages.stories import disputes
from hearsay.present.web.render import page
from hearsay.present.web.state import desk_of
from hearsay.present.web.who import Reading, Visitor, checked
from hearsay.records.correction import Correction
from hearsay.records.holder import Role

router = APIRouter()
_DISPUTES = 5
_SURE = 0.9
"""Below it a statement is in the queue, until somebody has looked at it. Not tuned: the queue starts with the least."""


@router.get("/review")
def review(
    request: Request, visitor: Reading, *, sure: float = -1.0, number: int = 0, done: str = "", document: str = ""
) -> Response:
    """What the reader is least sure of, one after another; ``sure`` and ``number`` are of the one before."""
    desk = desk_of(request)
    listing = Listing(desk.store)
    number = max(0, min(number, 2**62))
    found = listing.doubts(document=document or None, below=_SURE, after=(sure, number), limit=2)
    entry = entry_page(desk.view, found[0].told.statement.id) if found else None
    if entry is not None:
        (line,) = with_stories(desk.stories, [entry.line])
        entry = replace(entry, line=line)
    where = {"document": document} if document else {}
    here = where | {"sure": repr(sure), "number": str(number)}
    after = where | ({"sure": repr(found[0].place[0]), "number": str(found[0].place[1])} if found else {})
    return page(
        "review.html",
        title="Review",
        visitor=visitor,
        here="review",
        entry=entry,
        back=f"/review?{urlencode(here)}",
        skip=f"/review?{urlencode(after)}" if len(found) > 1 else "",
        is_start=sure < 0,
        disputes=disputes(desk, _DISPUTES) if sure < 0 and not document else (),
        done=done_of(desk, done),
    )


class Sent(BaseModel):
    """What a form of corrections sends; an empty field empties, one that is missing stays."""

    model_config = ConfigDict(extra="ignore")

    csrf: str = ""
    kind: str = ""
    target: str = ""
    other: str = ""
    pair: str = ""
    """Two figures with their reports, as hearsay.present.web.pages.question packs them."""
    story: str = ""
    """Where a report is moved to: an id or the address of a page; empty for a story of its own."""
    document: str | None = None
    why: str = ""
    back: str = "/"
    source: str | None = None
    via: str | None = None
    act: str | None = None
    certainty: str | None = None
    said_on: str | None = None
    despite_anonymity: str = ""


@router.post("/corrections")
def correct(request: Request, visitor: Reading, *, sent: Annotated[Sent, Form()]) -> Response:
    """Correct an entry, and go back to where one was."""
    _require(visitor, sent.csrf)
    desk = desk_of(request)
    with desk.correcting:
        made = _made(desk.corrector(visitor.name), sent)
    return _back(sent.back, done=made.id)


@router.post("/corrections/{id}/undo")
def undo(
    request: Request,
    visitor: Reading,
    *,
    id: str,
    csrf: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
    why: Annotated[str, Form()] = "taken back",
) -> Response:
    """Take a correction back, and go back to where one was."""
    _require(visitor, csrf)
    made = desk_of(request).corrector(visitor.name).undo(id, why=why)
    return _back(back, done=made.id)


def _require(visitor: Visitor, csrf: str) -> None:
    checked(visitor, csrf)
    visitor.require(Role.ANALYST)


def _back(path: str, *, done: str) -> Response:
    path = safe_path(path)
    kept, _, query = path.partition("?")
    pairs = [pair for pair in query.split("&") if pair and not pair.startswith("done=")]
    return RedirectResponse(f"{kept}?{'&'.join([*pairs, f'done={quote(done)}'])}", 303)


def _made(corrector: Corrector, sent: Sent) -> Correction:
    target, why, document = sent.target, sent.why, sent.document or None
    if sent.kind == "accept":
        return corrector.accept(target, why=why, document=document)
    if sent.kind == "reject":
        return corrector.reject(target, why=why, document=document)
    if sent.kind == "same":
        return corrector.same(target, sent.other, why=why, despite_anonymity=bool(sent.despite_anonymity))
    if sent.kind == "not-same":
        return corrector.not_same(target, sent.other, why=why)
    if sent.kind == "unsure":
        return corrector.unsure(target, sent.other, why=why)
    if sent.kind in KINDS:
        given = {"target": target, "other": sent.other, "pair": sent.pair, "story": sent.story}
        return overrule(corrector, sent.kind, **given, why=why)
    if sent.kind == "statement":
        return corrector.statement(target, why=why, document=document, **_fields(sent))
    raise UsageError("there is no such correction", advice="load the page again")


def _fields(sent: Sent) -> StatementFields:
    fields: StatementFields = {}
    if sent.source is not None:
        fields["source"] = sent.source.strip() or None
    if sent.via is not None:
        fields["via"] = [name.strip() for name in sent.via.split(",") if name.strip()]
    if sent.act is not None:
        fields["act"] = sent.act or None
    if sent.certainty is not None:
        fields["certainty"] = sent.certainty or None
    if sent.said_on is not None:
        fields["said_on"] = sent.said_on.strip() or None
    return fields
