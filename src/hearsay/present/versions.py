"""What differs between two versions of a report: in words for people, and as flat rows for programs."""

from collections.abc import Iterator, Mapping
from typing import Any

from hearsay.ledger.answers import Kept
from hearsay.ledger.compared import Comparison, Difference, Entry, Turn
from hearsay.ledger.version import places
from hearsay.normalise.edtf_words import in_words
from hearsay.present.amount import amount
from hearsay.present.corrections import NONE
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Statement

Row = dict[str, object]

COLUMNS = (
    *("document", "version", "previous", "change", "kind", "entry", "former_entry", "statement", "source_name"),
    *("words", "former_words", "changed", "value", "former", "spans", "former_spans"),
)
"""What ``difference_row`` has."""
_KINDS: Mapping[type, str] = {Statement: "statement", Figure: "figure", Expectation: "expectation"}
_EDTF = ("said_on", "as_of", "due")
_NAMES = {"said_on": "said", "as_of": "as of", "counted": "counts", "what": "to come"}
"""Fields that people know by another name."""
_AMOUNT = ("words", "min", "max", "inclusive", "approximate", "vagueness", "unit", "counted")
"""The fields of a figure that are told together, as its amount."""


def tally(comparison: Comparison) -> str:
    """How many claims took which turn: "2 claims appeared, 1 vanished, 1 changed"."""
    counts = comparison.counts
    parts = [f"{count:,} {turn}" for turn in (Turn.APPEARED, Turn.VANISHED, Turn.CHANGED) if (count := counts[turn])]
    reread = [f"{count:,} {Turn.READ_OTHERWISE}"] if (count := counts[Turn.READ_OTHERWISE]) else []
    if not parts and not reread:
        return "no claim appeared, vanished or changed"
    number, _, rest = "; ".join([*([", ".join(parts)] if parts else []), *reread]).partition(" ")
    return f"{number} claim{'' if number == '1' else 's'} {rest}"


def difference_row(difference: Difference, comparison: Comparison, *, version: Kept) -> Row:
    """One entry that is not the same in ``version`` as in the version that it is compared with.

    Spans are [start, end], code points into the text of the version that has the entry, half open.
    """
    old, new = comparison.before, comparison.after
    before, after, entry = difference.before, difference.after, difference.entry
    credited = source_of(entry, new if after is not None else old)
    return {
        "document": version.document.id,
        "version": version.version,
        "previous": old.documents[0].id,
        "change": difference.turn,
        "kind": _KINDS[type(entry)],
        "entry": after.id if after is not None else None,
        "former_entry": before.id if before is not None else None,
        "statement": None if isinstance(entry, Statement) else entry.statement,
        "source_name": credited.name if credited else None,
        "words": words_of(after, new) if after is not None else None,
        "former_words": words_of(before, old) if before is not None else None,
        "changed": list(difference.changed),
        "value": _values(difference, after, ledger=new),
        "former": _values(difference, before, ledger=old),
        "spans": _spans(after),
        "former_spans": _spans(before),
    }


def words_of(entry: Entry, ledger: Ledger) -> str:
    """The words that an entry stands on: of a statement its content, else the words that tell that there is one."""
    if isinstance(entry, Statement):
        return _joined(entry.spans.content or entry.spans.cue, ledger)
    if isinstance(entry, Expectation):
        return _joined((entry.what,), ledger)
    spans = [span for span in (entry.span, entry.counted) if span is not None]
    return _joined((Span(min(s.start for s in spans), max(s.end for s in spans)),), ledger)


def source_of(entry: Entry, ledger: Ledger) -> Source | None:
    """Who is credited with an entry; None where that is not told, and in the report's own voice."""
    return ledger.source(entry.source) if entry.source is not None else None


def changes(difference: Difference, comparison: Comparison) -> Iterator[str]:
    """What became of an entry, each thing in one line: "act: deny (was assert)"."""
    before, after = difference.before, difference.after
    if isinstance(difference.entry, Figure):
        yield from _figure_changes(difference, comparison)
        return
    if before is None or after is None:
        if isinstance(difference.entry, Expectation):
            yield f"{_EXPECTED[difference.turn]} {in_words(difference.entry.due)}"
        return
    for name in difference.changed:
        was = _told(name, _value(before, name, ledger=comparison.before))
        if name == "words" and isinstance(after, Statement):
            yield f"was: {was}"
        else:
            yield f"{_NAMES.get(name, name)}: {_told(name, _value(after, name, ledger=comparison.after))} (was {was})"


_EXPECTED = {Turn.APPEARED: "now due", Turn.VANISHED: "no more due", Turn.READ_OTHERWISE: "read otherwise: due"}


def _figure_changes(difference: Difference, comparison: Comparison) -> Iterator[str]:
    before, after = difference.before, difference.after
    old = f"“{words_of(before, comparison.before)}”" if isinstance(before, Figure) else None
    new = f"“{words_of(after, comparison.after)}”" if isinstance(after, Figure) else None
    if before is None or after is None:
        verb = {Turn.APPEARED: "now with", Turn.VANISHED: "no more"}.get(difference.turn, str(difference.turn))
        yield f"{verb}: {new or old}"
        return
    if new == old and isinstance(before, Figure) and isinstance(after, Figure):
        new, old = f"{amount(after)} ({new})", amount(before)
    yield f"figure: {new} (was {old})" if not set(difference.changed).isdisjoint(_AMOUNT) else f"figure: {new}"
    for name in difference.changed:
        if name not in _AMOUNT:
            was = _told(name, _value(before, name, ledger=comparison.before))
            yield f"{_NAMES.get(name, name)}: {_told(name, _value(after, name, ledger=comparison.after))} (was {was})"


def _values(difference: Difference, entry: Entry | None, *, ledger: Ledger) -> Row:
    if entry is None:
        return {}
    return {name: _value(entry, name, ledger=ledger) for name in difference.changed}


def _value(entry: Entry, name: str, *, ledger: Ledger) -> Any:
    if name == "words":
        spans = entry.spans.content if isinstance(entry, Statement) else (entry.span,)
        return _joined(spans, ledger)
    if name == "source":
        credited = source_of(entry, ledger)
        return credited.name if credited else None
    value = getattr(entry, name)
    if name == "via":
        return [ledger.source(id).name for id in value]
    return _joined((value,), ledger) if isinstance(value, Span) else value


def _told(name: str, value: Any) -> str:
    if value is None or value in ([], ""):
        return NONE
    if isinstance(value, list):
        return ", ".join(value)
    return in_words(value) if name in _EDTF else str(value)


def _joined(spans: tuple[Span, ...], ledger: Ledger) -> str:
    (document,) = ledger.documents
    return " … ".join(span.of(document.text) for span in spans)


def _spans(entry: Entry | None) -> list[list[int]]:
    return [[span.start, span.end] for span in sorted(places(entry))] if entry is not None else []
