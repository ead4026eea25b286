"""A text in, its attributions out: windows, the network's two readings, structured decoding, and character spans.

Each window is a run of its own. An int8 network scales its activations by what is in the run, so in a batch a report
would read differently with other company; and on one core a batch is hardly faster.
"""

import math
from collections.abc import Sequence
from typing import Protocol

import numpy as np

from hearsay.read.batch import Batch, pack
from hearsay.read.decode import TAGS, Floats, Found, Pieces, found_in, legal_transitions, seeds, settle, viterbi
from hearsay.read.encode import Encoded, Encoder, Ints, Window, windows
from hearsay.read.network import Plain
from hearsay.records.reading import Attribution
from hearsay.records.span import Span

SEED_CHANCE = 0.3
"""Least chance of opening a cue at which a word is read as one (tuned on PolNeAR dev; make gate)."""
LEAST_MARGIN = 0.0
"""Least margin of an attribution, in nats (tuned on PolNeAR dev; make gate)."""
WINDOWS_AT_ONCE = 32
"""Windows whose cues are decoded together, which bounds memory."""


class Readable(Protocol):
    """What a network must do; tests hand in a scripted one."""

    def plain(self, batch: Batch) -> Plain:
        """Read windows once."""

    def cued(self, batch: Batch, plain: Plain, *, where: Ints, seeds: Ints) -> Floats:
        """Read them again, given cues."""


class Reader:
    """Reads texts with one network."""

    def __init__(
        self, encoder: Encoder, network: Readable, *, transitions: Floats, calibration: tuple[float, float] = (1.0, 0.0)
    ) -> None:
        """``transitions`` (13, 13) are those of the CRF that the network was trained with.

        ``calibration`` makes a probability of a margin: the logistic function of its first number times the logarithm
        of one plus the margin, plus its second (Platt, 1999).
        """
        self._calibration = calibration
        self._encoder = encoder
        self._network = network
        self._transitions = transitions + legal_transitions()

    def attributions(self, texts: Sequence[str]) -> list[list[Attribution]]:
        """For each text, of any length, its attributions by where their cue starts; none bears on another's."""
        encoded = [self._encoder.encode(text) for text in texts]
        places = [(n, window) for n, one in enumerate(encoded) for window in windows(one)]
        found: list[list[Found]] = [[] for _ in texts]
        for start in range(0, len(places), WINDOWS_AT_ONCE):
            group = places[start : start + WINDOWS_AT_ONCE]
            scores = [self._scores(encoded[n], window) for n, window in group]
            for (n, window), (tags, margins) in zip(group, viterbi(scores, self._transitions), strict=True):
                found[n].extend(
                    found_in(sequence, offset=window.start, margin=margin)
                    for sequence, margin in zip(tags, margins.tolist(), strict=True)
                )
        return [
            [self._attribution(one, f) for f in settle(candidates, least=LEAST_MARGIN)]
            for one, candidates in zip(encoded, found, strict=True)
        ]

    def _scores(self, encoded: Encoded, window: Window) -> Floats:
        """(N, W, 13) what the network sees in one window given each of its N likely cues."""
        batch = pack([(encoded, window)])
        plain = self._network.plain(batch)
        where, words = seeds(plain.flat, chance=SEED_CHANCE)
        if not len(words):
            return np.zeros((0, window.end - window.start, TAGS), dtype=np.float32)
        return self._network.cued(batch, plain, where=where, seeds=words)

    def _attribution(self, encoded: Encoded, found: Found) -> Attribution:
        def spans(pieces: Pieces) -> tuple[Span, ...]:
            return tuple(Span(int(encoded.starts[a]), int(encoded.ends[b - 1])) for a, b in pieces)

        slope, offset = self._calibration
        confidence = 1 / (1 + math.exp(-(slope * math.log1p(found.margin) + offset)))
        return Attribution(spans(found.source), spans(found.cue), spans(found.content), confidence)
