"""Whom a report credits with its account."""

import pytest

from hearsay.reconcile.copies.credit import credits, is_credited_elsewhere, mentions
from hearsay.records.document import Document, Part, PartKind
from hearsay.records.span import Span

LONG = "It rained for a week, and then it rained for another one. " * 10


@pytest.mark.parametrize(
    "document",
    [
        Document("a", LONG, byline="Staff and North South Wire"),
        Document("a", LONG, byline="Herald staff, with a report from NSW"),
        Document("a", "OSLO, May 3 (NSW) - " + LONG),
        Document("a", "OSLO (North South Wire) — " + LONG),
        Document("a", LONG + "\n\nThe North South Wire contributed to this report."),
        Document("a", "By NSW\n\n" + LONG, parts=(Part(PartKind.CREDIT, Span(0, 6)),)),
    ],
)
def test_a_credit_is_known(document: Document) -> None:
    assert credits(document, "The North South Wire")


@pytest.mark.parametrize(
    "document",
    [
        Document("a", LONG, byline="Rundblatt staff and agencies"),
        Document("a", LONG, byline="Herald staff, with a report from NSW"),
        Document("a", "OSLO, May 3 (NSW) - " + LONG, publisher="The Herald"),
        Document("a", LONG + "\n\nThe North South Wire contributed to this report."),
        Document("a", LONG, byline="Reuters"),
    ],
)
def test_a_credit_is_known_though_nobody_says_whose(document: Document) -> None:
    assert is_credited_elsewhere(document)


@pytest.mark.parametrize(
    "document",
    [
        Document("a", LONG, byline="Nils Swensen West"),
        Document("a", LONG + "The minister told North South Wire on Monday. " + LONG),
        Document("a", LONG, byline="North South Wire", publisher="North South Wire"),
        Document("a", "It was a new nsw, he said. " + LONG),
    ],
)
def test_what_is_no_credit_is_none(document: Document) -> None:
    assert not credits(document, "North South Wire")
    assert not is_credited_elsewhere(document)


@pytest.mark.parametrize("publisher", [None, "", "The", "AP", "N.S.W. (Wire)", "[a-z]+"])
def test_any_name_of_a_publisher_will_do(publisher: str | None) -> None:
    assert not credits(Document("a", LONG, publisher="b"), publisher)


def test_two_letters_are_initials_of_the_one_agency_that_is_known_by_them() -> None:
    assert credits(Document("a", "PARIS (AP) — " + LONG), "The Associated Press")
    assert not credits(Document("a", "DT: " + LONG), "Daily Times")


def test_an_agencys_own_dateline_is_no_credit() -> None:
    assert not is_credited_elsewhere(Document("a", "OSLO, May 3 (NSW) - " + LONG, publisher="North South Wire"))


def test_a_publisher_may_be_named_anywhere() -> None:
    document = Document("a", LONG + "The minister told North South Wire on Monday. " + LONG)
    assert mentions(document, "North South Wire")
    assert not mentions(document, "South Wire Daily")


def test_a_name_in_capitals_is_no_word_in_small_letters() -> None:
    assert credits(Document("a", "It was high time. " + LONG, byline="TIME"), "TIME")
    assert not credits(Document("a", "It was high time. " + LONG), "TIME")
    assert not credits(Document("a", "X is what it was called. " + LONG), "X")
