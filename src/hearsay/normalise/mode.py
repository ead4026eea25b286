"""How far a content is in the source's own words, by what stands within quotation marks. Spans are code points."""

import re
from collections.abc import Sequence

from hearsay.records.span import Span
from hearsay.records.statement import Mode

LONGEST_TITLE, SMALL_WORD = 8, 4
"""Most words of a title, and letters from which its words have a capital."""
DIRECT, MIXED = 0.9, 0.12
"""Shares of a content's letters in quotation marks from which it is direct, and mixed (tuned on the dev stories)."""


def quoted_parts(content: Sequence[Span], quoted: Sequence[Span]) -> tuple[Span, ...]:
    """The parts of ``content`` within ``quoted``, the stretches between quotation marks."""
    shared = ((max(c.start, q.start), min(c.end, q.end)) for c in content for q in quoted if c.overlaps(q))
    return tuple(Span(a, b) for a, b in shared)


def mode(text: str, *, content: Sequence[Span], quoted: Sequence[Span]) -> Mode:
    """The mode of ``content``, of which the parts ``quoted`` stand within quotation marks."""
    whole = max(1, sum(letters(s.of(text)) for s in content))
    if sum(letters(s.of(text)) for s in quoted) / whole >= DIRECT:
        return Mode.DIRECT
    speech = [s.of(text) for s in quoted if not _is_title(s.of(text))]
    return Mode.MIXED if sum(map(letters, speech)) / whole >= MIXED else Mode.INDIRECT


def letters(words: str) -> int:
    """How many letters and digits there are."""
    return sum(c.isalnum() for c in words)


def _is_title(words: str) -> bool:
    """Whether quotation marks hold a title rather than speech: "Hamlet", "The Art of War"."""
    tokens = re.findall(r"[^\W\d_]+", words)
    return (
        1 < len(tokens) <= LONGEST_TITLE
        and tokens[0][0].isupper()
        and all(t[0].isupper() or len(t) < SMALL_WORD for t in tokens)
    )
