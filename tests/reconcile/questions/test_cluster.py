"""Average linkage with pairs that must and pairs that must not be together."""

import random

import pytest

from hearsay.reconcile.questions.cluster import grouped


def test_the_likest_are_joined() -> None:
    assert grouped([1, 1, 1], {(0, 1): 2.0, (1, 2): -1.0, (0, 2): -1.0}, same=[], apart=[]) == [[0, 1], [2]]


def test_a_group_takes_in_what_is_like_it_on_the_whole() -> None:
    scores = {(0, 1): 3.0, (0, 2): 2.0, (1, 2): -1.0}

    assert grouped([1, 1, 1], scores, same=[], apart=[]) == [[0, 1, 2]]


def test_what_stands_for_many_weighs_more() -> None:
    scores = {(0, 1): 3.0, (0, 2): 2.0, (1, 2): -1.0}

    assert grouped([1, 9, 1], scores, same=[], apart=[]) == [[0, 1], [2]]


def test_pairs_that_were_not_compared_are_unlike() -> None:
    assert grouped([1, 1], {}, same=[], apart=[]) == [[0], [1]]


def test_what_must_be_together_is() -> None:
    assert grouped([1, 1, 1], {(0, 2): -9.0}, same=[(0, 2)], apart=[]) == [[0, 2], [1]]


def test_what_must_be_apart_is_so_through_others_too() -> None:
    scores = {(0, 1): 5.0, (1, 2): 4.0, (0, 2): 4.0}

    assert grouped([1, 1, 1], scores, same=[], apart=[(0, 2)]) == [[0, 1], [2]]
    assert grouped([1, 1, 1], {}, same=[(0, 1), (1, 2)], apart=[(0, 2)]) == [[0, 1], [2]]


@pytest.mark.parametrize("seed", range(20))
def test_no_parted_pair_is_ever_together(seed: int) -> None:
    rng = random.Random(seed)
    pairs = [(a, b) for b in range(12) for a in range(b)]
    scores = {pair: rng.uniform(-2, 4) for pair in pairs if rng.random() < 0.8}
    apart = rng.sample(pairs, 8)
    same = rng.sample(pairs, 5)

    groups = grouped([rng.randint(1, 4) for _ in range(12)], scores, same=same, apart=apart)

    assert sorted(number for group in groups for number in group) == list(range(12))
    assert not any({a, b} <= set(group) for a, b in apart for group in groups)
