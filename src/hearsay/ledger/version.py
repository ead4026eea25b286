"""A report as it is compared with another version of itself: its entries with the words that they stand on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hearsay.ledger.alike import words_of
from hearsay.ledger.rows import folded
from hearsay.normalise.sentence import sentences
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Statement


@dataclass(frozen=True)
class Version:
    """One version of a report."""

    ledger: Ledger

    @cached_property
    def text(self) -> str:
        """The report's."""
        (document,) = self.ledger.documents
        return document.text

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.ledger.sources}

    @cached_property
    def _sentences(self) -> Sequence[Span]:
        return [Span(*pair) for pair in sentences(self.text)]

    @cached_property
    def flat(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split())

    def names(self, source: str | None) -> frozenset[str]:
        """All that a source is called here, folded; empty where none is told."""
        if source is None:
            return frozenset()
        known = self._sources[source]
        return frozenset(folded(name) for name in (known.name, *known.aliases))

    def name(self, source: str | None) -> str | None:
        """What a source is called here, folded."""
        return folded(self._sources[source].name) if source is not None else None

    def words(self, spans: Iterable[Span]) -> str:
        """What stands there, on one line, its pieces parted by ellipses."""
        return " … ".join(" ".join(span.of(self.text).split()) for span in spans)

    def around(self, span: Span) -> tuple[str, ...]:
        """The words of the sentence in which a span starts, but for those of the span."""
        sentence = next((one for one in self._sentences if one.start <= span.start < one.end), span)
        before = self.text[sentence.start : span.start]
        return words_of(before) + words_of(self.text[span.end : max(span.end, sentence.end)])

    def is_told_in(self, other: "Version", spans: Sequence[Span]) -> bool:
        """Whether every sentence that the spans touch stands in the other version, word for word."""
        touched = [one for one in self._sentences if any(one.overlaps(span) for span in spans)]
        return bool(touched) and all(" ".join(one.of(self.text).split()) in other.flat for one in touched)


def places(entry: Statement | Figure | Expectation) -> tuple[Span, ...]:
    """Everywhere that an entry stands."""
    if isinstance(entry, Statement):
        return (*entry.spans.source, *entry.spans.cue, *entry.spans.content)
    if isinstance(entry, Expectation):
        return (entry.span, entry.what)
    return tuple(span for span in (entry.span, entry.counted, entry.measure, entry.place) if span is not None)


def beside(span: Span, figure: Figure) -> tuple[Span, ...]:
    """The pieces of a span that are no part of the figure's own words: what is counted may hold the number."""
    pieces = ((span.start, min(span.end, figure.span.start)), (max(span.start, figure.span.end), span.end))
    return tuple(Span(start, end) for start, end in pieces if start < end)
