"""Names of territories, places and bodies."""

import pytest

from hearsay.resolve.gazette import Named, find_entries, look_up


@pytest.mark.parametrize(
    ("words", "kind", "party"),
    [
        ("Norway", Named.COUNTRY, "Norway"),
        ("the U.S.", Named.COUNTRY, "United States"),
        ("Zambia", Named.COUNTRY, "Zambia"),
        ("Tuvalu", Named.COUNTRY, "Tuvalu"),
        ("Danes", Named.PEOPLE, "Denmark"),
        ("Warsaw", Named.CAPITAL, "Poland"),
        ("Assam", Named.REGION, "Assam"),
        ("Malmo", Named.CITY, "Malmö"),
        ("Asunción", Named.CAPITAL, "Paraguay"),
        ("Frankfurt", Named.CITY, "Frankfurt am Main"),
        ("the Riksbank", Named.BODY, "Sweden"),
        ("W.H.O.", Named.ITSELF, "World Health Organization"),
        ("Tories", Named.POLITICAL, "Conservative Party"),
    ],
)
def test_what_a_name_is(words: str, kind: Named, party: str) -> None:
    entry = look_up(words)
    assert entry is not None
    assert (entry.kind, entry.party) == (kind, party)


@pytest.mark.parametrize("words", ["turkey", "us", "Union", "Police", "", "Nobody Known"])
def test_what_is_no_name(words: str) -> None:
    assert look_up(words) is None


def test_the_longest_entry_is_taken_where_it_stands() -> None:
    text = "South Korea's army met the Bank of England. Britain left."
    found = list(find_entries(text))
    assert [f.entry.party for f in found] == ["South Korea", "United Kingdom", "United Kingdom"]
    assert all(text[f.start : f.end] == f.words for f in found)
