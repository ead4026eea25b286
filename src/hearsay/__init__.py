"""hearsay reads news reports and tells what they attribute: who said what, through whom, in whose words.

>>> import hearsay
>>> ledger = hearsay.read("report.html")  # doctest: +SKIP
>>> [(ledger.source(s.source).name, s.mode) for s in ledger.statements if s.source]  # doctest: +SKIP
"""

# The subpackage first: when it is loaded later, Python binds its name over the function's.
import hearsay.read  # noqa: F401 -- loaded for its place in the import order  # isort: skip
from hearsay.errors import HearsayError
from hearsay.pipeline import add, correct, open_ledger, read, stories
from hearsay.records.document import Document
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.marks import Marks
from hearsay.records.question import Question
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Statement
from hearsay.records.time import Time
from hearsay.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "Document",
    "Expectation",
    "Figure",
    "HearsayError",
    "Ledger",
    "Marks",
    "Question",
    "Settings",
    "Source",
    "Span",
    "Statement",
    "Time",
    "__version__",
    "add",
    "correct",
    "open_ledger",
    "read",
    "stories",
]
