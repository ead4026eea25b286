"""How many reports of news and other prose hold a stem: what is rare when a ledger is still small.

``background.txt`` was counted by ``python -m bench.background`` on 1,558 texts: PolNeAR's training part, TimeBank,
and the training parts of the UD treebanks GUM and EWT. Its first line has the number of texts; each line after it a
count and the stems (hearsay.normalise.stem) that so many texts hold. Stems of fewer than three texts are left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Background:
    """Counts of texts."""

    texts: int
    counts: Mapping[str, int]
    """In how many texts a stem stands."""


@cache
def background() -> Background:
    """The counts that come with the package."""
    first, *lines = files("hearsay.reconcile.stories").joinpath("background.txt").read_text("utf-8").splitlines()
    counts: dict[str, int] = {}
    for line in lines:
        count, *stems = line.split()
        counts |= dict.fromkeys(stems, int(count))
    return Background(int(first), counts)
