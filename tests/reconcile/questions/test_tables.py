"""The tables of measures and weights."""

import string

import pytest

from hearsay.reconcile.questions.lexicon import Measure, head_group, is_person, measures, phrases, told_by
from hearsay.reconcile.questions.pair import NAMES, weights

KINDS = {
    "count",
    "money",
    "share",
    "length",
    "area",
    "volume",
    "time",
    "mass",
    "data",
    "power",
    "energy",
    "temperature",
}


def test_every_feature_has_a_weight() -> None:
    assert len(weights()) == len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("measure", measures().values(), ids=lambda measure: measure.name)
def test_a_measure_is_whole(measure: Measure) -> None:
    assert measure.kinds <= KINDS
    assert measure.whole[0].isupper()
    for label in (measure.whole, measure.label, *measure.labels.values()):
        fields = [field for _, field, _, _ in string.Formatter().parse(label) if field is not None]
        assert fields in ([], [""])
        assert label.count("[") == label.count("]")


@pytest.mark.parametrize(
    ("word", "measure"),
    [("killed", "dead"), ("wounded", "injured"), ("deployed", "sent"), ("redundancies", "ended"), ("ransom", None)],
)
def test_words_tell_of_measures(word: str, measure: str | None) -> None:
    assert (measure in told_by(word)) if measure else told_by(word) == ()


def test_phrases_tell_of_measures() -> None:
    found = {name for name, pattern in phrases() if pattern.search("the two were laid off and are without power")}

    assert {"ended", "outages"} <= found


def test_nouns_that_count_the_same_have_one_name() -> None:
    assert head_group("posts") == head_group("job") == "job"
    assert head_group("vessels") == head_group("ships")
    assert head_group("lorries") != head_group("ships")


@pytest.mark.parametrize(("head", "expected"), [("people", True), ("troop", True), ("American", True), ("job", False)])
def test_heads_that_count_people(head: str, *, expected: bool) -> None:
    assert is_person(head) is expected
