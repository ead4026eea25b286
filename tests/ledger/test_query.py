"""What people type, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import UsageError
from hearsay.ledger.query import MOST, parsed, places, times_there
from hearsay.normalise.stem import parts, words


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("swing bridges", (("swing",), ("bridg",)), ()),
        ('"swing bridges" pier', (("swing", "bridg"), ("pier",)), ()),
        ("“swing bridges", (("swing", "bridg"),), ()),
        ('pier -ferry -"for good"', (("pier",),), (("ferri",), ("for", "good"))),
        ("cease-fire", (("ceas", "fire"),), ()),
        ("pier pier PIERS", (("pier",),), ()),
        ('- -- " "" \'', (), ()),
    ],
)
def test_words_phrases_and_exclusions(typed: str, wanted: tuple[object, ...], unwanted: tuple[object, ...]) -> None:
    query = parsed(typed)
    assert (query.wanted, query.unwanted) == (wanted, unwanted)


@given(st.text(st.characters() | st.sampled_from('"-“” ab'), max_size=80))
def test_anything_can_be_typed(typed: str) -> None:
    query = parsed(typed)
    assert all(phrase and all(stem.isalnum() for stem in phrase) for phrase in query.wanted + query.unwanted)


def test_too_many_words_are_told() -> None:
    assert len(parsed(" ".join(f"w{n}" for n in range(MOST))).wanted) == MOST
    with pytest.raises(UsageError, match="more than 60 words"):
        parsed(" ".join(f"w{n}" for n in range(MOST + 1)))


def test_phrases_are_counted_and_placed() -> None:
    text = "The swing bridge, said Bridge; a swing-bridge. Swing, bridges!"
    query = parsed('"swing bridge" said')
    assert times_there(("swing", "bridg"), parts(text)) == 3
    assert times_there(("bridg", "swing"), parts(text)) == 1
    assert places(query, list(words(text))) == [(1, 3), (3, 4), (6, 8), (8, 10)]
