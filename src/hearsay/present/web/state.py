"""What a running desk has: its ledger, its accounts, its jobs. Made when it starts, closed when it stops."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from starlette.requests import HTTPConnection

from hearsay.ledger.accounts.holders import Holders
from hearsay.ledger.accounts.passes import Passes
from hearsay.ledger.answers import Kept
from hearsay.ledger.connect import Store
from hearsay.ledger.correct import Corrector
from hearsay.ledger.listing import Listing
from hearsay.ledger.view import View
from hearsay.pipeline import Pipeline, Reader, corrector
from hearsay.present.web.desk import DeskSettings
from hearsay.present.web.jobs import Jobs
from hearsay.present.web.limits import Tries
from hearsay.present.web.news import News
from hearsay.present.web.provider import Logins
from hearsay.reconcile.ask import Stories
from hearsay.settings import Settings

if TYPE_CHECKING:
    from httpx import BaseTransport

    from hearsay.ingest.fetch.outside import Outside

LOGINS = 5
"""Wrong passwords for one name that are borne within LOGIN_SECONDS; OWASP's Authentication cheat sheet asks for a limit
by account. Not tuned."""
LOGINS_OF_ADDRESS = 50
LOGIN_SECONDS = 900.0
PATIENCE = 10.0
"""Seconds that a page waits for somebody else who writes."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What a desk reaches reader and world through; tests bring others."""

    open_reader: Callable[[Settings], Reader] = Pipeline
    outside: "Outside | None" = None
    transport: "BaseTransport | None" = None
    """What an OpenID provider is reached through."""


@dataclass(slots=True)
class Desk:
    """One desk at work."""

    given: DeskSettings
    store: Store
    holders: Holders
    passes: Passes
    jobs: Jobs
    logins: Logins | None = None
    """Those with an OpenID provider, where there is one."""
    tries: Tries = field(default_factory=lambda: Tries(LOGINS, seconds=LOGIN_SECONDS))
    tries_of_address: Tries = field(default_factory=lambda: Tries(LOGINS_OF_ADDRESS, seconds=LOGIN_SECONDS))
    form_key: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    """What forms must carry where nobody has to log in."""
    stories: Stories = field(init=False)
    """What the reports come to as the ledger is now, with the pictures of the stories that were asked for last."""
    news: News = field(init=False)
    correcting: threading.Lock = field(default_factory=threading.Lock)
    """Held from looking at an entry to having corrected it, so that If-Match holds."""

    def __post_init__(self) -> None:
        self.stories = Stories(View(self.store))
        self.news = News(self.stories)

    @classmethod
    def open(cls, given: DeskSettings, tools: Tools) -> "Desk":
        """Open the ledger, which is made where it is not there. Raises LedgerError."""
        store = Store(given.ledger, create=True, patience=PATIENCE)

        def fetcher() -> "Fetcher":
            return Fetcher(given.settings, allow_private=given.allow_private, outside=tools.outside)

        from hearsay.ingest.fetch.fetcher import Fetcher

        jobs = Jobs(store, settings=given.settings, reader=lambda: tools.open_reader(given.settings), fetcher=fetcher)
        logins = Logins(given.provider, tools.transport) if given.provider and not given.is_open else None
        return cls(given, store, Holders(store), Passes(store), jobs, logins)

    def close(self) -> None:
        """Stop what is being read, and close the ledger."""
        self.jobs.close()
        self.store.close()

    @property
    def view(self) -> View:
        """The ledger as it is now."""
        return View(self.store)

    def stories_at(self, day: date) -> Stories:
        """What they came to at the end of a day, UTC."""
        return Stories(View(self.store, as_of=day))

    def newest(self, limit: int, *, below: int = 0) -> list[Kept]:
        """Reports, the newest first; below a number, where one is given."""
        return Listing(self.store).newest(below=below, limit=limit)

    def corrector(self, by: str) -> Corrector:
        """What corrects the ledger in somebody's name."""
        return corrector(self.store, by=by)


def desk_of(connection: HTTPConnection) -> Desk:
    """The desk that a request is for."""
    desk = connection.app.state.desk
    assert isinstance(desk, Desk)  # noqa: S101 - for the type alone; the lifespan has put it there
    return desk
