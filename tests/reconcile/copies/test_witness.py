"""On whose account a passage rests."""

import pytest

from hearsay.reconcile.copies.witness import witness
from hearsay.records.copying import Copy, CopyKind, Passage
from hearsay.records.span import Span

PASSAGES = (Passage(Span(10, 20), Span(0, 10)), Passage(Span(40, 60), Span(70, 90)))
ELSEWHERE, WITHIN = Span(25, 30), Span(45, 47)


def copy(kind: CopyKind, of: str = "wire") -> Copy:
    return Copy("a", of, kind, 0.7, PASSAGES, "")


@pytest.mark.parametrize("kind", CopyKind)
def test_a_passage_that_is_carried_over_is_the_origins(kind: CopyKind) -> None:
    assert witness("a", WITHIN, copies=[copy(kind)]) == "wire"


@pytest.mark.parametrize("kind", CopyKind)
def test_what_a_report_adds_is_its_own(kind: CopyKind) -> None:
    is_all = kind in {CopyKind.WHOLE, CopyKind.CUT}
    assert witness("a", ELSEWHERE, copies=[copy(kind)]) == ("wire" if is_all else "a")


def test_what_a_report_quotes_of_several_is_each_ones() -> None:
    other = Copy("a", "other", CopyKind.QUOTED, 0.1, (Passage(Span(22, 32), Span(0, 10)),), "")
    copies = [copy(CopyKind.EXTENDED), other]
    assert [witness("a", span, copies=copies) for span in (WITHIN, ELSEWHERE, Span(90, 95))] == ["wire", "other", "a"]


def test_a_report_that_carries_nobodys_account_is_its_own() -> None:
    assert witness("a", WITHIN, copies=[]) == "a"
