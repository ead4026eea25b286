"""Two versions of a made-up page, and how such are made."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hearsay.records.document import Document
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement


def span(text: str, words: str) -> Span:
    """The one place where the words stand."""
    assert text.count(words) == 1, words
    return Span(text.index(words), text.index(words) + len(words))


def said(text: str, source: str | None, *, cue: str, content: str, **more: Any) -> Statement:
    """A statement of the document with ``text``; ``cue`` is found by the words around its last word in brackets."""
    before, _, rest = cue.partition("[")
    word, _, after = rest.partition("]")
    at = text.index(before + word + after) + len(before)
    return Statement(
        id=f"said-{text.index(content) if content else at}",
        document="page",
        source=source,
        via=(),
        spans=Spans((), (Span(at, at + len(word)),), (span(text, content),) if content else ()),
        quoted=(),
        mode=Mode.INDIRECT,
        confidence=0.9,
        **{"act": Act.ASSERT, "certainty": Certainty.CERTAIN} | more,
    )


def figure(text: str, words: str, *, low: float | None, high: float | None, unit: str, **more: Any) -> Figure:
    """A figure that stands on the words."""
    made = Figure(
        *(f"figure-{text.index(words)}", "page", span(text, words), low, high, True, False, None, unit, None),
        *(None, None, None, None, None, None, None, None),
    )
    return replace(made, **more)


def page(text: str, *entries: Statement | Figure | Expectation, sources: Sequence[Source] = ()) -> Ledger:
    """The page with its entries; who is credited and is not among the ``sources`` has the name for an id."""
    known = {source.id for source in sources}
    named = dict.fromkeys(entry.source for entry in entries if entry.source and entry.source not in known)
    return Ledger(
        documents=(Document("page", text, url="https://norda.example/spill", title="Oil in the harbour"),),
        sources=(*sources, *(Source(name, name) for name in named)),
        statements=tuple(e for e in entries if isinstance(e, Statement)),
        figures=tuple(e for e in entries if isinstance(e, Figure)),
        expectations=tuple(e for e in entries if isinstance(e, Expectation)),
    )


MORNING = (
    "A tanker lost 30 tonnes of oil off Port Ellis, the coast guard said.\n\n"
    "At least 12 people were taken to hospital.\n\n"
    "Mayor Ruud Okafor denied that the beach had been closed. The cleaning would cost 40 million crowns, he said.\n\n"
    "Fishermen feared that the season was over."
)
EVENING = (
    "A tanker lost 90 tonnes of oil off Port Ellis, the coast guard said.\n\n"
    "At least 15 people were taken to hospital.\n\n"
    "The owner said that it would pay by Friday.\n\n"
    "Mayor Ruud Okafor confirmed that the beach had been closed. The cleaning would cost 40 million crowns, he said."
)


def _morning() -> Ledger:
    oil = said(MORNING, "the coast guard", cue="guard [said]", content="A tanker lost 30 tonnes of oil off Port Ellis")
    return page(
        MORNING,
        oil,
        said(*(MORNING, "Ruud Okafor"), cue="[denied] that", content="that the beach had been closed", act=Act.DENY),
        said(MORNING, "Ruud Okafor", cue="he [said]", content="The cleaning would cost 40 million crowns"),
        said(MORNING, "fishermen", cue="[feared]", content="that the season was over", certainty=Certainty.POSSIBLE),
        figure(MORNING, "30 tonnes", low=30, high=30, unit="tonnes", statement=oil.id, source=oil.source),
        figure(MORNING, "At least 12 people", low=12, high=None, unit="people"),
    )


def _evening() -> Ledger:
    oil = said(EVENING, "the coast guard", cue="guard [said]", content="A tanker lost 90 tonnes of oil off Port Ellis")
    pays = said(EVENING, "the owner", cue="owner [said]", content="that it would pay by Friday", act=Act.PROMISE)
    due = Expectation(
        *("due", "page", span(EVENING, "by Friday"), span(EVENING, "it would pay"), "../2026-05-08"),
        *("the owner", pays.id),
    )
    return page(
        EVENING,
        oil,
        pays,
        said(EVENING, "Ruud Okafor", cue="[confirmed] that", content="that the beach had been closed"),
        said(EVENING, "Ruud Okafor", cue="he [said]", content="The cleaning would cost 40 million crowns"),
        figure(EVENING, "90 tonnes", low=90, high=90, unit="tonnes", statement=oil.id, source=oil.source),
        figure(EVENING, "At least 15 people", low=15, high=None, unit="people"),
        due,
    )


BEFORE, AFTER = _morning(), _evening()
