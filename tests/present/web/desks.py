"""Desks on made-up ledgers: one on one's own machine, and one that others reach."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from starlette.testclient import TestClient

from hearsay.ledger.accounts.holders import Holders
from hearsay.ledger.accounts.passes import Passes
from hearsay.ledger.connect import Store
from hearsay.present.web.app import create_app
from hearsay.present.web.desk import DeskSettings
from hearsay.present.web.password import hashed
from hearsay.present.web.state import Tools
from hearsay.reconcile.place import Placer
from hearsay.records.holder import Role
from hearsay.records.ledger import Ledger
from hearsay.settings import Settings
from tests.present.asked import MADE, ledger_at
from tests.present.made import Script, hostile

PASSWORD = "a long enough secret"
PEOPLE = {"rita": Role.READER, "anna": Role.ANALYST, "ada": Role.ADMIN}
OWN = "http://localhost:8620"
OTHERS = "https://desk.example"


@cache
def password_hash() -> str:
    """Of PASSWORD; hashing is slow on purpose."""
    return hashed(PASSWORD)


def tools(*more: Ledger, **given: object) -> Tools:
    """A reader that knows the made-up reports and no other text."""
    return replace(Tools(open_reader=lambda settings: Script([*MADE, hostile(), *more])), **given)  # type: ignore[arg-type]  # fields of Tools


def own(path: Path, **given: object) -> DeskSettings:
    """A desk on one's own machine."""
    return replace(DeskSettings(path, analyst="mette", settings=Settings(fetch_delay_seconds=0)), **given)  # type: ignore[arg-type]  # fields of DeskSettings


def shared(path: Path, **given: object) -> DeskSettings:
    """A desk that others reach, behind what ends TLS."""
    return own(path, host="0.0.0.0", is_https=True, public_names=("desk.example",), analyst="", **given)


@contextmanager
def served(desk: DeskSettings, given: Tools | None = None, *, base: str | None = None) -> Iterator[TestClient]:
    """A client of the desk, as a browser that knows no cookie yet; it shows what the server's errors look like."""
    base = base or (OWN if desk.is_open else OTHERS)
    app = create_app(desk, tools=given or tools())
    with TestClient(app, base_url=base, raise_server_exceptions=False, follow_redirects=False) as client:
        yield client


def with_people(path: Path, *more: Ledger) -> Path:
    """A ledger there with three reports and three accounts."""
    return accounts_at(ledger_at(path, *more))


def accounts_at(path: Path) -> Path:
    """The ledger there, with three accounts."""
    store = Store(path, create=False)
    for _ in Placer(store).catch_up():
        pass
    for name, role in PEOPLE.items():
        Holders(store).add(name, role=role, password=password_hash())
    store.close()
    return path


def token(path: Path, name: str, *, scope: Role, days: int = 1) -> str:
    """A token of somebody's."""
    store = Store(path, create=False)
    _, secret = Passes(store).issue(Holders(store).named(name), scope=scope, days=days)
    store.close()
    return secret


def log_in(client: TestClient, name: str, password: str = PASSWORD) -> None:
    """Log in as somebody."""
    done = client.post("/login", data={"name": name, "password": password})
    assert done.status_code == 303, done.text


def key(client: TestClient, page: str = "/add") -> str:
    """What this browser's forms carry."""
    text = client.get(page).text
    return text.split('name="csrf" value="', 1)[1].split('"', 1)[0]
