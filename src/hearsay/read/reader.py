"""A text in, its attributions out: windows, the network's two readings, structured decoding, and character spans.

Each window is a run of its own. An int8 network scales its activations by what is in the run, so in a batch a report
would read differently with other company; and on one core a batch is hardly faster.
"""

import math
from typing import Protocol

from hearsay.read.batch import Batch, pack
from hearsay.read.decode import Floats, Found, Pieces, found_in, legal_transitions, seeds, settle, viterbi
from hearsay.read.encode import Encoded, Encoder, Ints, Window, windows
from hearsay.read.network import Plain
from hearsay.records.reading import Attribution
from hearsay.records.span import Span

SEED_CHANCE = 0.2
"""Least chance of opening a cue at which a word is read as one (tuned on PolNeAR dev; make gate)."""
LEAST_MARGIN = 0.5
"""Least margin of an attribution, in nats (tuned on PolNeAR dev; make gate)."""


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

    def attributions(self, text: str) -> list[Attribution]:
        """The attributions of a text of any length, by where their cue starts."""
        encoded = self._encoder.encode(text)
        found = [f for window in windows(encoded) for f in self._read(encoded, window)]
        return [self._attribution(encoded, f) for f in settle(found, least=LEAST_MARGIN)]

    def _read(self, encoded: Encoded, window: Window) -> list[Found]:
        """What the network sees in one window, of the cues in its core."""
        batch = pack([(encoded, window)])
        plain = self._network.plain(batch)
        core = batch.words.copy()
        core[0, : window.core_start - window.start] = False
        core[0, window.core_end - window.start :] = False
        where, words = seeds(plain.flat, core, chance=SEED_CHANCE)
        if not len(where):
            return []
        scores = self._network.cued(batch, plain, where=where, seeds=words)
        tags, margins = viterbi(scores, self._transitions)
        return [
            found_in(sequence, offset=window.start, margin=margin)
            for sequence, margin in zip(tags, margins.tolist(), strict=True)
        ]

    def _attribution(self, encoded: Encoded, found: Found) -> Attribution:
        def spans(pieces: Pieces) -> tuple[Span, ...]:
            return tuple(Span(int(encoded.starts[a]), int(encoded.ends[b - 1])) for a, b in pieces)

        slope, offset = self._calibration
        confidence = 1 / (1 + math.exp(-(slope * math.log1p(found.margin) + offset)))
        return Attribution(spans(found.source), spans(found.cue), spans(found.content), confidence)
