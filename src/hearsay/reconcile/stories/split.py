"""Whether the reports of a story fall into two clear groups."""

from collections.abc import Sequence

from hearsay.reconcile.stories.likeness import between, of_stories
from hearsay.records.traits import Traits

APART = 0.06
"""The likeness under which two groups are two stories. Half of what joins them (hearsay.reconcile.stories.
place.ONE), so that what has been parted does not come together with the next report. Tuned on the dev stories: the two
halves of none of them are less alike than 0.14."""


def parted(members: Sequence[Traits]) -> Sequence[Traits]:
    """The smaller of two groups that have nothing to do with each other, the later one where they are of a size.

    Empty where the reports are of one story. The groups are what is left when those most alike in the mean have been
    joined one after another (UPGMA; Sokal and Michener 1958).
    """
    if len(members) < 3:
        return ()
    groups = [[n] for n in range(len(members))]
    table = [[between(one, other) for other in members] for one in members]
    while len(groups) > 2:
        _, first, second = max(
            (_mean(table, one, others=other), -a, -b)
            for a, one in enumerate(groups)
            for b, other in enumerate(groups[:a])
        )
        joined = groups[-first] + groups[-second]
        groups = [group for n, group in enumerate(groups) if n not in (-first, -second)] + [joined]
    small, large = sorted(groups, key=lambda group: (len(group), -min(group)))
    some, others = ([members[n] for n in sorted(group)] for group in (small, large))
    return some if of_stories(some, others) < APART else ()


def _mean(table: Sequence[Sequence[float]], some: Sequence[int], *, others: Sequence[int]) -> float:
    return sum(table[a][b] for a in some for b in others) / (len(some) * len(others))
