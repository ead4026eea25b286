"""Verbs of counting, committing, disputing and taking a stand, on sentences of our own."""

import pytest

from hearsay.read.counts import with_counts, with_joined
from hearsay.records.reading import Attribution
from hearsay.records.span import Span


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    return Attribution((span(text, source),), (span(text, cue),), (span(text, content),), 0.95)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The league put attendance at 41,000.", "The league", "put", "attendance at 41,000"),
        (
            "Organisers gave the crowd as about 9,000, but police disagreed.",
            "Organisers",
            "gave",
            "the crowd as about 9,000",
        ),
        (
            "It rained. The bank puts growth at 2.4 percent. Markets fell.",
            "The bank",
            "puts",
            "growth at 2.4 percent",
        ),
        ("Organisers were proud; police put it at 300.", "police", "put", "it at 300"),
        (
            "Brookmere, the brewer, values the brand at $40m.",
            "Brookmere, the brewer",
            "values",
            "the brand at $40m",
        ),
        (
            "The ministry raised its estimate of the damage to 3 billion crowns on Friday.",
            "The ministry",
            "raised",
            "its estimate of the damage to 3 billion crowns on Friday",
        ),
        (
            "Okafor, who had named nine, corrected that to eleven.",
            "Okafor",
            "corrected",
            "that to eleven",
        ),
        (
            "The met office forecasts up to 90 millimetres of rain.",
            "The met office",
            "forecasts",
            "up to 90 millimetres of rain",
        ),
        ("The union counted 12,400 pickets.", "The union", "counted", "12,400 pickets"),
        ("Marchers claimed 5,000; the police made it 1,200.", "the police", "made", "it 1,200"),
        ("The coach ruled out selling the striker.", "The coach", "ruled out", "selling the striker"),
        (
            "The airline undertook to refund every passenger, and flights resumed.",
            "The airline",
            "undertook",
            "to refund every passenger",
        ),
        ("The mayor disputed the auditor's findings.", "The mayor", "disputed", "the auditor's findings"),
        ("Novak denied having seen the letter.", "Novak", "denied", "having seen the letter"),
        (
            "The senator dismissed the allegations as gossip.",
            "The senator",
            "dismissed",
            "the allegations as gossip",
        ),
        (
            "The bishop voiced sorrow at the fire before the service began.",
            "The bishop",
            "voiced",
            "sorrow at the fire",
        ),
        (
            "Doctors' leader Ama Mensah called on the health secretary to resign.",
            "Doctors' leader Ama Mensah",
            "called on",
            "the health secretary to resign",
        ),
    ],
)
def test_what_the_network_has_not_learnt_is_attributed(text: str, source: str, cue: str, content: str) -> None:
    (found,) = with_counts(text, [])
    assert [part[0].of(text) for part in (found.source, found.cue, found.content)] == [source, cue, content]


@pytest.mark.parametrize(
    "text",
    [
        "She put the cup at the edge.",
        "The team that won put on a show at 9.",
        "He gave up.",
        "The bank raised its rate to 4 percent.",
        "The firm cut staff to save money.",
        "The court rejected the appeal.",
        "The referee dismissed the keeper.",
        "Its forecast of 9 percent was wrong.",
        "In the end they made it home.",
        "The bill counted for little.",
    ],
)
def test_what_is_done_is_not_said(text: str) -> None:
    assert with_counts(text, []) == []


def test_a_count_that_is_read_already_is_not_read_twice() -> None:
    text = "The league put attendance at 41,000."
    known = attribution(text, "The league", "put", "attendance at 41,000")
    assert with_counts(text, [known]) == [known]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Novak denied having seen the letter and vowed to sue.", ["having seen the letter", "to sue"]),
        ("Novak praised the deal and said it was fair.", ["the deal", "it was fair"]),
        ("Novak said the army fired and denied a truce.", ["the army fired and denied a truce"]),
    ],
)
def test_a_second_verb_of_saying_is_parted(text: str, contents: list[str]) -> None:
    cue = text.split()[1]
    rest = text[text.index(cue) + len(cue) + 1 : -1]
    found = with_joined(text, [attribution(text, "Novak", cue, rest)])
    assert [a.content[0].of(text) for a in found] == contents
    assert all(a.source[0].of(text) == "Novak" for a in found)
