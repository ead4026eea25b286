"""The statement that an analyst adds by marking its words in a report."""

from collections.abc import Mapping
from typing import Any

from hearsay.ledger.held import Held
from hearsay.ledger.match import placed
from hearsay.ledger.restate import Namer
from hearsay.normalise.mode import mode, quoted_parts
from hearsay.normalise.quotes import quoted_spans
from hearsay.records.correction import Correction
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Spans, Statement


def added_statement(correction: Correction, here: Held, *, named: Namer) -> Statement:
    """The statement as it stands in the text of ``here``, which must hold its words; its mode follows from those.

    The reader has not read it: both confidences are 1, since a person has.
    """
    spans = placed(correction.anchor, here.text) if correction.anchor else {}
    value: Mapping[str, Any] = correction.value
    content = spans.get("content", ())
    quoted = quoted_parts(content, [Span(*pair) for pair in quoted_spans(here.text) if pair[0] < pair[1]])
    source = named.id_of(value["source"]) if value["source"] else None
    return Statement(
        id=correction.target,
        document=here.document,
        source=source,
        via=tuple(named.id_of(one) for one in value["via"]),
        spans=Spans(spans.get("source", ()), spans.get("cue", ()), content),
        quoted=quoted,
        mode=mode(here.text, content=content, quoted=quoted),
        confidence=1.0,
        source_confidence=1.0 if source else 0.0,
        act=Act(value["act"]) if value["act"] else None,
        certainty=Certainty(value["certainty"]) if value["certainty"] else None,
        said_on=value["said_on"],
    )
