"""What kind of act an attribution tells of."""

from dataclasses import dataclass

from hearsay.records.reading import Attribution
from hearsay.records.span import Span
from hearsay.records.statement import Act


@dataclass(frozen=True, slots=True)
class FoundAct:
    """An act, and the words of the document that decided it."""

    act: Act
    words: Span | None


def act(text: str, attribution: Attribution) -> FoundAct:
    """What the source does by saying it."""
    del text, attribution
    return FoundAct(Act.ASSERT, None)
