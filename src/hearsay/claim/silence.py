"""What only tells that nothing was said, and so is no statement."""

from hearsay.claim.wording import Wording
from hearsay.normalise.cue import silent
from hearsay.records.reading import Attribution


def is_silence(text: str, attribution: Attribution) -> bool:
    """Whether the cue only tells that nothing was said: "did not say whether", "had no immediate comment"."""
    return silent(Wording.of(text, attribution).cue)
