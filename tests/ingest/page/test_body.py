import pytest
from lxml.html import HtmlElement

from hearsay.ingest.page.body import article_blocks
from hearsay.ingest.page.gaps import with_gaps_filled
from hearsay.ingest.page.parse import brief, parse_page, plain
from hearsay.ingest.page.prune import prune
from hearsay.ingest.page.standfirst import standfirst
from tests.ingest.markup import SENTENCES, article, meta, page, paragraphs

SUMMARY = "Divers count eleven cracked piles under the north quay"


def tree(body: str) -> HtmlElement:
    return parse_page(page(body), origin="here").tree


def test_a_lost_paragraph_is_put_back_between_its_neighbours() -> None:
    body = tree(f"<div class=a>{paragraphs()}</div>")
    assert with_gaps_filled([SENTENCES[0], SENTENCES[2], SENTENCES[3]], body) == list(SENTENCES)
    assert with_gaps_filled([SENTENCES[0], SENTENCES[3]], body) == list(SENTENCES)


def test_what_stands_outside_or_in_another_box_is_not_put_back() -> None:
    teaser = (
        "<div class=b><p>Another report tells of the fleet, which is said to be unhappy in the old basin.</p></div>"
    )
    body = tree(
        f"<p>{SENTENCES[3]}</p><div class=a>{paragraphs(*SENTENCES[:1])}{teaser}{paragraphs(*SENTENCES[1:2])}</div>"
    )
    assert with_gaps_filled(list(SENTENCES[:2]), body) == list(SENTENCES[:2])


def test_a_paragraph_that_was_split_is_not_put_back() -> None:
    joined = f"{SENTENCES[1]}<br>{SENTENCES[2]}"
    body = tree(f"<div>{paragraphs(SENTENCES[0], joined, SENTENCES[3])}</div>")
    assert with_gaps_filled(list(SENTENCES), body) == list(SENTENCES)


def test_words_that_occur_twice_tell_no_gap() -> None:
    body = tree(f"<div>{paragraphs(SENTENCES[3], *SENTENCES)}</div>")
    assert with_gaps_filled(list(SENTENCES), body) == list(SENTENCES)


def test_a_kicker_and_a_repeated_headline_are_left_out() -> None:
    body = f"<p>Harbour</p><h1>Quay stays closed</h1><h2>Quay stays closed</h2>{paragraphs()}"
    found = article_blocks(tree(f"<main><article>{body}</article></main>"), headlines=["Quay stays closed"])
    assert found == list(SENTENCES)


def test_line_breaks_part_paragraphs() -> None:
    found = article_blocks(tree(f"<article><p>{'<br><br>'.join(SENTENCES)}</p></article>"), headlines=[])
    assert found == list(SENTENCES)


def test_the_page_is_left_as_it_was() -> None:
    body = tree(article() + "<aside><p>x</p></aside>")
    before = plain(body)
    article_blocks(body, headlines=[])
    assert plain(body) == before


def test_a_block_of_related_reports_goes_with_its_heading() -> None:
    teasers = "".join(
        f"<div><h3>Report {n}</h3><p>It tells of the quay, the fleet, and of what the board has said so far.</p></div>"
        for n in "ab"
    )
    body = tree(
        f"<h1>Quay</h1><article>{paragraphs() * 6}</article><section><h2>More from the Courier</h2>{teasers}</section>"
    )
    prune(body)
    assert "Report a" not in plain(body)
    assert SENTENCES[3] in plain(body)


def test_prose_before_an_announcement_stays() -> None:
    body = tree(f"<div>{paragraphs() * 6}</div><div><p>{SENTENCES[1]}</p><h3>Related</h3></div>")
    prune(body)
    assert plain(body).count(SENTENCES[1]) == 7
    assert "Related" not in plain(body)


@pytest.mark.parametrize(
    "header",
    [
        f"<h1>Quay</h1><p class='standfirst'>{SUMMARY}</p>",
        f"<h1>Quay</h1><h2 class='post__subtitle'>{SUMMARY}</h2>",
        f"<h1>Quay</h1><div data-testid='article-dek'>{SUMMARY}</div>",
        f"<h1>Quay</h1><div itemprop='description' class='summary'>{SUMMARY}</div>",
    ],
)
def test_a_standfirst_is_known_by_its_markup(header: str) -> None:
    found = parse_page(page(header + paragraphs()), origin="here")
    assert standfirst(found, headline="Quay", opening=SENTENCES[0]) == SUMMARY


def test_a_standfirst_is_known_by_the_page_s_description() -> None:
    head = meta(og__description=SUMMARY)
    found = parse_page(page(f"<h1>Quay</h1><p>{SUMMARY}</p>{paragraphs()}", head=head), origin="here")
    assert standfirst(found, headline="Quay", opening=SENTENCES[0]) == SUMMARY


@pytest.mark.parametrize(
    "body",
    [
        f"<p class='standfirst'>{SUMMARY}</p><h1>Quay</h1>{paragraphs()}",
        f"<h1>Quay</h1>{paragraphs()}<p class='standfirst'>{SUMMARY}</p>",
        f"<h1>Quay</h1><p class='standfirst'>Quay</p>{paragraphs()}",
        f"<h1>Quay</h1><p>{SUMMARY}</p>{paragraphs()}",
        f"<h1>Quay</h1><p class=dek>{SENTENCES[0]}</p>{paragraphs(*SENTENCES[1:])}",
        f"<h1>Quay</h1>{paragraphs()}",
    ],
)
def test_elsewhere_there_is_no_standfirst(body: str) -> None:
    assert standfirst(parse_page(page(body), origin="here"), headline="Quay", opening=SENTENCES[0]) is None


def test_a_long_element_has_no_brief_text() -> None:
    body = tree("<p>one  two</p><div>" + "word " * 1000 + "</div>")
    assert brief(body.find(".//p"), 10) == "one two"
    assert brief(body.find(".//p"), 5) == ""
    assert brief(body.find(".//div"), 100) == ""
