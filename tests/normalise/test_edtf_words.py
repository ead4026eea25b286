"""EDTF in words."""

import pytest

from hearsay.normalise.edtf_words import in_words, short


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-10-24", "Thu 24 Oct 2024"),
        ("2024-10", "Oct 2024"),
        ("2024", "2024"),
        ("2024-10-24T10:35", "Thu 24 Oct 2024, 10:35"),
        ("../2024-12-31", "by Tue 31 Dec 2024"),
        ("2024-10-27/..", "Sun 27 Oct 2024 or after"),
        ("2024-10-14/2024-10-20", "Mon 14 Oct 2024 to Sun 20 Oct 2024"),
        ("2024-35", "third quarter of 2024"),
        ("2025-21", "spring 2025"),
        ("199X", "1990s"),
        ("19XX", "1900s"),
        ("2024-05~", "about May 2024"),
        ("2024-02-30", "2024-02-30"),
        ("next week", "next week"),
    ],
)
def test_a_value_in_words(value: str, words: str) -> None:
    assert in_words(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-10-24", "24 Oct 2024"),
        ("2024-10-14/2024-10-20", "14–20 Oct 2024"),
        ("2024-10-28/2024-11-03", "28 Oct 2024 to 3 Nov 2024"),
        ("../2024-12-31", "by 31 Dec 2024"),
        ("2024-10", "Oct 2024"),
    ],
)
def test_a_value_for_a_table(value: str, words: str) -> None:
    assert short(value) == words
