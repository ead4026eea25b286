"""What went wrong, as a page for people and as RFC 9457 for programs; never where or in what line of the program."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from hearsay.errors import HearsayError, LedgerAway, LedgerBusy, LedgerError, LedgerFull, LedgerReadOnly, UsageError
from hearsay.present.clean import one_line
from hearsay.records.plain import encodable

MEDIA_TYPE = "application/problem+json"
_OF_LEDGERS: tuple[tuple[type[LedgerError], int, str], ...] = (
    (LedgerBusy, 503, "somebody else is writing to the ledger; try again in a moment"),
    (LedgerAway, 503, "the ledger cannot be reached just now"),
    (LedgerReadOnly, 503, "the ledger may not be written to"),
    (LedgerFull, 507, "there is no room left for the ledger"),
    (LedgerError, 500, "the ledger cannot be read; whoever runs the desk should run hearsay check"),
)
"""What is said of a ledger's errors, whose own words name files and servers."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is told of an error."""

    status: int
    detail: str = ""
    """What is wrong, and what to do about it."""
    headers: dict[str, str] = field(default_factory=dict)
    errors: tuple[dict[str, str], ...] = ()
    """Of a request that is not as it should be: where, and what."""

    @property
    def title(self) -> str:
        """The status in words."""
        return HTTPStatus(self.status).phrase


class Missing(HTTPException):
    """There is nothing at this address."""

    def __init__(self, detail: str) -> None:
        super().__init__(404, one_line(detail))


@contextmanager
def looked_up() -> Iterator[None]:
    """Where a ledger is asked for one thing by its id, which nothing may have."""
    try:
        yield
    except UsageError as error:
        raise Missing(str(error)) from error


def problem_of(error: Exception) -> Problem:
    """What is told of an error; of one that nobody expected, only that there was one."""
    if isinstance(error, RequestValidationError):
        return Problem(422, "the request is not as it should be", errors=tuple(map(_fault, error.errors())))
    if isinstance(error, HTTPException):
        return Problem(error.status_code, _sentence(error), dict(error.headers or {}))
    if isinstance(error, LedgerError):
        status, said = next((status, said) for kind, status, said in _OF_LEDGERS if isinstance(error, kind))
        return Problem(status, said, {"retry-after": "2"} if status == 503 else {})
    if isinstance(error, UsageError):
        # Advice on commands is for the command line.
        advice = f"; {error.advice}" if error.advice and "hearsay " not in error.advice else ""
        return Problem(400, one_line(f"{error}{advice}"))
    if isinstance(error, HearsayError):
        return Problem(500, "hearsay could not do this; whoever runs the desk can see why in its log")
    return Problem(500, "a bug in hearsay; whoever runs the desk can see it in its log")


def as_json(problem: Problem) -> Response:
    """The problem as RFC 9457 has it."""
    body: dict[str, Any] = {"type": "about:blank", "title": problem.title, "status": problem.status}
    if problem.detail:
        body["detail"] = encodable(problem.detail)
    if problem.errors:
        body["errors"] = list(problem.errors)
    return JSONResponse(body, problem.status, headers=problem.headers, media_type=MEDIA_TYPE)


def is_for_programs(request: Request) -> bool:
    """Whether an answer is for a program and not for a person."""
    return request.url.path.startswith(("/api/", "/health"))


def _sentence(error: HTTPException) -> str:
    return "" if error.detail == HTTPStatus(error.status_code).phrase else str(error.detail)


def _fault(told: Any) -> dict[str, str]:
    # What was given is not given back: it may be what nobody else should see.
    return {"where": encodable(".".join(map(str, told["loc"]))), "what": encodable(str(told["msg"]))}
