"""Accounts, sessions and tokens, on both databases."""

import pytest

from hearsay.errors import UsageError
from hearsay.ledger.accounts.holders import Holders
from hearsay.ledger.accounts.passes import SESSION_HOURS, Passes
from hearsay.ledger.check import check
from hearsay.ledger.connect import Store
from hearsay.records.holder import Role


def test_an_account_comes_and_goes_and_keeps_its_name(store: Store) -> None:
    holders = Holders(store)
    made = holders.add("Mette Lund", role=Role.ANALYST, password="hash")
    assert holders.named("Mette Lund") == made
    with pytest.raises(UsageError, match="already"):
        holders.add("Mette Lund", role=Role.ADMIN)
    holders.remove("Mette Lund")
    assert holders.every() == ()
    assert holders.password("Mette Lund") is None
    again = holders.add("Mette Lund", role=Role.READER, password="other")
    assert (again.number, again.role) == (made.number, Role.READER)


@pytest.mark.parametrize("name", ["", " mette", "mette ", "a\nb", "a\0b", "<b>", "x" * 65, "mette\u202e", "-"])
def test_what_could_pass_for_something_else_is_no_name(store: Store, name: str) -> None:
    with pytest.raises(UsageError):
        Holders(store).add(name, role=Role.READER)


@pytest.mark.parametrize("name", ["mette", "Ana Téllez", "o'neil", "a.b@c-d", "李"])
def test_names_of_all_scripts_are_names(store: Store, name: str) -> None:
    assert Holders(store).add(name, role=Role.READER).name == name


def test_a_session_is_whose_it_is_until_it_ends(store: Store) -> None:
    hours = iter(["2026-07-01T00:00:00.000000+00:00"] * 2 + [f"2026-07-01T{SESSION_HOURS:02d}:00:00.000000+00:00"] * 9)
    holder = Holders(store).add("mette", role=Role.ANALYST, password="hash")
    passes = Passes(store, clock=lambda: next(hours))
    secret = passes.log_in(holder)
    login = passes.session(secret)
    assert login
    assert login.holder == holder
    assert passes.session(secret) is None
    assert passes.session("another") is None


def test_what_is_kept_lets_nobody_in(store: Store) -> None:
    holder = Holders(store).add("mette", role=Role.ANALYST, password="hash")
    passes = Passes(store)
    secrets = passes.log_in(holder), passes.issue(holder, scope=Role.READER, days=1)[1]
    with store.reading.connect() as connection:
        kept = [
            str(value)
            for table in ("sessions", "tokens", "accounts")
            for row in connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            for value in row
        ]
    assert not set(secrets) & set(kept)
    assert all(passes.session(value) is None and passes.token(value) is None for value in kept)


def test_a_token_may_no_more_than_its_holder(store: Store) -> None:
    holders, passes = Holders(store), Passes(store)
    holder = holders.add("rita", role=Role.READER, password="hash")
    with pytest.raises(UsageError):
        passes.issue(holder, scope=Role.ANALYST, days=1)
    for days in (0, 367, -1):
        with pytest.raises(UsageError):
            passes.issue(holder, scope=Role.READER, days=days)


def test_a_ledger_with_accounts_is_whole(store: Store) -> None:
    Holders(store).add("rita", role=Role.READER, password="hash")
    assert list(check(store)) == []
