"""What a story is called: the title of its first report."""

import re
from collections.abc import Iterator, Sequence

from hearsay.normalise.sentence import sentences
from hearsay.reconcile.entered import Entered
from hearsay.records.document import Document

_ENDED = re.compile(r"[.!?]\W*$")
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
