"""What two versions of a report tell apart: the claims that appeared, vanished or changed.

A claim is a statement with the figures and expectations in it, or a figure or expectation in the report's own voice.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.statement import Statement

Entry = Statement | Figure | Expectation


class Turn(StrEnum):
    """What came of a claim in the newer version."""

    APPEARED = "appeared"
    VANISHED = "vanished"
    CHANGED = "changed"
    READ_OTHERWISE = "read otherwise"
    """Its sentences stand in both versions, but were read as a claim in one of them alone."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One entry that is not the same in both versions."""

    turn: Turn
    before: Entry | None
    """None where it appeared."""
    after: Entry | None
    """None where it vanished."""
    changed: tuple[str, ...] = ()
    """The fields that differ, by their names; ``words`` where other words stand there."""

    @property
    def entry(self) -> Entry:
        """The newer of the two, where there are two."""
        entry = self.before if self.after is None else self.after
        assert entry is not None  # noqa: S101 - for mypy: one of the two is there
        return entry


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """All that differs in one claim."""

    turn: Turn
    statement: Statement | None
    """The statement that it is, as the newer version has it unless it is gone; None in the report's own voice."""
    differences: tuple[Difference, ...]
    """The statement's own first, where that differs."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions of a report, and what differs."""

    before: Ledger
    after: Ledger
    claims: tuple[ChangedClaim, ...]
    """In the order of the newer text; what is gone stands last, in the order of the older one."""

    @property
    def differences(self) -> Iterator[Difference]:
        """All that differs, entry by entry."""
        return (difference for claim in self.claims for difference in claim.differences)

    @property
    def counts(self) -> Counter[Turn]:
        """How many claims took each turn."""
        return Counter(claim.turn for claim in self.claims)
