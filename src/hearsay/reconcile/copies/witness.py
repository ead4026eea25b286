"""On whose account a passage of a document rests."""

from collections.abc import Sequence

from hearsay.records.copying import Copy, CopyKind
from hearsay.records.span import Span


def witness(document: str, span: Span, *, copies: Sequence[Copy]) -> str:
    """The id of the document whose account the passage carries: the document's own where it carries nobody's.

    ``copies`` are those of the document with the id ``document``. All of a whole or a cut copy is its origin's; of one
    that was extended, and of one that only quotes, the passages are that stand in the other.
    """
    for copy in copies:
        if copy.kind in {CopyKind.WHOLE, CopyKind.CUT}:
            return copy.of
        if any(passage.here.overlaps(span) for passage in copy.passages):
            return copy.of
    return document
