"""What stands before every request: which host it is for, whence it comes, how large and how slow it may be.

And what goes with every answer: the headers that keep a browser from running, framing or leaking anything. After
OWASP's HTTP Headers and Cross-Site Request Forgery Prevention cheat sheets.
"""

import asyncio
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hearsay.present.web.desk import DeskSettings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Content-Security-Policy, level 3: nothing inline, nothing from elsewhere."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
UPLOADS = frozenset(("/add", "/add/text", "/api/v1/uploads", "/api/v1/jobs"))
"""Where a file or a long text may come in."""
_UPLOAD_PATIENCE = 10


class Guard:
    """Wraps the application; what it refuses, it refuses before the application has seen it."""

    def __init__(
        self, app: ASGIApp, desk: DeskSettings, *, answer: Callable[[Request, HTTPException], Response]
    ) -> None:
        """``answer`` tells of what is refused as the application would."""
        self._app = app
        self._desk = desk
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        send = self._headed(scope, send)
        refused = self._refusal(scope, headers)
        if refused is not None:
            # What is left of its body is not waited for.
            refused.headers = {"connection": "close"}
            await self._answer(Request(scope), refused)(scope, receive, send)
            return
        limit = self._desk.max_upload if scope["path"] in UPLOADS else self._desk.max_body
        patience = self._desk.body_seconds * (_UPLOAD_PATIENCE if scope["path"] in UPLOADS else 1)
        await self._app(scope, _bounded(receive, limit=limit, seconds=patience), send)

    def _refusal(self, scope: Scope, headers: Headers) -> HTTPException | None:
        names = self._desk.names
        host = headers.get("host", "")
        if not host or (names and _bare(host) not in names):
            return HTTPException(421, "this desk is not asked for under that name")
        if "\0" in scope["path"]:
            return HTTPException(404, "no address holds a null character")
        length = headers.get("content-length", "0")
        limit = self._desk.max_upload if scope["path"] in UPLOADS else self._desk.max_body
        if length.isdecimal() and int(length) > limit:
            return HTTPException(413, f"at most {limit:,} bytes")
        if scope["method"] not in SAFE and not _is_own(headers, host):
            return HTTPException(403, "sent from another site")
        return None

    def _headed(self, scope: Scope, send: Send) -> Send:
        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if self._desk.is_https:
                    headers.setdefault("strict-transport-security", "max-age=31536000")
                if not scope["path"].startswith("/static/"):
                    headers.setdefault("cache-control", "no-store")
            await send(message)

        return headed


def _bare(host: str) -> str:
    """A Host without its port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].lower()


def _is_own(headers: Headers, host: str) -> bool:
    """Whether a request that changes something may come from where it comes: browsers always say."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == host


def _bounded(receive: Receive, *, limit: int, seconds: float) -> Receive:
    """``receive`` for a body of at most ``limit`` bytes that is there within ``seconds``."""
    read = 0
    is_whole = False
    until: float | None = None

    async def bounded() -> Message:
        nonlocal read, is_whole, until
        if is_whole:
            # From here on it only tells that the other has gone.
            return await receive()
        clock = asyncio.get_running_loop().time
        until = clock() + seconds if until is None else until
        try:
            message = await asyncio.wait_for(receive(), max(0.0, until - clock()))
        except TimeoutError:
            raise HTTPException(408, "the request took too long to arrive", {"connection": "close"}) from None
        read += len(message.get("body", b""))
        is_whole = not message.get("more_body", False)
        if read > limit:
            raise HTTPException(413, f"at most {limit:,} bytes", {"connection": "close"})
        return message

    return bounded
