"""What is refused before it is looked at, and the headers of every answer."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from hearsay.present.web.guard import HEADERS, POLICY

PAGES = (
    "/",
    "/search",
    "/search?q=bridge",
    "/documents",
    "/sources",
    "/review",
    "/add",
    "/history",
    "/login",
    "/nowhere",
)


@pytest.mark.parametrize("page", [*PAGES, "/api/v1/documents", "/api/v1/nothing", "/health", "/static/desk.css"])
def test_each_answer_has_the_headers(desk: TestClient, page: str) -> None:
    answer = desk.get(page)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value


def test_the_policy_lets_nothing_inline_and_nothing_from_elsewhere() -> None:
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    assert "default-src 'none'" in POLICY


@pytest.mark.parametrize("page", PAGES)
def test_no_page_has_anything_inline_or_from_elsewhere(desk: TestClient, page: str) -> None:
    text = desk.get(page).text
    assert "<style" not in text
    assert " style=" not in text
    assert "<script>" not in text
    assert " onclick" not in text
    assert 'src="http' not in text


@pytest.mark.parametrize(
    "host", ["evil.example", "desk.evil.example", "localhost.evil.example", "127.0.0.1.nip.io", ""]
)
@pytest.mark.parametrize("page", ["/", "/api/v1/documents", "/health"])
def test_another_name_is_refused(desk: TestClient, host: str, page: str) -> None:
    answer = desk.get(page, headers={"host": host})
    assert answer.status_code == 421
    assert "bridge" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "localhost:8620", "127.0.0.1:9", "[::1]:8620", "LOCALHOST"])
def test_ones_own_names_are_known(desk: TestClient, host: str) -> None:
    assert desk.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost.evil.example:8620"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
@pytest.mark.parametrize("page", ["/add/text", "/api/v1/jobs", "/corrections", "/login"])
def test_what_another_site_sends_is_refused(desk: TestClient, headers: dict[str, str], page: str) -> None:
    assert desk.post(page, headers=headers, data={"text": "x"}).status_code == 403


def test_what_is_said_to_be_too_large_is_refused_unread(desk: TestClient) -> None:
    read = []

    def noticed() -> Iterator[bytes]:
        read.append(1)
        yield b""

    answer = desk.post("/add", content=noticed(), headers={"content-length": str(100_000_000)})
    assert answer.status_code == 413
    assert answer.headers["connection"] == "close"


def test_what_is_too_large_without_saying_so_is_left(desk: TestClient) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        while sent < 100_000_000:
            sent += 65_536
            yield b"x" * 65_536

    answer = desk.post("/api/v1/corrections", content=endless(), headers={"content-type": "application/json"})
    assert answer.status_code == 413


@pytest.mark.parametrize("page", ["/documents/a%00b", "/search?q=%00", "/api/v1/statements?source=%00"])
def test_null_characters_reach_no_database(desk: TestClient, page: str) -> None:
    assert desk.get(page).status_code in (200, 404, 422)


@pytest.mark.parametrize("page", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/"])
def test_nothing_but_the_shipped_files_is_served(desk: TestClient, page: str) -> None:
    assert desk.get(page).status_code in (404, 405)


def test_nothing_of_a_page_stays_in_a_browser(desk: TestClient) -> None:
    assert desk.get("/").headers["cache-control"] == "no-store"


def test_over_tls_the_browser_keeps_to_it(others: TestClient) -> None:
    assert "max-age" in others.get("/login").headers["strict-transport-security"]
