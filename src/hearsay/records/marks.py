"""Words of a report that an analyst marks as a statement."""

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.records.span import Span

Mark = str | Span
"""Words as they stand in the report, or their place in code points."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The words of a statement, in pieces."""

    content: Sequence[Mark]
    """What was said; quoted words must stand in one place of the report alone."""
    cue: Sequence[Mark] = ()
    """That it was said; of several places the one nearest to the content is meant."""
    source: Sequence[Mark] = ()
    """Who said it; likewise."""
