"""What the commands of one run share, and where tests put something else in the place of ingest and pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hearsay.errors import ReportError
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from hearsay.settings import Settings

if TYPE_CHECKING:
    from hearsay.ledger.writer import Added, Writer
    from hearsay.records.fetched import Gathered


class Reader(Protocol):
    """Reads and keeps documents: hearsay.pipeline.Pipeline, or a scripted one."""

    @property
    def version(self) -> str:
        """The reader's version."""
        ...

    def read(self, documents: Iterable[Document]) -> Iterator[Ledger]:
        """One ledger for each document, in order."""
        ...

    def keep(self, reports: Iterable[Gathered], writer: Writer) -> Iterator[Added]:
        """Add reports to a ledger, in order, and tell what came of each."""
        ...


class Finder(Protocol):
    """Finds the documents of inputs: hearsay.ingest.documents, or a scripted one."""

    def __call__(
        self, inputs: Iterable[str | Path], *, settings: Settings, published: str | None
    ) -> Iterator[Document | ReportError]:
        """The documents of ``inputs`` in order, and an error in the place of each that cannot be read."""
        ...


class Gatherer(Protocol):
    """Finds documents with their bytes: hearsay.ingest.gathered, or a scripted one."""

    def __call__(
        self, inputs: Iterable[str | Path], *, settings: Settings, published: str | None
    ) -> Iterator[Gathered | ReportError]:
        """The documents of ``inputs`` in order, and an error in the place of each that cannot be read."""
        ...


def gather_documents(
    inputs: Iterable[str | Path], *, settings: Settings, published: str | None
) -> Iterator[Gathered | ReportError]:
    """``hearsay.ingest.gathered``, imported when it is first needed."""
    from hearsay.ingest import gathered

    return gathered(inputs, settings=settings, published=published)


def find_documents(
    inputs: Iterable[str | Path], *, settings: Settings, published: str | None
) -> Iterator[Document | ReportError]:
    """``hearsay.ingest.documents``, imported when it is first needed: ``--help`` has to be quick."""
    from hearsay.ingest import documents

    return documents(inputs, settings=settings, published=published)


def open_reader(settings: Settings) -> Reader:
    """``hearsay.pipeline.Pipeline``, imported when it is first needed."""
    from hearsay.pipeline import Pipeline

    return Pipeline(settings)


@dataclass(slots=True)
class Session:
    """One run of the command."""

    find_documents: Finder = find_documents
    gather_documents: Gatherer = gather_documents
    open_reader: Callable[[Settings], Reader] = open_reader
    debug: bool = False
    """Whether a bug is to show where it is."""
