"""The sentence in which the words of a query stand, and where in it."""

from collections.abc import Iterator, Sequence

from hearsay.ledger.answers import Passage
from hearsay.ledger.query import Query, places
from hearsay.normalise.sentence import sentences
from hearsay.normalise.stem import words
from hearsay.records.span import Span

LONGEST = 400
"""Most characters of a passage; of a longer sentence what stands around the first mark is shown. Not tuned: what four
lines of a terminal hold."""
_BEFORE = 120
"""Characters that are then shown before the mark."""


def passage_of(text: str, query: Query, *, within: Sequence[Span] = ()) -> Passage | None:
    """The first of the sentences that hold most of the query, of those that meet the spans ``within`` where there are
    any; None for a text without a sentence.
    """
    best: Span | None = None
    most = -1
    for sentence in _candidates(text, within):
        held = {word.stem for word in words(sentence.of(text))} & query.stems
        if len(held) > most:
            best, most = sentence, len(held)
    if best is None:
        return None
    first = next(iter(_marks(best.of(text), query)), None)
    best = _cut(text, best, around=best.start + first.start if first else best.start)
    shown = best.of(text)
    return Passage(best, shown, tuple(_marks(shown, query)))


def _candidates(text: str, within: Sequence[Span]) -> Iterator[Span]:
    start, end = _paragraphs(text, within) if within else (0, len(text))
    for first, last in sentences(text[start:end]):
        sentence = Span(start + first, start + last)
        if not within or any(sentence.overlaps(span) for span in within):
            yield sentence


def _paragraphs(text: str, within: Sequence[Span]) -> tuple[int, int]:
    """The paragraphs that hold all of ``within``."""
    before = text.rfind("\n\n", 0, within[0].start)
    after = text.find("\n\n", within[-1].end)
    return (0 if before < 0 else before + 2), (len(text) if after < 0 else after)


def _marks(shown: str, query: Query) -> Iterator[Span]:
    found = list(words(shown))
    end = 0
    for first, after in places(query, found):
        if found[after - 1].end > end:
            span = Span(max(found[first].start, end), found[after - 1].end)
            end = span.end
            yield span


def _cut(text: str, sentence: Span, *, around: int) -> Span:
    if sentence.end - sentence.start <= LONGEST:
        return sentence
    start = max(sentence.start, min(around - _BEFORE, sentence.end - LONGEST))
    if start > sentence.start:
        blank = text.find(" ", start, around)
        start = blank + 1 if blank >= 0 else start
    end = min(sentence.end, start + LONGEST)
    if end < sentence.end:
        blank = text.rfind(" ", start + LONGEST // 2, end)
        end = blank if blank >= 0 else end
    return Span(start, end)
