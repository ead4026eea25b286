"""Who asks, and what they may do: everybody on one's own machine, else by a session or by a token."""

import hmac
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Form
from starlette.exceptions import HTTPException
from starlette.requests import Request

from hearsay.present.web.state import Desk, desk_of
from hearsay.records.holder import Role

CSRF_HEADER = "x-csrf-token"


class NotLoggedIn(HTTPException):
    """Nobody knows who asks."""

    def __init__(self) -> None:
        super().__init__(401, "log in first", {"www-authenticate": "Bearer"})


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks."""

    name: str
    """Under which all that they do is kept."""
    role: Role
    csrf: str
    """What their forms carry; empty for a program with a token."""
    is_known: bool
    """Whether they have logged in; not so on one's own machine."""

    def require(self, role: Role) -> None:
        """Raise HTTPException where they may not do what the role may."""
        if not self.role.covers(role):
            raise HTTPException(403, f"you are {self.role} here; this takes {role}")


def cookie_name(desk: Desk) -> str:
    """What the session's cookie is called: browsers take one with the prefix over TLS alone, from this host alone."""
    return "__Host-hearsay" if desk.given.is_https else "hearsay"


def visitor_of(request: Request) -> Visitor | None:
    """Who asks; None where that is not known. A token that does not hold is not passed over for a session."""
    desk = desk_of(request)
    if desk.given.is_open:
        return Visitor(desk.given.analyst, Role.ADMIN, desk.form_key, is_known=False)
    given = request.headers.get("authorization")
    if given is not None:
        scheme, _, secret = given.partition(" ")
        # Tokens are for programs: a page that took one could be opened by whoever sees the address.
        found = desk.passes.token(secret.strip()) if scheme.lower() == "bearer" and _is_api(request) else None
        return Visitor(found[0].name, found[1], "", is_known=True) if found else None
    cookie = request.cookies.get(cookie_name(desk))
    login = desk.passes.session(cookie) if cookie else None
    return Visitor(login.holder.name, login.holder.role, login.csrf, is_known=True) if login else None


def reader(request: Request) -> Visitor:
    """Who asks, where they may read. Raises NotLoggedIn."""
    visitor = visitor_of(request)
    if visitor is None:
        raise NotLoggedIn
    return visitor


Reading = Annotated[Visitor, Depends(reader)]
"""Who asks; they may read."""


def programs_analyst(request: Request, visitor: Reading) -> Visitor:
    """Who asks the API to change something. Raises HTTPException where they may not, or another site made them."""
    visitor.require(Role.ANALYST)
    # A browser sends a session along by itself, a token never; on one's own machine the Guard has looked at the origin.
    if visitor.is_known and visitor.csrf and not same(request.headers.get(CSRF_HEADER, ""), visitor.csrf):
        raise HTTPException(403, f"with a session, {CSRF_HEADER} must carry its key")
    return visitor


def pages_analyst(visitor: Reading, csrf: Annotated[str, Form()] = "") -> Visitor:
    """Who sends a form that changes something. Raises HTTPException where they may not, or the form is not ours."""
    checked(visitor, csrf)
    visitor.require(Role.ANALYST)
    return visitor


def checked(visitor: Visitor, csrf: str) -> None:
    """Raise HTTPException where a form does not carry the visitor's own key."""
    if not visitor.csrf or not same(csrf, visitor.csrf):
        raise HTTPException(403, "this form is out of date: load its page again")


def same(given: str, known: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell how far."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), known.encode())


Correcting = Annotated[Visitor, Depends(programs_analyst)]
Sending = Annotated[Visitor, Depends(pages_analyst)]


def _is_api(request: Request) -> bool:
    return request.url.path.startswith("/api/")
