"""The parts of a text that are not the article's own prose."""

from collections.abc import Iterator

from hearsay.ingest.dateline import dateline_length, opens_like_a_speaker
from hearsay.ingest.furniture import announces_related, furniture
from hearsay.ingest.paragraphs import lines, paragraphs
from hearsay.records.document import Part, PartKind
from hearsay.records.span import Span

_LONGEST_HEADLINE = 25
"""Words."""

_DATELINE_WITHIN = 4
"""A dateline opens one of so many first paragraphs of prose: a standfirst or a headline may stand before it."""


def find_parts(text: str) -> tuple[Part, ...]:
    """The datelines, captions, credits, related headlines and notices of ``text``, in its order, none overlapping.

    A dateline ends where the prose of its paragraph starts; every other part is a whole paragraph, or a whole line
    of the paragraph that announces related reports.
    """
    return tuple(_parts(text))


def _parts(text: str) -> Iterator[Part]:
    units = [(span, span.of(text)) for span in _units(text)]
    kinds = [furniture(words) for _, words in units]
    tail = _tail(units, kinds)
    # Two speakers make a transcript, in which "PARIS:" is somebody's name.
    transcript = sum(opens_like_a_speaker(words) for _, words in units) > 1
    prose = 0
    dated = among_related = False
    for place, (span, words) in enumerate(units):
        kind = kinds[place]
        announces = announces_related(words) and (kind is PartKind.RELATED or place >= tail)
        if kind is None and (announces or (among_related and _is_headline(words))):
            kind = PartKind.RELATED
        if kind is not None:
            yield Part(kind, span)
            among_related = kind is PartKind.RELATED and (among_related or announces)
            continue
        among_related = False
        prose += 1
        if dated or prose > _DATELINE_WITHIN or (transcript and opens_like_a_speaker(words)):
            continue
        length = dateline_length(words)
        if length:
            dated = True
            yield Part(PartKind.DATELINE, Span(span.start, span.start + length))


def _units(text: str) -> Iterator[Span]:
    """Paragraphs, and line by line those whose first line announces related reports."""
    for span in paragraphs(text):
        first = next(lines(text, span))
        if first.end < span.end and announces_related(first.of(text)):
            yield from lines(text, span)
        else:
            yield span


def _tail(units: list[tuple[Span, str]], kinds: list[PartKind | None]) -> int:
    """From which unit on nothing is prose any more.

    A bare "Popular" or "Related" announces headlines only there: further up it may be a heading of the article.
    """
    place = len(units)
    while place > 0 and (kinds[place - 1] is not None or _is_headline(units[place - 1][1])):
        place -= 1
    return place


def _is_headline(words: str) -> bool:
    return words.count(" ") < _LONGEST_HEADLINE and not words.rstrip("\"'”’)").endswith((".", ":", ";", ","))
