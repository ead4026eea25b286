"""The entry point of the desk: a server of its own, on one machine or for several people."""

import logging
import webbrowser
from threading import Timer

import uvicorn

from hearsay.errors import UsageError
from hearsay.ledger.accounts.holders import Holders
from hearsay.ledger.connect import Store
from hearsay.present.web.app import create_app
from hearsay.present.web.desk import DeskSettings
from hearsay.present.web.patience import Patient

MOST_AT_ONCE = 200
"""Connections; further ones are told to come back."""
_GRACE = 10
"""Seconds that requests have to end when the desk stops."""


def serve(desk: DeskSettings, *, open_browser: bool = False) -> None:
    """Serve a desk until it is stopped. Raises UsageError beyond one's own machine without an account, LedgerError."""
    store = Store(desk.ledger, create=True)
    try:
        if not desk.is_open and not Holders(store).every():
            raise UsageError(
                f"{desk.host} can be reached by others, and nobody has an account",
                advice="make one with hearsay user add NAME --role admin, or serve on 127.0.0.1",
            )
    finally:
        store.close()
    logging.getLogger("hearsay").addHandler(logging.StreamHandler())
    if open_browser:
        host = f"[{desk.host}]" if ":" in desk.host else desk.host
        Timer(1.0, webbrowser.open, [f"http://{host}:{desk.port}/"]).start()
    uvicorn.run(
        create_app(desk),
        host=desk.host.strip("[]"),
        port=desk.port,
        http=Patient,
        ws="none",
        log_level="warning",
        server_header=False,
        date_header=True,
        limit_concurrency=MOST_AT_ONCE,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=_GRACE,
    )
