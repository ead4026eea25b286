"""What is told of what went wrong."""

from hearsay.errors import HearsayError, UsageError


def told(error: HearsayError) -> str:
    """What went wrong, in a line; of a ledger that cannot be read, not where it is."""
    return f"Not done: {error}." if isinstance(error, UsageError) else "Not done: the ledger cannot be read just now."
