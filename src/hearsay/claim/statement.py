"""Attributions and who is who to statements: how far in the source's own words, and through whom."""

from collections.abc import Sequence

from hearsay.claim.act import act
from hearsay.claim.certainty import certainty
from hearsay.claim.medium import medium
from hearsay.claim.said import said_on
from hearsay.claim.silence import is_silence
from hearsay.normalise.mode import letters, mode, quoted_parts
from hearsay.normalise.when.when import When
from hearsay.records.document import Document
from hearsay.records.identity import make_id
from hearsay.records.reading import Attribution, Reading
from hearsay.records.resolution import Resolution
from hearsay.records.statement import Spans, Statement

COVERS = 0.5
"""Share of a content's letters from which an attribution within it takes its place: "the White House said Sullivan
agreed …" is one statement, of Sullivan through the White House (tuned on the dev stories; make gate)."""


def statements(
    document: Document, reading: Reading, *, resolution: Resolution, times: Sequence[When] = ()
) -> tuple[Statement, ...]:
    """The statements of one document, in the order of its text."""
    skipped = _skipped(document.text, reading, credited=resolution.credited)
    said = said_on(document, reading, resolution=resolution, found=times)
    made = []
    for number, attribution in enumerate(reading.attributions):
        if number in skipped or not attribution.content or is_silence(document.text, attribution):
            continue
        quoted = quoted_parts(attribution.content, reading.quoted)
        found = act(document.text, attribution)
        sure = certainty(document.text, attribution, act=found.act)
        made.append(
            Statement(
                id=make_id(
                    "statement", document.id, *((s.start, s.end) for s in (*attribution.cue, *attribution.content))
                ),
                document=document.id,
                source=resolution.credited[number],
                via=_via(number, reading, resolution=resolution),
                spans=Spans(attribution.source, attribution.cue, attribution.content),
                quoted=quoted,
                mode=mode(document.text, content=attribution.content, quoted=quoted),
                confidence=attribution.confidence,
                source_confidence=resolution.confidences[number],
                act=found.act,
                act_words=found.words,
                certainty=sure.certainty,
                certainty_words=sure.words,
                said_on=said[number].value,
                said_words=said[number].words,
                medium=medium(document.text, attribution),
            )
        )
    return tuple(made)


def _skipped(text: str, reading: Reading, *, credited: tuple[str | None, ...]) -> set[int]:
    """Attributions that make no statement beside the one that they are bound up with.

    An outer one whose content is little more than an inner one; an inner one that only tells more of the same source:
    in "the bank said it expects …" the bank speaks once.
    """
    skipped = set()
    for number, inner in enumerate(reading.attributions):
        if inner.within is None:
            continue
        if credited[number] is not None and credited[number] == credited[inner.within]:
            skipped.add(number)
        elif _share(inner, reading.attributions[inner.within], text=text) >= COVERS:
            skipped.add(inner.within)
    return skipped


def _via(number: int, reading: Reading, *, resolution: Resolution) -> tuple[str, ...]:
    """The chain through which the report has it: who is named beside the cue, then whose content it stands in."""
    source = resolution.credited[number]
    chain: list[str] = []
    current: int | None = number
    while current is not None:
        links = [*resolution.through[current]]
        outer = reading.attributions[current].within
        if outer is not None and (teller := resolution.credited[outer]) is not None:
            links.append(teller)
        chain.extend(link for link in links if link != source and link not in chain)
        current = outer
    return tuple(chain)


def _share(inner: Attribution, outer: Attribution, *, text: str) -> float:
    pieces = (*inner.source, *inner.cue, *inner.content)
    start, end = min(p.start for p in pieces), max(p.end for p in pieces)
    held = sum(letters(text[max(s.start, start) : min(s.end, end)]) for s in outer.content)
    return held / max(1, sum(letters(s.of(text)) for s in outer.content))
