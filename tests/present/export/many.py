"""Many documents, one after another, and a stream that keeps nothing: for tests of memory."""

import io
from collections.abc import Iterator
from dataclasses import replace

from hearsay.records.document import Document
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Mode, Spans, Statement

SAID = Statement("s", "d", "b", ("b",), Spans((Span(0, 9),), (Span(10, 14),), (Span(15, 17),)), (), Mode.INDIRECT, 0.5)
MANY = Figure(
    id="f",
    document="d",
    span=Span(0, 3),
    min=3,
    max=5,
    inclusive=True,
    approximate=False,
    vagueness=None,
    unit="jobs",
    base=None,
    counted=None,
    measure=None,
    place=None,
    tally=None,
    statement=None,
    source="b",
    question=None,
    as_of=None,
)


def many(count: int) -> Iterator[Ledger]:
    """Documents of 2 kB with a source, 10 statements and 10 figures each."""
    for i in range(count):
        text = f"the board said so {i} " + "and so on " * 200
        source = Source(f"b{i}", "the board")
        said = tuple(
            replace(SAID, id=f"s{i}-{j}", document=f"d{i}", source=source.id, via=(source.id,)) for j in range(10)
        )
        counted = tuple(replace(MANY, id=f"f{i}-{j}", document=f"d{i}", source=source.id) for j in range(10))
        yield Ledger((Document(f"d{i}", text),), (source,), said, counted)


class Sink(io.StringIO):
    """Takes everything and keeps nothing."""

    def write(self, text: str, /) -> int:
        return len(text)
