"""The sentence that is shown, and the marks in it."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.ledger.passage import LONGEST, passage_of
from hearsay.ledger.query import parsed
from hearsay.records.span import Span

TEXT = "The ferry sails. The old ferry waits at the pier, he said.\n\nNo pier is near. A ferry sails from a pier."


def test_it_is_the_first_with_most_of_the_words() -> None:
    found = passage_of(TEXT, parsed("ferry pier"))
    assert found is not None
    assert found.words == "The old ferry waits at the pier, he said."
    assert [mark.of(found.words) for mark in found.marks] == ["ferry", "pier"]


def test_it_is_one_of_those_that_are_meant() -> None:
    start = TEXT.index("No pier")
    found = passage_of(TEXT, parsed("ferry pier"), within=[Span(start, start + 5)])
    assert found is not None
    assert (found.words, found.span.of(TEXT)) == ("No pier is near.", "No pier is near.")


def test_overlapping_phrases_are_marked_once() -> None:
    found = passage_of("one two three", parsed('"one two" "two three" two'))
    assert found is not None
    assert [mark.of(found.words) for mark in found.marks] == ["one two", " three"]


@given(st.text(st.sampled_from("ab .\n’é"), max_size=1500), st.sampled_from(["a", "b a", '"a b"', "é"]))
def test_it_is_short_and_its_marks_are_exact(text: str, words: str) -> None:
    found = passage_of(text, parsed(words))
    if found is not None:
        assert len(found.words) <= LONGEST
        assert found.span.of(text) == found.words
        assert all(mark.of(found.words) for mark in found.marks)
        assert list(found.marks) == sorted(found.marks)
