"""Which sources of a copy stand where its origin has others: "the company", where the origin names it."""

from collections.abc import Sequence

from hearsay.normalise.stem import parts
from hearsay.reconcile.entered import Entered
from hearsay.records.ledger import Ledger


def carried(entered: Sequence[Entered]) -> frozenset[tuple[str, str]]:
    """Pairs of Source.id, of a copy and of its origin: those to whom the two give what is said in the same words."""
    said = {one.kept.document.id: _said(one.ledger) for one in entered}
    return frozenset(
        (source, said[copy.of][words])
        for one in entered
        for copy in one.copies
        if copy.is_copy and copy.of in said
        for words, source in said[one.kept.document.id].items()
        if words in said[copy.of]
    )


def _said(ledger: Ledger) -> dict[tuple[str, ...], str]:
    """By the words of each statement, in small letters, the id of its source."""
    texts = {document.id: document.text for document in ledger.documents}
    found: dict[tuple[str, ...], str] = {}
    for statement in ledger.statements:
        if statement.source is not None and statement.document in texts:
            text = texts[statement.document]
            words = parts(" ".join(span.of(text) for span in statement.spans.content).casefold())
            if words:
                found.setdefault(tuple(words), statement.source)
    return found
