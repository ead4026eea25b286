"""What the pages show, and what a report cannot make them do."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.present.web.desks import key, own, served

PATHS = (
    "/",
    "/documents",
    "/documents/bridge-1",
    "/statements/bridge-1-s4",
    "/sources",
    "/sources/engineer",
    "/review",
)
HOSTILE = quote("<b>x</b>", safe="")
ATTACKED = (
    *("/", "/documents", "/sources", f"/documents/{HOSTILE}", "/statements/st", "/sources/s", "/statements/st?part=1"),
    *("/search?q=told", "/search?q=red&publisher=%22%3E%3Csvg%20onload%3Dalert(3)%3E", f"/review?document={HOSTILE}"),
    *("/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/history?target=%3Cscript%3E", "/jobs/%3Cscript%3E"),
    *(
        "/documents/%3Cimg%20src=x%20onerror=alert(1)%3E",
        "/documents?after=%3Cscript%3E",
        "/login?next=%22%3E%3Cscript%3E",
    ),
    *("/search?source=%22%3E%3Cscript%3E", "/compare?old=%3Cscript%3E&new=x", "/search?q=a&act=%3Cscript%3E"),
)


class Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def tags(text: str) -> list[tuple[str, dict[str, str | None]]]:
    parser = Tags()
    parser.feed(text)
    return parser.found


@pytest.mark.parametrize("page", ATTACKED)
def test_nothing_in_a_report_or_an_address_is_obeyed(desk: TestClient, page: str) -> None:
    answer = desk.get(page)
    assert answer.status_code < 500
    for tag, attributes in tags(answer.text):
        assert tag not in ("img", "svg", "iframe", "object", "embed", "base", "style"), tag
        assert not [name for name in attributes if name.startswith("on")]
        if tag == "script":
            assert (attributes["src"] or "").startswith("/static/")
        for name in ("href", "src", "action", "hx-get"):
            value = attributes.get(name)
            assert value is None or value.startswith(("/", "#", "https://", "http://")), value
    # What looks like a template in a report is text like any other.
    assert answer.text.count("{{") == answer.text.count("{{ 7*7 }}")
    assert "\x1b" not in answer.text


@pytest.mark.parametrize("page", PATHS)
def test_each_page_has_one_heading_of_the_first_rank_and_a_title(desk: TestClient, page: str) -> None:
    found = tags(desk.get(page).text)
    assert [tag for tag, _ in found].count("h1") == 1
    assert [tag for tag, _ in found].count("title") == 1
    ids = [attributes["id"] for _, attributes in found if "id" in attributes]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("page", PATHS)
def test_each_link_of_a_page_leads_somewhere(desk: TestClient, page: str) -> None:
    found = tags(desk.get(page).text)
    ids = {attributes["id"] for _, attributes in found if "id" in attributes}
    links = {attributes["href"] for tag, attributes in found if tag in ("a", "link") and "href" in attributes}
    for link in sorted(filter(None, links)):
        if link.startswith("#"):
            assert link[1:] in ids, link
        elif link.startswith("/"):
            assert desk.get(link).status_code == 200, link


def test_a_report_shows_its_text_with_the_marks_and_each_statement_beside_it(desk: TestClient) -> None:
    text = desk.get("/documents/bridge-1").text
    for words in (
        "Swing bridge shut until autumn",
        "who says it",
        "Ruud Okafor",
        "through two officials",
        "40 million",
    ):
        assert words in text
    assert 'href="/statements/bridge-1-s4"' in text
    assert 'id="w4"' in text
    assert 'id="s4"' in text


def test_a_statement_shows_who_has_it_from_whom(desk: TestClient) -> None:
    text = desk.get("/statements/bridge-1-s4").text
    assert "through" in text
    assert "Two officials who saw his letter" in text
    assert "<mark>repairs will cost 40 million crowns</mark>" in text
    assert "estimates" in text


def test_as_a_part_it_comes_without_a_frame(desk: TestClient) -> None:
    text = desk.get("/statements/bridge-1-s4?part=1").text
    assert "<html" not in text
    assert "repairs will cost" in text


def test_a_search_finds_and_marks(desk: TestClient) -> None:
    text = desk.get("/search?q=bridge").text
    assert "<mark>bridge</mark>" in text
    assert "Nothing was found" in desk.get("/search?q=zebra").text


def test_filters_narrow_a_search_and_are_kept(desk: TestClient) -> None:
    text = desk.get("/search?q=bridge&act=deny&source=").text
    assert "Ilse Brandt" in text
    assert "harbour board" not in text.partition('aria-label="Found"')[2]
    assert '<option value="deny" selected>' in text


@pytest.mark.parametrize("query", ["act=fly", "said_from=then", "q=%22", "after=x&q=bridge", "limit=x"])
def test_a_search_that_makes_no_sense_is_told(desk: TestClient, query: str) -> None:
    answer = desk.get(f"/search?{query}")
    assert answer.status_code == 200
    assert 'role="alert"' in answer.text or "Found" in answer.text


@pytest.mark.parametrize(
    "page", ["/documents/none", "/statements/none", "/sources/none", "/jobs/none", "/nowhere", "/history?target=none"]
)
def test_what_is_not_there_is_a_page_that_says_so(desk: TestClient, page: str) -> None:
    answer = desk.get(page)
    assert answer.status_code == 404
    assert "<h1>Not Found</h1>" in answer.text
    assert "hearsay documents lists" not in answer.text


def test_an_empty_desk_tells_what_to_do_first(tmp_path: Path) -> None:
    with served(own(tmp_path / "new.db")) as client:
        assert "Read the example stories" in client.get("/").text
        for page in ("/documents", "/sources", "/review", "/search", "/history", "/add"):
            assert client.get(page).status_code == 200


def correct(client: TestClient, **fields: str) -> str:
    """Send a correction; gives where one is led."""
    sent = {"csrf": key(client), "why": "looked at", "back": "/review?sure=-1.0&number=0"} | fields
    answer = client.post("/corrections", data=sent)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def test_the_queue_starts_with_what_is_least_sure_and_goes_on(mine: TestClient) -> None:
    assert "Two officials" in (first := mine.get("/review?document=bridge-1").text)
    assert "31%" in first
    back = correct(mine, kind="accept", target="bridge-1-s5", document="bridge-1", back="/review?document=bridge-1")
    after = mine.get(back).text
    assert "31%" not in after
    assert "Done: <bdi>accepted" in after


def test_what_is_done_is_undone_from_the_same_page(mine: TestClient) -> None:
    back = correct(mine, kind="reject", target="bridge-1-s5", document="bridge-1", back="/review?document=bridge-1")
    page = mine.get(back).text
    undo = re.search(r'action="(/corrections/[^"]+/undo)"', page)
    assert undo
    answer = mine.post(undo[1], data={"csrf": key(mine), "back": "/review?document=bridge-1"})
    assert answer.status_code == 303
    assert "31%" in mine.get(answer.headers["location"]).text
    assert mine.get("/history").text.count("by mistake") == 0


def test_a_correction_changes_what_is_shown(mine: TestClient) -> None:
    correct(mine, kind="statement", target="bridge-1-s1", act="promise", said_on="2026-05-03", why="it says will")
    text = mine.get("/statements/bridge-1-s1").text
    assert "promises" in text
    assert "Sun 3 May 2026" in text
    assert "it says will" in text


def test_sources_are_merged_and_split_again(mine: TestClient) -> None:
    correct(mine, kind="same", target="board", other="shopkeepers", back="/sources/board")
    assert "Shopkeepers" in mine.get("/sources/board").text
    answer = mine.post(
        "/corrections", data={"csrf": key(mine), "kind": "not-same", "target": "board", "other": "x", "why": "y"}
    )
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("fields", [{"kind": "fly"}, {"why": " "}, {"target": "none"}, {"kind": "statement"}])
def test_a_correction_that_makes_no_sense_is_told(mine: TestClient, fields: dict[str, str]) -> None:
    sent = {"csrf": key(mine), "kind": "accept", "target": "bridge-1-s5", "why": "looked at"} | fields
    answer = mine.post("/corrections", data=sent)
    assert answer.status_code == 400
    assert "<h1>Bad Request</h1>" in answer.text


def test_an_error_of_the_ledger_tells_nothing_of_where_it_is(mine: TestClient, path: Path) -> None:
    mine.app.state.desk.store.close()  # type: ignore[attr-defined]  # a FastAPI
    path.write_bytes(b"no database at all, but a text that is long enough to be read as a page of one" * 100)
    for page in ("/documents", "/api/v1/documents"):
        answer = mine.get(page)
        assert answer.status_code >= 500
        assert path.name not in answer.text
        assert "sqlite" not in answer.text.lower()
    health = mine.get("/health")
    assert health.status_code == 503
    assert health.json()["ledger"] == "cannot be read"
