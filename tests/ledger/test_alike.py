"""Words that are shared, and entries that are paired by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.ledger.alike import likeness, paired, words_of


@pytest.mark.parametrize(
    ("one", "two", "shared"),
    [
        ("The bridge is shut", "the bridge is shut!", 1.0),
        ("the bridge is shut", "the bridge is open", 0.75),
        ("shut is bridge the", "the bridge is shut", 0.0),
        ("the bridge", "a ferry", 0.0),
        ("", "", 0.0),
        ("Téllez 1,500", "téllez 1,500", 1.0),
    ],
)
def test_words_in_the_same_order_are_shared(one: str, two: str, shared: float) -> None:
    assert likeness(words_of(one), words_of(two), least=0.5) == shared


NUMBERS = st.lists(st.integers(0, 9), max_size=12)


@given(NUMBERS, NUMBERS)
def test_no_entry_is_in_two_pairs_and_the_same_ones_are_all_paired(before: list[int], after: list[int]) -> None:
    found = paired(before, after, key=lambda _, n: n, score=lambda one, two: float(abs(one - two) == 1))
    assert all(abs(one - two) <= 1 for one, two in found)
    lefts, rights = ([pair[side] for pair in found] for side in (0, 1))
    assert all(lefts.count(n) <= before.count(n) and rights.count(n) <= after.count(n) for n in range(10))
    same = sum(min(before.count(n), after.count(n)) for n in range(10))
    assert sum(one == two for one, two in found) == same
