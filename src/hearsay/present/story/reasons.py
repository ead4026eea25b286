"""Why accounts stand to each other as they do, each reason once for all the pairs that it holds of."""

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.present.plot.plot import Plot, numbers
from hearsay.records.account import Judgement, Relation

VERBS = {
    Relation.AGREES: "Agree",
    Relation.REFINES: "Told more exactly",
    Relation.CONFLICTS: "Cannot both be true",
    Relation.PROGRESSED: "Moved on",
    Relation.REVISED: "Revised",
    Relation.RETRACTED: "Taken back",
    Relation.DENIES: "Denied",
}
"""What each relation is called before its reason."""
_ORDER = (
    Relation.CONFLICTS,
    Relation.RETRACTED,
    Relation.REVISED,
    Relation.PROGRESSED,
    Relation.REFINES,
    Relation.AGREES,
    Relation.DENIES,
)


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, with the rows of a plot of which it holds."""

    relation: Relation
    says: str
    rows: str
    """Their numbers: "1, 3 with 4, 5"."""
    overruled: str | None
    judgements: tuple[Judgement, ...]

    @property
    def line(self) -> str:
        """It in one line: "Cannot both be true (1 with 2): disjoint: …"."""
        verb = VERBS[self.relation]
        if self.overruled is not None:
            verb = f"Overruled by {self.overruled}: {verb.lower()}"
        return f"{verb} ({self.rows}): {self.says}" if self.rows else f"{verb}: {self.says}"


def reasons(plot: Plot) -> tuple[Reason, ...]:
    """The reasons of a question's judgements, conflicts first."""
    place = {row.account.id: row.number for row in plot.rows}
    alike: dict[tuple[Relation, str, str | None], list[Judgement]] = {}
    for judgement in plot.asked.judgements:
        key = (judgement.relation, judgement.reason, judgement.overruled)
        alike.setdefault(key, []).append(judgement)
    about = f"; both about {plot.asked.label}"
    found = [
        Reason(relation, reason.replace(about, ""), _rows(judgements, place), overruled, tuple(judgements))
        for (relation, reason, overruled), judgements in alike.items()
    ]
    return tuple(sorted(found, key=lambda reason: (reason.overruled is not None, _ORDER.index(reason.relation))))


def _rows(judgements: Sequence[Judgement], place: dict[str, int]) -> str:
    ones = {place[j.one] for j in judgements if j.one in place}
    others = {place[j.other] for j in judgements if j.other in place}
    if not ones or not others:
        return ""
    return f"{numbers(sorted(ones))} with {numbers(sorted(others))}"
