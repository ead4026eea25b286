"""A copy of a ledger as it stands, made while others read and write."""

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from hearsay.errors import LedgerBusy, OutputError, UsageError
from hearsay.ledger.address import without_password
from hearsay.ledger.connect import PATIENCE, Store
from hearsay.ledger.faults import told

PAGES = 4_096
"""Pages that are copied at a time: 16 MB, after which Ctrl-C is heeded."""


def backup(store: Store, target: Path, *, force: bool = False) -> int:
    """Copy the ledger to the file ``target``, as it stood when the copy began; gives its bytes.

    The file is there whole or not at all. Raises UsageError where there is one already unless ``force``, and for
    PostgreSQL, which has a better way of its own; OutputError where nothing can be written there; LedgerError.
    """
    if not store.is_sqlite:
        raise UsageError(
            f"{store.where}: a ledger in PostgreSQL is backed up by PostgreSQL itself",
            advice=f"pg_dump --format=custom --file={target} '{without_password(store.url)}'",
        )
    target = Path(os.path.realpath(target))
    _refuse(Path(store.where), target, force=force)
    try:
        number, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
        os.close(number)
    except OSError as error:
        raise _unwritable(target, error) from error
    part = Path(name)
    try:
        with told(f"{store.where} to {target}"):
            _copy(Path(store.where), part)
        size = part.stat().st_size
        part.chmod(Path(store.where).stat().st_mode)
        _flush(part)
        part.replace(target)
        _flush(target.parent)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        for left in (part, Path(f"{part}-journal")):
            with suppress(FileNotFoundError):
                left.unlink()
    return size


def _unwritable(target: Path, error: OSError) -> OutputError:
    return OutputError(f"{target} cannot be written: {(error.strerror or str(error)).lower()}")


def _refuse(source: Path, target: Path, *, force: bool) -> None:
    if not target.exists():
        return
    if target.is_dir():
        raise OutputError(f"{target} cannot be written: it is a folder")
    if target.samefile(source):
        raise UsageError(f"{target}: that is the ledger itself", advice="name another file")
    if not force:
        raise UsageError(
            f"{target} is there already", advice="name another file, or give --force to put it in its place"
        )
    log = Path(f"{target}-wal")
    if log.exists() and log.stat().st_size:
        # What stands in its log would be taken for a part of the copy.
        raise LedgerBusy(f"{target}: somebody has it open")


def _copy(source: Path, target: Path) -> None:
    with (
        closing(sqlite3.connect(source, timeout=PATIENCE, isolation_level=None)) as there,
        closing(sqlite3.connect(target, isolation_level=None)) as here,
    ):
        # It is flushed as a whole at the end.
        here.execute("PRAGMA synchronous = OFF")
        # What is read from here on is what stands now, however long it takes.
        there.execute("BEGIN")
        there.execute("SELECT count(*) FROM alembic_version").fetchone()
        there.backup(here, pages=PAGES)


def _flush(path: Path) -> None:
    """Have the system write a file, or the names in a folder, to the disk."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
