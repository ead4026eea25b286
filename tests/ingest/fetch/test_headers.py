from datetime import UTC, datetime
from email.message import Message

import pytest

from hearsay.ingest.fetch.headers import charset, conditional, is_other_form, media_type, retry_after, validators
from hearsay.records.fetched import Validators

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def headers(**given: str) -> Message:
    made = Message()
    for name, value in given.items():
        made[name.replace("_", "-")] = value
    return made


@pytest.mark.parametrize(
    ("stated", "kind", "encoding"),
    [
        ("text/html; charset=UTF-8", "text/html", "utf-8"),
        ("Text/HTML;charset='windows-1252'", "text/html", None),
        ('text/html; charset="ISO-8859-1"; x=y', "text/html", "iso-8859-1"),
        ("text/plain", "text/plain", None),
        ("nonsense", None, None),
        ("", None, None),
        ("text/html; charset=a b", "text/html", None),
    ],
)
def test_what_an_answer_declares(stated: str, kind: str | None, encoding: str | None) -> None:
    assert media_type(headers(Content_Type=stated)) == kind
    assert charset(headers(Content_Type=stated)) == encoding


def test_nothing_is_declared_where_there_is_no_header() -> None:
    assert media_type(Message()) is None
    assert charset(Message()) is None
    assert validators(Message()) == Validators()


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "audio/mpeg", "application/pdf", "text/css"])
def test_other_forms_are_known(kind: str) -> None:
    assert is_other_form(kind)


@pytest.mark.parametrize("kind", ["text/html", "text/plain", "application/gzip", "application/octet-stream", None])
def test_what_may_be_a_report_is_none_of_them(kind: str | None) -> None:
    assert not is_other_form(kind)


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        ("Mon, 02 Mar 2026 12:00:30 GMT", 30.0),
        ("Mon, 02 Mar 2026 12:00:30 -0000", 30.0),
        ("Mon, 02 Mar 2026 11:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("١٢", None),
        ("9" * 400, None),
        ("", None),
    ],
)
def test_when_to_ask_again(stated: str, seconds: float | None) -> None:
    assert retry_after(headers(Retry_After=stated), NOW) == seconds


def test_validators_go_back_as_they_came() -> None:
    found = validators(headers(ETag='W/"a,b"', Last_Modified="Mon, 02 Mar 2026 11:00:00 GMT"))
    assert conditional(found) == {"If-None-Match": 'W/"a,b"', "If-Modified-Since": "Mon, 02 Mar 2026 11:00:00 GMT"}


@pytest.mark.parametrize("bad", ["a\r\nX: y", "é", "", "x" * 501])
def test_a_validator_that_would_break_a_header_is_not_sent(bad: str) -> None:
    assert conditional(Validators(bad, bad)) == {}


def test_no_validators_no_conditions() -> None:
    assert conditional(None) == {}
    assert conditional(Validators()) == {}
