"""How sure the source of an attribution is of its content."""

from dataclasses import dataclass

from hearsay.claim.wording import Wording
from hearsay.normalise.certainty import ORDER, Hedge, cue_hedge, is_hedging
from hearsay.normalise.cue import Sense, leading, not_ruled_out, senses
from hearsay.records.reading import Attribution
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty


@dataclass(frozen=True, slots=True)
class FoundCertainty:
    """A certainty, and the words of the document that decided it."""

    certainty: Certainty
    words: tuple[Span, ...]


_SURE = frozenset((Act.ASSERT, Act.ESTIMATE, Act.DENY))
"""The acts that claim something; the others leave it unstated how sure."""


def certainty(text: str, attribution: Attribution, *, act: Act) -> FoundCertainty:
    """How sure the source is, by cue and content; the weakest hedge decides."""
    if act not in _SURE:
        return FoundCertainty(Certainty.UNSTATED, ())
    wording = Wording.of(text, attribution)
    found = _cue_hedges(wording)
    if act is not Act.DENY:
        found += wording.hedges
    if act is Act.ESTIMATE and not found:
        return FoundCertainty(Certainty.PROBABLE, ())
    if not found:
        return FoundCertainty(Certainty.CERTAIN, ())
    weakest = min((h.certainty for h in found), key=ORDER.index)
    if weakest is Certainty.CERTAIN and act is Act.ESTIMATE:
        weakest = Certainty.PROBABLE
    return FoundCertainty(weakest, tuple(h.words for h in found))


def _cue_hedges(wording: Wording) -> tuple[Hedge, ...]:
    """The hedges in the cue: "believes", "suggested", "would not rule out", "warned of"."""
    cue = wording.cue
    if (match := not_ruled_out(cue)) is not None:
        return (Hedge(Certainty.POSSIBLE, cue.found(match)),)
    words = tuple(w.norm for w in cue.words)
    if (hedge := cue_hedge(words)) is not None:
        return (Hedge(hedge[0], wording.cue_span(hedge[1], hedge[1] + 1)),)
    hit = leading(senses(words))
    if hit is None:
        return ()
    if hit.sense is Sense.ESTIMATE or (hit.sense is Sense.JUDGE and is_hedging(words[hit.start])):
        return (Hedge(Certainty.PROBABLE, wording.cue_span(hit.start, hit.end)),)
    if hit.sense is Sense.WARN and wording.after(hit.end).startswith(("of ", "about ")):
        return (Hedge(Certainty.POSSIBLE, wording.cue_span(hit.start, hit.end)),)
    return ()
