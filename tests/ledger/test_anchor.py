"""Words are found again by themselves and by what stands around them, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.ledger.anchor import place, quote
from hearsay.records.span import Span

TEXT = (
    "The mayor said on Friday that the ferry would sail. The council agreed with her.\n\n"
    "The owner said on Friday that the ferry would sail. Nobody believed him, and the harbour stayed shut for a week."
)


def at(words: str, nth: int = 0, text: str = TEXT) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def test_a_quote_holds_what_stands_around_the_words() -> None:
    made = quote(TEXT, at("the ferry", 1))
    assert (made.exact, made.prefix, made.suffix) == (
        "the ferry",
        "\n\nThe owner said on Friday that ",
        " would sail. Nobody believed him",
    )
    assert quote(TEXT, Span(0, 3)).prefix == ""


@pytest.mark.parametrize("nth", [0, 1])
def test_of_the_same_words_those_are_meant_whose_surroundings_agree(nth: int) -> None:
    made = quote(TEXT, at("said on Friday that the ferry would sail", nth))
    new = "It was cold.\n\n" + TEXT
    assert place(made, TEXT) == at("said on Friday that the ferry would sail", nth)
    assert place(made, new) == at("said on Friday that the ferry would sail", nth, new)


@pytest.mark.parametrize(
    ("words", "new"),
    [
        ("said", "Others said nothing."),
        ("the ferry would sail", "A: the ferry would sail, B: the ferry would sail."),
        ("the harbour stayed shut", "The harbour had been shut."),
        ("Nobody believed him", ""),
    ],
)
def test_where_it_cannot_be_told_no_place_is_given(words: str, new: str) -> None:
    assert place(quote(TEXT, at(words)), new) is None


@pytest.mark.parametrize(
    ("words", "new", "found"),
    [
        (
            "The owner said on Friday that the ferry would sail",
            "The ship's owner said Friday that the ferry would sail.",
            "owner said Friday that the ferry would sail",
        ),
        (
            "Nobody believed him, and the harbour stayed shut for a week",
            "So: nobody believed him and the whole harbour stayed shut for a week.",
            "nobody believed him and the whole harbour stayed shut for a week",
        ),
    ],
)
def test_small_edits_are_borne(words: str, new: str, found: str) -> None:
    span = place(quote(TEXT, at(words)), new)
    assert span is not None
    assert found in span.of(new)


@pytest.mark.parametrize(
    "new",
    [
        "The strike would end within 9 days, the union of dockers told reporters.",
        "The strike would not end within 5 days, the union of dockers told reporters.",
        " ".join(
            f"The strike {may} end within 5 days, the union of dockers told reporters." for may in ("would", "will")
        ),
        "The strike of railwaymen may go on for weeks, their union told the press.",
    ],
    ids=["number", "negation", "two places", "too much"],
)
def test_edits_that_change_what_is_said_are_not(new: str) -> None:
    text = "The strike could end within 5 days, the union of dockers told reporters."
    assert place(quote(text, Span(0, len(text))), new) is None


@given(st.text(max_size=60), st.text(min_size=1, max_size=40), st.text(max_size=60), st.text(max_size=200))
def test_what_is_found_holds_in_the_new_text(before: str, words: str, after: str, new: str) -> None:
    made = quote(before + words + after, Span(len(before), len(before) + len(words)))
    assert place(made, before + words + after) == Span(len(before), len(before) + len(words))
    found = place(made, new)
    assert found is None or found.end <= len(new)
