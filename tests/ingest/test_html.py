import pytest

from hearsay.errors import ForeignReport, NoArticle, UsageError
from hearsay.ingest import from_html
from hearsay.records.document import PartKind, PublishedFrom
from hearsay.records.identity import make_id
from tests.ingest.markup import ARTICLE, SENTENCES, article, json_ld, meta, page, paragraphs

MENU = "<nav><ul>" + "".join(f"<li><a href='/{n}'>Section number {n}</a></li>" for n in range(30)) + "</ul></nav>"
FOOTER = "<footer><p>The Elwyn Courier is part of Elwyn Media. Contact us if you have anything to tell.</p></footer>"
TEXT = "\n\n".join(SENTENCES)


def text_of(body: str, head: str = "") -> str:
    return from_html(page(MENU + body + FOOTER, head=head), origin="page.html").text


def test_a_page_gives_its_article_and_what_it_says_of_it() -> None:
    head = (
        json_ld(ARTICLE)
        + meta(og__site_name="Elwyn Courier")
        + "<link rel=canonical href=https://courier.example/quay>"
    )
    document = from_html(
        page(MENU + article() + FOOTER, head=head), origin="page.html", url="https://courier.example/quay?rss"
    )
    assert document.text == TEXT
    assert document.id == make_id("doc", TEXT)
    assert document.title == "Port Elwyn quay stays closed after cracks are found"
    assert document.byline == "Ines Calloway"
    assert document.publisher == "Elwyn Courier"
    assert document.published == "2025-03-10T14:05:00+01:00"
    assert document.published_from is PublishedFrom.METADATA
    assert document.url == "https://courier.example/quay"
    assert (document.origin, document.language, document.parts) == ("page.html", "en", ())


def test_a_given_time_goes_before_the_page_s_own() -> None:
    data = page(article(), head=json_ld(ARTICLE))
    document = from_html(data, origin="here", published="2025-03-12")
    assert (document.published, document.published_from) == ("2025-03-12", PublishedFrom.ARGUMENT)
    with pytest.raises(UsageError):
        from_html(data, origin="here", published="soon")


def test_what_the_page_does_not_say_is_not_known() -> None:
    document = from_html(page(f"<article>{paragraphs()}</article>", title=""), origin="here")
    assert document.text == TEXT
    assert (document.title, document.byline, document.publisher, document.published, document.url) == (None,) * 5
    assert document.published_from is None


def test_headings_stay_and_the_headline_goes() -> None:
    body = paragraphs(*SENTENCES[:2]) + "<h2>What the divers saw</h2>" + paragraphs(*SENTENCES[2:])
    assert text_of(article(body)) == "\n\n".join([*SENTENCES[:2], "What the divers saw", *SENTENCES[2:]])


def test_the_standfirst_opens_the_text() -> None:
    standfirst = "Divers count eleven cracked piles under the north quay"
    body = f"<header><h1>Quay stays closed</h1><p class='article__standfirst'>{standfirst}</p></header>{paragraphs()}"
    assert text_of(f"<main><article>{body}</article></main>") == f"{standfirst}\n\n{TEXT}"


def test_lists_stay_and_lists_of_links_go() -> None:
    points = "<ul><li>Eleven of forty piles have cracked.</li><li>The fleet is in the old basin.</li></ul>"
    links = "<ul><li><a href=/1>Divers find cracks</a></li><li><a href=/2>Fleet moves to old basin</a></li></ul>"
    text = text_of(article(paragraphs(*SENTENCES[:2]) + points + links + paragraphs(*SENTENCES[2:])))
    assert "Eleven of forty piles have cracked." in text.split("\n\n")
    assert "Fleet moves" not in text


@pytest.mark.parametrize(
    "furniture",
    [
        "<figure><img src=a.jpg><figcaption>The quay at low tide</figcaption></figure>",
        "<div class='newsletter-box'><p>Have the Courier's harbour letter, each Friday, before anybody else.</p></div>",
        "<div class='related-content'><h3>Related</h3><p><a href=/1>Divers find cracks in eleven piles</a></p></div>",
        "<blockquote class='twitter-tweet'><p>The quay is shut again, and nobody says why.</p></blockquote>",
        "<aside><p>The Courier costs two crowns a day and can be had at every kiosk in Port Elwyn.</p></aside>",
        "<p><a href=/1>Divers find cracks in eleven piles of the north quay, and more are feared.</a></p>",
        "<p>Read more: Divers find cracks in eleven piles</p>",
        "<p>Advertisement</p>",
        "<p>Comments are closed.</p>",
        "<div style='display: none'><p>You have read your last free article of this month, dear reader.</p></div>",
        "<div class=sr-only><p>Skip past the advertisement that follows to go on with this article, please.</p></div>",
        "<script>var text = '<p>Nobody should ever read this sentence in a report.</p>';</script>",
        "<!-- <p>Nobody should ever read this sentence in a report, or any other.</p> -->",
    ],
)
def test_what_is_not_the_article_goes(furniture: str) -> None:
    body = paragraphs(*SENTENCES[:2]) + furniture + paragraphs(*SENTENCES[2:])
    assert text_of(article(body)) == TEXT


def test_credits_and_datelines_stay_as_parts() -> None:
    body = paragraphs("PORT ELWYN (VPS) — " + SENTENCES[0], *SENTENCES[1:], "With files from The Hartwick Press")
    document = from_html(page(article(body)), origin="here")
    assert [(part.kind, part.span.of(document.text)) for part in document.parts] == [
        (PartKind.DATELINE, "PORT ELWYN (VPS) — "),
        (PartKind.CREDIT, "With files from The Hartwick Press"),
    ]


def test_a_class_that_names_a_box_does_not_cost_the_article() -> None:
    assert text_of(f"<div class='share social related'><h1>Quay stays closed</h1>{paragraphs()}</div>") == TEXT
    assert text_of(f"<form id='aspnetForm'><div class='promo'>{paragraphs()}</div></form>") == TEXT


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_the_declared_encoding_is_read(encoding: str) -> None:
    data = page(article(), head=f'<meta charset="{encoding}">').decode().encode(encoding)
    assert from_html(data, origin="here").text == TEXT


@pytest.mark.parametrize(
    "body",
    [
        "",
        "   ",
        MENU,
        MENU + FOOTER,
        "<h1>404</h1><p>Page not found.</p>",
        "<form><p>Log in</p><input name=user><input type=password><button>Log in</button></form>",
        "<p>Yes.</p>",
        "Just a word",
    ],
)
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(NoArticle) as caught:
        from_html(page(body), origin="page.html")
    assert caught.value.origin == "page.html"


def test_an_error_page_is_no_article_however_it_apologises() -> None:
    sorry = (
        paragraphs("We are sorry, but the page that you were looking for is no longer here, or never was, at all.") * 2
    )
    with pytest.raises(NoArticle):
        from_html(page(f"<main><h1>Page not found</h1>{sorry}</main>", title="Page not found"), origin="here")


def test_a_short_article_is_read_where_the_page_says_that_it_is_one() -> None:
    brief = page(article(paragraphs("The quay stays closed, the board said on Friday.")), head=json_ld(ARTICLE))
    assert from_html(brief, origin="here").text == "The quay stays closed, the board said on Friday."


def test_a_page_in_another_language_is_refused_with_english_around_it() -> None:
    foreign = (
        "Der Hafenrat sagte am Montag, dass der Kai bis zum Ende des Monats gesperrt bleibt und niemand weiß, warum."
    )
    with pytest.raises(ForeignReport):
        from_html(
            page(MENU + article(paragraphs(*[foreign] * 4), heading="Kai bleibt gesperrt") + FOOTER), origin="here"
        )
