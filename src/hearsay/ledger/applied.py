"""What the entries of a reading are once the corrections that hold have been applied: records in, records out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from hearsay.records.correction import Correction, CorrectionKind
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Statement


class Hidden(StrEnum):
    """Why a statement is not shown."""

    REJECTED = "rejected"
    """An analyst said that nobody made it."""
    WITHDRAWN = "withdrawn"
    """It had been added, and that was undone."""
    SUPERSEDED = "superseded"
    """The reader found what an analyst had added before; the analyst's is shown."""


@dataclass(frozen=True, slots=True)
class Placement:
    """A correction in a reading."""

    correction: Correction
    entry: str | None
    """The id of what it is about there: for an added statement, of the reader's own that it stands in the place of."""
    source: str | None = None
    """The id there of the source that it names."""
    via: tuple[str, ...] = ()
    counted: Span | None = None
    """Where the words stand there that tell what a figure counts."""


@dataclass(frozen=True, slots=True)
class Entries:
    """What corrections can change in a reading, by id."""

    statements: Mapping[str, Statement]
    figures: Mapping[str, Figure]
    expectations: Mapping[str, Expectation]
    hidden: Mapping[str, Hidden]
    """The statements that are not shown."""
    clashes: tuple[Correction, ...] = ()
    """What could not be applied: it would put a figure's min above its max."""


def applied(read: Entries, placements: Sequence[Placement], *, added: frozenset[str]) -> Entries:
    """``read``, the entries as they were read and ``added``, with the corrections that hold applied in their order."""
    statements, figures = dict(read.statements), dict(read.figures)
    hidden: dict[str, Hidden] = dict.fromkeys(added, Hidden.WITHDRAWN)
    successor: dict[str, str] = {}
    clashes: list[Correction] = []
    for placement in placements:
        correction = placement.correction
        kind, entry = correction.kind, placement.entry
        if kind is CorrectionKind.ADD and correction.target in added:
            del hidden[correction.target]
            if entry is not None and entry != correction.target:
                hidden.setdefault(entry, Hidden.SUPERSEDED)
                successor[entry] = correction.target
        elif kind is CorrectionKind.ADD and entry in statements:
            # The reader now finds it by itself; who said it, and how, is still as the analyst said.
            statements[entry] = _changed(statements[entry], placement)
        elif kind is CorrectionKind.REJECT and entry in statements:
            hidden[entry] = Hidden.REJECTED
        elif kind is CorrectionKind.STATEMENT and entry in statements:
            statements[entry] = _changed(statements[entry], placement)
        elif kind is CorrectionKind.FIGURE and entry in figures:
            changed = _refigured(figures[entry], placement)
            if changed.min is not None and changed.max is not None and changed.min > changed.max:
                clashes.append(correction)
            else:
                figures[entry] = changed
    told = _Told(read.statements, statements, hidden, successor, tuple(id for id in added if id not in hidden))
    return Entries(
        statements=statements,
        figures={id: told.credit(figure) for id, figure in figures.items()},
        expectations={id: told.credit(expectation) for id, expectation in read.expectations.items()},
        hidden=hidden,
        clashes=tuple(clashes),
    )


_Entry = TypeVar("_Entry", Figure, Expectation)


@dataclass(frozen=True, slots=True)
class _Told:
    """Whose figures and expectations are, once their statements have been corrected."""

    before: Mapping[str, Statement]
    now: Mapping[str, Statement]
    hidden: Mapping[str, Hidden]
    successor: Mapping[str, str]
    added: tuple[str, ...]

    def credit(self, entry: _Entry) -> _Entry:
        """The entry with the statement that it now stands in, and that one's source where it had the former one's."""
        read = self.before.get(entry.statement) if entry.statement is not None else None
        if read is None:
            return self._adopted(entry)
        has_its_source = entry.source == read.source
        id = self.successor.get(read.id, read.id)
        if id in self.hidden:
            return self._adopted(replace(entry, statement=None, source=None if has_its_source else entry.source))
        return replace(entry, statement=id, source=self.now[id].source if has_its_source else entry.source)

    def _adopted(self, entry: _Entry) -> _Entry:
        """An entry that stands in no statement goes to the added one whose content holds it."""
        if entry.statement is None:
            for id in self.added:
                if any(piece.holds(entry.span) for piece in self.now[id].spans.content):
                    return replace(entry, statement=id, source=entry.source or self.now[id].source)
        return entry


def _changed(statement: Statement, placement: Placement) -> Statement:
    """A statement with the fields that a correction gives; what told the former value tells nothing of the new one."""
    fields: dict[str, Any] = {}
    for name, value in placement.correction.value.items():
        if name == "source":
            fields |= {"source": placement.source, "source_confidence": 1.0 if placement.source else 0.0}
        elif name == "via":
            fields["via"] = placement.via
        elif name == "act":
            fields |= {"act": Act(str(value)) if value else None, "act_words": None}
        elif name == "certainty":
            fields |= {"certainty": Certainty(str(value)) if value else None, "certainty_words": ()}
        elif name == "said_on":
            fields |= {"said_on": value, "said_words": None}
    return replace(statement, **fields)


def _refigured(figure: Figure, placement: Placement) -> Figure:
    """A figure with the fields that a correction gives; the same in basic units is no longer known."""
    fields: dict[str, Any] = dict(placement.correction.value)
    if "counted" in fields:
        fields["counted"] = placement.counted
    if not fields.keys().isdisjoint(("min", "max")):
        fields["vagueness"] = None
    if not fields.keys().isdisjoint(("min", "max", "unit")):
        fields["base"] = None
    return replace(figure, **fields)
