"""When each attribution was said."""

from dataclasses import dataclass

from hearsay.records.document import Document
from hearsay.records.reading import Reading
from hearsay.records.resolution import Resolution
from hearsay.records.span import Span
from hearsay.records.time import Time


@dataclass(frozen=True, slots=True)
class Said:
    """When something was said, EDTF, and the words that tell so."""

    value: str | None
    words: Span | None


def said_on(
    document: Document, reading: Reading, *, resolution: Resolution, times: tuple[Time, ...]
) -> tuple[Said, ...]:
    """One for each attribution of ``reading``."""
    del document, resolution, times
    return tuple(Said(None, None) for _ in reading.attributions)
