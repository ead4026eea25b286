"""The application: everything that a desk answers, put together."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

import hearsay
from hearsay.errors import HearsayError
from hearsay.present.web import login, problems
from hearsay.present.web.api.routes import api, health
from hearsay.present.web.desk import DeskSettings
from hearsay.present.web.guard import HEADERS, Guard
from hearsay.present.web.pages import routes
from hearsay.present.web.render import page
from hearsay.present.web.state import Desk, Tools
from hearsay.present.web.who import NotLoggedIn

_TOOLS = Tools()
THREADS = 3
"""That make pages; who comes beyond them waits. Python runs one of them at a time, so that more would only keep each
page waiting for all others: docs/decisions/0045 has what six, three and two did."""


def create_app(desk: DeskSettings, *, tools: Tools = _TOOLS) -> FastAPI:
    """The desk as an ASGI application; it opens its ledger when it starts, and raises LedgerError where it cannot."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.desk = opened = Desk.open(desk, tools)
        opened.jobs.place_rest()
        opened.jobs.do(opened.stories.look_up)
        current_default_thread_limiter().total_tokens = THREADS
        try:
            yield
        finally:
            opened.close()

    app = FastAPI(
        title="hearsay",
        version=hearsay.__version__,
        description="A ledger of who said what. Spans are [start, end] in code points, half open.",
        lifespan=lifespan,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.include_router(api)
    app.include_router(health)
    for pages in (login.router, routes.router):
        app.include_router(pages, include_in_schema=False)
    app.mount("/static", StaticFiles(packages=[("hearsay.present.web", "static")]), name="static")
    for kind in (HTTPException, RequestValidationError, HearsayError, Exception):
        app.add_exception_handler(kind, told)
    app.add_middleware(Guard, desk=desk, answer=told)
    return app


def told(request: Request, error: Exception) -> Response:
    """What is answered where something went wrong."""
    problem = problems.problem_of(error)
    if problem.status >= 500 and problem.status != 503:
        logging.getLogger("hearsay").error("%s %s", request.method, request.url.path, exc_info=error)
    if problems.is_for_programs(request):
        response = problems.as_json(problem)
    elif isinstance(error, NotLoggedIn) and request.method in ("GET", "HEAD"):
        response = login.sent_there(request)
    else:
        response = page("problem.html", title=problem.title, visitor=None, status=problem.status, problem=problem)
        response.headers.update(problem.headers)
    # What nobody expected is answered outside of the Guard.
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
