"""What a report is recognized by when it is grouped with others."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traits:
    """The terms that tell one report from others, and its day."""

    document: int
    """The number of its version in the ledger."""
    lineage: str
    """What its versions share."""
    day: int | None
    """Of publication, as date.toordinal has it."""
    weights: Mapping[int, float]
    """The weight of each term by its key; their squares come to 1."""
    names: frozenset[int]
    """Those of the terms that name somebody or something."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """A story while reports are grouped, with as many of its reports as it is compared by."""

    id: str
    size: int
    """How many reports it has."""
    members: tuple[Traits, ...]
    """Those that it is compared by, in the order in which they joined."""
