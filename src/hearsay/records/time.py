"""An expression of a calendar date or a clock time."""

from dataclasses import dataclass

from hearsay.records.span import Span


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression that can be resolved."""

    document: str
    """Document.id."""
    span: Span
    value: str
    """EDTF (ISO 8601-2:2019), resolved against when the document was published."""
