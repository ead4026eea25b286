"""Logging in and out."""

import secrets
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.present.web.password import fits
from hearsay.present.web.provider import SECONDS, Logins
from hearsay.present.web.render import page
from hearsay.present.web.state import Desk, desk_of
from hearsay.present.web.who import Reading, checked, cookie_name, visitor_of
from hearsay.records.holder import Holder

router = APIRouter()


def sent_there(request: Request) -> Response:
    """To the login, and from there back to the page that was asked for."""
    asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"/login?next={quote(asked)}", 303)


def safe_path(given: str) -> str:
    """A path of this desk, and never an address of another."""
    is_path = given.startswith("/") and not given.startswith(("//", "/\\")) and given.isprintable()
    return given if is_path and "\\" not in given else "/"


def let_in(desk: Desk, holder: Holder, *, to: str) -> Response:
    """Start a session of its own for somebody who has shown who they are, whatever cookie they came with."""
    response = RedirectResponse(safe_path(to), 303)
    _set(desk, response, name=cookie_name(desk), value=desk.passes.log_in(holder))
    return response


@router.get("/login")
def login(request: Request, next: str = "/") -> Response:
    """The form."""
    desk = desk_of(request)
    if visitor_of(request) is not None:
        return RedirectResponse(safe_path(next), 303)
    return _form(desk, next=next)


@router.post("/login")
def log_in(
    request: Request,
    name: Annotated[str, Form()] = "",
    *,
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> Response:
    """Let somebody in, or say why not: never whether there is an account of that name."""
    desk = desk_of(request)
    if desk.given.is_open:
        return RedirectResponse("/", 303)
    address = request.client.host if request.client else ""
    wait = max(desk.tries.wait(name), desk.tries_of_address.wait(address))
    if wait:
        response = _form(
            desk, next=next, wrong="Too many wrong passwords. Try again in a quarter of an hour.", status=429
        )
        response.headers["retry-after"] = str(wait)
        return response
    # Counted before it is looked at, so that a hundred tries at once are not all let through.
    desk.tries.fail(name)
    desk.tries_of_address.fail(address)
    if not fits(password, desk.holders.password(name)):
        return _form(desk, next=next, wrong="No account has this name and this password.", status=403)
    desk.tries.clear(name)
    desk.tries_of_address.clear(address)
    return let_in(desk, desk.holders.named(name), to=next)


@router.post("/logout")
def log_out(request: Request, visitor: Reading, *, csrf: Annotated[str, Form()] = "") -> Response:
    """End the session."""
    desk = desk_of(request)
    checked(visitor, csrf)
    response = RedirectResponse("/login" if visitor.is_known else "/", 303)
    if secret := request.cookies.get(cookie_name(desk)):
        desk.passes.log_out(secret)
    response.delete_cookie(cookie_name(desk), httponly=True, secure=desk.given.is_https, samesite="lax", path="/")
    return response


def _form(desk: Desk, *, next: str, wrong: str = "", status: int = 200) -> Response:
    provider = desk.given.provider
    return page(
        "login.html",
        title="Log in",
        visitor=None,
        status=status,
        next=safe_path(next),
        wrong=wrong,
        provider=provider.name if provider else "",
    )


@router.get("/login/provider")
def to_provider(request: Request, next: str = "/") -> Response:
    """To the OpenID provider."""
    desk = desk_of(request)
    browser = secrets.token_urlsafe(32)
    address = _logins(desk).begin(browser=browser, to=safe_path(next), back=_callback(request))
    response = RedirectResponse(address, 303)
    _set(desk, response, name=_cookie(desk), value=browser, seconds=int(SECONDS))
    return response


@router.get("/login/callback")
def from_provider(request: Request, state: str = "", *, code: str = "") -> Response:
    """Back from it: let in whoever has an account for what the provider calls them."""
    desk = desk_of(request)
    browser = request.cookies.get(_cookie(desk), "")
    subject, to = _logins(desk).end(browser=browser, state=state, code=code)
    holder = desk.holders.with_subject(subject)
    if holder is None:
        raise HTTPException(403, f"nobody has made an account for you; whoever runs the desk needs to know: {subject}")
    response = let_in(desk, holder, to=to)
    response.delete_cookie(_cookie(desk), httponly=True, secure=desk.given.is_https, samesite="lax", path="/")
    return response


def _set(desk: Desk, response: Response, *, name: str, value: str, seconds: int | None = None) -> None:
    """Give a cookie that no script can read and no other site's form sends along."""
    https = desk.given.is_https
    response.set_cookie(name, value, max_age=seconds, httponly=True, secure=https, samesite="lax", path="/")


def _logins(desk: Desk) -> Logins:
    if desk.logins is None:
        raise HTTPException(404)
    return desk.logins


def _callback(request: Request) -> str:
    scheme = "https" if desk_of(request).given.is_https else "http"
    return f"{scheme}://{request.headers['host']}/login/callback"


def _cookie(desk: Desk) -> str:
    return cookie_name(desk) + "-login"
