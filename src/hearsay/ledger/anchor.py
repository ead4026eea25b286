"""Words found again in another version of their text, by themselves and by what stands around them.

The selector is the W3C's TextQuoteSelector (Web Annotation Data Model, 4.2.4): exact words, prefix, suffix. Where the
text is no longer sure to tell which place is meant, none is given: a person has to.
"""

from collections.abc import Iterator

from hearsay.ledger.approximate import nearly
from hearsay.records.correction import Quote
from hearsay.records.span import Span

AROUND = 32
"""Code points of the surroundings that are kept on each side, as in the W3C's examples."""
ENOUGH = 30
"""Code points, of the words and of what agrees around them, that tell a place apart.

Tuned on 13,198 sources, cues and contents of 200 news reports in which two sentences of five were cut, edited or
repeated, or had another put before them. From 30 on 0.2% were placed wrongly, and 91% of what was still there was
found; at 20 it was 0.3% and 92%, with no such limit 3.6% and 94%.
"""
CLEARLY = 8
"""By how many code points more the surroundings of one place must agree than those of any other. Tuned as above: with
1, half as many again were placed wrongly.
"""


def quote(text: str, span: Span) -> Quote:
    """The words at ``span`` of ``text`` with what stands around them."""
    return Quote(
        exact=span.of(text),
        prefix=text[max(0, span.start - AROUND) : span.start],
        suffix=text[span.end : span.end + AROUND],
        start=span.start,
    )


def place(quoted: Quote, text: str) -> Span | None:
    """Where the words stand in ``text``; None where they are gone, or it cannot be told which place is meant."""
    same = Span(quoted.start, quoted.start + len(quoted.exact))
    if quote(text, same) == quoted if same.end <= len(text) else False:
        return same
    found = sorted(((_agreement(quoted, text, at=at), at) for at in _occurrences(quoted.exact, text)), reverse=True)
    if not found:
        return nearly(quoted.exact, text)
    best, at = found[0]
    if len(quoted.exact) + best < ENOUGH:
        return None
    if len(found) > 1 and best < found[1][0] + CLEARLY:
        return None
    return Span(at, at + len(quoted.exact))


def _occurrences(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _agreement(quoted: Quote, text: str, *, at: int) -> int:
    """How many code points before and after the words at ``at`` are those that stood around them."""
    end = at + len(quoted.exact)
    before, after = quoted.prefix[::-1], text[max(0, at - AROUND) : at][::-1]
    return _shared(before, after) + _shared(quoted.suffix, text[end : end + AROUND])


def _shared(one: str, two: str) -> int:
    """How long a beginning they share."""
    for n, (a, b) in enumerate(zip(one, two, strict=False)):
        if a != b:
            return n
    return min(len(one), len(two))
