"""Attributions kept to the part of the document that their cue stands in: a headline of another report, a caption and
a publisher's notice are texts of their own, into which no statement runs on.
"""

from collections.abc import Sequence
from dataclasses import replace

from hearsay.records.document import Part, PartKind
from hearsay.records.reading import Attribution
from hearsay.records.span import Span


def within_parts(text: str, attributions: Sequence[Attribution], *, parts: Sequence[Part]) -> list[Attribution]:
    """The attributions, each without what lies beyond its cue's part; a dateline opens the prose and is no bound."""
    walls = [part.span for part in parts if part.kind is not PartKind.DATELINE]
    if not walls:
        return list(attributions)
    kept = []
    for attribution in attributions:
        cue = attribution.cue[0]
        home = next((wall for wall in walls if wall.holds(cue)), None)
        content = [_cut(text, piece, home=home, walls=walls) for piece in attribution.content]
        source = [_cut(text, piece, home=home, walls=walls) for piece in attribution.source]
        kept.append(replace(attribution, content=tuple(filter(None, content)), source=tuple(filter(None, source))))
    return kept


def _cut(text: str, piece: Span, *, home: Span | None, walls: Sequence[Span]) -> Span | None:
    """What of a piece lies in the part ``home``, or in the prose between the parts; None where nothing does."""
    if home is not None:
        start, end = max(piece.start, home.start), min(piece.end, home.end)
    else:
        start, end = piece.start, piece.end
        for wall in walls:
            if wall.start <= start < wall.end:
                start = min(wall.end, end)
            elif start < wall.start < end:
                end = wall.start
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
