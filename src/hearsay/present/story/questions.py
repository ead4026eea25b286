"""Which questions of a story come first: in dispute, agreed, answered by one account alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.records.story import Asked, Story


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of a story, in the order in which they are shown."""

    disputed: tuple[Asked, ...]
    agreed: tuple[Asked, ...]
    """With more than one account, none of which speaks against another."""
    single: tuple[Asked, ...]
    """With one account."""


def questions(story: Story) -> Questions:
    """The questions, a part right after its whole where both are shown together."""
    disputed = tuple(_with_parts(asked for asked in story.asked if asked.disputed))
    agreed = tuple(_with_parts(a for a in story.asked if not a.disputed and len(a.accounts) > 1))
    single = tuple(_with_parts(a for a in story.asked if not a.disputed and len(a.accounts) <= 1))
    return Questions(disputed, agreed, single)


def _with_parts(found: Iterable[Asked]) -> list[Asked]:
    asked = list(found)
    ids = {one.id for one in asked}
    ordered: list[Asked] = []
    for one in asked:
        if one.part_of not in ids:
            ordered += [one, *(part for part in asked if part.part_of == one.id)]
    return ordered + [one for one in asked if one not in ordered]


def whole(story: Story, asked: Asked) -> str:
    """The label of the question about the whole, where this is about a part of it; else empty."""
    return next((one.label for one in story.asked if one.id == asked.part_of), "")
