"""How something was said: a post on X, a statement, an interview."""

from hearsay.records.reading import Attribution


def medium(text: str, attribution: Attribution) -> str | None:
    """The words that tell how it was said, None where nothing does."""
    del text, attribution
    return None
