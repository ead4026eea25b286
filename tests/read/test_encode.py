"""Words, styles and windows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.read.batch import pack
from hearsay.read.encode import CLS, LIMIT, SEP, Encoder, windows
from hearsay.read.manifest import WEIGHTS

ENCODER = Encoder(WEIGHTS / "tokenizer.json")
TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400)


@given(TEXT)
@settings(deadline=None)
def test_words_stand_where_they_say(text: str) -> None:
    encoded = ENCODER.encode(text)
    for start, end in zip(encoded.starts.tolist(), encoded.ends.tolist(), strict=True):
        assert 0 <= start < end <= len(text)
        assert not text[start:end].isspace()
    assert len(encoded.first) == len(encoded) + 1


@given(st.lists(st.sampled_from(["one", "two.", "three\n\n", "“four”", "five,"]), max_size=900), st.integers(1, LIMIT))
@settings(deadline=None, max_examples=40)
def test_windows_hold_each_word_once(tokens: list[str], first_limit: int) -> None:
    encoded = ENCODER.encode(" ".join(tokens))
    found = windows(encoded, first_limit=first_limit)
    assert [word for w in found for word in range(w.start, w.end)] == list(range(len(encoded)))
    for window in found:
        assert encoded.first[window.end] - encoded.first[window.start] <= LIMIT


def test_a_window_ends_between_paragraphs() -> None:
    text = "It rained on the fields and the roads of the whole province for a week.\n\n" * 24
    encoded = ENCODER.encode(text)
    for window in windows(encoded)[1:]:
        assert text[encoded.starts[window.start] :].startswith("It rained")


def test_styles_tell_case_paragraph_and_quotation() -> None:
    encoded = ENCODER.encode('UN said "no"\n\nToday')
    upper, lower, mark, quoted, _, title = encoded.styles.tolist()
    assert upper == 3 + 6  # capitals, opening a paragraph
    assert lower == 1
    assert mark == 5
    assert quoted == 1 + 12
    assert title == 2 + 6


def test_a_batch_is_padded_and_framed() -> None:
    long, short = (ENCODER.encode(t) for t in ("The minister said it would rain.", "Rain."))
    batch = pack([(long, windows(long)[0]), (short, windows(short)[0])])
    assert batch.ids.shape == batch.mask.shape == batch.styles.shape
    assert batch.ids[1, 0] == CLS
    assert batch.ids[1, batch.mask[1].sum() - 1] == SEP
    assert batch.words.sum(1).tolist() == [len(long), len(short)]


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_an_empty_text_has_no_window(text: str) -> None:
    assert windows(ENCODER.encode(text)) == []
