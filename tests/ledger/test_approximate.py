"""Matching by words with small edits: the cut-off leaves out nothing that a full table would find."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.ledger.approximate import nearly

LETTERS = st.sampled_from("abcde")


def fewest_edits(wanted: list[str], there: list[str]) -> int:
    """The fewest edits that any stretch of ``there`` is away from ``wanted``, by the whole table."""
    row = [0] * (len(there) + 1)
    for i, want in enumerate(wanted, 1):
        now = [i]
        for j, have in enumerate(there, 1):
            now.append(min(row[j - 1] + (want != have), row[j] + 1, now[j - 1] + 1))
        row = now
    return min(row)


@given(st.lists(LETTERS, min_size=6, max_size=15), st.lists(LETTERS, max_size=40))
def test_what_is_found_is_near_enough_and_what_is_too_far_is_not(wanted: list[str], there: list[str]) -> None:
    text = " ".join(there)
    found = nearly(" ".join(wanted), text)
    if found is not None:
        assert fewest_edits(wanted, found.of(text).split()) <= len(wanted) // 5
    if fewest_edits(wanted, there) > len(wanted) // 5:
        assert found is None


@given(st.lists(LETTERS, min_size=10, max_size=15), st.data())
def test_one_changed_word_among_others_is_found(wanted: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(wanted) - 1))
    changed = [*wanted[:at], "z", *wanted[at + 1 :]]
    text = "x y " + " ".join(changed) + " x y"
    found = nearly(" ".join(wanted), text)
    assert found is not None
    assert fewest_edits(wanted, found.of(text).split()) <= 2


def test_few_words_have_to_be_the_very_words() -> None:
    assert nearly("one two three four five", "one two three four six") is None
