"""The steps in their order: a document is read, its sources are told apart, its statements are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hearsay.errors import EmptyReport, ReportError, UsageError
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from hearsay.settings import Settings

if TYPE_CHECKING:
    from hearsay.ledger.connect import Store
    from hearsay.ledger.correct import Corrector
    from hearsay.ledger.view import View
    from hearsay.ledger.writer import Added, Writer
    from hearsay.read.shipped import DocumentReader
    from hearsay.reconcile.ask import Stories
    from hearsay.reconcile.place import Placer
    from hearsay.records.fetched import Gathered


class Pipeline:
    """Reads documents with the shipped reader, which is loaded when the first one comes."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings.from_environment()

    @cached_property
    def _reader(self) -> DocumentReader:
        # onnxruntime costs most of a second to load, and what only asks for help must not pay it.
        from hearsay.read.shipped import DocumentReader

        return DocumentReader.load(threads=self.settings.threads)

    @property
    def version(self) -> str:
        """The version of the reader's weights; raises WeightsError."""
        from hearsay.read.manifest import manifest

        return str(manifest()["version"])

    @property
    def network_seconds(self) -> float:
        """Seconds spent within the network's runs so far."""
        return self._reader.network.seconds

    def read(self, documents: Iterable[Document]) -> Iterator[Ledger]:
        """One ledger for each document, in their order. Raises WeightsError."""
        from hearsay.claim.expectation import expectations
        from hearsay.claim.figure import figures
        from hearsay.claim.statement import statements
        from hearsay.claim.time import times
        from hearsay.normalise.when.find import find_times
        from hearsay.resolve.resolver import Resolver

        for document in documents:
            reading = self._reader.read(document)
            resolver = Resolver(document)
            resolution = resolver.run(reading)
            found = find_times(document.text, document.published)
            told = times(document, found)
            made = statements(document, reading, resolution=resolution, times=found)
            counted, questions = figures(document, made, resolution=resolution, times=told, credit=resolver.credit)
            due = expectations(document, made, found=found)
            used = {i for s in made for i in (s.source, *s.via)}
            used |= {f.source for f in counted} | {e.source for e in due}
            yield Ledger(
                documents=(document,),
                sources=tuple(s for s in resolver.sources if s.id in used),
                statements=made,
                figures=counted,
                questions=questions,
                times=told,
                expectations=due,
            )


class Reader(Protocol):
    """What reads documents: a Pipeline, or in tests a scripted one."""

    @property
    def version(self) -> str:
        """The reader's version."""
        ...

    def read(self, documents: Iterable[Document]) -> Iterator[Ledger]:
        """One ledger for each document, in order."""
        ...


def keep(reader: Reader, reports: Iterable[Gathered], *, writer: Writer, placer: Placer) -> Iterator[Added]:
    """Add reports to a ledger, in their order, each whole before the next is read; one that is known is not read.

    Each is held against those that are there: whose account it carries, of which story it is. What a run that was
    stopped has left is made up for first. Raises LedgerError for the first that cannot be added; those before it are
    in the ledger.
    """
    version = reader.version
    for _ in placer.catch_up():
        pass
    for report in reports:
        found = writer.known(report.document, version, fetched=report.fetched)
        if found is None:
            (entries,) = reader.read([report.document])
            found = writer.add(entries, reader=version, fetched=report.fetched)
            # It is in the ledger from here on: whoever counts is told so, even if placing it fails.
            yield found
            placer.place(found.document, entries)
        else:
            yield found


def read(report: Document | Path | str, *, published: str | None = None, settings: Settings | None = None) -> Ledger:
    """Read one report, a file of reports or a folder of them, and tell who said what.

    ``report`` is a Document, a path (a Path, or a string that names a file or folder), or the text itself.
    ``published`` (ISO 8601) is when it was published, where the report does not say. Raises ReportError for the
    first report that cannot be read, UsageError for a ``published`` that is no date, WeightsError.
    """
    pipeline = Pipeline(settings)
    return Ledger.joined(pipeline.read(_documents(report, published=published, settings=pipeline.settings)))


def add(report: Path | str, where: Path | str, *, settings: Settings | None = None) -> list[Added]:
    """Read a file or a folder of reports and add them to the ledger ``where``, which is made where it is not there.

    ``where`` is a file, or a URL of PostgreSQL. What is known is not read again. Raises ReportError for the first
    report that cannot be read and LedgerError for one that cannot be added; those before are in the ledger.
    """
    from hearsay.ingest import gathered
    from hearsay.ledger.connect import Store
    from hearsay.ledger.writer import Writer
    from hearsay.reconcile.place import Placer

    pipeline = Pipeline(settings)
    store = Store(where, create=True)
    try:
        found = gathered([report], settings=pipeline.settings)
        return list(keep(pipeline, map(_sound, found), writer=Writer(store), placer=Placer(store)))
    finally:
        store.close()


def open_ledger(where: Path | str, *, as_of: date | None = None) -> View:
    """A ledger to be asked, as it stood at the end of the day ``as_of``, UTC; None is now. A context manager.

    Raises UsageError for an address of no ledger, LedgerAway for one that is not there, LedgerError.
    """
    from hearsay.ledger.connect import Store
    from hearsay.ledger.view import View

    return View(Store(where, create=False), as_of=as_of)


def stories(where: Path | str, *, as_of: date | None = None) -> Stories:
    """What the reports of a ledger come to, as it stood at the end of the day ``as_of``, UTC; None is now.

    A context manager. Raises UsageError for an address of no ledger, LedgerAway for one that is not there, LedgerError.
    """
    from hearsay.reconcile.ask import Stories

    return Stories(open_ledger(where, as_of=as_of))


def correct(where: Path | str, *, by: str) -> Corrector:
    """A ledger to be corrected in the name of the analyst ``by``. A context manager.

    Raises UsageError for an address of no ledger, LedgerAway for one that is not there, LedgerError.
    """
    from hearsay.ledger.connect import Store

    return corrector(Store(where, create=False), by=by)


def corrector(store: Store, *, by: str) -> Corrector:
    """What corrects an open ledger in the name of the analyst ``by``, and follows at once what that says of copies."""
    from hearsay.ledger.correct import Corrector
    from hearsay.reconcile.place import Placer

    return Corrector(store, by=by, anew=Placer(store).again)


def _sound(found: Gathered | ReportError) -> Gathered:
    if isinstance(found, ReportError):
        raise found
    return found


def _documents(report: Document | Path | str, *, published: str | None, settings: Settings) -> Iterator[Document]:
    if isinstance(report, Document):
        if published is not None:
            raise UsageError("published is for a text or a path; a Document has its own")
        yield report
        return
    from hearsay.ingest import documents, from_text

    if isinstance(report, str) and not _is_path(report):
        if not report.strip():
            raise EmptyReport("nothing in it but blanks", origin="text")
        yield from_text(report, published=published)
        return
    for found in documents([report], settings=settings, published=published):
        if isinstance(found, ReportError):
            raise found
        yield found


def _is_path(text: str) -> bool:
    """Whether a string names a file or folder: one short line that exists, or that can only be meant as a path."""
    if "\n" in text or len(text) > 1000:
        return False
    try:
        return Path(text).exists() or (" " not in text and Path(text).suffix != "")
    except (OSError, ValueError):
        return False
