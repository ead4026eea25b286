"""Quotations that run on: what stands in quotation marks beside a quotation with a cue, and has no cue of its own.

Rules of version 1, tuned on the dev stories and PolNeAR dev (make gate).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from hearsay.records.reading import Attribution
from hearsay.records.span import Span

LEAST_WORDS = 4
"""Shorter quotations are titles and scare quotes as often as speech."""
_SENTENCE_END = re.compile(r"[.!?…,—–-]\W*$")
_CLOSING = re.compile(r"[\"”»]")


def with_continued(text: str, attributions: Sequence[Attribution], *, quoted: Sequence[Span]) -> list[Attribution]:
    """The attributions, each with the free quotations that continue its own.

    A quotation is free where no attribution holds any of it. One in the same paragraph belongs to the nearest
    attribution whose content is quoted; one that opens a paragraph, to the quotation left open before it.
    """
    found = list(attributions)
    # From the last: a quotation left open takes its owner from the paragraph that it runs on into.
    for number, span in reversed(list(enumerate(quoted))):
        if any(piece.overlaps(span) for a in found for piece in (*a.source, *a.cue, *a.content)):
            continue
        before = quoted[number - 1] if number else None
        after = quoted[number + 1] if number + 1 < len(quoted) else None
        owner = None
        if after is not None and _runs_on(text, span, span=after):
            owner = _holder(found, after)
        if owner is None and before is not None and _runs_on(text, before, span=span):
            owner = _holder(found, before)
        if owner is None and _is_speech(text, span):
            owner = _beside(text, found, quoted=quoted, span=span)
        if owner is not None:
            content = tuple(sorted((*found[owner].content, span)))
            found[owner] = replace(found[owner], content=content)
    return found


def _is_speech(text: str, span: Span) -> bool:
    words = span.of(text)
    return len(words.split()) >= LEAST_WORDS and words[0].isupper() and bool(_SENTENCE_END.search(words))


def _runs_on(text: str, before: Span, *, span: Span) -> bool:
    """Whether ``before`` is left open at its paragraph's end and ``span`` opens the next."""
    between = text[before.end : span.start]
    return "\n" in between and not between.strip(' \n"“«') and not _CLOSING.search(between.split("\n")[0])


def _holder(found: Sequence[Attribution], span: Span) -> int | None:
    """The attribution whose content holds ``span``."""
    holders = [n for n, a in enumerate(found) if any(p.overlaps(span) for p in a.content)]
    return holders[0] if holders else None


def _beside(text: str, found: Sequence[Attribution], *, quoted: Sequence[Span], span: Span) -> int | None:
    """The nearest attribution in the paragraph of ``span`` whose content is quoted, no other's cue between them."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    same = [(n, a) for n, a in enumerate(found) if start <= a.cue[0].start and (end < 0 or a.cue[0].end <= end)]
    cues = [(n, c.start) for n, a in enumerate(found) for c in a.cue if start <= c.start and (end < 0 or c.end <= end)]
    near = []
    for n, a in same:
        cue = a.cue[0]
        low, high = min(cue.start, span.start), max(cue.end, span.end)
        crossed = any(m != n and low <= place < high for m, place in cues)
        if not crossed and any(p.overlaps(q) for p in a.content for q in quoted):
            near.append((abs(cue.start - span.start), n))
    return min(near)[1] if near else None
