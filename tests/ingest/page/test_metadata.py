import pytest

from hearsay.ingest.document import Metadata
from hearsay.ingest.page.metadata import page_metadata
from hearsay.ingest.page.parse import parse_page
from tests.ingest.markup import ARTICLE, json_ld, meta, page, paragraphs


def read(head: str = "", body: str = "", url: str | None = None) -> Metadata:
    return page_metadata(parse_page(page(body + paragraphs(), head=head), origin="here"), title="Quay closed", url=url)


@pytest.mark.parametrize(
    ("head", "body", "names"),
    [
        (json_ld(ARTICLE), "", "Ines Calloway"),
        (
            json_ld(ARTICLE | {"author": [{"name": "Jane Roe"}, "John Doe", {"name": "Jane Roe"}]}),
            "",
            "Jane Roe, John Doe",
        ),
        (json_ld(ARTICLE | {"author": "By Jane Roe"}), "", "Jane Roe"),
        (json_ld(ARTICLE | {"author": {"name": "jane-roe"}}) + meta(author="Jane Roe"), "", "Jane Roe"),
        (json_ld(ARTICLE | {"author": "https://courier.example/roe"}), "<a rel=author>Jane Roe</a>", "Jane Roe"),
        ("<meta name='author' content='Jane Roe'>", "", "Jane Roe"),
        ("<meta name='sailthru.author' content='Jane Roe'>", "", "Jane Roe"),
        ("<meta name='parsely-author' content='Jane Roe'>", "", "Jane Roe"),
        (
            "<meta name='dc.creator' content='Roe, Jane'><meta name='dc.creator' content='Doe, John'>",
            "",
            "Jane Roe, John Doe",
        ),
        (meta(article__author="https://social.example/roe"), "", None),
        ("<meta name='twitter:creator' content='@courier'>", "", None),
        ("", "<p class='article-byline'>By Jane Roe</p>", "Jane Roe"),
        ("", "<p class='byline'>Updated at noon</p>", None),
        ("", "", None),
    ],
)
def test_the_byline(head: str, body: str, names: str | None) -> None:
    assert read(head, body).byline == names


@pytest.mark.parametrize(
    ("head", "body", "time"),
    [
        (json_ld(ARTICLE), "", "2025-03-10T14:05:00+01:00"),
        (json_ld(ARTICLE | {"datePublished": "2025-03-10 14:05:00 +01:00"}), "", "2025-03-10T14:05:00+01:00"),
        (
            json_ld(ARTICLE | {"datePublished": "2025-03-10T14:05:00"})
            + meta(article__published_time="2025-03-10T13:05:00Z"),
            "",
            "2025-03-10T13:05:00+00:00",
        ),
        (json_ld(ARTICLE | {"datePublished": "soon"}) + meta(article__published_time="2025-03-10"), "", "2025-03-10"),
        (meta(article__published_time="1762513252000"), "", "2025-11-07T11:00:52+00:00"),
        (json_ld({"@type": "WebPage", "datePublished": "2025-03-10"}), "", "2025-03-10"),
        (json_ld(ARTICLE | {"datePublished": None, "dateModified": "2025-03-12"}), "", None),
        (
            "",
            "<time datetime='2001-01-01'></time><h1>Quay</h1><time datetime='2025-03-10T14:05+0100'></time>",
            "2025-03-10T14:05:00+01:00",
        ),
        ("", "<h1>Quay</h1><p class='date'>Published on 10 March 2025</p>", "2025-03-10"),
        ("", "", None),
    ],
)
def test_the_time_of_publication(head: str, body: str, time: str | None) -> None:
    assert read(head, body).published == time


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (json_ld(ARTICLE), "The Elwyn Courier"),
        (json_ld(ARTICLE) + meta(og__site_name="Courier"), "Courier"),
        (
            json_ld(
                [
                    ARTICLE | {"publisher": {"@id": "#us"}},
                    {"@type": "Organization", "@id": "#us", "name": "Us &amp; Co"},
                ]
            ),
            "Us & Co",
        ),
        ("<meta name=application-name content=Courier>", "Courier"),
        ("", None),
    ],
)
def test_the_publisher(head: str, publisher: str | None) -> None:
    assert read(head).publisher == publisher


@pytest.mark.parametrize(
    ("head", "url", "address"),
    [
        ("<link rel=canonical href='https://a.example/1'>", "https://a.example/1?x", "https://a.example/1"),
        ("<link rel=canonical href='/1'>", "https://a.example/2", "https://a.example/1"),
        ("<link rel=canonical href='/1'>", None, None),
        (meta(og__url="https://a.example/1"), None, "https://a.example/1"),
        (json_ld(ARTICLE | {"url": "https://a.example/1"}), None, "https://a.example/1"),
        ("<link rel=canonical href='javascript:void(0)'>", "https://a.example/1", "https://a.example/1"),
        ("", "https://a.example/1", "https://a.example/1"),
        ("", None, None),
    ],
)
def test_the_address(head: str, url: str | None, address: str | None) -> None:
    assert read(head, url=url).url == address
