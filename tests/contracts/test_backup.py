"""A backup of a ledger that is in use is a ledger itself; PostgreSQL has a way of its own."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from hearsay.errors import LedgerBusy, OutputError, UsageError
from hearsay.ledger.backup import backup
from hearsay.ledger.check import check
from hearsay.ledger.connect import Store
from hearsay.ledger.view import View
from hearsay.ledger.writer import Writer
from tests.present.made import BRIDGE, QUIET
from tests.present.test_process import ROOT, environment


@pytest.fixture
def filled(tmp_path: Path) -> Store:
    store = Store(tmp_path / "desk.db", create=True)
    Writer(store).add(BRIDGE, reader="1")
    return store


def whole(path: Path) -> list[object]:
    store = Store(path, create=False)
    assert list(check(store)) == []
    found = list(View(store).ledgers())
    store.close()
    return list(found)


def test_a_copy_is_a_ledger(filled: Store, tmp_path: Path) -> None:
    size = backup(filled, tmp_path / "copy.db")
    Writer(filled).add(QUIET, reader="1")
    assert size == (tmp_path / "copy.db").stat().st_size
    assert whole(tmp_path / "copy.db") == [BRIDGE]
    filled.close()


def test_postgresql_is_told_to_do_it(store: Store, tmp_path: Path) -> None:
    if store.is_sqlite:
        backup(store, tmp_path / "copy.db")
        assert whole(tmp_path / "copy.db") == []
        return
    with pytest.raises(UsageError, match="is backed up by PostgreSQL itself") as told:
        backup(store, tmp_path / "copy.db")
    assert told.value.advice.startswith(f"pg_dump --format=custom --file={tmp_path / 'copy.db'} 'postgresql://")
    assert "***" not in told.value.advice
    assert "unix_sock" not in told.value.advice


def test_copies_made_while_another_adds_are_whole(tmp_path: Path) -> None:
    ledger = tmp_path / "desk.db"
    command = [sys.executable, "-m", "tests.ledger.scripted", "add", "made-up-200", "--ledger", str(ledger)]
    counts = []
    with subprocess.Popen(command, env=environment(), cwd=ROOT, stderr=subprocess.DEVNULL) as adding:
        while adding.poll() is None:
            if ledger.exists() and ledger.stat().st_size > 100_000:
                store = Store(ledger, create=False)
                backup(store, tmp_path / "copy.db", force=True)
                store.close()
                counts.append(len(whole(tmp_path / "copy.db")))
    assert adding.returncode == 0
    assert counts == sorted(counts)
    assert len(whole(ledger)) == 200
    assert {path.name for path in tmp_path.iterdir()} == {"copy.db", "desk.db"}


def test_nothing_is_put_over_a_file_without_being_told_to(filled: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_text("a letter", encoding="utf-8")
    with pytest.raises(UsageError, match=r"copy\.db is there already"):
        backup(filled, copy)
    assert copy.read_text(encoding="utf-8") == "a letter"
    backup(filled, copy, force=True)
    assert whole(copy) == [BRIDGE]
    filled.close()


def test_a_ledger_is_not_put_over_itself_or_over_one_in_use(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(tmp_path / "desk.db")
    for name in ("desk.db", "link.db"):
        with pytest.raises(UsageError, match="that is the ledger itself"):
            backup(filled, tmp_path / name, force=True)
    other = Store(tmp_path / "other.db", create=True)
    Writer(other).add(QUIET, reader="1")
    with pytest.raises(LedgerBusy, match="somebody has it open"):
        backup(filled, tmp_path / "other.db", force=True)
    assert list(View(other).ledgers()) == [QUIET]
    other.close()
    filled.close()


def test_where_nothing_can_be_written_is_told(filled: Store, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no such file or directory"):
        backup(filled, tmp_path / "nowhere" / "copy.db")
    with pytest.raises(OutputError, match="it is a folder"):
        backup(filled, tmp_path, force=True)
    filled.close()


def test_a_copy_is_what_stood_there_while_somebody_writes(filled: Store, tmp_path: Path) -> None:
    with closing(sqlite3.connect(filled.where, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO questions VALUES ('q', 'how many', '2026-01-01')")
        backup(filled, tmp_path / "copy.db")
        other.execute("ROLLBACK")
    assert whole(tmp_path / "copy.db") == [BRIDGE]
    filled.close()
