"""``hearsay user``, ``serve`` and ``mcp`` from the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from hearsay.ledger.accounts.holders import Holders
from hearsay.ledger.connect import Store
from hearsay.present.cli.main import app
from hearsay.present.web.password import fits
from tests.present.asked import ledger_at

PASSWORD = "a long enough secret"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return ledger_at(tmp_path / "desk.db")


def user(path: Path, *arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(app, ["user", *arguments, "--ledger", str(path)], input=given)


def test_an_account_is_made_listed_and_removed(path: Path) -> None:
    assert user(path, "add", "mette", "--role", "analyst", given=PASSWORD + "\n").exit_code == 0
    assert user(path, "add", "olga", "--subject", "https://a.example|1").exit_code == 0
    lines = user(path, "list").stdout.splitlines()
    assert [line.split("\t")[:3] for line in lines] == [
        ["mette", "analyst", "password"],
        ["olga", "reader", "provider"],
    ]
    store = Store(path, create=False)
    assert fits(PASSWORD, Holders(store).password("mette"))
    assert user(path, "password", "mette", given="another long secret\n").exit_code == 0
    assert fits("another long secret", Holders(store).password("mette"))
    store.close()
    assert user(path, "remove", "mette").exit_code == 0
    assert "mette" not in user(path, "list").stdout


def test_a_token_is_made_listed_and_revoked(path: Path) -> None:
    user(path, "add", "mette", "--role", "analyst", given=PASSWORD + "\n")
    made = user(path, "token", "mette", "--scope", "analyst", "--days", "30")
    assert made.stdout.startswith("hsy_")
    id = made.stderr.split(",")[0].rpartition(" ")[2]
    assert id in user(path, "token", "mette", "--list").stdout
    assert made.stdout.strip() not in user(path, "token", "mette", "--list").stdout
    assert user(path, "token", "mette", "--revoke", id).exit_code == 0
    assert "revoked" in user(path, "token", "mette", "--list").stdout


@pytest.mark.parametrize(
    ("arguments", "given", "words"),
    [
        (("add", "mette", "--role", "king"), "", "no role"),
        (("add", "mette"), "short\n", "12"),
        (("add", "<b>"), PASSWORD + "\n", "cannot be a name"),
        (("remove", "nobody"), "", "no account"),
        (("password", "nobody"), "", "no account"),
        (("token", "nobody"), "", "no account"),
    ],
)
def test_what_makes_no_sense_is_one_line(path: Path, arguments: tuple[str, ...], given: str, words: str) -> None:
    done = user(path, *arguments, given=given)
    assert done.exit_code == 2
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_desk_for_others_does_not_start_without_an_account(path: Path) -> None:
    done = CliRunner().invoke(app, ["serve", "--host", "0.0.0.0", "--https", "--ledger", str(path)])
    assert done.exit_code == 2
    assert "nobody has an account" in done.stderr


def test_language_models_ask_a_ledger_that_is_there(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["mcp", "--ledger", str(tmp_path / "none.db")])
    assert done.exit_code == 1
    assert "no such ledger" in done.stderr
