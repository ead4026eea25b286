"""Times as keys: what a search asks for meets just the times that it is about."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.ledger.asked import Asked
from hearsay.ledger.keys import asked_for, of_document, of_statement

DAYS = st.dates(date(1890, 1, 1), date(2110, 12, 31))


def document(published: date | None) -> set[str]:
    return set(of_document({"id": "d", "publisher": None, "published": published.isoformat() if published else None}))


def asked_keys(asked: Asked) -> set[str]:
    (keys,) = asked_for(asked)
    return set(keys)


@given(DAYS, st.none() | DAYS, st.none() | DAYS)
def test_what_was_published_then_has_one_of_the_keys(day: date, first: date | None, last: date | None) -> None:
    if first is None and last is None:
        return
    if (first is None or first <= day) and (last is None or day <= last):
        assert document(day) & asked_keys(Asked(published_from=first, published_to=last))


@given(DAYS, st.integers(0, 1500), DAYS, st.integers(0, 4000))
def test_what_may_have_been_said_then_has_one_of_the_keys(first: date, days: int, start: date, length: int) -> None:
    last, end = first + timedelta(days), start + timedelta(length)
    row = {"act": None, "certainty": None, "figures": 0, "said_on": "x"}
    row |= {"said_first": first.isoformat(), "said_last": last.isoformat()}
    if first <= end and start <= last:
        assert set(of_statement(row, None)) & asked_keys(Asked(said_from=start, said_to=end))


def test_a_month_is_asked_for_by_one_key() -> None:
    asked = Asked(published_from=date(2024, 5, 1), published_to=date(2024, 5, 31))
    assert asked_keys(asked) == {"m=202405", "y=else"}
    assert not document(date(2024, 6, 1)) & asked_keys(asked)
    assert len(asked_keys(Asked(published_from=date(1903, 3, 1)))) < 50


@pytest.mark.parametrize("published", ["soon", "", "2024", None])
def test_what_is_no_day_has_no_key(published: str | None) -> None:
    assert len(list(of_document({"id": "d", "publisher": None, "published": published}))) == 1
