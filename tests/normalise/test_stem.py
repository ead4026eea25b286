"""Words as they are looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.normalise.stem import parts, stem, stems, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Repairs, repairing and REPAIRED", ["repair", "repair", "and", "repair"]),
        ("the board's bridges’ piers", ["the", "board", "bridg", "pier"]),
        ("We don’t", ["we", "dont"]),
        ("a cease-fire of 3,000", ["a", "ceas", "fire", "of", "3", "000"]),
        ("Téllez naïve Te\u0301llez", ["tellez", "naiv", "tellez"]),
        ("_x_ … 👩‍👩‍👧 \x00\ud800", ["x"]),
        ("", []),
    ],
)
def test_words_lose_case_accents_and_endings(text: str, expected: list[str]) -> None:
    assert stems(text) == expected


@given(st.text(max_size=60))
def test_each_word_has_its_place(text: str) -> None:
    found = list(words(text))
    assert [word.stem for word in found] == stems(text)
    assert all(stem(text[word.start : word.end]) == word.stem for word in found)
    assert all(word.stem.isalnum() for word in found)


@given(st.text(st.characters(max_codepoint=0x24F), max_size=40))
def test_a_stem_begins_as_its_word_does(text: str) -> None:
    for word in parts(text):
        if word[0].isascii() and (known := stem(word)):
            assert known[0] == word[0].lower()
