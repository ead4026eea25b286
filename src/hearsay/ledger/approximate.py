"""Words found again in a text after small edits: approximate string matching, by words.

P. H. Sellers, "The theory and computation of evolutionary distances: pattern recognition", Journal of Algorithms 1
(1980), with E. Ukkonen's cut-off, "Finding approximate patterns in strings", ibid. 6 (1985).
"""

import re
from collections.abc import Iterator, Sequence

from hearsay.records.span import Span

FEWEST = 6
"""Words below which nothing but the very words will do. Not tuned: one word in five leaves these no room."""
CHANGED = 0.2
"""Share of the words that may be changed, left out or put in. Tuned as ENOUGH in hearsay.ledger.anchor was: with 0.1 a
third more of what was still there was not found, with 0.3 a third more was placed wrongly.
"""
_TOKEN = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
_TURNS = frozenset("not no never nor neither none cannot without".split())
"""Words that turn a sentence into its opposite; n't as well."""


def nearly(words: str, text: str) -> Span | None:
    """The one place in ``text`` where ``words`` stand but for small edits.

    None where there is no such place, or more than one, or where a number or a negation is among what was edited: then
    it is no longer the same that is said.
    """
    wanted = [m[0].casefold() for m in _TOKEN.finditer(words)]
    if len(wanted) < FEWEST:
        return None
    found = list(_TOKEN.finditer(text))
    there = [m[0].casefold() for m in found]
    regions = list(_regions(wanted, there))
    if len(regions) != 1:
        return None
    first, last = regions[0]
    if _telling(wanted) != _telling(there[first : last + 1]):
        return None
    return Span(found[first].start(), found[last].end())


def _telling(tokens: Sequence[str]) -> list[str]:
    """The numbers and negations."""
    return [t for t in tokens if any(c.isdigit() for c in t) or t in _TURNS or t.endswith(("n't", "n’t"))]


def _regions(wanted: Sequence[str], there: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last place of each stretch that is near enough; of those that overlap the nearest."""
    best: tuple[int, int, int, int] | None = None
    for distance, first, last in _matches(wanted, there, most=int(len(wanted) * CHANGED)):
        # Among equally near ones the stretch that is as long as what is looked for.
        found = (distance, abs(last - first + 1 - len(wanted)), first, last)
        if best is not None and first > best[3]:
            yield best[2], best[3]
            best = None
        best = found if best is None else min(best, found)
    if best is not None:
        yield best[2], best[3]


def _matches(wanted: Sequence[str], there: Sequence[str], *, most: int) -> Iterator[tuple[int, int, int]]:
    """(distance, first, last) for each place where a stretch within ``most`` edits of ``wanted`` ends.

    A column holds, for each beginning of ``wanted``, the fewest edits and where that match starts; rows below the last
    one that is within reach are not looked at.
    """
    size = len(wanted)
    column = [(n, 0) for n in range(size + 1)]
    reach = most
    for place, token in enumerate(there):
        diagonal = (0, place)
        column[0] = (0, place + 1)
        for row in range(1, min(reach + 1, size) + 1):
            edits, start = diagonal
            changed = (edits + (wanted[row - 1] != token), start)
            left_out = (column[row - 1][0] + 1, column[row - 1][1])
            put_in = (column[row][0] + 1, column[row][1])
            diagonal = column[row]
            column[row] = min(changed, left_out, put_in, key=_edits)
        reach = min(reach + 1, size)
        while reach > 0 and column[reach][0] > most:
            reach -= 1
        if reach == size:
            yield column[size][0], column[size][1], place


def _edits(cell: tuple[int, int]) -> int:
    return cell[0]
