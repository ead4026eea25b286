"""Long work in the background, one piece after another: what is given is read and added, and tells how far it has come.

The network runs on one thread here, so that pages stay quick while reports are read.
"""

import logging
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from hearsay.errors import HearsayError, ReportError
from hearsay.ledger.connect import Store
from hearsay.ledger.writer import Outcome, Writer, now
from hearsay.pipeline import Reader, keep
from hearsay.present.clean import one_line
from hearsay.present.web.adding import Item, Offer
from hearsay.present.web.problems import problem_of
from hearsay.reconcile.place import Placer
from hearsay.records.fetched import Gathered, Unchanged
from hearsay.settings import Settings

if TYPE_CHECKING:
    from hearsay.ingest.fetch.fetcher import Fetcher

MOST_WAITING = 20
"""Jobs that may wait; whoever comes later is told so."""
MOST_KEPT = 200
"""Jobs that are remembered."""
MOST_RESULTS = 10_000
"""Reports of one job."""


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    FAILED = "failed"
    """It ended before all was read; what had been added is in the ledger."""
    STOPPED = "stopped"
    """Somebody stopped it."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes."""
        return self not in (JobState.WAITING, JobState.READING)


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one report."""

    origin: str
    outcome: str
    """A word of hearsay.ledger.writer.Outcome, or "failed"."""
    document: str | None = None
    """Document.id where it is in the ledger."""
    title: str | None = None
    why: str | None = None
    """What was wrong, and what to do about it."""


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work, as it is now."""

    id: str
    by: str
    name: str
    state: JobState
    created: str
    results: tuple[Result, ...] = ()
    why: str | None = None
    """Why it failed as a whole."""


@dataclass(slots=True)
class _Running:
    job: Job
    results: list[Result] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)


class Jobs:
    """All jobs of one desk; safe for several threads. A desk that stops lets the report that it reads be finished."""

    def __init__(
        self, store: Store, *, settings: Settings, reader: Callable[[], Reader], fetcher: Callable[[], "Fetcher"]
    ) -> None:
        """``reader`` and ``fetcher`` are asked for when the first job comes."""
        self._store = store
        self._settings = settings
        self._make_reader = reader
        self._make_fetcher = fetcher
        self._reader: Reader | None = None
        self._fetcher: Fetcher | None = None
        self._jobs: OrderedDict[str, _Running] = OrderedDict()
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="hearsay-jobs")

    def close(self) -> None:
        """Stop all jobs, after the report that is being read."""
        self._closing.set()
        with self._lock:
            for running in self._jobs.values():
                running.stopped.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def place_rest(self) -> None:
        """Put into stories what was added without that, by an earlier hearsay or a run that was stopped."""
        self._pool.submit(self._place_rest).add_done_callback(_log)

    def do(self, work: Callable[[], None]) -> None:
        """Have something done in the background, once what was asked for before is done."""
        self._pool.submit(work).add_done_callback(_log)

    def _place_rest(self) -> None:
        for _ in Placer(self._store).catch_up():
            if self._closing.is_set():
                return

    def start(self, offer: Offer, *, by: str) -> Job:
        """Have something read and added. Raises HTTPException where too much is waiting."""
        job = Job(f"job-{secrets.token_hex(8)}", by, offer.name, JobState.WAITING, now())
        running = _Running(job)
        with self._lock:
            if sum(one.job.state is JobState.WAITING for one in self._jobs.values()) >= MOST_WAITING:
                raise HTTPException(503, "too much is waiting to be read; try again later", {"retry-after": "60"})
            self._jobs[job.id] = running
            for id in [id for id, one in self._jobs.items() if one.job.state.is_over]:
                if len(self._jobs) > MOST_KEPT:
                    del self._jobs[id]
        self._pool.submit(self._run, running, offer).add_done_callback(_log)
        return job

    def job(self, id: str) -> Job | None:
        """The job with this id as it is now; None where there is none, or it has been forgotten."""
        with self._lock:
            running = self._jobs.get(id)
            return replace(running.job, results=tuple(running.results)) if running else None

    def every(self) -> tuple[Job, ...]:
        """All jobs that are remembered, the newest first."""
        with self._lock:
            return tuple(replace(one.job, results=tuple(one.results)) for one in reversed(self._jobs.values()))

    def stop(self, id: str) -> None:
        """Stop a job after the report that is being read."""
        with self._lock:
            running = self._jobs.get(id)
            if running is not None and not running.job.state.is_over:
                running.stopped.set()

    def _run(self, running: _Running, offer: Offer) -> None:
        self._set(running, JobState.READING)
        state, why = JobState.FAILED, problem_of(RuntimeError()).detail
        try:
            if self._reader is None or self._fetcher is None:
                self._reader, self._fetcher = self._make_reader(), self._make_fetcher()
            self._add(running, offer.reports(self._settings, self._fetcher), reader=self._reader)
            state, why = (JobState.STOPPED if running.stopped.is_set() else JobState.DONE), ""
        except HearsayError as error:
            why = problem_of(error).detail
        finally:
            # Whatever ended it, whoever waits for it is told that it has ended.
            self._set(running, state, why=why or None)

    def _add(self, running: _Running, found: Iterable[Item], *, reader: Reader) -> None:
        writer, placer = Writer(self._store), Placer(self._store)
        read: list[Gathered] = []
        for added in keep(reader, self._readable(running, found, read=read), writer=writer, placer=placer):
            document = read.pop().document
            title = one_line(document.title or "") or None
            self._tell(running, Result(_origin(document.origin), added.outcome, added.document, title))

    def _readable(self, running: _Running, found: Iterable[Item], *, read: list[Gathered]) -> Iterator[Gathered]:
        for number, item in enumerate(found):
            if running.stopped.is_set() or number >= MOST_RESULTS:
                return
            if isinstance(item, Gathered):
                read.append(item)
                yield item
            elif isinstance(item, Unchanged):
                self._tell(running, Result(_origin(item.address), Outcome.KNOWN))
            elif isinstance(item, ReportError):
                why = f"{item}: {item.advice}" if item.advice else str(item)
                self._tell(running, Result(_origin(item.origin), "failed", why=one_line(why)))

    def _tell(self, running: _Running, result: Result) -> None:
        with self._lock:
            running.results.append(result)

    def _set(self, running: _Running, state: JobState, *, why: str | None = None) -> None:
        with self._lock:
            running.job = replace(running.job, state=state, why=why)


def _log(ended: "Future[None]") -> None:
    """Write down why a job ended that should not have."""
    error = None if ended.cancelled() else ended.exception()
    if error is not None:
        logging.getLogger("hearsay").error("a job failed", exc_info=error)


def _origin(origin: str | None) -> str:
    return "a text" if origin in (None, "-") else one_line(str(origin))
