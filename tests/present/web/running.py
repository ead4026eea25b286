"""A desk on a real server, in a thread of the tests."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from hearsay.present.web.app import create_app
from hearsay.present.web.desk import DeskSettings
from hearsay.present.web.patience import Patient
from hearsay.present.web.state import Tools
from tests.present.web.desks import own, tools


@contextmanager
def running(
    path: Path, desk: DeskSettings | None = None, *, given: Tools | None = None, protocol: type[Patient] = Patient
) -> Iterator[int]:
    """The port of a desk on the ledger there, which stops at the end."""
    app = create_app(desk or own(path), tools=given or tools())
    config = uvicorn.Config(app, host="127.0.0.1", port=0, http=protocol, ws="none", log_level="critical")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.01)
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(20)
