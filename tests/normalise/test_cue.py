"""What the words of a cue do."""

import pytest

from hearsay.normalise.cue import Sense, leading, noun_sense, refused, senses, silent
from hearsay.normalise.line import Line, line
from hearsay.normalise.tables import table
from hearsay.records.span import Span


def made(text: str) -> Line:
    return line(text, [Span(0, len(text))])


@pytest.mark.parametrize(
    ("words", "sense"),
    [
        ("said", Sense.SAY),
        ("later told", Sense.SAY),
        ("has repeatedly denied", Sense.DENY),
        ("was forced to admit", Sense.SAY),
        ("ruled out", Sense.DENY),
        ("ruled", Sense.SAY),
        ("lashed out at", Sense.EXPRESS),
        ("shot back", Sense.SAY),
        ("is backing", Sense.EXPRESS),
        ("called for", Sense.URGE),
        ("called", Sense.CALL),
        ("is worried about", Sense.EXPRESS),
        ("showed", Sense.SHOW),
        ("forecasts", Sense.JUDGE),
        ("declined to comment on", Sense.DECLINE),
        ("vowing", Sense.PROMISE),
    ],
)
def test_the_leading_sense(words: str, sense: Sense) -> None:
    hit = leading(senses(words.split()))
    assert hit is not None
    assert hit.sense == sense


def test_a_word_unknown_has_no_sense() -> None:
    assert leading(senses(["xylophone"])) is None


@pytest.mark.parametrize(
    ("words", "sense"),
    [
        ("deep regret over the fire", Sense.EXPRESS),
        ("its firm commitment to peace", Sense.PROMISE),
        ("a tax on sugar and regret", None),
        ("another call to talk", Sense.URGE),
    ],
)
def test_the_noun_of_a_light_verb(words: str, sense: Sense | None) -> None:
    hit = noun_sense(words.split())
    assert (hit.sense if hit else None) == sense


@pytest.mark.parametrize(
    "cue", ["wouldn't say", "could not immediately confirm", "neither confirmed nor denied", "had no comment"]
)
def test_a_refusal_is_no_silence(cue: str) -> None:
    assert refused(made(cue)) is not None
    assert not silent(made(cue))


@pytest.mark.parametrize("section", ["verbs", "nouns"])
def test_each_list_of_the_table_is_a_sense(section: str) -> None:
    assert set(table("acts")[section]) <= {s.value for s in Sense}
