"""The time expressions of a document."""

from collections.abc import Sequence

from hearsay.normalise.when.when import When
from hearsay.records.document import Document
from hearsay.records.span import Span
from hearsay.records.time import Time


def times(document: Document, found: Sequence[When]) -> tuple[Time, ...]:
    """The records of what ``normalise.when`` found in the text of ``document``, in the order of the text.

    Of a range both ends are listed: each is an expression of its own.
    """
    return tuple(
        Time(document.id, Span(when.start, when.end), when.value) for whole in found for when in whole.ends or (whole,)
    )
