"""The API put together, and how the desk is."""

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from hearsay.errors import LedgerError, WeightsError
from hearsay.present.web.api import corrections, jobs, lists, stories
from hearsay.present.web.api.models import Health, Me, Problem
from hearsay.present.web.jobs import JobState
from hearsay.present.web.problems import MEDIA_TYPE
from hearsay.present.web.state import Desk, desk_of
from hearsay.present.web.who import Reading
from hearsay.read.manifest import manifest

_PROBLEM = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
_PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": said, "model": Problem, "content": _PROBLEM}
    for status, said in {
        400: "What is asked for makes no sense.",
        401: "Nobody knows who asks.",
        403: "Who asks may not.",
        404: "There is nothing of that id.",
        412: "It has been changed since.",
        413: "It is too large.",
        422: "The request is not as it should be.",
        503: "Not just now.",
    }.items()
}

api = APIRouter(prefix="/api/v1", responses=_PROBLEMS)
health = APIRouter()


@api.get("/me", response_model=Me, tags=["desk"])
def me(visitor: Reading) -> Any:
    """Who asks, and what they may do."""
    return {"name": visitor.name, "role": visitor.role}


for _part in (stories, lists, corrections, jobs):
    api.include_router(_part.router)


@health.get("/health", response_model=Health, responses={503: {"model": Health, "description": "Failing."}})
def state(request: Request, response: Response) -> Any:
    """How the desk is, for whoever watches over it: no login is asked for, and nothing is told of what is in it."""
    desk = desk_of(request)
    found = {"ledger": _ledger(desk), "reader": _reader()}
    is_well = set(found.values()) == {"ok"}
    response.status_code = 200 if is_well else 503
    waiting = sum(job.state is JobState.WAITING for job in desk.jobs.every())
    return {"status": "ok" if is_well else "failing", "jobs_waiting": waiting, **found}


def _ledger(desk: Desk) -> str:
    try:
        next(desk.view.documents(limit=1), None)
    except LedgerError:
        return "cannot be read"
    return "ok"


def _reader() -> str:
    try:
        manifest()
    except WeightsError:
        return "its weights are missing or damaged"
    return "ok"
