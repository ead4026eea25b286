"""Intervals, approximations, parts and times of day: sentences of our own, published on Wednesday 20 March 2024."""

import pytest

from hearsay.normalise.when.affix import Relation
from hearsay.normalise.when.find import find_times

PUBLISHED = "2024-03-20"

CASES = [
    ("The fair runs Oct. 24-25 in Basel.", "Oct. 24-25", "2024-10-24/2024-10-25"),
    ("The truce held from Feb. 3 to Feb. 9.", "Feb. 3 to Feb. 9", "2024-02-03/2024-02-09"),
    ("Output halved between 2010 and 2014.", "2010 and 2014", "2010/2014"),
    ("He captained the side in 2019-20.", "2019-20", "2019/2020"),
    ("The war of 1914-1918 killed millions.", "1914-1918", "1914/1918"),
    ("The summit of 4-6 February ended early.", "4-6 February", "2024-02-04/2024-02-06"),
    ("The tests ran from January to March 2023.", "January to March 2023", "2023-01/2023-03"),
    ("She served from 1998 to 2003.", "1998 to 2003", "1998/2003"),
    ("The mine closed in early October 2022.", "early October 2022", "2022-10"),
    ("He fell ill in mid-January.", "mid-January", "2024-01"),
    ("The line was finished in late 2019.", "late 2019", "2019"),
    ("Flooding started earlier this month.", "earlier this month", "2024-03"),
    ("It was shut earlier in March.", "earlier in March", "2024-03"),
    ("The factory was built around 1970.", "1970", "1970~"),
    ("Prices rose in the third quarter of 2023.", "the third quarter of 2023", "2023-35"),
    ("Revenue dipped in Q3 2023.", "Q3 2023", "2023-35"),
    ("Exports grew in the first half of 2023.", "the first half of 2023", "2023-40"),
    ("The riots of the summer of 2011 spread.", "the summer of 2011", "2011-22"),
    ("He lived there in the early 1990s.", "the early 1990s", "199X"),
    ("The tower is to open by the end of this year.", "the end of this year", "2024"),
    ("The quake hit at 10:35 a.m. on Monday.", "10:35 a.m. on Monday", "2024-03-18T10:35:00"),
    ("Polls closed at 6pm on Sunday.", "6pm on Sunday", "2024-03-17T18:00:00"),
    ("The blast occurred on Tuesday at 0735 GMT.", "Tuesday at 0735 GMT", "2024-03-19T07:35:00Z"),
    ("The plane vanished at noon on Saturday.", "noon on Saturday", "2024-03-16T12:00:00"),
    ("The curfew began at midnight on Sunday.", "midnight on Sunday", "2024-03-17T00:00:00"),
    ("The gate shut at 10:35 a.m. (0735 GMT) Friday.", "10:35 a.m. (0735 GMT) Friday", "2024-03-15T10:35:00"),
    ("The vote took place late on Tuesday night.", "late on Tuesday night", "2024-03-19"),
    ("The 2021-22 season was cut short.", "2021-22", "2021/2022"),
    ("The fund lost a third in fiscal year 2022-23.", "fiscal year 2022-23", "2022/2023"),
    ("Snow is forecast between Friday and Sunday.", "Friday and Sunday", "2024-03-22/2024-03-24"),
]


@pytest.mark.parametrize(("sentence", "words", "value"), CASES)
def test_an_interval_or_part_is_resolved(sentence: str, words: str, value: str) -> None:
    assert [(sentence[w.start : w.end], w.value) for w in find_times(sentence, PUBLISHED)] == [(words, value)]


@pytest.mark.parametrize(
    ("sentence", "relation", "lead"),
    [
        ("The tunnel will open by the end of May.", Relation.BY, "by the end of May"),
        ("Talks could start as early as Sunday.", Relation.FROM, "as early as Sunday"),
        ("No ruling is likely before June.", Relation.BEFORE, "before June"),
        ("He has been missing since Friday.", Relation.SINCE, "since Friday"),
        ("The ban lasts until 2026.", Relation.UNTIL, "until 2026"),
        ("The clinic opens on Monday.", Relation.AT, "on Monday"),
        ("The fee rises starting in July.", Relation.FROM, "starting in July"),
        ("Papers are due no later than Friday.", Relation.BY, "no later than Friday"),
        ("The law took effect after March 1.", Relation.AFTER, "after March 1"),
    ],
)
def test_what_stands_before_is_told(sentence: str, relation: Relation, lead: str) -> None:
    (when,) = find_times(sentence, PUBLISHED)
    assert (when.relation, sentence[when.lead : when.end]) == (relation, lead)
