"""Readings made by hand: who is credited is found by the words."""

from hearsay.records.document import Document
from hearsay.records.reading import Attribution, Reading
from hearsay.records.resolution import Resolution
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.resolve.resolver import Resolver


def resolved(
    text: str, *credits: str, publisher: str | None = None, through: dict[int, str] | None = None
) -> Resolution:
    """Who is who, where each of ``credits`` stands in ``text``, in this order, before a word of saying.

    ``through`` gives, by the number of the credit, the words that name whom it came through.
    """
    at, attributions = 0, []
    for number, words in enumerate(credits):
        start = text.index(words, at)
        at = start + len(words)
        told = (through or {}).get(number)
        via = (Span(text.index(told), text.index(told) + len(told)),) if told else ()
        attributions.append(Attribution((Span(start, at),), (Span(at + 1, at + 5),), (Span(0, 1),), 1.0, via))
    return Resolver(Document(id="d", text=text, publisher=publisher)).run(Reading("d", tuple(attributions), ()))


def sources(text: str, *credits: str, publisher: str | None = None) -> list[Source | None]:
    """The source behind each of ``credits``."""
    resolution = resolved(text, *credits, publisher=publisher)
    by_id = {source.id: source for source in resolution.sources}
    return [None if c is None else by_id[c] for c in resolution.credited]


def source(text: str, credit: str) -> Source:
    """The source behind the one of ``credit``."""
    found = sources(text, credit)[0]
    assert found is not None
    return found
