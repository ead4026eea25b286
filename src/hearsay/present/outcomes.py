"""What came of adding reports to a ledger, in words."""

from collections.abc import Mapping

FAILED = "failed"
"""Stands among the outcomes (hearsay.ledger.writer.Outcome) for what could not be read."""
_WORDS = {
    "added": "{} added",
    "version": "{} added as a new version",
    "read again": "{} read again",
    "known": "{} there already",
    FAILED: "{} not read",
}


def in_words(outcomes: Mapping[str, int]) -> str:
    """How many had which: "3 added, 1 there already"."""
    return ", ".join(words.format(f"{outcomes[name]:,}") for name, words in _WORDS.items() if outcomes.get(name))
