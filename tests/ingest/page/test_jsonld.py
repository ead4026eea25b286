import pytest

from hearsay.ingest.page.jsonld import Graph, string
from hearsay.ingest.page.parse import parse_page
from tests.ingest.markup import ARTICLE, json_ld, page


def graph_of(*scripts: str) -> Graph:
    return parse_page(page("<p>x</p>", head="".join(scripts)), origin="here").graph


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        ARTICLE | {"@type": ["Article", "NewsArticle"]},
        ARTICLE | {"@type": "ReportageNewsArticle"},
        ARTICLE | {"@type": "http://schema.org/NewsArticle"},
        ARTICLE | {"@type": "BlogPosting"},
    ],
)
def test_the_article_is_found_wherever_it_stands(value: object) -> None:
    (node,) = graph_of(json_ld(value)).articles()
    assert string(node, "headline") == ARTICLE["headline"]


@pytest.mark.parametrize(
    "source",
    [
        '<!-- {"@type": "NewsArticle", "headline": "Quay closed"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Quay closed"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Quay closed",}',
        '{"@type": "NewsArticle", "headline": "Quay closed"};',
        '{"@type": "NewsArticle", "headline": "Quay closed", "description": "Two\nlines"}',
    ],
)
def test_broken_scripts_are_mended(source: str) -> None:
    (node,) = graph_of(json_ld(source)).articles()
    assert string(node, "headline") == "Quay closed"


@pytest.mark.parametrize("source", ["", "{", "nonsense", '"text"', "null", "{}", "[[]]"])
def test_scripts_beyond_mending_are_passed_over(source: str) -> None:
    graph = graph_of(json_ld(source), json_ld(ARTICLE))
    assert [string(node, "headline") for node in graph.articles()] == [ARTICLE["headline"]]


def test_articles_that_a_list_names_are_others() -> None:
    listed = {"@type": "ItemList", "itemListElement": [ARTICLE | {"headline": "Another"}]}
    graph = graph_of(json_ld(listed), json_ld(ARTICLE))
    assert [string(node, "headline") for node in graph.articles()] == [ARTICLE["headline"]]


def test_news_goes_before_postings() -> None:
    graph = graph_of(json_ld({"@type": "BlogPosting", "headline": "Second"}), json_ld(ARTICLE))
    assert [string(node, "headline") for node in graph.articles()] == [ARTICLE["headline"], "Second"]


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Jane Roe", ["Jane Roe"]),
        (["Jane Roe", {"name": "John Doe"}], ["Jane Roe", "John Doe"]),
        ({"@id": "#roe"}, ["Jane Roe"]),
        ({"@id": "#nobody"}, []),
        ({"name": ["Jane Roe", "John Doe"]}, ["Jane Roe", "John Doe"]),
        (None, []),
        (5, []),
    ],
)
def test_names_are_read_in_each_form(value: object, names: list[str]) -> None:
    graph = graph_of(json_ld({"@graph": [{"@type": "Person", "@id": "#roe", "name": "Jane Roe"}]}))
    assert graph.names(value) == names
