"""What analysts have said of what reports come to: it holds against what hearsay makes of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Pair = tuple[str, str]
"""Two ids, the smaller first where their order tells nothing."""


@dataclass(frozen=True, slots=True)
class Overrulings:
    """What holds of some reports; ids are those of the readings that are shown."""

    one: frozenset[Pair] = frozenset()
    """Source.id of those that are the same."""
    others: frozenset[Pair] = frozenset()
    """Of those that are not."""
    same: frozenset[Pair] = frozenset()
    """Figure.id of those that answer one question."""
    apart: frozenset[Pair] = frozenset()
    """Of those that do not."""
    no_conflict: Mapping[Pair, tuple[str, str]] = field(default_factory=dict)
    """For two figures that are in no conflict the Correction.id of who said so, and why."""
    copies: Mapping[Pair, bool] = field(default_factory=dict)
    """For a report and another, by their lineages in this order: whether the first carries the other's account."""
