"""A full disk, a file that may not be written to, a ledger that is held: one clear line, and nothing lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bench.made_up import readings
from hearsay.errors import LedgerAway, LedgerBusy, LedgerDamaged, UsageError
from hearsay.ledger.check import check
from hearsay.ledger.connect import Store
from hearsay.ledger.view import View
from hearsay.ledger.writer import Writer
from tests.present.made import BRIDGE, QUIET
from tests.present.test_process import ROOT, environment

NOBODY = 65534
MANY = 150
IS_ROOT = os.geteuid() == 0


def hearsay(*arguments: str, user: int | None = None) -> subprocess.CompletedProcess[str]:
    who = [] if user is None else ["--user", str(user)]
    return subprocess.run(
        [sys.executable, "-m", "tests.ledger.scripted", *who, *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        cwd=ROOT,
        timeout=120,
    )


def held_in(ledger: Path) -> int:
    """How many reports are in a ledger, each of them whole."""
    store = Store(ledger, create=False)
    assert list(check(store)) == []
    found = list(View(store).ledgers())
    store.close()
    assert found == [entries for entries, _ in readings(len(found))]
    return len(found)


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of four megabytes; where none can be mounted, what asks for it is skipped."""
    folder = Path(tempfile.mkdtemp(prefix="hearsay-small-"))
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode:
        folder.rmdir()
        pytest.skip("a small disk can be mounted by root alone")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
    folder.rmdir()


def test_a_full_disk_is_a_line_and_nothing_is_lost(small_disk: Path) -> None:
    ledger, room = small_disk / "desk.db", small_disk / "room"
    room.write_bytes(bytes(1_500_000))
    done = hearsay("add", f"made-up-{MANY}", "--ledger", str(ledger))
    assert done.returncode == 1
    summary, said = done.stderr.splitlines()
    added = int(summary.split()[0])
    assert summary == f"{added} reports: {added} added"
    assert said == (
        f"hearsay: {ledger}: database or disk is full: make room; every report that was added before is in it"
    )
    room.unlink()
    assert 0 < held_in(ledger) == added < MANY
    again = hearsay("add", f"made-up-{added + 10}", "--ledger", str(ledger))
    assert again.stderr == f"{added + 10} reports: 10 added, {added} there already\n"
    assert held_in(ledger) == added + 10


def test_a_backup_onto_a_full_disk_leaves_nothing(small_disk: Path, tmp_path: Path) -> None:
    ledger, copy = tmp_path / "desk.db", small_disk / "copy.db"
    assert hearsay("add", f"made-up-{MANY}", "--ledger", str(ledger)).returncode == 0
    (small_disk / "room").write_bytes(bytes(3_000_000))
    done = hearsay("backup", str(copy), "--ledger", str(ledger))
    assert done.returncode == 1
    assert "disk is full: make room" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert [path.name for path in small_disk.iterdir()] == ["room"]


def limited(size: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """``hearsay`` in a process that may write no file larger than ``size`` bytes."""
    code = (
        f"import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}));"
        f"sys.argv = ['scripted', *{list(arguments)!r}]; runpy.run_module('tests.ledger.scripted', run_name='__main__')"
    )
    return subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, encoding="utf-8", env=environment(), cwd=ROOT
    )


def test_a_file_that_may_not_grow_is_a_line_and_nothing_is_lost(tmp_path: Path) -> None:
    ledger = tmp_path / "desk.db"
    done = limited(1_000_000, "add", f"made-up-{MANY}", "--ledger", str(ledger))
    assert done.returncode == 1
    summary, said = done.stderr.splitlines()
    assert said.startswith(f"hearsay: {ledger}: disk I/O error")
    assert 0 < held_in(ledger) == int(summary.split()[0]) < MANY


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that others than its owner can get at."""
    folder = Path(tempfile.mkdtemp(prefix="hearsay-shared-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)])
def test_what_may_not_be_written_to_is_a_line(shared_folder: Path, file: int, folder: int) -> None:
    ledger = shared_folder / "desk.db"
    assert hearsay("add", "made-up-3", "--ledger", str(ledger)).returncode == 0
    ledger.chmod(file)
    shared_folder.chmod(folder)
    done = hearsay("add", "made-up-5", "--ledger", str(ledger), user=NOBODY if IS_ROOT else None)
    assert done.returncode == 1
    said = "attempt to write a readonly database: check its permissions, or name another ledger"
    assert done.stderr.splitlines()[-1] == f"hearsay: {ledger}: {said}"
    shared_folder.chmod(0o777)
    ledger.chmod(0o666)
    assert held_in(ledger) == 3


def test_a_folder_that_may_not_be_written_to_is_a_line(shared_folder: Path) -> None:
    shared_folder.chmod(0o555)
    ledger = shared_folder / "desk.db"
    done = hearsay("add", "made-up-5", "--ledger", str(ledger), user=NOBODY if IS_ROOT else None)
    assert done.returncode == 1
    said = "its folder may not be written to: check its permissions, or name another ledger"
    assert done.stderr.splitlines() == [f"hearsay: {ledger}: {said}"]


def test_what_may_only_be_read_is_read(shared_folder: Path) -> None:
    ledger = shared_folder / "desk.db"
    assert hearsay("add", "made-up-3", "--ledger", str(ledger)).returncode == 0
    ledger.chmod(0o444)
    done = hearsay("check", "--ledger", str(ledger), user=NOBODY if IS_ROOT else None)
    assert (done.returncode, done.stderr) == (0, f"{ledger}: whole, 3 reports read again\n")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = hearsay("add", "made-up-3", "--ledger", str(tmp_path / "nowhere" / "desk.db"))
    assert done.returncode == 1
    said = "its folder is not there: check the path, or make the folder"
    assert done.stderr.splitlines() == [f"hearsay: {tmp_path}/nowhere/desk.db: {said}"]


@pytest.mark.parametrize(
    ("where", "error", "said"),
    [
        (".", UsageError, "a ledger is kept in a file"),
        ("sqlite://", UsageError, "in memory: a ledger is kept in a file"),
        ("x" * 300, LedgerAway, "file name too long"),
    ],
)
def test_where_no_file_can_be_is_told(where: str, error: type[Exception], said: str) -> None:
    for create in (True, False):
        with pytest.raises(error, match=said):
            Store(where, create=create)


def test_a_ledger_that_is_held_is_waited_for_and_then_told(tmp_path: Path) -> None:
    store = Store(tmp_path / "desk.db", create=True, patience=0.2)
    Writer(store).add(QUIET, reader="1")
    with closing(sqlite3.connect(store.where, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusy, match="database is locked"):
            Writer(store).add(BRIDGE, reader="1")
        # Whoever reads does not wait for whoever writes.
        assert list(View(store).ledgers()) == [QUIET]
        other.execute("ROLLBACK")
    Writer(store).add(BRIDGE, reader="1")
    assert list(View(store).ledgers()) == [QUIET, BRIDGE]
    store.close()


def test_what_is_no_ledger_is_told(tmp_path: Path) -> None:
    for body in (b"The bridge is shut. " * 100, b""):
        path = tmp_path / "desk.db"
        path.write_bytes(body)
        with pytest.raises(LedgerDamaged, match=r"not a (database|ledger)"):
            Store(path, create=False)
        done = hearsay("check", "--ledger", str(path))
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1


def test_another_program_s_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE things (name TEXT)")
    with pytest.raises(LedgerDamaged, match="not a ledger"):
        Store(path, create=True)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("things",)]


def test_a_ledger_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerAway, match="no such ledger"):
        Store(tmp_path / "desk.db", create=False)


@pytest.mark.parametrize("offset", [1 / 3, 2 / 3])
def test_a_damaged_file_is_told(tmp_path: Path, offset: float) -> None:
    ledger = tmp_path / "desk.db"
    assert hearsay("add", "made-up-40", "--ledger", str(ledger)).returncode == 0
    body = bytearray(ledger.read_bytes())
    at = int(len(body) * offset)
    body[at : at + 20_000] = bytes(20_000)
    ledger.write_bytes(body)
    done = hearsay("check", "--ledger", str(ledger))
    assert done.returncode == 1
    assert done.stdout
    assert done.stderr.endswith("reports read again\n")
