"""When whoever asks was here last: kept in their browser alone, a cookie for the desk and one for each story.

A visit ends once nothing has been asked for half an hour, so that what is new stays marked while one reads.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response

from hearsay.present.web.state import desk_of

DESK, STORY = "hearsay-visit", "hearsay-story"
"""Cookies: of the desk, and of one story, which is sent for that story's pages alone."""
PAUSE = timedelta(minutes=30)
"""After which one has been away. Not tuned: what web analytics calls a session."""
_YEAR = 365 * 86400
_FORM = "%Y%m%dT%H%M%S%f"
_EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit."""

    name: str
    since: str | None
    """The end of the one before, UTC in ISO 8601 with microseconds; None where it is the first."""
    cookie: str

    @classmethod
    def of(cls, request: Request, name: str = DESK) -> "Visit":
        """This visit, as the cookie of this name tells; what is no time, or one to come, counts for nothing."""
        now = datetime.now(UTC)
        before, last = (_moment(part, now) for part in f"{request.cookies.get(name, '')}.".split(".")[:2])
        if last is not None and now - last > PAUSE:
            before = last
        since = before.isoformat(timespec="microseconds") if before is not None else None
        told = before.strftime(_FORM) if before is not None else ""
        return cls(name, since, f"{told}.{now.strftime(_FORM)}")

    def keep(self, request: Request, response: Response, *, path: str = "/") -> Response:
        """The response, with what the next visit needs to know; ``path``: what alone the cookie is sent for."""
        response.set_cookie(
            self.name,
            self.cookie,
            max_age=_YEAR,
            path=path,
            secure=desk_of(request).given.is_https,
            httponly=True,
            samesite="lax",
        )
        return response


def _moment(told: str, now: datetime) -> datetime | None:
    try:
        found = datetime.strptime(told, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None
    return found if _EARLIEST < found <= now else None
