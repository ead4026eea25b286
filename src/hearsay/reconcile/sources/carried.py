"""Which sources of a copy stand where its origin has others: "the company", where the origin names it."""

from collections.abc import Iterator, Sequence

from hearsay.normalise.stem import parts
from hearsay.reconcile.entered import Entered
from hearsay.records.ledger import Ledger


def carried(entered: Sequence[Entered]) -> frozenset[tuple[str, str]]:
    """Pairs of Source.id, of a copy and of its origin: those to whom the two give what is said in the same words."""
    ledgers = {one.kept.document.id: one.ledger for one in entered}
    return frozenset(
        (source, origin)
        for one in entered
        for copy in one.copies
        if copy.is_copy and copy.of in ledgers
        for words, source in _said(one.ledger)
        for same, origin in _said(ledgers[copy.of])
        if same == words
    )


def _said(ledger: Ledger) -> Iterator[tuple[tuple[str, ...], str]]:
    """The words of each statement, in small letters, with the id of its source."""
    texts = {document.id: document.text for document in ledger.documents}
    for statement in ledger.statements:
        if statement.source is not None and statement.document in texts:
            text = texts[statement.document]
            words = parts(" ".join(span.of(text) for span in statement.spans.content).casefold())
            if words:
                yield tuple(words), statement.source
