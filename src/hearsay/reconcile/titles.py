"""What a story is called: the title of its first report."""

import re
from collections.abc import Iterable, Iterator

from hearsay.normalise.sentence import sentences
from hearsay.records.document import Document
from hearsay.records.story import Reported

_ENDED = re.compile(r"[.!?]\W*$")
LONGEST = 90
"""Characters of a title that is made from a first sentence: a line in a list."""


def title(reports: Iterable[Reported]) -> str:
    """The title of the report that was published first, one that carries nobody's account before one that does.

    ``reports`` are in the order of recording. Where none has a title, the beginning of that one's first sentence.
    """
    first = min(
        reports, key=lambda one: (one.document.title is None, one.copy is not None, one.document.published or "~")
    ).document
    return first.title or _beginning(first)


def _beginning(document: Document) -> str:
    """The first sentence of the article's own prose, without what opens it: a dateline, a credit, a heading."""
    found = [words for words in _sentences(document) if words]
    ended = (words for words in found if _ENDED.search(words))
    words = next(ended, next(iter(found), document.id))
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _sentences(document: Document) -> Iterator[str]:
    for start, end in sentences(document.text):
        opening = max((part.span.end for part in document.parts if part.span.start <= start), default=start)
        yield " ".join(document.text[max(start, opening) : end].split()).lstrip("-–—_ ")
