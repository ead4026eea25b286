"""From the network's scores to attributions in words: structured decoding of each cue's reading.

The second reading tags all words given one cue, in BIOES (Ratinov and Roth, 2009) for source, cue and content; the
best legal sequence is found by Viterbi over the transitions of the CRF that it was trained with (Lafferty et al.,
2001). How far that sequence lies above the empty one is the attribution's margin, in nats.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.read.encode import Ints

Floats = NDArray[np.float32]
Pieces = tuple[tuple[int, int], ...]

ROLES = ("source", "cue", "content")
TAGS = 1 + 4 * len(ROLES)
"""None, then begin, inside, end and single of each role."""
CUE_OPENS = 3
"""The plain tag of a word that opens a cue."""
ILLEGAL = np.float32(-1e4)
_POSITION = np.array([-1] + [(tag - 1) % 4 for tag in range(1, TAGS)])
"""Of each tag: 0 begins, 1 is inside, 2 ends, 3 is single; -1 is none."""
_OPENING = ILLEGAL * np.isin(_POSITION, (1, 2)).astype(np.float32)
_CLOSING = ILLEGAL * np.isin(_POSITION, (0, 1)).astype(np.float32)
"""What the first and the last word may not have."""


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution in words of its text: for each role pieces (start, end), half open."""

    source: Pieces
    cue: Pieces
    content: Pieces
    margin: float
    """Nats by which its tags score above no attribution at all."""

    def extent(self) -> tuple[int, int]:
        """First word and one past the last, of all its pieces."""
        pieces = (*self.source, *self.cue, *self.content)
        return min(a for a, _ in pieces), max(b for _, b in pieces)


def legal_transitions() -> Floats:
    """(TAGS, TAGS) 0 where one tag may follow another, else ILLEGAL."""
    bars = np.full((TAGS, TAGS), ILLEGAL, dtype=np.float32)
    for before in range(TAGS):
        for after in range(TAGS):
            role, position = divmod(after - 1, 4)
            continues = after > 0 and position in (1, 2)
            open_role = (before - 1) // 4 if before > 0 and (before - 1) % 4 in (0, 1) else None
            if continues == (open_role is not None) and (not continues or open_role == role):
                bars[before, after] = 0.0
    return bars


def seeds(flat: Floats, *, chance: float) -> tuple[Ints, Ints]:
    """Windows and words where the plain reading (B, W, 7) gives a cue's opening at least ``chance``."""
    where, words = np.nonzero(flat[:, :, CUE_OPENS] >= np.log(chance))
    return where.astype(np.int64), words.astype(np.int64)


def viterbi(readings: Sequence[Floats], transitions: Floats) -> list[tuple[Ints, Floats]]:
    """For each of ``readings`` (N, W, TAGS) its best tags (N, W), and by how much they beat all-zero tags (N,).

    All are decoded together, which takes as many steps as the longest has words; none bears on another.
    """
    found = [(np.zeros(r.shape[:2], np.int64), np.zeros(len(r), np.float32)) for r in readings]
    order = sorted((n for n, r in enumerate(readings) if len(r)), key=lambda n: -readings[n].shape[1])
    if not order:
        return found
    widths = np.repeat([readings[n].shape[1] for n in order], [len(readings[n]) for n in order])
    scores = np.zeros((len(widths), int(widths[0]), TAGS), dtype=np.float32)
    ends = np.cumsum([len(readings[n]) for n in order])
    for n, end in zip(order, ends.tolist(), strict=True):
        scores[end - len(readings[n]) : end, : readings[n].shape[1]] = readings[n]
    tags, best = _best_tags(scores, transitions, widths=widths)
    margins: Floats = best - scores[:, :, 0].sum(1) - transitions[0, 0] * (widths - 1).astype(np.float32)
    for n, end in zip(order, ends.tolist(), strict=True):
        rows = slice(end - len(readings[n]), end)
        found[n] = tags[rows, : readings[n].shape[1]], margins[rows]
    return found


def _best_tags(scores: Floats, transitions: Floats, *, widths: Ints) -> tuple[Ints, Floats]:
    """The best tags and their score for each row of ``scores``, of which ``widths``, never rising, are words."""
    count, width, _ = scores.shape
    # Rows last: numpy is twice as fast at the largest of thirteen when the thirteen do not lie side by side.
    gains = np.ascontiguousarray(scores.transpose(1, 2, 0))
    # How many rows, from the first, have a word at each place.
    here = np.searchsorted(-widths, -np.arange(width), side="left").tolist()
    total = gains[0] + _OPENING[:, None]
    back = np.zeros((width, TAGS, count), dtype=np.int8)
    steps = transitions[:, :, None]
    for i in range(1, width):
        ways = total[:, None, : here[i]] + steps
        back[i, :, : here[i]] = ways.argmax(0)
        total[:, : here[i]] = ways.max(0) + gains[i, :, : here[i]]
    total += _CLOSING[:, None]
    tags = np.zeros((count, width), dtype=np.int64)
    rows = np.arange(count)
    current = total.argmax(0)
    for i in range(width - 1, -1, -1):
        tags[: here[i], i] = current[: here[i]]
        current[: here[i]] = back[i, current[: here[i]], rows[: here[i]]]
    best: Floats = total.max(0)
    return tags, best


def found_in(tags: Ints, *, offset: int, margin: float) -> Found:
    """The attribution that one sequence of tags (W,) tells, its words counted from ``offset``."""
    pieces: dict[int, list[tuple[int, int]]] = {0: [], 1: [], 2: []}
    start = 0
    for i in np.flatnonzero(tags).tolist():
        role, position = divmod(int(tags[i]) - 1, 4)
        if position in (0, 3):
            start = i
        if position in (2, 3):
            pieces[role].append((start + offset, i + 1 + offset))
    return Found(tuple(pieces[0]), tuple(pieces[1]), tuple(pieces[2]), margin)


def settle(candidates: Iterable[Found], *, least: float) -> list[Found]:
    """The attributions of a text among ``candidates``: of several with words of one cue the one of the widest margin,
    none below ``least``, none without a cue and a content, and no word with two attributions side by side.

    One that lies within the content of another stays.
    """
    kept: list[tuple[Found, tuple[int, int]]] = []
    cues: set[int] = set()
    for found in sorted(candidates, key=lambda f: -f.margin):
        words = {w for a, b in found.cue for w in range(a, b)}
        if found.margin < least or not words or words & cues:
            continue
        cues |= words
        trimmed = _beside(found, kept)
        if trimmed.content:
            kept.append((trimmed, trimmed.extent()))
    return sorted((found for found, _ in kept), key=lambda f: (f.cue, f.extent()))


def _beside(found: Found, kept: Sequence[tuple[Found, tuple[int, int]]]) -> Found:
    """``found`` without what a better attribution has as content, unless one of the two lies within the other.

    ``kept`` has each better one with its extent. Sources may be shared: "she said … and asked …".
    """
    start, end = found.extent()
    taken: set[int] = set()
    for other, (first, last) in kept:
        if last <= start or end <= first:
            continue
        if not (_holds(other, (start, end)) or _holds(found, (first, last))):
            taken.update(w for a, b in other.content for w in range(a, b))
    if not taken:
        return found
    return Found(_without(found.source, taken), found.cue, _without(found.content, taken), found.margin)


def _holds(outer: Found, extent: tuple[int, int]) -> bool:
    """Whether a piece of the outer one's content holds the words of ``extent``."""
    return any(a <= extent[0] and extent[1] <= b for a, b in outer.content)


def _without(pieces: Pieces, taken: set[int]) -> Pieces:
    """The pieces' longest runs of words that are not ``taken``."""
    left = []
    for start, end in pieces:
        runs: list[list[int]] = [[]]
        for word in range(start, end):
            if word in taken:
                runs.append([])
            else:
                runs[-1].append(word)
        run = max(runs, key=len)
        if run:
            left.append((run[0], run[-1] + 1))
    return tuple(left)
