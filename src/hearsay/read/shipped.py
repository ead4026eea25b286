"""The reader that the package ships, and how documents go through it."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from hearsay.read.beside import cited, outlet, without_evidence
from hearsay.read.bounds import within_parts
from hearsay.read.continued import with_continued
from hearsay.read.counts import with_counts, with_joined
from hearsay.read.encode import Encoder
from hearsay.read.manifest import WEIGHTS, calibration, check
from hearsay.read.network import Network
from hearsay.read.quotes import quoted_spans
from hearsay.read.reader import Reader
from hearsay.read.within import enclosed, extended, merged, moved, parted, without_topics, worth_reading
from hearsay.records.document import Document
from hearsay.records.reading import Attribution, Reading
from hearsay.records.span import Span


class DocumentReader:
    """Reads documents: attributions, those within others, and who else each came through."""

    def __init__(self, reader: Reader, network: Network, *, cues: frozenset[str]) -> None:
        self._reader = reader
        self._cues = cues
        self.network = network

    @classmethod
    def load(cls, folder: Path = WEIGHTS, *, threads: int = 0) -> "DocumentReader":
        """Load the weights in ``folder``; 0 threads leaves their number to the machine. Raises WeightsError."""
        # What is whole loads: the libraries tell of damage in errors of every kind, or not at all.
        check(folder)
        network = Network(folder, threads=threads)
        reader = Reader(
            Encoder(folder / "tokenizer.json"),
            network,
            transitions=np.load(folder / "transitions.npy"),
            calibration=calibration(folder),
        )
        return cls(reader, network, cues=frozenset((folder / "cues.txt").read_text(encoding="utf-8").split()))

    def read(self, document: Document) -> Reading:
        """All attributions of a document, the same whatever else is read."""
        text = document.text
        quoted = tuple(Span(a, b) for a, b in quoted_spans(text) if b > a)
        found = without_evidence(text, self._reader.attributions([text])[0])
        outer = with_counts(text, with_joined(text, with_continued(text, found, quoted=quoted)))
        spans = [worth_reading(text, a, cues=self._cues, quoted=quoted) for a in enclosed(outer)]
        again = [(number, span) for number, span in enumerate(spans) if span is not None]
        within = self._reader.attributions([span.of(text) for _, span in again])
        inner = [
            attribution
            for (number, span), found in zip(again, within, strict=True)
            for attribution in moved(span.of(text), found, start=span.start, outer=number)
        ]
        whole = without_topics(text, enclosed(merged(outer, inner)))
        settled = enclosed(
            within_parts(text, extended(text, enclosed(parted(text, enclosed(whole)))), parts=document.parts)
        )
        told = tuple(_told(text, a) for a in settled)
        return Reading(document.id, told, quoted)


def _told(text: str, attribution: Attribution) -> Attribution:
    """The attribution with the outlet that it was told to and whom its source cites."""
    through: tuple[Span, ...] = ()
    named = outlet(text, attribution)
    if named is not None:
        through = (named,)
    evidence = cited(text, attribution)
    if evidence is not None and attribution.source and not any(s.overlaps(evidence) for s in attribution.source):
        teller = Span(attribution.source[0].start, attribution.source[-1].end)
        return replace(attribution, source=(evidence,), through=(teller, *through))
    return replace(attribution, through=through)
