"""Two documents held against each other, paragraph by paragraph: what of the one stands in the other.

Runs of words that both have are found first, wherever they stand, the longest first at each word, so that a changed
order of paragraphs costs nothing. Where they tie two stretches together, the two are aligned word by word, which finds
what was lightly edited between the runs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from hearsay.reconcile.copies.wording import SHINGLE, Stretch, Wording
from hearsay.records.copying import Passage

TIED = 0.2
"""The share of a stretch's words in shared runs from which it counts as the other's, edited, and is aligned with it."""
CARRIED = 0.5
"""The share of a stretch's words that must stand in the other document for it to be carried over. Set on the shared
stories' copies and on unrelated reports of PolNeAR and AQUAINT: below it stand stretches that only name the same."""
BLOCK = 2
"""Words of a block that alignment counts: single words agree by chance."""
LONG_RUN = 25
"""Words of a run that is carried over by itself, in a stretch that is not."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that two documents share, or a long run of one."""

    first: int
    """Its first word in the document."""
    passage: Passage
    carried: int
    """Its words that stand in the other document."""
    told: int
    """Of these, those that stand outside quotation marks in the document."""
    reported: int
    """Of the words in runs, those that stand outside quotation marks in the other: no speaker's, but its reporter's."""
    is_carried: bool
    """Whether enough of it is the same to count; else it is only edited from what the other has, or is like it."""


@dataclass(frozen=True)
class Comparison:
    """What of one document stands in another, in words."""

    words: int
    """Of the document."""
    told: int
    """Of these, those outside quotation marks."""
    pieces: tuple[Piece, ...]
    """In the order of the document."""

    @cached_property
    def carried(self) -> tuple[Piece, ...]:
        """The pieces that are the same but for slight edits."""
        return tuple(piece for piece in self.pieces if piece.is_carried)

    @cached_property
    def share(self) -> float:
        """The share of the document that the other has too."""
        return sum(piece.carried for piece in self.carried) / self.words if self.words else 0.0

    @cached_property
    def told_share(self) -> float:
        """The same of its words outside quotation marks."""
        return sum(piece.told for piece in self.carried) / self.told if self.told else 0.0


@dataclass(frozen=True, slots=True)
class _Run:
    here: int
    there: int
    size: int


def compared(here: Wording, there: Wording) -> Comparison:
    """What of ``here`` stands in ``there``."""
    pieces: list[Piece] = []
    for stretch in here.stretches:
        runs = list(_runs(here, there, stretch=stretch))
        if runs:
            pieces += _pieces(here, there, stretch=stretch, runs=runs)
    return Comparison(len(here.words), here.quoted.count(False), tuple(pieces))


def _pieces(here: Wording, there: Wording, *, stretch: Stretch, runs: Sequence[_Run]) -> Iterator[Piece]:
    shared = _shared(here, there, stretch=stretch, runs=runs)
    is_carried = len(shared) >= CARRIED * stretch.size
    long = [] if is_carried else [run for run in runs if run.size >= LONG_RUN]
    for run in long:
        yield _piece(here, there, first=run.here, words=range(run.here, run.here + run.size), runs=[run])
    if not long and len(shared) >= TIED * stretch.size:
        tied = _tied(there, runs)
        passage = Passage(here.span(stretch.first, stretch.last), there.span(tied.first, tied.last))
        told = sum(not here.quoted[word] for word in shared)
        yield Piece(stretch.first, passage, len(shared), told, _reported(there, runs), is_carried)


def _piece(here: Wording, there: Wording, *, first: int, words: range, runs: Sequence[_Run]) -> Piece:
    """A long run by itself; what it has of the other is kept within the stretch in which it begins."""
    tied = there.stretches[there.stretch_of(runs[0].there)]
    last = max(runs[0].there + 1, min(runs[0].there + runs[0].size, tied.last))
    passage = Passage(here.span(words.start, words.stop), there.span(runs[0].there, last))
    told = sum(not here.quoted[word] for word in words)
    return Piece(first, passage, len(words), told, _reported(there, runs), True)


def _reported(there: Wording, runs: Sequence[_Run]) -> int:
    return sum(there.quoted[run.there : run.there + run.size].count(False) for run in runs)


def _runs(here: Wording, there: Wording, *, stretch: Stretch) -> Iterator[_Run]:
    """The runs of a stretch that ``there`` has, in order, none overlapping another."""
    n = stretch.first
    while n <= stretch.last - SHINGLE:
        starts = there.runs.get(here.words[n : n + SHINGLE])
        if starts is None:
            n += 1
            continue
        size, start = max((_length(here, there, n=n, m=m, last=stretch.last), -m) for m in starts)
        yield _Run(n, -start, size)
        n += size


def _length(here: Wording, there: Wording, *, n: int, m: int, last: int) -> int:
    """How far the words from ``n`` on and those from ``m`` on are the same, up to word ``last`` here."""
    size = SHINGLE
    while n + size < last and m + size < len(there.words) and here.words[n + size] == there.words[m + size]:
        size += 1
    return size


def _shared(here: Wording, there: Wording, *, stretch: Stretch, runs: Sequence[_Run]) -> set[int]:
    """The words of a stretch that ``there`` has, in runs or in the stretch that has most of these."""
    shared = {word for run in runs for word in range(run.here, run.here + run.size)}
    if not TIED * stretch.size <= len(shared) < stretch.size:
        return shared
    tied = _tied(there, runs)
    mine, theirs = here.words[stretch.first : stretch.last], there.words[tied.first : tied.last]
    for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks():
        if block.size >= BLOCK:
            shared.update(range(stretch.first + block.a, stretch.first + block.a + block.size))
    return shared


def _tied(there: Wording, runs: Sequence[_Run]) -> Stretch:
    """The stretch of ``there`` that has most of the runs' words."""
    counts: dict[int, int] = {}
    for run in runs:
        place = there.stretch_of(run.there)
        counts[place] = counts.get(place, 0) + run.size
    return there.stretches[max(counts, key=lambda place: (counts[place], -place))]
