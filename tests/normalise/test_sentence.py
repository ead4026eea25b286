"""Sentences: where they end, and where a stop ends none."""

import pytest

from hearsay.normalise.sentence import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. The match was off.", ["It rained.", "The match was off."]),
        ("Mr. Keller left on Oct. 24. He was tired.", ["Mr. Keller left on Oct. 24.", "He was tired."]),
        ("The U.S. Navy sailed at 6 a.m. Friday.", ["The U.S. Navy sailed at 6 a.m. Friday."]),
        ("He lives in the U.S. He likes it.", ["He lives in the U.S.", "He likes it."]),
        ("“We won.” The crowd sang.", ["“We won.”", "The crowd sang."]),
        ("J. Smith scored! Did he? Yes.", ["J. Smith scored!", "Did he?", "Yes."]),
        ("One line\n\nAnother line", ["One line", "Another line"]),
        ("It cost 3.5 million. 40 men came.", ["It cost 3.5 million.", "40 men came."]),
        ("  \n\n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected
