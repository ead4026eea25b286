"""Which sources are one, by their names and by what analysts judged.

By themselves, sources of one name are one, and one that is not named is nobody but itself: "an official" of one report
is not that of another. A judgement is of all reports for a source that is named, and of one report for one that is not.
"The same" joins two; "not the same" keeps two apart, and where both have one name it takes its target out of it. Not
the same wins: what would join two that are kept apart is left out, the earlier judgement first.

Like nomenklatura's resolver (opensanctions/nomenklatura, resolver/linker.py), but with names as ties of their own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.records.correction import Correction, CorrectionKind
from hearsay.records.source import Source


@dataclass(frozen=True, slots=True)
class Unit:
    """What is one source before anybody has judged: all of a name, or one source of one report."""

    folded: str
    reading: int | None = None
    """None for all sources of the name."""
    id: str = ""


@dataclass(frozen=True, slots=True)
class End:
    """A source that a judgement is about, as the report that is shown has it."""

    source: Source
    folded: str
    reading: int
    """Below 0 where the report no longer has it."""

    @property
    def itself(self) -> Unit:
        """The source of this one report."""
        return Unit(self.folded, self.reading, self.source.id)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an analyst said of two sources."""

    number: int
    correction: Correction
    target: End
    other: End

    @property
    def pair(self) -> frozenset[Unit]:
        """Whom it is about, whichever way around."""
        return frozenset((self.target.itself, self.other.itself))


@dataclass(frozen=True, slots=True)
class Conflict:
    """A judgement that is left out, since another one keeps apart whom it would join."""

    same: Judgement
    apart: Judgement


@dataclass(slots=True)
class Identities:
    """Who is one with whom."""

    conflicts: list[Conflict] = field(default_factory=list)
    apart: list[Judgement] = field(default_factory=list)
    joined: list[Judgement] = field(default_factory=list)
    split: set[Unit] = field(default_factory=set)
    """Sources that were taken out of their name."""
    _ends: list[End] = field(default_factory=list)
    _root: dict[Unit, Unit] = field(default_factory=dict)

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> "Identities":
        """What follows from judgements that hold, in the order of their numbers."""
        latest: dict[frozenset[Unit], Judgement] = {}
        for judgement in sorted(judgements, key=lambda j: j.number):
            latest.pop(judgement.pair, None)
            latest[judgement.pair] = judgement
        made = cls()
        made.apart = [j for j in latest.values() if j.correction.kind is CorrectionKind.NOT_SAME]
        made.split = {j.target.itself for j in made.apart if not j.target.source.anonymous and made._is_one_name(j)}
        made._ends = [end for judgement in latest.values() for end in (judgement.target, judgement.other)]
        made._root = {made.unit(end): made.unit(end) for end in made._ends}
        for judgement in latest.values():
            if judgement.correction.kind is CorrectionKind.SAME:
                made._join(judgement)
        return made

    def unit(self, end: End) -> Unit:
        """What the source is part of by itself."""
        if end.source.anonymous or end.itself in self.split:
            return end.itself
        return Unit(end.folded)

    def root(self, unit: Unit) -> Unit:
        """The unit that stands for all that are one with ``unit``."""
        above = self._root.get(unit, unit)
        return unit if above == unit else self.root(above)

    def are_one(self, a: End, b: End) -> bool:
        """Whether two sources are one."""
        return self.root(self.unit(a)) == self.root(self.unit(b))

    def kept_apart(self, a: End, b: End) -> Judgement | None:
        """The judgement that keeps two sources apart."""
        return self._apart(self.root(self.unit(a)), self.root(self.unit(b)))

    def one_with(self, end: End) -> list[Unit]:
        """All units that are one with the source, its own among them."""
        unit = self.unit(end)
        return list(self.groups().get(self.root(unit), [unit]))

    def called(self, folded: str, id: str) -> list[Unit]:
        """All units that are one with the sources of this name, or with the one that has this id."""
        judged = [unit for unit in self._root if unit == Unit(folded) or unit.id == id]
        judged += [self.unit(end) for end in self._ends if end.source.id == id]
        roots = {self.root(unit) for unit in judged}
        return [unit for unit in self._root if self.root(unit) in roots]

    @property
    def ones(self) -> list[Unit]:
        """The units of single reports: they are not among those of their name."""
        return [unit for unit in self._root if unit.reading is not None]

    def groups(self) -> Mapping[Unit, Sequence[Unit]]:
        """The units that anybody has judged, by the one that stands for them."""
        found: dict[Unit, list[Unit]] = {}
        for unit in self._root:
            found.setdefault(self.root(unit), []).append(unit)
        return found

    def _is_one_name(self, judgement: Judgement) -> bool:
        target, other = judgement.target, judgement.other
        return target.folded == other.folded and not other.source.anonymous

    def _join(self, judgement: Judgement) -> None:
        root, stem = self.root(self.unit(judgement.target)), self.root(self.unit(judgement.other))
        apart = self._apart(root, stem) if root != stem else None
        if apart is not None:
            self.conflicts.append(Conflict(judgement, apart))
            return
        self.joined.append(judgement)
        self._root[root] = stem

    def _apart(self, one: Unit, two: Unit) -> Judgement | None:
        for judgement in self.apart:
            if {self.root(self.unit(judgement.target)), self.root(self.unit(judgement.other))} == {one, two}:
                return judgement
        return None
