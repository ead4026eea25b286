"""How sure the source of an attribution is of its content."""

from dataclasses import dataclass

from hearsay.records.reading import Attribution
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty


@dataclass(frozen=True, slots=True)
class FoundCertainty:
    """A certainty, and the words of the document that decided it."""

    certainty: Certainty
    words: tuple[Span, ...]


def certainty(text: str, attribution: Attribution, *, act: Act) -> FoundCertainty:
    """How sure the source is, by cue and content."""
    del text, attribution, act
    return FoundCertainty(Certainty.CERTAIN, ())
