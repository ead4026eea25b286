"""Which fields of an entry differ between two versions of its report."""

from collections.abc import Iterator

from hearsay.ledger.alike import words_of
from hearsay.ledger.compared import Entry
from hearsay.ledger.version import Version, beside, places
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.span import Span
from hearsay.records.statement import Statement

_VALUES = {
    Statement: ("act", "certainty", "said_on", "medium", "mode"),
    Figure: ("min", "max", "inclusive", "approximate", "vagueness", "unit", "tally", "as_of"),
    Expectation: ("due",),
}
"""The fields that are compared by what they hold."""


def differing(one: Entry, two: Entry, *, before: Version, after: Version) -> Iterator[str]:
    """The fields, by their names; ``words`` for those of a statement's content, else of the entry's ``span``.

    Words differ where the text does: what stands in both versions and was only read in longer or shorter pieces is the
    same.
    """
    is_told_in_both = before.is_told_in(after, places(one)) and after.is_told_in(before, places(two))
    if not is_told_in_both:
        olds, news = dict(_worded(one)), dict(_worded(two))
        for name in {**olds, **news}:
            if words_of(before.words(olds.get(name, ()))) != words_of(after.words(news.get(name, ()))):
                yield name
    if not is_same_source(one.source, two.source, before=before, after=after):
        yield "source"
    if isinstance(one, Statement) and isinstance(two, Statement):
        through = zip(one.via, two.via, strict=False)
        is_same = all(is_same_source(a, b, before=before, after=after) for a, b in through)
        if len(one.via) != len(two.via) or not is_same:
            yield "via"
    for name in _VALUES[type(one)]:
        if getattr(one, name) != getattr(two, name):
            yield name


def is_same_source(one: str | None, two: str | None, *, before: Version, after: Version) -> bool:
    """Whether both versions call a source by one name, or both do not tell it."""
    if one is None or two is None:
        return one is two
    return not before.names(one).isdisjoint(after.names(two))


def _worded(entry: Entry) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The fields that are compared by their words."""
    if isinstance(entry, Statement):
        yield "words", entry.spans.content
        return
    yield "words", (entry.span,)
    if isinstance(entry, Expectation):
        yield "what", (entry.what,)
        return
    for name, span in (("counted", entry.counted), ("measure", entry.measure), ("place", entry.place)):
        if span is not None:
            yield name, beside(span, entry)
