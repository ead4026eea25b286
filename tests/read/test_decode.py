"""Structured decoding, against brute force."""

from itertools import pairwise, product

import numpy as np
import pytest

from hearsay.read.decode import TAGS, Found, found_in, legal_transitions, seeds, settle, viterbi

B_SOURCE, I_SOURCE, E_SOURCE, S_SOURCE, B_CUE, I_CUE, E_CUE, S_CUE, B_CONTENT, I_CONTENT, E_CONTENT, S_CONTENT = range(
    1, 13
)


def legal(tags: tuple[int, ...]) -> bool:
    bars = legal_transitions()
    opens = tags[0] == 0 or (tags[0] - 1) % 4 in (0, 3)
    closes = tags[-1] == 0 or (tags[-1] - 1) % 4 in (2, 3)
    return opens and closes and all(bars[a, b] == 0 for a, b in pairwise(tags))


@pytest.mark.parametrize("seed", range(5))
def test_viterbi_finds_the_best_legal_sequence(seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(3, 4, TAGS)).astype(np.float32)
    own = rng.normal(size=(TAGS, TAGS)).astype(np.float32)
    ((tags, margins),) = viterbi([scores], own + legal_transitions())
    for row in range(3):

        def total(sequence: tuple[int, ...], row: int = row) -> float:
            gain = sum(scores[row, i, t] for i, t in enumerate(sequence))
            return float(gain + sum(own[a, b] for a, b in pairwise(sequence)))

        best = max((s for s in product(range(TAGS), repeat=4) if legal(s)), key=total)
        assert tuple(tags[row]) == best
        assert margins[row] == pytest.approx(total(best) - total((0,) * 4), abs=1e-3)


def test_readings_of_several_widths_are_decoded_as_each_by_itself() -> None:
    rng = np.random.default_rng(1)
    readings = [rng.normal(size=(n, w, TAGS)).astype(np.float32) for n, w in ((2, 5), (0, 9), (1, 1), (3, 8), (1, 5))]
    together = viterbi(readings, legal_transitions())
    for reading, (tags, margins) in zip(readings, together, strict=True):
        ((alone, own),) = viterbi([reading], legal_transitions())
        assert tags.tolist() == alone.tolist()
        assert margins.tolist() == pytest.approx(own.tolist(), abs=1e-4)


def test_tags_become_pieces() -> None:
    tags = np.array([B_CONTENT, E_CONTENT, 0, S_SOURCE, S_CUE, S_CONTENT])
    assert found_in(tags, offset=10, margin=1.0) == Found(((13, 14),), ((14, 15),), ((10, 12), (15, 16)), 1.0)


def test_seeds_are_where_a_cue_may_open() -> None:
    flat = np.log(np.full((1, 3, 7), 0.05, dtype=np.float32))
    flat[0, 1, 3] = np.log(0.7)
    where, words = seeds(flat, chance=0.1)
    assert (where.tolist(), words.tolist()) == ([0], [1])


def test_of_two_readings_of_one_cue_the_surer_stays() -> None:
    sure, unsure = Found((), ((3, 4),), ((4, 9),), 8.0), Found((), ((3, 5),), ((5, 9),), 2.0)
    assert settle([unsure, sure], least=0.0) == [sure]


def test_words_have_one_attribution_unless_one_lies_within_the_other() -> None:
    outer, inner = Found((), ((0, 1),), ((1, 9),), 8.0), Found(((1, 2),), ((2, 3),), ((3, 9),), 5.0)
    beside = Found(((11, 12),), ((10, 11),), ((7, 10),), 3.0)
    assert settle([outer, inner, beside], least=0.0) == [outer, inner, Found(((11, 12),), ((10, 11),), ((9, 10),), 3.0)]


def test_what_is_under_the_least_margin_or_empty_is_left_out() -> None:
    assert settle([Found((), ((0, 1),), ((1, 2),), 0.5), Found((), (), ((1, 2),), 9.0)], least=1.0) == []
