"""What stands within quotation marks, in the marks of several houses."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.normalise.quotes import quoted_spans


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"Rain," she said. "And wind."', ["Rain,", "And wind."]),
        ("“Rain,” she said.", ["Rain,"]),
        ("„Regen“, sagte sie", ["Regen"]),
        ("«Pluie», dit-elle", ["Pluie"]),
        ("``Rain,'' she said.", ["Rain,"]),
        ("'We lost,' the coach said.", ["We lost,"]),
        ("The players' bus and the coach's car", []),
        ("“We start here.\n\n“And we end here,” he said.", ["We start here.", "And we end here,"]),
        ('A 6" pipe', []),
        ("no marks at all", []),
    ],
)
def test_marks_of_every_make(text: str, quoted: list[str]) -> None:
    assert [text[a:b] for a, b in quoted_spans(text)] == quoted


@given(st.text(alphabet=st.sampled_from(list("ab \n\"“”'‘’«».,é😀ש"))))
def test_spans_are_in_order_and_apart(text: str) -> None:
    spans = quoted_spans(text)
    assert all(0 <= a <= b <= len(text) for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all("\n\n" not in text[a:b] for a, b in spans)
