"""Pages made to break a reader: each must end in a document or a ReportError, in seconds."""

import contextlib
import time

import pytest

from hearsay.errors import ReportError
from hearsay.ingest import from_html
from tests.ingest.markup import json_ld, page, paragraphs

PROSE = paragraphs() * 2

PAGES = {
    "deep": "<div>" * 100_000 + PROSE,
    "deep and closed": "<div>" * 50_000 + PROSE + "</div>" * 50_000,
    "deep list": "<ul><li>" * 20_000 + PROSE,
    "deep table": "<table><tr><td>" * 5_000 + PROSE,
    "deep within lines": "<p>" + "<span>" * 50_000 + "words " * 200,
    "many headlines": "<h1>Quay closed</h1>" * 4_000 + PROSE,
    "many times": "<h1>Quay closed</h1>" + "<time datetime='2024-13-45'>x</time>" * 4_000 + PROSE,
    "unclosed links": "<a href=x>" * 4_000 + PROSE,
    "a huge attribute": f"<div class='{'a ' * 100_000}'>{PROSE}</div>",
    "a huge word": f"<p>{'A' * 1_000_000}</p>{PROSE}",
    "brackets": f"<p>{'(' * 900}</p>" * 500 + PROSE,
    "unclosed comment": PROSE + "<!-- " + PROSE,
    "unclosed script": PROSE + "<script>" + PROSE,
    "control characters": "\0\x01\x0b\ufffe" + PROSE,
    "stray bytes": "</p></p></html><body></body>" + PROSE + "<<<>>&#0;&#xFFFFFFFF;&bogus;",
    "nested brackets in JSON": json_ld("[" * 50_000) + PROSE,
    "nested graphs": json_ld('{"@graph":[' * 400 + "]}" * 400) + PROSE,
    "numbers in JSON": json_ld('{"headline": ' + "9" * 10_000 + "}") + PROSE,
    "odd types in JSON": json_ld(
        {
            "@type": ["NewsArticle", 5, None],
            "headline": ["", 3],
            "author": [None, 5, {"name": {"x": 1}}, {"@id": ["a"]}, [[]]],
            "datePublished": {"@value": "2024"},
            "publisher": 7,
            "url": {"@id": 1},
            "@graph": {"@type": {}},
        }
    )
    + PROSE,
    "an odd address": "<link rel=canonical href='http://[::1'>" + PROSE,
}


@pytest.mark.parametrize("name", PAGES)
def test_no_page_breaks_the_reader_or_holds_it_up(name: str) -> None:
    start = time.process_time()
    # Any other error would end the test.
    with contextlib.suppress(ReportError):
        assert from_html(page(PAGES[name]), origin=name).text
    assert time.process_time() - start < 20


def test_a_page_of_too_many_elements_is_refused() -> None:
    with pytest.raises(ReportError, match="elements"):
        from_html(page("<p>a</p>" * 100_001), origin="here")
