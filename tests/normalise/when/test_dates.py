"""Dates by the calendar, in every order: sentences of our own, published on Wednesday 20 March 2024."""

import pytest

from hearsay.normalise.when.find import find_times

PUBLISHED = "2024-03-20T09:30:00+00:00"

CASES = [
    ("The appeals court heard the case on Feb. 6.", "Feb. 6", "2024-02-06"),
    ("The judge sentenced him on 14 December 2021.", "14 December 2021", "2021-12-14"),
    ("The inquest was opened on 2023-11-09 and adjourned.", "2023-11-09", "2023-11-09"),
    ("The patch was released on 02/29/2024 by the vendor.", "02/29/2024", "2024-02-29"),
    ("The form is stamped 23/01/2024.", "23/01/2024", "2024-01-23"),
    ("The receipt is dated 05.03.2024.", "05.03.2024", "2024-03-05"),
    ("She tore a ligament on the 9th of March.", "the 9th of March", "2024-03-09"),
    ("The vaccine trial began in September 2022.", "September 2022", "2022-09"),
    ("Shares peaked in January.", "January", "2024-01"),
    ("The strike began on March 18th.", "March 18th", "2024-03-18"),
    ("Voters will go to the polls on June 9.", "June 9", "2024-06-09"),
    ("The quake struck on Dec. 28, killing four.", "Dec. 28", "2023-12-28"),
    ("He was born on 3 July 1958 in Leeds.", "3 July 1958", "1958-07-03"),
    ("The fire of August 11, 2023, destroyed the mill.", "August 11, 2023", "2023-08-11"),
    ("The ceasefire of 17 Nov 2022 held.", "17 Nov 2022", "2022-11-17"),
    ("The budget was passed in May 2019.", "May 2019", "2019-05"),
    ("The comet was first seen on the 2nd of May, 1997.", "the 2nd of May, 1997", "1997-05-02"),
    ("The ward closed in 2011.", "2011", "2011"),
    ("Since 1994 the party has ruled alone.", "1994", "1994"),
    ("The plant (opened 1978) employs 300.", "1978", "1978"),
    ("His failed 2008 campaign cost millions.", "2008", "2008"),
    ("The treaty was signed in 1815.", "1815", "1815"),
    ("The law took effect on April 1, 2020, in Ohio.", "April 1, 2020", "2020-04-01"),
    ("The court will rule on the 28th.", "the 28th", "2024-03-28"),
    ("The flight left at dawn on Sunday, March 17, for Oslo.", "Sunday, March 17", "2024-03-17"),
    ("He died on Christmas Eve at his home.", "Christmas Eve", "2023-12-24"),
    ("Shops stayed shut on New Year's Day.", "New Year's Day", "2024-01-01"),
    ("Turnout on Labor Day 2022 was poor.", "Labor Day 2022", "2022-09-05"),
    ("The derby will be played on Easter Monday.", "Easter Monday", "2024-04-01"),
    ("Airlines expect a rush at Thanksgiving.", "Thanksgiving", "2024-11-28"),
    ("The memorial honours victims of 9/11 in the city.", "9/11", "2001-09-11"),
    ("Intelligence failures before the Sept. 11 attacks were studied.", "Sept. 11", "2001-09-11"),
    ("The hall was rebuilt in the 1960s.", "the 1960s", "196X"),
    ("The band was famous in the '80s.", "the '80s", "198X"),
    ("The church dates from the 17th century.", "the 17th century", "16XX"),
    ("The firm lost money in fiscal 2022.", "fiscal 2022", "2022"),
]

NONE = [
    "The bill passed by 210 votes to 198 after 2,024 amendments.",
    "She may march with the others, he said.",
    "About 1950 people were evacuated from the valley.",
    "April Jones and June Carter won the doubles.",
    "The bridge is 1920 metres long.",
    "He scored twice in a 3-1 win over Sunday Times columnists.",
    "Flight 1549 landed on the river.",
    "The clinic opens every Friday.",
    "Rates have risen recently and may rise again soon.",
    "The 10-year yield rose for two days.",
]


@pytest.mark.parametrize(("sentence", "words", "value"), CASES)
def test_a_date_is_found_and_resolved(sentence: str, words: str, value: str) -> None:
    found = [(sentence[w.start : w.end], w.value) for w in find_times(sentence, PUBLISHED)]
    assert found == [(words, value)]


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_date_is_left_alone(sentence: str) -> None:
    assert find_times(sentence, PUBLISHED) == []


def test_without_a_day_of_publication_only_whole_dates_are_resolved() -> None:
    text = "On Friday the court heard that the deal of 3 May 2017 was signed yesterday. It ended in 2019."
    assert [w.value for w in find_times(text, None)] == ["2017-05-03", "2019"]
