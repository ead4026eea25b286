"""Relative and deictic times: sentences of our own, published on Wednesday 20 March 2024."""

import pytest

from hearsay.normalise.when.find import find_times

PUBLISHED = "2024-03-20"

CASES = [
    ("The surgeon was suspended yesterday.", ["2024-03-19"]),
    ("The verdict is expected tomorrow.", ["2024-03-21"]),
    ("Parliament debates the bill today.", ["2024-03-20"]),
    ("The storm will reach the coast tonight.", ["2024-03-20"]),
    ("Two men were arrested last night.", ["2024-03-19"]),
    ("Trains were halted this morning.", ["2024-03-20"]),
    ("The striker limped off last week.", ["2024-03-11/2024-03-17"]),
    ("The central bank meets next week.", ["2024-03-25/2024-03-31"]),
    ("Prices fell last month.", ["2024-02"]),
    ("A new law takes effect next month.", ["2024-04"]),
    ("Profit doubled last year.", ["2023"]),
    ("Growth will slow this year.", ["2024"]),
    ("An election is due next year.", ["2025"]),
    ("Sales slumped last quarter.", ["2023-36"]),
    ("Crowds marched over the weekend.", ["2024-03-16/2024-03-17"]),
    ("The final will be held this weekend.", ["2024-03-23/2024-03-24"]),
    ("The mine collapsed two days ago.", ["2024-03-18"]),
    ("The virus emerged four months ago.", ["2023-11"]),
    ("She resigned three years ago.", ["2021"]),
    ("They married a decade ago.", ["2014"]),
    ("He was hurt about two years ago.", ["2022~"]),
    ("The siege began on Feb. 3. Two days later the town fell.", ["2024-02-03", "2024-02-05"]),
    ("The dam burst on 1 March. The following day troops arrived.", ["2024-03-01", "2024-03-02"]),
    ("The probe opened in June 2022. A year later it was closed.", ["2022-06", "2023-06"]),
    ("He joined in 1999 and left the following year.", ["1999", "2000"]),
    ("Floods hit the region last summer.", ["2023-22"]),
    ("The talks will resume in the autumn.", ["2024-23"]),
    ("The vote was held last November.", ["2023-11"]),
    ("He was charged last Thursday.", ["2024-03-14"]),
    ("The league resumes next Saturday.", ["2024-03-30"]),
    ("Third-quarter earnings fell 4% from a year ago.", ["2023-35", "2022-35"]),
    ("Net income in the fourth quarter rose to $4 million.", ["2023-36"]),
    ("The first quarter will be weak.", ["2024-33"]),
    ("Guests had left the day before yesterday.", ["2024-03-18"]),
    ("The court will rule in two weeks' time.", ["2024-04-03"]),
    ("The budget will be read on Wednesday week.", ["2024-04-03"]),
    ("Sales should recover in the second half of the year.", ["2024-41"]),
    ("A fortnight ago the river burst its banks.", ["2024-03-06"]),
    ("May said in May she was leaving.", ["2023-05"]),
    ("The first week of October was dry.", ["2023-10"]),
    ("The trial opens the week of April 8.", ["2024-04-08/2024-04-14"]),
    ("Exports will rise in April next year.", ["2025-04"]),
    ("The dam will be finished by year-end.", ["2024"]),
    ("He has not worn it in six months.", []),
    ("On Sunday she ran a marathon; that day it rained.", ["2024-03-17", "2024-03-17"]),
]


@pytest.mark.parametrize(("text", "values"), CASES)
def test_a_relative_time_is_resolved(text: str, values: list[str]) -> None:
    assert [w.value for w in find_times(text, PUBLISHED)] == values
