"""Who is who in one document."""

from dataclasses import dataclass

from hearsay.records.source import Source


@dataclass(frozen=True, slots=True)
class Resolution:
    """The sources that a reading credits."""

    sources: tuple[Source, ...]
    credited: tuple[str | None, ...]
    """For each attribution of the reading the Source.id behind it, None where it cannot be told."""
    through: tuple[tuple[str, ...], ...]
    """For each attribution the Source.ids of Attribution.through."""
    confidences: tuple[float, ...]
    """For each attribution how sure it is that ``credited`` is right, 0 to 1; 0 where that is None."""
