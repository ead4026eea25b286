"""The time expressions of a document."""

from hearsay.records.document import Document
from hearsay.records.time import Time


def times(document: Document) -> tuple[Time, ...]:
    """Every expression of a calendar date or a clock time that can be resolved, in the order of the text."""
    del document
    return ()
