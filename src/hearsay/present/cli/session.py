"""What the commands of one run share, and where tests put something else in the place of ingest and pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hearsay.errors import ReportError
from hearsay.records.document import Document
from hearsay.settings import Settings

if TYPE_CHECKING:
    from hearsay.ingest.fetch.fetcher import Known
    from hearsay.pipeline import Reader
    from hearsay.records.fetched import Gathered, Unchanged


class Finder(Protocol):
    """Finds the documents of inputs: hearsay.ingest.documents, or a scripted one."""

    def __call__(
        self, inputs: Iterable[str | Path], *, settings: Settings, published: str | None
    ) -> Iterator[Document | ReportError]:
        """The documents of ``inputs`` in order, and an error in the place of each that cannot be read."""
        ...


class Gatherer(Protocol):
    """Finds documents with their bytes: hearsay.ingest.gathered_or_fetched, or a scripted one."""

    def __call__(
        self,
        inputs: Iterable[str | Path],
        *,
        settings: Settings,
        published: str | None,
        allow_private: bool,
        known: Known | None,
    ) -> Iterator[Gathered | Unchanged | ReportError]:
        """The documents of ``inputs`` in order, and an error in the place of each that cannot be read."""
        ...


def gather_documents(
    inputs: Iterable[str | Path],
    *,
    settings: Settings,
    published: str | None,
    allow_private: bool,
    known: Known | None,
) -> Iterator[Gathered | Unchanged | ReportError]:
    """``hearsay.ingest.gathered_or_fetched``, imported when it is first needed."""
    from hearsay.ingest import gathered_or_fetched
    from hearsay.ingest.fetch.fetcher import Fetcher

    fetcher = Fetcher(settings, allow_private=allow_private)
    return gathered_or_fetched(inputs, fetcher, settings=settings, published=published, known=known)


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
