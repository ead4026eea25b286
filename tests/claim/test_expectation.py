"""What is announced with a time: sentences of our own, published on Wednesday 20 March 2024."""

import pytest

from hearsay.claim.expectation import expectations
from hearsay.claim.statement import statements
from hearsay.normalise.when.find import find_times
from hearsay.records.document import Document
from hearsay.records.reading import Reading
from hearsay.records.resolution import Resolution
from tests.claim.marked import marked

PUBLISHED = "2024-03-20"


def due(sentence: str) -> list[tuple[str, str, str | None]]:
    """Time words, due and source of each expectation in a sentence that may mark one attribution of "a"."""
    text, one = marked(sentence)
    attributions = (one,) if one.cue else ()
    document = Document(id="d", text=text, published=PUBLISHED)
    count = len(attributions)
    resolution = Resolution((), ("a",) * count, ((),) * count, (1.0,) * count)
    found = find_times(text, PUBLISHED)
    made = statements(document, Reading("d", attributions, ()), resolution=resolution, times=found)
    return [(e.span.of(text), e.due, e.source) for e in expectations(document, made, found=found)]


ANNOUNCED = [
    ("The jury will return on Friday.", "on Friday", "2024-03-22", None),
    ("The central bank meets next week.", "next week", "2024-03-25/2024-03-31", None),
    ("Results are due on Thursday.", "on Thursday", "2024-03-21", None),
    ("The rocket is scheduled for launch on April 3.", "on April 3", "2024-04-03", None),
    ("[The union] <vowed> {to strike on Monday}.", "on Monday", "2024-03-25", "a"),
    ("[The firm] <plans> {to close the mine by the end of 2026}.", "by the end of 2026", "../2026-12-31", "a"),
    ("[She] <expects> {a verdict next month}.", "next month", "2024-04", "a"),
    ("[The ministry] <said> {the road would reopen by June}.", "by June", "../2024-06-30", "a"),
    ("[Aides] <said> {the talks could resume as early as Sunday}.", "as early as Sunday", "2024-03-24/..", "a"),
    ("The tariff takes effect on July 1.", "on July 1", "2024-07-01", None),
    ("[The club] <promised> {a new stadium by 2027}.", "by 2027", "../2027-12-31", "a"),
    ("[Forecasters] <predict> {heavy snow tomorrow}.", "tomorrow", "2024-03-21", "a"),
    ("The two leaders are to meet in Oslo on Saturday.", "on Saturday", "2024-03-23", None),
    ("An inquest will open later this month.", "later this month", "2024-03", None),
    ("The merger is expected to close in the third quarter.", "in the third quarter", "2024-35", None),
    ("[The airline] <said> {it will resume flights in May}.", "in May", "2024-05", "a"),
    ("[The agency] <announced> {a recall starting in April}.", "starting in April", "2024-04/..", "a"),
    ("The league restarts on Aug. 10.", "on Aug. 10", "2024-08-10", None),
    ("[The army] <threatened> {an assault next Tuesday}.", "next Tuesday", "2024-03-26", "a"),
    ("Voters go to the polls on June 9.", "on June 9", "2024-06-09", None),
    ("[The judge] <said> {she would rule by Friday}.", "by Friday", "../2024-03-22", "a"),
    ("The drug will reach patients no later than 2025.", "no later than 2025", "../2025-12-31", None),
    ("[The mayor] <pledged> {a decision by the end of the month}.", "by the end of the month", "../2024-03-31", "a"),
    ("Work will be finished by year-end.", "by year-end", "../2024-12-31", None),
    ("The opera opens in the autumn.", "in the autumn", "2024-23", None),
    ("[The firm] <intends> {to list its shares in early 2025}.", "in early 2025", "2025", "a"),
    ("The truce is to begin at midnight on Friday.", "at midnight on Friday", "2024-03-22", None),
    ("The trial, which began in January, will end before May.", "before May", "../2024-04-30", None),
    ("[The party] <will hold> {its congress this weekend}.", "this weekend", "2024-03-23/2024-03-24", "a"),
]


ANNOUNCED += [
    ("Polls open at 7 a.m. on Sunday.", "at 7 a.m. on Sunday", "2024-03-24", None),
    ("The defendant faces sentencing on May 14.", "on May 14", "2024-05-14", None),
    ("A second dose is to be offered from April.", "from April", "2024-04/..", None),
    ("[The envoy] <said> {he would travel to Cairo next week}.", "next week", "2024-03-25/2024-03-31", "a"),
    ("The next launch window opens March 29.", "March 29", "2024-03-29", None),
    ("[Analysts] <expect> {inflation to fall to 2% by mid-2025}.", "by mid-2025", "../2025-12-31", "a"),
    ("The museum reopens to the public on Saturday.", "on Saturday", "2024-03-23", None),
    ("The bill goes to the Senate on Monday.", "on Monday", "2024-03-25", None),
    ("[The studio] <said> {the film would be released in 2026}.", "in 2026", "2026", "a"),
    ("A total eclipse will cross Texas on April 8.", "on April 8", "2024-04-08", None),
    ("[The carrier] <is due to publish> {its accounts on March 28}.", "on March 28", "2024-03-28", "a"),
    ("Workers at six ports plan to strike for 24 hours from Monday.", "from Monday", "2024-03-25/..", None),
    ("The two sides have agreed to meet again in Doha next month.", "next month", "2024-04", None),
    ("The prime minister is set to resign on Thursday.", "on Thursday", "2024-03-21", None),
    ("[NASA] <aims> {to land a crew on the moon by 2028}.", "by 2028", "../2028-12-31", "a"),
    ("His contract expires in June.", "in June", "2024-06", None),
    ("Tickets go on sale tomorrow.", "tomorrow", "2024-03-21", None),
]


@pytest.mark.parametrize(("sentence", "words", "value", "source"), ANNOUNCED)
def test_an_announcement_with_a_time_is_told(sentence: str, words: str, value: str, source: str | None) -> None:
    assert due(sentence) == [(words, value, source)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The jury convicted her on Friday.",
        "[The mayor] <urged> {residents to leave by Friday}.",
        "[The judge] <called on> {the firm to pay by April 1}.",
        "[The union] <demanded> {an answer by Monday}.",
        "[The club] <refused to say> {what happens after June}.",
        "[The club] <declined to say> {whether the coach would stay next season or in May}.",
        "If the talks fail on Friday, workers may walk out.",
        "[Reporters] <asked> {whether the road would open in May}.",
        "The match, due on Saturday, has been called off.",
        "The flight planned for Sunday was cancelled.",
        "It was unclear whether the mine would reopen in May.",
        "[The company] <would not confirm> {a listing in June}.",
        "Prices rose last month.",
        "The 2030 target was set in 2015.",
        "Next year's budget was discussed.",
        "[The minister] <said> on Tuesday {nothing had been decided}.",
        "Will she be back by Friday?",
        "The team will not play on Sunday.",
        "The ban has been in force since Monday.",
        "After Easter the shops were empty.",
        "[The bank] <said> {sales fell in February}.",
        "The plan, called Vision 2030, was mocked.",
        "The election on Sunday was fair, observers said.",
        "[The coach] <begged> {fans to stay calm until Saturday}.",
        "[The envoy] <asked> {both sides to sign by Tuesday}.",
        "Residents should boil water until Friday.",
        "Had the dam burst, the town would have been flooded by Friday.",
        "The concert scheduled for Friday was postponed.",
        "[The mayor] <told> {residents to evacuate by noon on Thursday}.",
        "The company had planned to open the plant in 2025.",
        "He was due to retire in May but died on Sunday.",
        "[Ministers] <refused to rule out> {a lockdown next month}.",
    ],
)
def test_what_announces_nothing_is_left_out(sentence: str) -> None:
    assert due(sentence) == []


def test_it_tells_what_is_to_come() -> None:
    text = "Police said little. The two leaders will meet in Oslo on Saturday, aides said."
    document = Document(id="d", text=text, published=PUBLISHED)
    (one,) = expectations(document, (), found=find_times(text, PUBLISHED))
    assert one.what.of(text) == "The two leaders will meet in Oslo"


def test_without_a_day_of_publication_nothing_is_to_come() -> None:
    text = "The mine will close on 3 May 2090."
    assert expectations(Document(id="d", text=text), (), found=find_times(text, None)) == ()
