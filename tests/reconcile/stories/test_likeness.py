"""How alike reports and stories are."""

from math import sqrt

import pytest

from hearsay.reconcile.stories.likeness import HALF_LIFE, LASTING, between, of_stories, to_story
from hearsay.records.traits import Traits


def traits(*keys: int, names: tuple[int, ...] = (), day: int | None = 1) -> Traits:
    """A report with these terms, all of one weight."""
    weight = 1 / sqrt(len(keys))
    return Traits(1, "one", day, dict.fromkeys(keys, weight), frozenset(names))


def test_names_bear_out_words() -> None:
    words = between(traits(1, 2, 3, 4), traits(1, 2, 3, 4))
    both = between(traits(1, 2, 3, 4, names=(1, 2)), traits(1, 2, 3, 4, names=(1, 2)))
    few = between(traits(1, 2, 3, 4, names=(1,)), traits(1, 2, 3, 4, names=(1,)))
    assert words == 0
    assert few == pytest.approx(0.5)
    assert both == pytest.approx(1)


def test_the_rest_bears_out_a_name() -> None:
    smiths = Traits(1, "one", 1, {1: 0.8, 2: 0.6}, frozenset({1}))
    others = Traits(2, "other", 1, {1: 0.8, 3: 0.6}, frozenset({1}))
    town = Traits(3, "town", 1, {1: 0.8, 2: 0.1}, frozenset({1, 2}))
    assert between(smiths, others) == 0
    assert between(smiths, town) == pytest.approx(0.12)


def test_likeness_fades_but_not_wholly() -> None:
    now, later = traits(1, 2, names=(1, 2)), traits(1, 2, names=(1, 2), day=1 + round(HALF_LIFE))
    long_after = traits(1, 2, names=(1, 2), day=100_000)
    assert between(now, later) == pytest.approx(LASTING + (1 - LASTING) / 2)
    assert between(now, long_after) == pytest.approx(LASTING)
    assert between(now, traits(1, 2, names=(1, 2), day=None)) == pytest.approx(1)


def test_both_ways_alike() -> None:
    one, other = traits(1, 2, 3, names=(1,)), traits(2, 3, 4, names=(2,))
    assert between(one, other) == between(other, one)
    some, others = [one, other], [traits(1, 4, names=(1, 4)), one, other]
    assert of_stories(some, others) == pytest.approx(of_stories(others, some))


def test_one_report_is_a_story_of_one() -> None:
    one, others = traits(1, 2, names=(1,)), [traits(1, names=(1,)), traits(2, names=(2,)), traits(3)]
    assert of_stories([one], others) == pytest.approx(to_story(one, others))


def test_a_report_without_terms_is_like_nothing() -> None:
    assert between(Traits(1, "empty", 1, {}, frozenset()), traits(1, names=(1,))) == 0
