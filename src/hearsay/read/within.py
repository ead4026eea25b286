"""Attributions within the content of another: "Sullivan agreed …, the White House said".

The network was trained on text in which each word has one role, so it reads the outer attribution and passes over
the inner one. What it passes over it finds when the content is read by itself, as a text of its own.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from hearsay.records.reading import Attribution
from hearsay.records.span import Span

LEAST_WORDS = 6
"""A shorter content is not read again."""
LEAST_CONFIDENCE = 0.88
"""Least confidence of an attribution read within a content (tuned on the dev stories and PolNeAR dev; make gate)."""
_TOPIC = re.compile(
    r"(?:(?:have|has|had|am|is|are|was|were|been|also|now|still)\s+)*(?:discuss|debat|negotiat|talk|met|meet|address|review|plan|intend|aim|seek|sought|tri|try|decid|prepar)\w*\b",
    re.I,
)
_SPECIFIC = re.compile(
    r"(?!(?:I|we|you|he|she|it|they|who|that|this|these|those|many|some|most|few|all|people|everyone|nobody|no)\b)"
    r"(?:(?:the|an?|his|her|its|their|our|one|two|three|four|five|another)\s|[^\n]*(?-i:[A-Z]))",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")


def worth_reading(
    text: str, attribution: Attribution, *, cues: frozenset[str], quoted: Sequence[Span] = ()
) -> Span | None:
    """Where the content of ``attribution`` is to be read by itself: one stretch that holds a word of ``cues``.

    What is mostly in quotation marks is the source's own talk, and is left whole.
    """
    if not attribution.content:
        return None
    within = sum(
        min(c.end, q.end) - max(c.start, q.start) for c in attribution.content for q in quoted if c.overlaps(q)
    )
    if 2 * within > sum(c.end - c.start for c in attribution.content):
        return None
    span = max(attribution.content, key=lambda s: s.end - s.start)
    found = _WORD.findall(span.of(text).lower())
    if len(found) < LEAST_WORDS or cues.isdisjoint(found):
        return None
    return span


def extended(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, one alone within another with what trails after it there.

    In "Sullivan said A, a move that B, the White House said" all of it is what Sullivan said.
    """
    found = list(attributions)
    for number, inner in enumerate(attributions):
        if inner.within is None or sum(a.within == inner.within for a in attributions) > 1:
            continue
        last = inner.content[-1]
        around = [c for c in attributions[inner.within].content if c.holds(last)]
        if not around or inner.cue[0].start > min(last.start, (around[0].start + around[0].end) // 2):
            continue
        tail = text[last.end : around[0].end].rstrip(" ,.")
        if tail.startswith(",") and not re.search(r"[.;!?]\s", tail):
            found[number] = replace(inner, content=(*inner.content[:-1], Span(last.start, last.end + len(tail))))
    return found


def parted(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without what follows a semicolon and tells of another source: "X said A; Y estimated B"."""
    found = list(attributions)
    for attribution in attributions:
        if attribution.within is None or not attribution.source:
            continue
        outer = found[attribution.within]
        lead, last = text[: attribution.source[0].start].rstrip(), outer.content[-1]
        if lead.endswith(";") and last.start < len(lead) - 1 < last.end:
            content = (*outer.content[:-1], Span(last.start, len(lead) - 1))
            found[attribution.within] = replace(outer, content=content)
    return found


def moved(text: str, found: Sequence[Attribution], *, start: int, outer: int) -> list[Attribution]:
    """The attributions of the content ``text``, read by itself, as parts of the text in which it starts at ``start``.

    Only sure ones of a source that the words point to: neither "you think" nor "voters want" is hearsay.
    """

    def shifted(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(s.start + start, s.end + start) for s in spans)

    return [
        replace(a, source=shifted(a.source), cue=shifted(a.cue), content=shifted(a.content), within=outer)
        for a in found
        if a.confidence >= LEAST_CONFIDENCE and a.source and a.content and _SPECIFIC.match(a.source[0].of(text))
    ]


def without_topics(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions but for those within others that tell what was talked about or meant to be done, not said."""
    return [a for a in attributions if a.within is None or not _TOPIC.match(a.cue[0].of(text))]


def merged(first: Sequence[Attribution], inner: Sequence[Attribution]) -> list[Attribution]:
    """Both in the order of their cues; ``within`` of ``inner`` counts in ``first``, and in the result there.

    Where both read one cue, the first reading stands, unless only the inner one tells the source.
    """

    def same(a: Attribution, b: Attribution) -> bool:
        return any(c.overlaps(d) for c in a.cue for d in b.cue)

    fresh = [a for a in inner if not any(same(a, b) for b in first if b.source)]
    kept = [b for b in first if b.source or not any(same(a, b) for a in fresh)]
    order = sorted([*kept, *fresh], key=lambda a: (a.cue[0].start, a.cue[0].end))
    place = {id(a): n for n, a in enumerate(order)}
    return [replace(a, within=None if a.within is None else place.get(id(first[a.within]))) for a in order]


def enclosed(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The same attributions, each with the narrowest other one whose content holds all of it as its ``within``."""
    contents = sorted((c, n) for n, a in enumerate(attributions) for c in a.content)
    longest = max((c.end - c.start for c, _ in contents), default=0)
    found = []
    for number, attribution in enumerate(attributions):
        pieces = (*attribution.source, *attribution.cue, *attribution.content)
        whole = Span(min(p.start for p in pieces), max(p.end for p in pieces))
        # What holds it starts no later, and no further before it than the longest content reaches.
        first = bisect_left(contents, whole.end - longest, key=lambda c: c[0].start)
        last = bisect_right(contents, whole.start, key=lambda c: c[0].start)
        holders = [(c.end - c.start, n) for c, n in contents[first:last] if n != number and c.holds(whole)]
        found.append(replace(attribution, within=min(holders)[1] if holders else None))
    return found
