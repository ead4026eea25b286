"""Which sources of a copy stand where its origin has others."""

import pytest

from hearsay.ledger.answers import Kept
from hearsay.reconcile.entered import Entered
from hearsay.reconcile.sources.carried import carried
from hearsay.records.copying import Copy, CopyKind
from tests.reconcile.sources.test_unify import BODY, reports, source


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (CopyKind.WHOLE, {("1/the company", "0/Aerovela")}),
        (CopyKind.QUOTED, set()),
    ],
)
def test_what_is_said_in_the_same_words_is_one_source_s(kind: CopyKind, expected: set[tuple[str, str]]) -> None:
    ledgers = reports((source("Aerovela", BODY),), (source("the company", BODY),), says="All flights were cancelled.")
    copy = Copy("report-1", "report-0", kind, 1.0, (), "the same words")
    entered = [
        Entered(Kept(ledger.documents[0], n, f"report-{n}", 1, None, None, "", None), ledger, (copy,) if n else ())
        for n, ledger in enumerate(ledgers)
    ]
    assert carried(entered) == expected
