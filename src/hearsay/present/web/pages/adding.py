"""The pages that add reports: a link, a text, a file, the examples; and how far that has come."""

import io
from importlib import resources
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.present.web.adding import Link, Offer, Pasted, Uploaded
from hearsay.present.web.problems import Missing
from hearsay.present.web.render import page
from hearsay.present.web.state import desk_of
from hearsay.present.web.uploads import uploaded
from hearsay.present.web.who import Reading, Sending

router = APIRouter()
Field = Annotated[str, Form(max_length=4000)]


@router.get("/add")
def add(request: Request, visitor: Reading) -> Response:
    """The forms."""
    jobs = desk_of(request).jobs.every()[:10]
    return page("add.html", title="Add reports", visitor=visitor, here="add", jobs=jobs)


@router.post("/add/link")
def add_link(request: Request, visitor: Sending, *, link: Field = "") -> Response:
    """Have a link read."""
    if not link.strip():
        raise HTTPException(400, "no link was given")
    return _started(request, visitor, offer=Link(link.strip()))


@router.post("/add/text")
def add_text(
    request: Request,
    visitor: Sending,
    *,
    text: Annotated[str, Form(max_length=900_000)] = "",
    title: Field = "",
    publisher: Field = "",
    published: Field = "",
) -> Response:
    """Have a text read."""
    if not text.strip():
        raise HTTPException(400, "no text was given")
    known = {"title": title, "publisher": publisher, "published": published}
    return _started(request, visitor, offer=Pasted(text, known))


@router.post("/add")
def add_file(request: Request, visitor: Sending, *, file: Annotated[UploadFile, File()]) -> Response:
    """Have a file read."""
    if not file.filename:
        raise HTTPException(400, "no file was given")
    return _started(request, visitor, offer=uploaded(file, most=desk_of(request).given.max_upload))


@router.post("/add/examples")
def add_examples(request: Request, visitor: Sending) -> Response:
    """Have the example stories read, which are made up."""
    folder = resources.files("hearsay.present.web").joinpath("examples")
    rows = b"".join(one.read_bytes() for one in sorted(folder.iterdir(), key=lambda one: one.name))
    desk = desk_of(request)
    return _started(request, visitor, offer=Uploaded("examples.jsonl", io.BytesIO(rows), desk.given.max_upload))


@router.get("/jobs/{id}")
def job(request: Request, visitor: Reading, *, id: str, part: str = "") -> Response:
    """How far something is; as a ``part`` of the page, where a script asks again and again."""
    found = desk_of(request).jobs.job(id)
    if found is None:
        raise Missing("this is no longer remembered; what was added is among the reports")
    failed = sum(result.outcome == "failed" for result in found.results)
    template = "part_job.html" if part else "job.html"
    title = f"Reading {found.name}"
    return page(template, title=title, visitor=visitor, here="add", job=found, failed=failed)


@router.post("/jobs/{id}/stop")
def stop(request: Request, visitor: Sending, *, id: str) -> Response:  # noqa: ARG001 - who asks has been looked at
    """Stop after the report that is being read."""
    desk_of(request).jobs.stop(id)
    return RedirectResponse(f"/jobs/{id}", 303)


def _started(request: Request, visitor: Sending, *, offer: Offer) -> Response:
    job = desk_of(request).jobs.start(offer, by=visitor.name)
    return RedirectResponse(f"/jobs/{job.id}", 303)
