"""Two versions of a report compared, claim by claim."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hearsay.ledger.alike import likeness, paired, words_of
from hearsay.ledger.compared import ChangedClaim, Comparison, Difference, Entry, Turn
from hearsay.ledger.differing import differing, is_same_source
from hearsay.ledger.version import Version, beside, places
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.statement import Statement

HALF = 0.5
"""Share of the words from which what one source said is the same statement, edited. It follows from the word."""
NEARLY = 0.8
"""The same where the source is another one: then the words alone have to tell. Not tuned: four words of five."""
MORE = 0.25
"""What each thing beside the words adds that is the same: source, unit, what is counted. Not tuned: it decides between
those that stand on about the same words.
"""


class _Claim(NamedTuple):
    """What a difference belongs to."""

    side: int
    """1 where the newer version has it, else 0."""
    is_statement: bool
    id: str


def compare(before: Ledger, after: Ledger) -> Comparison:
    """What differs between two ledgers, each of one document: an older version of a report, and a newer one."""
    return _Task(Version(before), Version(after)).run()


@dataclass(frozen=True, slots=True)
class _Task:
    before: Version
    after: Version

    def run(self) -> Comparison:
        old, new = self.before.ledger, self.after.ledger
        said = paired(old.statements, new.statements, key=self._said, score=self._statements_alike)
        now = {one.id: two.id for one, two in said}
        counted = paired(old.figures, new.figures, key=self._counted, score=self._figures_alike)
        due = paired(old.expectations, new.expectations, key=self._due, score=self._expectations_alike)
        claims: dict[_Claim, list[Difference]] = {}
        for difference in (
            *self._differences(said, old.statements, news=new.statements),
            *self._differences(counted, old.figures, news=new.figures),
            *self._differences(due, old.expectations, news=new.expectations),
        ):
            claims.setdefault(_claim(difference, now), []).append(difference)
        known = ({s.id: s for s in old.statements}, {s.id: s for s in new.statements})
        made = [
            (key.side, ChangedClaim(_turn(found), statement, tuple(found)))
            for key, found in claims.items()
            for statement in [known[key.side].get(key.id) if key.is_statement else None]
        ]
        made.sort(key=lambda one: (-one[0], _start(one[1])))
        return Comparison(old, new, tuple(claim for _, claim in made))

    def _differences(
        self, pairs: Sequence[tuple[Entry, Entry]], olds: Sequence[Entry], *, news: Sequence[Entry]
    ) -> Iterator[Difference]:
        before, after = self.before, self.after
        for one, two in pairs:
            if changed := tuple(differing(one, two, before=before, after=after)):
                yield Difference(Turn.CHANGED, one, two, changed)
        # By identity: imported entries may share an id with others of another kind, never with themselves.
        known = {id(entry) for pair in pairs for entry in pair}
        for entry in news:
            if id(entry) not in known:
                is_told = after.is_told_in(before, places(entry))
                yield Difference(Turn.READ_OTHERWISE if is_told else Turn.APPEARED, None, entry)
        for entry in olds:
            if id(entry) not in known:
                is_told = before.is_told_in(after, places(entry))
                yield Difference(Turn.READ_OTHERWISE if is_told else Turn.VANISHED, entry, None)

    def _said(self, side: int, statement: Statement) -> Hashable:
        version = (self.before, self.after)[side]
        spans = statement.spans
        words = words_of(version.words(spans.content or spans.cue))
        return version.name(statement.source), bool(spans.content), words

    def _statements_alike(self, one: Statement, two: Statement) -> float:
        if bool(one.spans.content) != bool(two.spans.content):
            return 0.0
        is_same = is_same_source(one.source, two.source, before=self.before, after=self.after)
        if not one.spans.content and not is_same:
            return 0.0
        old, new = (
            words_of(version.words(statement.spans.content or statement.spans.cue))
            for version, statement in ((self.before, one), (self.after, two))
        )
        alike = likeness(old, new, least=HALF if is_same else NEARLY)
        return alike + MORE * is_same if alike else 0.0

    def _counted(self, side: int, figure: Figure) -> Hashable:
        version = (self.before, self.after)[side]
        return words_of(version.words([figure.span])), figure.unit, version.around(figure.span)

    def _figures_alike(self, one: Figure, two: Figure) -> float:
        counted = [
            words_of(version.words(beside(figure.counted, figure))) if figure.counted else None
            for version, figure in ((self.before, one), (self.after, two))
        ]
        same = [one.unit == two.unit, counted[0] == counted[1], one.question == two.question is not None]
        if not any(same):
            return 0.0
        alike = likeness(self.before.around(one.span), self.after.around(two.span), least=HALF)
        return alike + MORE * sum(same) if alike else 0.0

    def _due(self, side: int, expectation: Expectation) -> Hashable:
        version = (self.before, self.after)[side]
        return words_of(version.words([expectation.span])), words_of(version.words([expectation.what]))

    def _expectations_alike(self, one: Expectation, two: Expectation) -> float:
        old, new = words_of(self.before.words([one.what])), words_of(self.after.words([two.what]))
        alike = likeness(old, new, least=HALF)
        is_same = is_same_source(one.source, two.source, before=self.before, after=self.after)
        return alike + MORE * (is_same + (one.due == two.due)) if alike else 0.0


def _claim(difference: Difference, now: Mapping[str, str]) -> _Claim:
    """``now`` has the ids in the newer version of the statements that both have."""
    entry = difference.entry
    side = int(difference.after is not None)
    if isinstance(entry, Statement):
        return _Claim(side, True, entry.id)
    if entry.statement is None:
        return _Claim(side, False, entry.id)
    if side == 0 and entry.statement in now:
        return _Claim(1, True, now[entry.statement])
    return _Claim(side, True, entry.statement)


def _turn(found: Sequence[Difference]) -> Turn:
    """A claim's turn: its statement's, or that of what the report itself tells; one with other figures has changed."""
    first = found[0].entry
    if isinstance(first, Statement) or first.statement is None:
        return found[0].turn
    is_read = all(difference.turn is Turn.READ_OTHERWISE for difference in found)
    return Turn.READ_OTHERWISE if is_read else Turn.CHANGED


def _start(claim: ChangedClaim) -> int:
    entry = claim.statement or claim.differences[0].entry
    return min((span.start for span in places(entry)), default=0)
