"""Logging in with an OpenID provider: the authorization code flow with PKCE (OpenID Connect Core 1.0, RFC 7636).

What was sent out is remembered here until it comes back, tied to the browser by a cookie; an account must have been
made for whoever comes back, with the issuer and their id there as its subject.
"""

import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import httpx
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.httpx_client import OAuth2Client
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from starlette.exceptions import HTTPException

from hearsay.present.web.desk import Provider

SECONDS = 600.0
"""How long one may take to log in there."""
_MOST = 1000
"""Logins under way that are remembered; the oldest go first."""
_PATIENCE = 10.0
_ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]
"""Of signatures with a provider's own key: never "none", and never HS256, whose key is a secret of both."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A login under way."""

    browser: str
    nonce: str
    verifier: str
    to: str
    back: str
    """Where the provider sends people back to."""
    until: float


@dataclass(slots=True)
class Logins:
    """The logins under way; safe for several threads."""

    provider: Provider
    transport: httpx.BaseTransport | None = None
    """What tests reach a provider through."""
    _pending: OrderedDict[str, Pending] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def begin(self, *, browser: str, to: str, back: str) -> str:
        """The address at the provider to send a browser to. Raises HTTPException where it cannot be reached."""
        state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
        with self._reached(back) as client:
            where = self._metadata(client)["authorization_endpoint"]
            address, _ = client.create_authorization_url(where, state=state, code_verifier=verifier, nonce=nonce)
        with self._lock:
            self._pending[state] = Pending(browser, nonce, verifier, to, back, time.monotonic() + SECONDS)
            while len(self._pending) > _MOST:
                self._pending.popitem(last=False)
        return str(address)

    def end(self, *, browser: str, state: str, code: str) -> tuple[str, str]:
        """The subject of who has come back, and where to. Raises HTTPException where that does not fit."""
        with self._lock:
            pending = self._pending.pop(state, None)
        if pending is None or pending.until < time.monotonic() or not secrets.compare_digest(pending.browser, browser):
            raise HTTPException(400, "this login has not been started here, or too long ago; start again")
        try:
            with self._reached(pending.back) as client:
                metadata = self._metadata(client)
                token = client.fetch_token(
                    metadata["token_endpoint"],
                    code=code,
                    code_verifier=pending.verifier,
                    grant_type="authorization_code",
                )
                keys = client.request("GET", metadata["jwks_uri"], withhold_token=True).raise_for_status().json()
            claims = jwt.decode(token["id_token"], KeySet.import_key_set(keys), algorithms=_ALGORITHMS).claims
            self._registry(pending.nonce).validate(claims)
        except (AuthlibBaseError, JoseError, httpx.HTTPError, KeyError, ValueError, TypeError) as error:
            raise HTTPException(403, "the provider does not say who this is") from error
        return f"{self.provider.issuer}|{claims['sub']}", pending.to

    def _registry(self, nonce: str) -> jwt.JWTClaimsRegistry:
        return jwt.JWTClaimsRegistry(
            leeway=60,
            iss={"essential": True, "value": self.provider.issuer},
            aud={"essential": True, "value": self.provider.client},
            sub={"essential": True},
            exp={"essential": True},
            iat={"essential": True},
            nonce={"essential": True, "value": nonce},
        )

    def _reached(self, back: str) -> OAuth2Client:
        given = self.provider
        return OAuth2Client(
            given.client,
            given.secret,
            scope="openid",
            redirect_uri=back,
            code_challenge_method="S256",
            transport=self.transport,
            timeout=_PATIENCE,
            follow_redirects=False,
        )

    def _metadata(self, client: OAuth2Client) -> dict[str, Any]:
        """What the provider says of itself (OpenID Connect Discovery 1.0). Raises HTTPException."""
        address = self.provider.issuer.rstrip("/") + "/.well-known/openid-configuration"
        try:
            found = client.request("GET", address, withhold_token=True).raise_for_status().json()
            if found["issuer"] != self.provider.issuer:
                raise ValueError("another issuer")
        except (httpx.HTTPError, KeyError, ValueError, TypeError) as error:
            raise HTTPException(503, "the provider cannot be reached just now") from error
        return dict(found)
