"""The network at run time: the only place that knows onnxruntime.

Two graphs: ``reader.onnx`` reads a window once (a plain reading, and the words as the second reading takes them);
``cued.onnx`` reads it again given one cue each.
"""

import time
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from hearsay.errors import WeightsError
from hearsay.read.batch import Batch
from hearsay.read.encode import Ints

Floats = NDArray[np.float32]
# onnxruntime's errors derive from Exception one by one.
_ERRORS: tuple[type[Exception], ...] = (
    RuntimeError,
    ValueError,
    *(
        e
        for e in vars(onnxruntime.capi.onnxruntime_pybind11_state).values()
        if isinstance(e, type) and issubclass(e, Exception)
    ),
)
# The fused kernel takes seven times as long as the two that it stands for (onnxruntime 1.32 on a CPU).
_LEFT_APART = ["SkipLayerNormFusion"]
CUES_AT_ONCE = 48
"""Cues in one run of the second reading, which bounds its memory."""


class Plain(NamedTuple):
    """The plain reading of a batch: B windows of W words."""

    flat: Floats
    """(B, W, 7) log probability of each BIO tag: none, then begin and inside of source, cue, content."""
    words: Floats
    """(B, W, D) the words, as the second reading takes them."""
    cues: Floats
    """(B, W, D) the words as cues."""


class Network:
    """The shipped network. ``seconds`` counts the time spent within its runs."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """Load both graphs from ``folder``; 0 threads leaves the number to onnxruntime. Raises WeightsError."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._reader, self._cued = (
                onnxruntime.InferenceSession(
                    str(folder / name), options, providers=["CPUExecutionProvider"], disabled_optimizers=_LEFT_APART
                )
                for name in ("reader.onnx", "cued.onnx")
            )
        except _ERRORS as error:
            raise WeightsError(f"the reader's weights in {folder} cannot be loaded: {error}") from error
        self.seconds = 0.0

    def plain(self, batch: Batch) -> Plain:
        """Read one window once; raises ValueError for several, which would need padding that the graph cannot mask."""
        if len(batch.ids) != 1:
            raise ValueError(f"the network reads one window at a time, not {len(batch.ids)}")
        feed = {"ids": batch.ids, "styles": batch.styles, "first": batch.first}
        begun = time.perf_counter()
        found = self._reader.run(["flat", "words", "cues"], feed)
        self.seconds += time.perf_counter() - begun
        return Plain(*found)

    def cued(self, batch: Batch, plain: Plain, *, where: Ints, seeds: Ints) -> Floats:
        """Read window ``where[n]`` given the cue at word ``seeds[n]``: (N, W, 13) scores of the BIOES tags."""
        feed = {"words": plain.words, "cues": plain.cues, "flat": plain.flat, "paragraphs": batch.paragraphs}
        begun = time.perf_counter()
        slices = [slice(i, i + CUES_AT_ONCE) for i in range(0, len(seeds), CUES_AT_ONCE)]
        scores = [self._cued.run(["tags"], feed | {"where": where[s], "seeds": seeds[s]})[0] for s in slices]
        self.seconds += time.perf_counter() - begun
        return np.concatenate(scores)
