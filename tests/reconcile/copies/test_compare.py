"""What of one document stands in another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reconcile.copies.compare import Comparison, compared
from hearsay.reconcile.copies.wording import wording
from hearsay.records.document import Document
from tests.reconcile.copies.made import LOCAL, OTHER, PARAGRAPHS, SPEECH, WIRE, edited


def held(here: str, there: str) -> Comparison:
    return compared(wording(Document("here", here)), wording(Document("there", there)))


def test_a_document_stands_in_itself() -> None:
    found = held(WIRE.text, WIRE.text)
    assert (found.share, found.told_share) == (1.0, 1.0)
    assert all(piece.passage.here == piece.passage.there for piece in found.pieces)


def test_nothing_of_a_document_stands_in_another_one() -> None:
    assert held("\n\n".join(OTHER), WIRE.text).pieces == ()


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2])
def test_an_edited_paragraph_is_carried_over_for_the_words_that_are_the_same(share: float) -> None:
    found = held("\n\n".join(edited(p, share=share, seed=n) for n, p in enumerate(PARAGRAPHS)), WIRE.text)
    assert 1 - 2 * share <= found.share <= 1 - share + 0.03
    assert len(found.carried) == len(PARAGRAPHS)


def test_paragraphs_are_found_wherever_they_stand() -> None:
    found = held("\n\n".join((PARAGRAPHS[5], LOCAL[0], PARAGRAPHS[1])), WIRE.text)
    assert [piece.passage.there.of(WIRE.text).split()[0] for piece in found.pieces] == ["The", "Eleven"]


def test_a_speakers_words_are_no_reporters() -> None:
    pieces = held("He spoke at length.\n\n" + SPEECH, "It was a long evening.\n\n" + SPEECH).pieces
    told = len("said the provincial president Otto Ferrandi".split())
    assert sum(piece.told for piece in pieces) == sum(piece.reported for piece in pieces) == told


def test_a_long_run_in_a_paragraph_of_its_own_is_a_passage() -> None:
    run = " ".join(PARAGRAPHS[4].split()[:26])
    around = " ".join(LOCAL)
    (piece,) = held(f"{around} {run.lower()} {OTHER[2].lower()}", WIRE.text).pieces
    assert piece.is_carried
    assert piece.passage.there.of(WIRE.text) == run


@given(
    st.permutations([*PARAGRAPHS, *LOCAL, *OTHER, SPEECH]), st.permutations([*PARAGRAPHS, *OTHER, SPEECH]), st.data()
)
def test_passages_lie_within_one_paragraph_of_each_and_never_overlap(
    one: list[str], other: list[str], data: st.DataObject
) -> None:
    here = "\n\n".join(one[: data.draw(st.integers(1, 12))])
    there = "\n\n".join(other[: data.draw(st.integers(1, 12))])
    found = held(here, there)
    assert 0 <= found.told_share <= 1
    assert 0 <= found.share <= 1
    last = -1
    for piece in found.pieces:
        assert last < piece.passage.here.start
        last = piece.passage.here.end - 1
        assert "\n\n" not in piece.passage.here.of(here)
        assert "\n\n" not in piece.passage.there.of(there)
