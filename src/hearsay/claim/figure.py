"""The figures of a document: whose, how many, of what, as of when."""

from hearsay.records.document import Document
from hearsay.records.figure import Figure
from hearsay.records.question import Question
from hearsay.records.resolution import Resolution
from hearsay.records.statement import Statement
from hearsay.records.time import Time


def figures(
    document: Document, statements: tuple[Statement, ...], *, resolution: Resolution, times: tuple[Time, ...]
) -> tuple[tuple[Figure, ...], tuple[Question, ...]]:
    """Every quantity in the text, and the questions that the followed ones answer."""
    del document, statements, resolution, times
    return (), ()
