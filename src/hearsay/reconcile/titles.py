"""What a story is called: the title of its first report."""

from collections.abc import Sequence

from hearsay.normalise.sentence import sentences
from hearsay.reconcile.entered import Entered

LONGEST = 90
"""Characters of a title that is made from a first sentence: a line in a list."""


def title(entered: Sequence[Entered]) -> str:
    """The title of the report that was published first, one that carries nobody's account before one that does.

    Where no report has a title, the beginning of that one's first sentence.
    """
    first = sorted(
        entered,
        key=lambda one: (
            one.kept.document.title is None,
            any(copy.is_copy for copy in one.copies),
            one.kept.document.published or "~",
            one.kept.number,
        ),
    )[0].kept.document
    return first.title or _beginning(first.text)


def _beginning(text: str) -> str:
    start, end = next(iter(sentences(text)), (0, len(text)))
    sentence = " ".join(text[start:end].split())
    if len(sentence) <= LONGEST:
        return sentence
    return sentence[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"
