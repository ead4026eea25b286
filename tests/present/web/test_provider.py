"""Logging in with an OpenID provider: a small one, which the tests run."""

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.testclient import TestClient

from hearsay.ledger.accounts.holders import Holders
from hearsay.ledger.connect import Store
from hearsay.present.web.desk import Provider
from hearsay.records.holder import Role
from tests.present.web.desks import served, shared

KEY = RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})
OTHER = RSAKey.generate_key(2048, {"kid": "one", "use": "sig"})


@dataclass
class Running:
    """A provider that knows one person."""

    issuer: str = ""
    nonce: str = ""
    key: RSAKey = field(default_factory=lambda: KEY)
    claims: dict[str, Any] = field(default_factory=dict)
    """What it says otherwise than it should."""
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    """What it was asked for tokens with."""

    def token(self) -> str:
        now = int(time.time())
        right = {"iss": self.issuer, "aud": "desk", "sub": "4711", "iat": now, "exp": now + 60, "nonce": self.nonce}
        made = {name: value for name, value in (right | self.claims).items() if value is not None}
        return jwt.encode({"alg": "RS256", "kid": "one"}, made, self.key)

    def answer(self, path: str) -> dict[str, Any]:
        if path == "/token":
            return {"access_token": "a", "token_type": "Bearer", "id_token": self.token()}
        if path == "/keys":
            return {"keys": [KEY.as_dict(private=False)]}
        where = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/keys"}
        return {"issuer": self.issuer} | {name: self.issuer + path for name, path in where.items()}


@pytest.fixture
def provider() -> Iterator[Running]:
    made = Running()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = json.dumps(made.answer(self.path)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            given = self.rfile.read(int(self.headers["Content-Length"]))
            made.asked.append(parse_qs(given.decode()))
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def client(path: Path, provider: Running) -> Iterator[TestClient]:
    store = Store(path, create=False)
    Holders(store).add("olga", role=Role.ANALYST, subject=f"{provider.issuer}|4711")
    store.close()
    with served(shared(path, provider=Provider(provider.issuer, "desk", "secret", "Norda"))) as made:
        yield made


def begin(client: TestClient, provider: Running, next: str = "/sources") -> dict[str, str]:
    """Go to the provider; gives what one is sent there with."""
    answer = client.get("/login/provider", params={"next": next})
    assert answer.status_code == 303
    address = urlsplit(answer.headers["location"])
    assert f"{address.scheme}://{address.netloc}{address.path}" == provider.issuer + "/authorize"
    asked = {name: values[0] for name, values in parse_qs(address.query).items()}
    provider.nonce = asked["nonce"]
    return asked


def test_the_login_offers_it(client: TestClient) -> None:
    assert "Log in with Norda" in client.get("/login").text


def test_whoever_has_an_account_is_let_in(client: TestClient, provider: Running) -> None:
    asked = begin(client, provider)
    assert asked["code_challenge_method"] == "S256"
    assert asked["redirect_uri"] == "https://desk.example/login/callback"
    answer = client.get("/login/callback", params={"state": asked["state"], "code": "c"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/sources")
    assert client.get("/api/v1/me").json() == {"name": "olga", "role": "analyst"}
    (given,) = provider.asked
    assert given["code"] == ["c"]
    assert given["code_verifier"]


def test_an_answer_holds_once_and_for_the_browser_that_asked(client: TestClient, provider: Running) -> None:
    asked = begin(client, provider)
    kept = dict(client.cookies)
    client.cookies.clear()
    back = {"state": asked["state"], "code": "c"}
    assert client.get("/login/callback", params=back).status_code == 400
    client.cookies.update(kept)
    assert client.get("/login/callback", params=back).status_code == 400
    assert client.get("/api/v1/me").status_code == 401


@pytest.mark.parametrize("params", [{}, {"state": "x", "code": "c"}, {"code": "c"}])
def test_an_answer_that_nobody_asked_for_is_refused(client: TestClient, params: dict[str, str]) -> None:
    assert client.get("/login/callback", params=params).status_code == 400


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://evil.example"},
        {"aud": "another"},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": 1},
        {"sub": None},
    ],
)
def test_a_token_that_is_not_for_us_is_refused(client: TestClient, provider: Running, claims: dict[str, Any]) -> None:
    asked = begin(client, provider)
    provider.claims = claims
    answer = client.get("/login/callback", params={"state": asked["state"], "code": "c"})
    assert answer.status_code == 403
    assert client.get("/api/v1/me").status_code == 401


def test_a_token_with_another_signature_is_refused(client: TestClient, provider: Running) -> None:
    asked = begin(client, provider)
    provider.key = OTHER
    assert client.get("/login/callback", params={"state": asked["state"], "code": "c"}).status_code == 403


def test_whoever_has_no_account_is_told_what_to_say(client: TestClient, provider: Running) -> None:
    asked = begin(client, provider)
    provider.claims = {"sub": "somebody else"}
    answer = client.get("/login/callback", params={"state": asked["state"], "code": "c"})
    assert answer.status_code == 403
    assert f"{provider.issuer}|somebody else" in answer.text


def test_who_comes_from_a_provider_has_no_password(client: TestClient) -> None:
    assert client.post("/login", data={"name": "olga", "password": ""}).status_code == 403


def test_without_a_provider_there_is_no_way_to_it(others: TestClient) -> None:
    assert others.get("/login/provider").status_code == 404
