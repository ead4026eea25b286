"""Signatures by which a ledger finds the documents that may share a paragraph with another, without reading them.

MinHash (Broder, "On the resemblance and containment of documents", 1997) of the runs of three words of each stretch,
banded (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4): two stretches whose runs have the Jaccard
similarity j share at least one of their keys with probability 1 - (1 - j ** ROWS) ** BANDS.
"""

import numpy as np
from numpy.typing import NDArray

from hearsay.reconcile.copies.wording import Wording

RUN = 3
"""Words of a run that is hashed: an edited word costs three of them, so that edits of a tenth leave j about 0.57."""
BANDS = 4
"""Keys of a stretch. With ROWS, a stretch of which a tenth was edited is found with probability 0.79, and one of five
such stretches with 0.9996; a stretch that shares a twentieth of its runs with probability 0.01."""
ROWS = 2
LEAST = 8
"""Words below which a stretch is not signed: it says too little to find anything by."""

_ODD = np.random.default_rng(20261125).integers(1, 2**63, size=(BANDS * ROWS, 2), dtype=np.uint64)
_FACTORS, _OFFSETS = _ODD[:, 0] | np.uint64(1), _ODD[:, 1]
_PLACES = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
_SHIFT, _TOP = np.uint64(32), np.uint64(1)


def keys(wording: Wording) -> tuple[int, ...]:
    """The keys of a document's stretches, each once, in order: whole numbers that fit 63 bits."""
    signed = [stretch for stretch in wording.stretches if stretch.size >= LEAST]
    if not signed:
        return ()
    marks = np.array(wording.marks, dtype=np.uint64)
    windows = np.lib.stride_tricks.sliding_window_view(marks, RUN)
    runs = _mixed((windows * _PLACES).sum(axis=1, dtype=np.uint64))
    # A run that reaches into the next stretch belongs to none: each slice ends before those.
    starts = np.array([edge for s in signed for edge in (s.first, s.last - RUN + 1)])
    hashed = runs[None, :] * _FACTORS[:, None] + _OFFSETS[:, None]
    least = np.minimum.reduceat(np.pad(hashed, ((0, 0), (0, 1))), starts, axis=1)[:, ::2]
    pairs = least.reshape(BANDS, ROWS, -1)
    bands = _mixed(pairs[:, 0] * _PLACES[0] + pairs[:, 1] * _PLACES[1] + np.arange(BANDS, dtype=np.uint64)[:, None])
    return tuple(sorted(set((bands >> _TOP).ravel().tolist())))


def _mixed(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Numbers whose every bit depends on all bits of the given ones."""
    numbers = (numbers ^ (numbers >> _SHIFT)) * _PLACES[1]
    mixed: NDArray[np.uint64] = (numbers ^ (numbers >> _SHIFT)) * _PLACES[0]
    return mixed
