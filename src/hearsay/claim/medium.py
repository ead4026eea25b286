"""How something was said: a post on X, a statement, an interview."""

import re

from hearsay.normalise.medium import told_medium
from hearsay.records.reading import Attribution

BEHIND = 90
"""Characters behind the cue within which its medium is told."""
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*(?=\s+[\"“‘(]?[^\W\d_a-z]|\s*$)|\n|[\"“”]|;")


def medium(text: str, attribution: Attribution) -> str | None:
    """The words that tell how it was said, None where nothing does; what is said is not searched."""
    cue = attribution.cue
    start, end = cue[0].start, cue[-1].end
    stop = min(len(text), end + BEHIND)
    ended = _SENTENCE_END.search(text, end, stop)
    stop = min([ended.start() if ended else stop, *(c.start for c in attribution.content if c.start >= end)])
    words = text[start : max(end, stop)]
    found = told_medium(words)
    return " ".join(words[found[0] : found[1]].split()) if found else None
