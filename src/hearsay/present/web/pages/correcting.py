"""The pages that change something: review, corrections, undo."""

from dataclasses import replace
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.present.web.login import safe_path
from hearsay.present.web.pages.entry import entry_page
from hearsay.present.web.pages.lines import with_stories
from hearsay.present.web.pages.notices import done_of
from hearsay.present.web.pages.queue import Place, following
from hearsay.present.web.pages.sent import Sent, correct_as, sent_with
from hearsay.present.web.render import page
from hearsay.present.web.state import desk_of
from hearsay.present.web.who import Reading, Visitor, checked
from hearsay.records.holder import Role

router = APIRouter()


@router.get("/review")
def review(
    request: Request,
    visitor: Reading,
    *,
    sure: float = -1.0,
    number: int = 0,
    rest: Annotated[str, Query(max_length=1)] = "",
    done: str = "",
    document: str = "",
) -> Response:
    """What is in dispute, then what the reader is least sure of; ``sure`` and ``number`` are of the one before."""
    desk = desk_of(request)
    place = Place(sure, max(0, min(number, 2**62)), is_rest=bool(rest), document=document)
    found = following(desk, place)
    entry = entry_page(desk.view, found.statement) if found else None
    if entry is not None:
        (line,) = with_stories(desk.stories, [entry.line])
        entry = replace(entry, line=line)
    return page(
        "review.html",
        title="Review",
        visitor=visitor,
        here="review",
        entry=entry,
        dispute=found.dispute if found else None,
        back=place.path,
        skip=found.skip if found else "",
        is_start=place.is_start,
        done=done_of(desk, done),
    )


@router.post("/corrections")
def correct(request: Request, visitor: Reading, *, sent: Annotated[Sent, Depends(sent_with)]) -> Response:
    """Correct an entry, and go back to where one was."""
    _require(visitor, sent.csrf)
    desk = desk_of(request)
    with desk.correcting:
        made = correct_as(sent, desk.corrector(visitor.name))
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
