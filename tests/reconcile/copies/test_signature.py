"""The keys by which documents that may share a paragraph are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reconcile.copies.signature import BANDS, LEAST, keys
from hearsay.reconcile.copies.wording import wording
from hearsay.records.document import Document
from tests.reconcile.copies.made import LOCAL, OTHER, PARAGRAPHS


def signed(*paragraphs: str) -> set[int]:
    return set(keys(wording(Document("a", "\n\n".join(paragraphs)))))


def test_keys_are_the_same_everywhere() -> None:
    assert sorted(signed(OTHER[0])) == [67693877009274578, 938880881577240196, 5741148573552728775, 6770562040973418990]


def test_a_paragraph_has_its_keys_wherever_it_stands() -> None:
    alone = signed(PARAGRAPHS[3])
    assert len(alone) == BANDS
    assert alone <= signed(*LOCAL, PARAGRAPHS[3], *OTHER)
    assert not alone & signed(*LOCAL, *OTHER)


@pytest.mark.parametrize("text", ["", "Two words.", " ".join(["word"] * (LEAST - 1))])
def test_what_is_too_short_has_none(text: str) -> None:
    assert signed(text) == set()


@given(st.text(" ab\n.", max_size=300))
def test_keys_fit_a_database(text: str) -> None:
    found = keys(wording(Document("a", text)))
    assert list(found) == sorted(set(found))
    assert all(0 <= key < 2**63 for key in found)
