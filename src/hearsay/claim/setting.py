"""Where a quantity stands: its sentence, its clause, and the words around it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hearsay.normalise.quantity import Quantity
from hearsay.normalise.sentence import sentences
from hearsay.records.span import Span

LEAD_SENTENCES = 3
"""Sentences from the start that are the lead of a report (by the custom of news writing; not tuned)."""

_CUT = re.compile(
    r"[;:—–]\s|\s[—–-]\s|,\s(?=(?:and|but|or|while|although|though|whereas|which|who|whom|whose|with|up|down|more|less|"
    r"compared|according|as|after|before|against|including|bringing|taking|raising|worse|better|where|when)\b)|"
    r"\s(?=(?:but|while|whereas|although|though|because|which|who)\b)|"
    r"\s(?=and\s(?:(?:\w+\s){0,3}?(?:is|are|was|were|has|have|had|will|would)\b|(?:wounded|injured|wounding|injuring)\b))"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """One quantity in its surroundings."""

    text: str
    quantity: Quantity
    span: Span
    """The number with its bounds and unit."""
    sentence: Span
    clause: Span
    number: int
    """Which sentence of the document it is, from 0."""

    @property
    def before(self) -> str:
        """The clause up to the quantity."""
        return self.text[self.clause.start : max(self.clause.start, self.span.start)]

    @property
    def after(self) -> str:
        """The clause from the end of the quantity."""
        return self.text[self.span.end : max(self.clause.end, self.span.end)]

    @property
    def noun(self) -> Span | None:
        """The counted noun phrase behind the number."""
        quantity = self.quantity
        if quantity.noun_start is None or quantity.noun_end is None:
            return None
        return Span(quantity.noun_start, quantity.noun_end)

    @property
    def words(self) -> str:
        """The number with its bounds and unit."""
        return self.span.of(self.text)

    @property
    def is_lead(self) -> bool:
        """Whether it stands in the first sentences."""
        return self.number < LEAD_SENTENCES


def settings(text: str, quantities: Iterable[Quantity]) -> Iterator[Setting]:
    """One for each quantity, in the order given."""
    bounds = list(sentences(text))
    starts = [start for start, _ in bounds]
    cuts: dict[int, list[int]] = {}
    for quantity in quantities:
        span = Span(quantity.start, quantity.end)
        number = max(0, bisect_right(starts, span.start) - 1)
        start, end = bounds[number]
        end = max(end, span.end)
        if number not in cuts:
            cuts[number] = [start, *(m.end() for m in _CUT.finditer(text, start, end)), end]
        yield Setting(text, quantity, span, Span(start, end), _clause(span, cuts[number], end=end), number)


def _clause(span: Span, cuts: list[int], *, end: int) -> Span:
    place = bisect_right(cuts, span.start) - 1
    after = next((c for c in cuts if c >= span.end), end)
    return Span(cuts[place], max(after, span.end))
