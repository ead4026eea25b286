"""Text as a line of plain words with the way back."""

import pytest

from hearsay.normalise.line import line
from hearsay.records.span import Span


def whole(text: str) -> str:
    return line(text, [Span(0, len(text))]).text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They can’t go.", "they can not go ."),
        ("He won't; she'd say", "he will not , she would say"),
        ("We're at the U.S. border", "we are at the u.s. border"),
        ("Mr. Hale cannot pay $1.2bn", "mr hale can not pay $ 1.2bn"),
        ("It opens in May, he said", "it opens in May , he said"),
        ("May it last?", "may it last ?"),
        ("a one-year plan — of sorts", "a one-year plan , of sorts"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert whole(text) == words


def test_each_place_leads_back() -> None:
    text = "“It isn’t over,” she said."
    made = line(text, [Span(1, len(text))])
    start = made.text.index("is not")
    assert made.span(start, start + len("is not")).of(text) == "isn’t"


def test_pieces_parted_by_the_end_of_a_sentence_are_two_sentences() -> None:
    text = '"We lost," he said. "It hurts."'
    spans = [Span(1, 8), Span(21, 29)]
    assert line(text, spans).text == "we lost . it hurts"
