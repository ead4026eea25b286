"""Windows as the arrays that the network takes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.read.encode import CLS, MARK_STYLE, SEP, Encoded, Ints, Window

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Batch:
    """B windows padded to T pieces and W words."""

    ids: Ints
    """(B, T) vocabulary ids, [CLS] and [SEP] around each window's pieces."""
    styles: Ints
    """(B, T)"""
    mask: Bools
    """(B, T) true where a piece stands."""
    first: Ints
    """(B, W) the place of each word's first piece."""
    words: Bools
    """(B, W) true where a word stands."""
    paragraphs: Ints
    """(B, W) number of each word's paragraph."""


def pack(windows: Sequence[tuple[Encoded, Window]]) -> Batch:
    """Pad windows of any texts into one batch."""
    pieces = 2 + max(int(e.first[w.end] - e.first[w.start]) for e, w in windows)
    tall, wide = (len(windows), pieces), (len(windows), max(w.end - w.start for _, w in windows))
    batch = Batch(
        ids=np.zeros(tall, np.int64),
        styles=np.zeros(tall, np.int64),
        mask=np.zeros(tall, np.bool_),
        first=np.zeros(wide, np.int64),
        words=np.zeros(wide, np.bool_),
        paragraphs=np.zeros(wide, np.int64),
    )
    for row, (encoded, window) in enumerate(windows):
        start, end = encoded.first[window.start], encoded.first[window.end]
        last, count = end - start + 1, window.end - window.start
        batch.ids[row, 0], batch.ids[row, 1:last], batch.ids[row, last] = CLS, encoded.ids[start:end], SEP
        lengths = np.diff(encoded.first[window.start : window.end + 1])
        batch.styles[row, 1:last] = np.repeat(encoded.styles[window.start : window.end], lengths)
        batch.styles[row, [0, last]] = MARK_STYLE
        batch.mask[row, : last + 1] = True
        batch.first[row, :count] = encoded.first[window.start : window.end] - start + 1
        batch.words[row, :count] = True
        batch.paragraphs[row, :count] = encoded.paragraphs[window.start : window.end]
    return batch
