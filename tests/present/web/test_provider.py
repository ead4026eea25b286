"""Logging in with an OpenID provider: a small one, which the tests run."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from tests.present.web.desks import served, shared
from tests.present.web.identity import OTHER, Identity, identity


@pytest.fixture
def provider() -> Iterator[Identity]:
    with identity() as made:
        yield made


@pytest.fixture
def client(path: Path, provider: Identity) -> Iterator[TestClient]:
    provider.known_at(path)
    with served(shared(path, provider=provider.of_desk())) as made:
        yield made


def begin(client: TestClient, provider: Identity, next: str = "/sources") -> dict[str, str]:
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


def test_whoever_has_an_account_is_let_in(client: TestClient, provider: Identity) -> None:
    asked = begin(client, provider)
    assert asked["code_challenge_method"] == "S256"
    assert asked["redirect_uri"] == "https://desk.example/login/callback"
    answer = client.get("/login/callback", params={"state": asked["state"], "code": "c"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/sources")
    assert client.get("/api/v1/me").json() == {"name": "olga", "role": "analyst"}
    (given,) = provider.asked
    assert given["code"] == ["c"]
    assert given["code_verifier"]


def test_an_answer_holds_once_and_for_the_browser_that_asked(client: TestClient, provider: Identity) -> None:
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
def test_a_token_that_is_not_for_us_is_refused(client: TestClient, provider: Identity, claims: dict[str, Any]) -> None:
    asked = begin(client, provider)
    provider.claims = claims
    answer = client.get("/login/callback", params={"state": asked["state"], "code": "c"})
    assert answer.status_code == 403
    assert client.get("/api/v1/me").status_code == 401


def test_a_token_with_another_signature_is_refused(client: TestClient, provider: Identity) -> None:
    asked = begin(client, provider)
    provider.key = OTHER
    assert client.get("/login/callback", params={"state": asked["state"], "code": "c"}).status_code == 403


def test_whoever_has_no_account_is_told_what_to_say(client: TestClient, provider: Identity) -> None:
    asked = begin(client, provider)
    provider.claims = {"sub": "somebody else"}
    answer = client.get("/login/callback", params={"state": asked["state"], "code": "c"})
    assert answer.status_code == 403
    assert f"{provider.issuer}|somebody else" in answer.text


def test_who_comes_from_a_provider_has_no_password(client: TestClient) -> None:
    assert client.post("/login", data={"name": "olga", "password": ""}).status_code == 403


def test_without_a_provider_there_is_no_way_to_it(others: TestClient) -> None:
    assert others.get("/login/provider").status_code == 404
