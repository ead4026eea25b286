"""The words of a document's prose, where they stand, and the stretches that they are in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reconcile.copies.wording import LONG, wording
from hearsay.records.document import Document, Part, PartKind
from hearsay.records.span import Span
from tests.reconcile.copies.made import PARAGRAPHS, WIRE


def test_words_are_small_and_apostrophes_alike() -> None:
    assert wording(Document("a", "The mayor’s “No” wasn't heard — O'Neill's was.")).words == tuple(
        "the mayor's no wasn't heard o'neill's was".split()
    )


def test_what_stands_in_quotation_marks_is_told_apart() -> None:
    found = wording(Document("a", 'He said "not now" twice.\n\n“Then go,” she said.'))
    assert [word for word, quoted in zip(found.words, found.quoted, strict=True) if quoted] == "not now then go".split()


def test_a_paragraph_is_a_stretch() -> None:
    assert [stretch.size for stretch in wording(WIRE).stretches] == [
        len(wording(Document("a", paragraph)).words) for paragraph in PARAGRAPHS
    ]


def test_a_long_paragraph_is_taken_by_its_sentences() -> None:
    found = wording(Document("a", " ".join(PARAGRAPHS)))
    assert max(stretch.size for stretch in found.stretches) <= LONG
    assert len(found.stretches) > len(PARAGRAPHS)


def test_what_is_not_prose_is_left_out() -> None:
    text = "OSLO (Wire) - It rained.\n\nCredit: A. Person\n\nMore About The Weather In Norway\n\nIt snowed."
    parts = (Part(PartKind.DATELINE, Span(0, 13)), Part(PartKind.CREDIT, Span(26, 43)))
    assert wording(Document("a", text, parts=parts)).words == ("it", "rained", "it", "snowed")


@pytest.mark.parametrize("text", ["", " \n\n ", "...", "\n\n“”\n\n"])
def test_a_document_may_have_no_words(text: str) -> None:
    found = wording(Document("a", text))
    assert (found.words, found.stretches, found.runs) == ((), (), {})


@given(st.lists(st.text("ab Z.,\n\"“”'’\ud800é", max_size=400), max_size=4).map("\n\n".join))
def test_each_word_stands_where_it_says_and_in_one_stretch(text: str) -> None:
    document = Document("a", text)
    found = wording(document)
    for place, word in enumerate(found.words):
        assert found.span(place, place + 1).of(text).lower().replace("’", "'") == word
        stretch = found.stretches[found.stretch_of(place)]
        assert stretch.first <= place < stretch.last
    assert sum(stretch.size for stretch in found.stretches) == len(found.words) == len(found.quoted)
