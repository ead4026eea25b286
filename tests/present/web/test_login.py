"""Who comes in, what they may do, and what does not let anybody in."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from hearsay.errors import UsageError
from hearsay.ledger.accounts.holders import Holders
from hearsay.ledger.accounts.passes import Passes
from hearsay.ledger.connect import Store
from hearsay.ledger.view import View
from hearsay.present.web.desk import DeskSettings, is_loopback, provider_from
from hearsay.present.web.limits import Tries
from hearsay.present.web.main import serve
from hearsay.present.web.state import LOGINS, LOGINS_OF_ADDRESS
from hearsay.records.holder import Role
from tests.present.web.desks import PASSWORD, key, log_in, token

COOKIE = "__Host-hearsay"
ACCEPT = {"kind": "accept", "target": "bridge-1-s5", "why": "looked at"}


@pytest.mark.parametrize("page", ["/", "/documents/bridge-1", "/search?q=bridge", "/review", "/jobs/x", "/history"])
def test_pages_send_to_the_login_and_back(shut: TestClient, page: str) -> None:
    answer = shut.get(page)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login?next=/")


@pytest.mark.parametrize("page", ["documents", "statements", "sources", "figures", "corrections", "jobs", "me"])
def test_the_api_asks_who_it_is(shut: TestClient, page: str) -> None:
    answer = shut.get(f"/api/v1/{page}")
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_login_lets_in(others: TestClient) -> None:
    log_in(others, "anna")
    assert "anna" in others.get("/").text
    assert others.get("/api/v1/me").json() == {"name": "anna", "role": "analyst"}


def test_the_cookie_is_for_this_host_over_tls_and_for_no_script(shut: TestClient) -> None:
    answer = shut.post("/login", data={"name": "anna", "password": PASSWORD})
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith(COOKIE.lower())
    for word in ("httponly", "secure", "samesite=lax", "path=/"):
        assert word in cookie


@pytest.mark.parametrize(
    ("name", "password"), [("anna", "wrong"), ("nobody", PASSWORD), ("", ""), ("anna", "x" * 5000)]
)
def test_nobody_else_is_let_in_and_nothing_is_told(others: TestClient, name: str, password: str) -> None:
    answer = others.post("/login", data={"name": name, "password": password})
    assert answer.status_code == 403
    assert "No account has this name and this password." in answer.text
    assert "set-cookie" not in answer.headers


def test_after_too_many_wrong_passwords_the_right_one_waits_too(others: TestClient) -> None:
    for _ in range(LOGINS):
        others.post("/login", data={"name": "anna", "password": "wrong"})
    answer = others.post("/login", data={"name": "anna", "password": PASSWORD})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    log_in(others, "rita")


@pytest.mark.parametrize(
    "to", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nset-cookie: x=y"]
)
def test_a_login_leads_nowhere_else(shut: TestClient, to: str) -> None:
    answer = shut.post("/login", data={"name": "anna", "password": PASSWORD, "next": to})
    assert answer.headers["location"] == "/"


def test_a_session_that_was_planted_is_not_taken(others: TestClient) -> None:
    headers = {"cookie": f"{COOKIE}=planted"}
    others.post("/login", data={"name": "anna", "password": PASSWORD}, headers=headers)
    others.cookies.clear()
    assert others.get("/api/v1/me", headers=headers).status_code == 401


def test_a_session_of_before_the_login_ends_nothing_and_the_new_one_is_new(others: TestClient) -> None:
    log_in(others, "rita")
    first = others.cookies[COOKIE]
    others.post("/login", data={"name": "anna", "password": PASSWORD})
    assert others.cookies[COOKIE] != first


def test_logging_out_ends_the_session_itself(others: TestClient) -> None:
    log_in(others, "anna")
    secret = others.cookies[COOKIE]
    assert others.post("/logout", data={"csrf": key(others)}).status_code == 303
    others.cookies.set(COOKIE, secret)
    assert others.get("/api/v1/me").status_code == 401


def test_logging_out_takes_the_forms_key(others: TestClient) -> None:
    log_in(others, "anna")
    assert others.post("/logout", data={"csrf": "wrong"}).status_code == 403


def forms(csrf: str) -> dict[str, dict[str, str]]:
    """Everything that changes something, as forms send it."""
    return {
        "/corrections": {**ACCEPT, "csrf": csrf},
        "/corrections/x/undo": {"csrf": csrf},
        "/add/link": {"link": "https://a.example/", "csrf": csrf},
        "/add/text": {"text": "x", "csrf": csrf},
        "/add/examples": {"csrf": csrf},
        "/jobs/x/stop": {"csrf": csrf},
    }


@pytest.mark.parametrize("page", forms(""))
@pytest.mark.parametrize("csrf", ["", "wrong", "Ω"])
def test_a_form_without_the_sessions_key_changes_nothing(others: TestClient, page: str, csrf: str) -> None:
    log_in(others, "anna")
    assert others.post(page, data=forms(csrf)[page]).status_code == 403


@pytest.mark.parametrize("page", forms(""))
def test_a_reader_changes_nothing(others: TestClient, path: Path, page: str) -> None:
    log_in(others, "anna")
    csrf = key(others, "/")
    log_in(others, "rita")
    own_csrf = key(others, "/")
    assert own_csrf != csrf
    assert others.post(page, data=forms(own_csrf)[page]).status_code == 403
    with View(Store(path, create=False)) as view:
        assert not view.history()


API = [
    ("POST", "corrections", ACCEPT),
    ("POST", "corrections/x/undo", {"why": "x"}),
    ("POST", "jobs", {"text": "x"}),
    ("DELETE", "jobs/x", None),
]


@pytest.mark.parametrize(("method", "page", "body"), API)
def test_a_reader_changes_nothing_through_the_api(others: TestClient, method: str, page: str, body: object) -> None:
    log_in(others, "rita")
    headers = {"x-csrf-token": key(others, "/")}
    assert others.request(method, f"/api/v1/{page}", json=body, headers=headers).status_code == 403


@pytest.mark.parametrize(("method", "page", "body"), API)
def test_a_session_alone_changes_nothing_through_the_api(
    others: TestClient, method: str, page: str, body: object
) -> None:
    log_in(others, "anna")
    assert others.request(method, f"/api/v1/{page}", json=body).status_code == 403


def test_what_an_analyst_does_is_in_the_history_under_their_name(others: TestClient) -> None:
    log_in(others, "anna")
    answer = others.post("/corrections", data={**ACCEPT, "csrf": key(others), "by": "somebody else"})
    assert answer.status_code == 303
    (made,) = others.get("/api/v1/corrections").json()["items"]
    assert (made["by"], made["kind"]) == ("anna", "accept")


def with_token(client: TestClient, secret: str, page: str = "/api/v1/me") -> int:
    return client.get(page, headers={"authorization": f"Bearer {secret}"}).status_code


def test_a_token_lets_a_program_in_as_far_as_its_scope(others: TestClient, path: Path) -> None:
    secret = token(path, "anna", scope=Role.READER)
    headers = {"authorization": f"Bearer {secret}"}
    assert others.get("/api/v1/me", headers=headers).json() == {"name": "anna", "role": "reader"}
    assert others.post("/api/v1/corrections", json=ACCEPT, headers=headers).status_code == 403
    headers = {"authorization": f"bearer {token(path, 'anna', scope=Role.ANALYST)}"}
    assert others.post("/api/v1/corrections", json=ACCEPT, headers=headers).status_code == 201


def test_a_token_opens_no_page(others: TestClient, path: Path) -> None:
    assert with_token(others, token(path, "anna", scope=Role.ANALYST), "/documents") == 303


@pytest.mark.parametrize("secret", ["", "x", "hsy_x", "hsy_" + "0" * 43, "é"])
def test_what_is_no_token_lets_nobody_in(others: TestClient, secret: str) -> None:
    log_in(others, "anna")
    headers = [("authorization", f"Bearer {secret}".encode("latin-1"))]
    assert others.get("/api/v1/me", headers=headers).status_code == 401  # type: ignore[arg-type]  # bytes on purpose


def test_a_token_ends(others: TestClient, path: Path) -> None:
    secret = token(path, "anna", scope=Role.READER)
    assert with_token(others, secret) == 200
    store = Store(path, create=False)
    holders, passes = Holders(store), Passes(store)
    (made,) = passes.tokens(holders.named("anna"))
    passes.revoke(made.id)
    assert with_token(others, secret) == 401
    late = Passes(store, clock=lambda: "2020-01-01T00:00:00.000000+00:00")
    _, old = late.issue(holders.named("anna"), scope=Role.READER, days=30)
    assert with_token(others, old) == 401
    kept = token(path, "anna", scope=Role.READER)
    holders.remove("anna")
    assert with_token(others, kept) == 401
    store.close()


def test_removing_an_account_and_a_new_password_end_its_sessions(others: TestClient, path: Path) -> None:
    store = Store(path, create=False)
    log_in(others, "anna")
    Holders(store).change_password("anna", Holders(store).password("rita") or "")
    assert others.get("/api/v1/me").status_code == 401
    others.cookies.clear()
    log_in(others, "rita")
    Holders(store).remove("rita")
    assert others.get("/api/v1/me").status_code == 401
    store.close()


def test_on_ones_own_machine_nobody_logs_in(desk: TestClient) -> None:
    assert desk.get("/api/v1/me").json() == {"name": "mette", "role": "admin"}
    assert desk.get("/login").headers["location"] == "/"


def test_beyond_it_a_desk_does_not_start_without_an_account(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nobody has an account"):
        serve(DeskSettings(tmp_path / "new.db", host="0.0.0.0"))


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        *(("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("[::1]", True), ("localhost", True)),
        *(("0.0.0.0", False), ("::", False), ("10.0.0.1", False), ("desk.example", False), ("", False)),
    ],
)
def test_loopback_is_known(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_a_provider_is_set_whole_or_not_at_all() -> None:
    assert provider_from({}) is None
    with pytest.raises(UsageError):
        provider_from({"HEARSAY_OIDC_ISSUER": "https://a.example"})
    whole = {"HEARSAY_OIDC_ISSUER": "https://a.example", "HEARSAY_OIDC_CLIENT": "c", "HEARSAY_OIDC_SECRET": "s"}
    assert provider_from(whole)
    with pytest.raises(UsageError):
        provider_from(whole | {"HEARSAY_OIDC_ISSUER": "http://a.example"})


def test_one_address_cannot_try_many_names(others: TestClient) -> None:
    for number in range(LOGINS_OF_ADDRESS):
        others.post("/login", data={"name": f"n{number}", "password": "wrong"})
    assert others.post("/login", data={"name": "anna", "password": PASSWORD}).status_code == 429


def test_failures_are_forgotten_in_time_and_after_a_success() -> None:
    now = [0.0]
    tries = Tries(2, seconds=10, clock=lambda: now[0])
    tries.fail("anna")
    assert tries.wait("anna") == 0
    now[0] = 4
    tries.fail("anna")
    assert (tries.wait("anna"), tries.wait("rita")) == (6, 0)
    now[0] = 10
    assert tries.wait("anna") == 0
    tries.fail("anna")
    assert tries.wait("anna") > 0
    tries.clear("anna")
    assert tries.wait("anna") == 0
