"""Which entry of another reading a correction is about: the one that stands on the same words.

What is told is one entry or none: where two fit as well, a person has to say which.
"""

from collections.abc import Iterable, Mapping, Sequence

from hearsay.ledger.anchor import place
from hearsay.ledger.rows import folded
from hearsay.records.correction import Anchor, Quote
from hearsay.records.figure import Figure
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Statement

HALF = 0.5
"""Share of the words, in either direction, from which two stretches are about the same. It follows from the word."""
CLEARLY = 0.1
"""How much more one entry must share than any other to be the one that is meant. Not tuned: a tenth of the words."""

Placed = Mapping[str, tuple[Span, ...]]
"""Where the words of an anchor stand now, by their role."""


def placed(anchor: Anchor, text: str) -> Placed:
    """The words of the anchor that are found again in ``text``."""
    found = {role: tuple(_placed(quotes, text)) for role, quotes in anchor.quotes.items()}
    return {role: spans for role, spans in found.items() if spans}


def is_whole(anchor: Anchor, found: Placed) -> bool:
    """Whether all of its words were found again."""
    return all(len(found.get(role, ())) == len(quotes) for role, quotes in anchor.quotes.items())


def statement_at(found: Placed, statements: Iterable[Statement], *, by_cue: bool = False) -> str | None:
    """The id of the statement whose cue and content overlap most with the words that were found.

    ``by_cue``: statements on another cue do not count, whatever their content.
    """
    scored = []
    for statement in statements:
        content = _overlap(found.get("content", ()), statement.spans.content)
        cue = _overlap(found.get("cue", ()), statement.spans.cue)
        if content and (cue or (content >= HALF and not by_cue)):
            scored.append((content + cue, statement.id))
    return _clearly_best(scored)


def figure_at(found: Placed, figures: Iterable[Figure]) -> str | None:
    """The id of the figure that stands on the words that were found."""
    scored = [(_overlap(found.get("span", ()), [figure.span]), figure.id) for figure in figures]
    return _clearly_best([(score, id) for score, id in scored if score >= HALF])


def source_in(
    named: Source, credit: Sequence[Span], *, sources: Sequence[Source], statements: Iterable[Statement]
) -> str | None:
    """The id of the source: by its id and name, by a name that only one has, else by the words that ``credit`` it.

    One that is named is never taken for one that is not.
    """
    alike = [source for source in sources if bool(source.anonymous) == bool(named.anonymous)]
    key = folded(named.name)
    if any(source.id == named.id and folded(source.name) == key for source in alike):
        return named.id
    for names in ([(s, (s.name,)) for s in alike], [(s, s.aliases) for s in alike]):
        known = {source.id for source, called in names if key in map(folded, called)}
        if known:
            return known.pop() if len(known) == 1 else None
    known = {s.source for s in statements if s.source and _overlap(credit, s.spans.source) >= HALF}
    known &= {source.id for source in alike}
    return known.pop() if len(known) == 1 else None


def _placed(quotes: Iterable[Quote], text: str) -> Iterable[Span]:
    for quoted in quotes:
        span = place(quoted, text)
        if span is not None:
            yield span


def _overlap(one: Sequence[Span], two: Sequence[Span]) -> float:
    """The code points that both hold, as a share of those that either holds."""
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in two)
    either = sum(s.end - s.start for s in (*one, *two)) - both
    return both / either if either else 0.0


def _clearly_best(scored: Iterable[tuple[float, str]]) -> str | None:
    best = sorted(scored, reverse=True)[:2]
    if not best or (len(best) == 2 and best[0][0] < best[1][0] + CLEARLY):
        return None
    return best[0][1]
