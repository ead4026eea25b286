"""Something announced or predicted, with the time by which it is due."""

from dataclasses import dataclass

from hearsay.records.span import Span


@dataclass(frozen=True, slots=True)
class Expectation:
    """What is to come, and when."""

    id: str
    document: str
    """Document.id."""
    span: Span
    """The time expression: "by the end of this year"."""
    what: Span
    """The words that tell what is to come."""
    due: str
    """EDTF: "2024-11-05", "../2024-12-31" for "by", "2024-10-27/.." for "as early as"."""
    source: str | None
    """Source.id of who says so; None in the report's own voice."""
    statement: str | None
    """Statement.id of the attribution that it stands in."""
