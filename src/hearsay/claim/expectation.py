"""What a document announces or predicts with a time."""

from hearsay.records.document import Document
from hearsay.records.expectation import Expectation
from hearsay.records.statement import Statement
from hearsay.records.time import Time


def expectations(
    document: Document, statements: tuple[Statement, ...], *, times: tuple[Time, ...]
) -> tuple[Expectation, ...]:
    """What is to come and when it is due, in the order of the text."""
    del document, statements, times
    return ()
