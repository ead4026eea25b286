"""Adding reports: a link, a text or a file, each a job in the background that tells how far it is."""

from typing import Annotated, Any

from fastapi import APIRouter, File, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from hearsay.present.web.adding import Link, Offer, Pasted
from hearsay.present.web.api.models import JobRow, NewLink, NewText
from hearsay.present.web.api.paging import plain
from hearsay.present.web.api.rows import job_row
from hearsay.present.web.jobs import Job
from hearsay.present.web.problems import Missing
from hearsay.present.web.state import Desk, desk_of
from hearsay.present.web.uploads import uploaded
from hearsay.present.web.who import Correcting, Reading

router = APIRouter(tags=["jobs"])
_KNOWN = ("title", "publisher", "published", "url")


@router.post("/jobs", response_model=JobRow, status_code=202)
def add(request: Request, response: Response, *, visitor: Correcting, given: NewLink | NewText) -> Any:
    """Have a link or a text read and added."""
    return _started(desk_of(request), response, offer=_offer(given), by=visitor.name)


@router.post("/uploads", response_model=JobRow, status_code=202)
def upload(request: Request, response: Response, *, visitor: Correcting, file: Annotated[UploadFile, File()]) -> Any:
    """Have a file read and added: text, HTML or JSON Lines, gzipped or not."""
    desk = desk_of(request)
    return _started(desk, response, offer=uploaded(file, most=desk.given.max_upload), by=visitor.name)


@router.get("/jobs", response_model=list[JobRow])
def jobs(request: Request, _: Reading) -> Any:
    """The jobs of late, the newest first."""
    return [plain(job_row(job)) for job in desk_of(request).jobs.every()]


@router.get("/jobs/{id}", response_model=JobRow)
def job(request: Request, _: Reading, *, id: str) -> Any:
    """One job, as it is now."""
    return plain(job_row(_job(desk_of(request), id)))


@router.delete("/jobs/{id}", response_model=JobRow, status_code=202)
def stop(request: Request, _: Correcting, *, id: str) -> Any:
    """Stop a job after the report that is being read; what has been added stays."""
    desk = desk_of(request)
    _job(desk, id)
    desk.jobs.stop(id)
    return plain(job_row(_job(desk, id)))


def _offer(given: NewLink | NewText) -> Offer:
    if isinstance(given, NewLink):
        return Link(given.link)
    return Pasted(given.text, {name: value for name in _KNOWN if (value := getattr(given, name)) is not None})


def _job(desk: Desk, id: str) -> Job:
    found = desk.jobs.job(id)
    if found is None:
        raise Missing(f"no job has the id {id!r}")
    return found


def _started(desk: Desk, response: Response, *, offer: Offer, by: str) -> Any:
    job = desk.jobs.start(offer, by=by)
    response.headers["location"] = f"/api/v1/jobs/{job.id}"
    return plain(job_row(job))
