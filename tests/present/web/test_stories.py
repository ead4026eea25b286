"""The pages of stories: what they show, what is new in them, what is taken away, and what analysts overrule."""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from hearsay.ledger.connect import Store
from hearsay.ledger.grouping import StoryIndex
from hearsay.ledger.written import writing
from tests.present.asked import ledger_at
from tests.present.story_ledger import GUARD, REPORTS, SECOND, entries, story_at
from tests.present.web.desks import accounts_at, key, log_in, own, served, shared
from tests.present.web.test_pages import tags
from tests.present.web.told import evil_at, many_at, told_at

BEFORE = "20260701T003000000000"
"""After the first report came into the ledger, by the clock of these tests, and before the others."""


@pytest.fixture(scope="session")
def _told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with served(own(told_at(tmp_path_factory.mktemp("told") / "desk.db"))) as client:
        yield client


@pytest.fixture
def desk(_told: TestClient) -> TestClient:
    """A desk with a story, to be looked at."""
    _told.cookies.clear()
    return _told


@pytest.fixture
def work(tmp_path: Path) -> Iterator[TestClient]:
    """A desk with a story, to be worked at."""
    with served(own(told_at(tmp_path / "desk.db"))) as client:
        yield client


def story_of(desk: TestClient) -> str:
    return str(desk.get("/api/v1/stories").json()["items"][0]["story"])


def question_of(desk: TestClient) -> str:
    return str(desk.get("/api/v1/questions?disputed=true").json()["items"][0]["id"])


def test_the_first_page_tells_what_is_disputed_and_what_fell_due(desk: TestClient) -> None:
    text = desk.get("/").text
    assert 'aria-current="page">Stories' in text
    assert f"/stories/{story_of(desk)}#{question_of(desk)}" in text
    assert "27 (The coast guard), 31 (The Red Cross)" in text
    assert "3 reports · 3 publishers · 2 origins" in text
    assert "Fell due" in text
    assert "overdue" in text


def test_a_source_has_its_figures_who_is_against_them_and_who_tells_them(desk: TestClient) -> None:
    story = desk.get(f"/api/v1/stories/{story_of(desk)}").json()
    text = desk.get(f"/sources/{next(one['source'] for one in story['sources'] if 'coast' in one['name'])}").text
    given = text[text.index("Figures they gave") : text.index("What they said, over time")]
    assert f'href="/questions/{question_of(desk)}"' in given
    assert "<b>27</b>" in given
    assert "Not with <bdi>31 (The Red Cross)</bdi>" in given
    assert given.count('<a href="/documents/') == 2
    assert "(2 reports, 1 origin)" in given
    assert "in place of" not in given


def test_a_source_has_what_it_said_under_other_names(tmp_path: Path) -> None:
    short = replace(GUARD, id="short", name="The Hallby coast guard", aliases=("The coast guard",))
    text = SECOND.replace("The Red Cross said 31 people were", "The Hallby coast guard said nobody else was")
    other = entries("r4", text, publisher="Radio", said=((short, "said", "nobody else was aboard"),), day="2026-03-02")
    with served(own(story_at(tmp_path / "two.db", REPORTS[0], other))) as client:
        page = client.get("/sources/guard").text
    assert "nobody else was aboard" in page[page.index("Under other names in this story") :]


def test_a_source_may_be_merged_with_the_others_of_its_story(desk: TestClient) -> None:
    story = desk.get(f"/api/v1/stories/{story_of(desk)}").json()
    (guard,) = (one["source"] for one in story["sources"] if "coast" in one["name"])
    text = desk.get(f"/sources/{guard}").text
    offered = set(re.findall(r'<option value="([^"]+)">', text[text.index("Is this somebody else") :]))
    assert offered == {one["source"] for one in story["sources"]} - {guard}


def test_a_source_tells_what_it_gave_in_place_of_what(tmp_path: Path) -> None:
    later = "HALLBY, March 3 (Norda) - The ferry Solveig sank off Hallby. The coast guard said 33 people were aboard."
    said = ((GUARD, "said", "33 people were aboard"),)
    again = entries("r4", later, publisher="Norda News", said=said, day="2026-03-03")
    with served(own(story_at(tmp_path / "desk.db", *REPORTS, again))) as client:
        text = client.get(f"/sources/{GUARD.id}").text
    assert re.search(r"<b>33</b>[^<]* · in place of 27</p>", text)


def test_an_empty_desk_offers_the_examples(tmp_path: Path) -> None:
    with served(own(tmp_path / "new.db")) as client:
        assert "Read the example stories" in client.get("/").text


def test_a_page_of_stories_goes_on_where_the_one_before_ended(tmp_path: Path) -> None:
    with served(own(many_at(tmp_path / "many.db", 17))) as client:
        text = client.get("/").text
        found = re.findall(r'<p class="title"><a href="(/stories/[^"#]+)"', text)
        after = re.search(r'rel="next" href="([^"]+)"', text)
        assert after is not None
        rest = re.findall(r'<p class="title"><a href="(/stories/[^"#]+)"', client.get(after[1]).text)
        assert rest
        assert not set(found) & set(rest)
        assert client.get("/?after=x").status_code == 422


def test_a_story_has_its_disputes_first_each_with_its_words_and_its_reason(desk: TestClient) -> None:
    text = desk.get(f"/stories/{story_of(desk)}").text
    parts = re.findall(r'<h2 id="(\w+)"', text)
    assert parts == ["disputed", "positions", "expected", "timeline", "sources", "reports", "take"]
    assert text.count("<svg xmlns") == 2
    assert "Cannot both be true" in text
    assert "disjoint: 27 and 31" in text
    assert "The Red Cross said 31 people were aboard." in text
    assert "1 report carries its account" in text
    assert "2 reports, 1 origin" in text
    assert "divers would go down" in text
    assert "overdue" in text


def test_the_rows_of_a_plot_are_links_to_their_words(desk: TestClient) -> None:
    text = desk.get(f"/questions/{question_of(desk)}").text
    links = re.findall(r'<a href="(/documents/[^"]+)" data-account="([^"]+)"', text)
    assert {path for path, _ in links} == {"/documents/r1#p1", "/documents/r3#p1"}
    for path, account in links:
        assert desk.get(path).status_code == 200
        assert f'<tr id="{account}"' in text


def test_addresses_that_lead_nowhere_say_so(desk: TestClient) -> None:
    for path in (
        "/stories/story-nothing",
        "/questions/question-0000000000000000",
        "/questions/x",
        "/questions/x/plot.svg",
    ):
        assert desk.get(path).status_code == 404, path
    assert desk.get(f"/stories/{story_of(desk)}/brief.exe").status_code == 422


def test_what_has_changed_since_the_last_visit_is_marked(desk: TestClient) -> None:
    path = f"/stories/{story_of(desk)}"
    first = desk.get(path)
    assert "Since your last visit" not in first.text
    kept = first.headers["set-cookie"]
    for part in (f"Path={path}", "HttpOnly", "SameSite=lax"):
        assert part in kept
    again = desk.get(path, headers={"cookie": f"hearsay-story=.{BEFORE}"})
    assert "Since your last visit" in again.text
    assert "newly disputed" in again.text
    assert f"hearsay-story={BEFORE}." in again.headers["set-cookie"]
    assert "new since your visit" in desk.get("/", headers={"cookie": f"hearsay-visit=.{BEFORE}"}).text
    assert "newly disputed" in desk.get("/changes?since=2026-06-01").text or "new story" in desk.get("/changes").text


@pytest.mark.parametrize("told", ["x.y", "99990101T000000000000.", ".99990101T000000000000", "a" * 4000, "<script>.."])
def test_a_cookie_that_tells_no_time_counts_for_nothing(desk: TestClient, told: str) -> None:
    answer = desk.get(f"/stories/{story_of(desk)}", headers={"cookie": f"hearsay-story={told}"})
    assert answer.status_code == 200
    assert "Since your last visit" not in answer.text


def test_a_story_is_told_as_it_stood(desk: TestClient) -> None:
    path = f"/stories/{story_of(desk)}"
    assert desk.get(f"{path}?as_of=2026-06-30").status_code == 404
    text = desk.get(f"{path}?as_of=2026-07-01").text
    assert "not as it stands now" in text
    assert "/corrections" not in text


def test_a_story_that_is_a_part_of_another_leads_there(tmp_path: Path) -> None:
    path = many_at(tmp_path / "many.db", 2)
    store = Store(path, create=False)
    with served(own(path)) as client:
        one, other = (found["story"] for found in client.get("/api/v1/stories").json()["items"])
        with writing(store) as connection:
            StoryIndex(connection, recorded="2026-07-02T00:00:00.000000+00:00").join(one, other, why="one event")
        store.close()
        answer = client.get(f"/stories/{one}?since=2026-01-01")
        assert (answer.status_code, answer.headers["location"]) == (307, f"/stories/{other}?since=2026-01-01")
        assert client.get(f"/api/v1/stories/{one}").json()["story"] == other
        assert "2 reports" in client.get(f"/stories/{other}").text


def test_reports_of_an_earlier_hearsay_are_put_into_stories(tmp_path: Path) -> None:
    with served(own(ledger_at(tmp_path / "old.db"))) as client:
        for _ in range(200):
            if client.get("/api/v1/stories").json()["items"]:
                break
            time.sleep(0.05)
        assert "/stories/story-" in client.get("/").text


def test_a_question_can_be_taken_away(desk: TestClient) -> None:
    path = f"/questions/{question_of(desk)}"
    drawn = desk.get(f"{path}/plot.svg")
    assert drawn.headers["content-disposition"].startswith("attachment")
    assert ElementTree.fromstring(drawn.content).tag.endswith("svg")
    assert desk.get(f"{path}/plot.png").content.startswith(b"\x89PNG")
    rows = json.loads(desk.get(f"{path}/data.json").text)
    assert [row["min"] for row in rows] == [27, 31]
    lines = desk.get(f"{path}/data.csv").text.splitlines()
    assert lines[0].startswith("question,label,disputed")
    assert len(lines) == 3


def test_a_brief_can_be_taken_away(desk: TestClient) -> None:
    path = f"/stories/{story_of(desk)}/brief"
    assert "Disputed" in desk.get(f"{path}.md").text
    assert desk.get(f"{path}.html?since=2026-01-01").text.startswith("<!DOCTYPE html>")
    made = desk.get(f"{path}.pdf")
    assert made.content.startswith(b"%PDF")
    assert made.headers["content-disposition"].startswith("attachment")


def test_reports_statements_and_sources_lead_to_their_story(desk: TestClient) -> None:
    id = story_of(desk)
    for path in ("/documents", "/documents/r1", "/statements/r3-s0", "/search?q=aboard", "/sources/guard"):
        assert f"/stories/{id}" in desk.get(path).text, path
    assert "Carries the account of" in desk.get("/documents/r2").text
    assert "Its account is carried by" in desk.get("/documents/r1").text
    assert "In dispute" in desk.get("/review").text


def sent(desk: TestClient, **given: str) -> str:
    """Send a form of corrections; gives the page that one comes back to."""
    answer = desk.post("/corrections", data={"csrf": key(desk), "why": "looked into", "back": "/", **given})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def pair_of(text: str) -> str:
    """The first two figures that a form offers."""
    found = re.search(r'<option value="([^"]+)">1 with 2', text)
    assert found is not None
    return found[1].replace("&amp;", "&")


def test_a_conflict_is_overruled_and_that_is_taken_back(work: TestClient) -> None:
    path = f"/questions/{question_of(work)}"
    back = sent(work, kind="no-conflict", pair=pair_of(work.get(path).text), back=path)
    text = work.get(back).text
    assert "are in no conflict" in text
    assert "Overruled by" in text
    id = story_of(work)
    assert "No two sources gave figures" in work.get(f"/stories/{id}").text
    assert "looked into" in work.get(f"/stories/{id}/history").text
    undo = re.search(r'action="(/corrections/[^"]+/undo)"', text)
    assert undo is not None
    work.post(undo[1], data={"csrf": key(work), "back": path})
    assert "No two sources gave figures" not in work.get(f"/stories/{id}").text


def test_two_figures_are_said_to_answer_different_questions_and_one_again(work: TestClient) -> None:
    old = question_of(work)
    pair = pair_of(work.get(f"/questions/{old}").text)
    sent(work, kind="not-same-question", pair=pair)
    found = work.get("/api/v1/questions").json()["items"]
    assert [len(one["accounts"]) for one in found] == [1, 1]
    sent(work, kind="same-question", pair=pair)
    found = work.get("/api/v1/questions").json()["items"]
    assert [len(one["accounts"]) for one in found] == [2]
    # The question that was there in between leads to the one that it has become a part of.
    assert work.get(f"/questions/{old}").status_code == 200


def test_a_report_is_moved_and_said_to_be_a_copy_or_none(work: TestClient) -> None:
    id = story_of(work)
    sent(work, kind="not-copy", target="r2", other="r1")
    assert "1 report carries its account" not in work.get(f"/stories/{id}").text
    sent(work, kind="copy", target="r2", other="r1")
    assert "1 report carries its account" in work.get(f"/stories/{id}").text
    sent(work, kind="move", target="r3")
    stories = {one["story"] for one in work.get("/api/v1/stories").json()["items"]}
    (other,) = stories - {id}
    sent(work, kind="move", target="r3", story=f"http://localhost:8620/stories/{id}?done=1#x")
    assert len(work.get("/api/v1/stories").json()["items"]) == 1
    # An address of a story without reports says so.
    assert work.get(f"/stories/{other}").status_code == 404


@pytest.mark.parametrize("pair", ["", "a&b&c", "a&b&c&d", "%00&x&y&z", "a" * 5000])
def test_a_form_that_names_no_figures_is_refused(work: TestClient, pair: str) -> None:
    given = {"csrf": key(work), "why": "x", "kind": "no-conflict", "pair": pair}
    assert work.post("/corrections", data=given).status_code == 400


def test_who_may_only_read_sees_no_forms_of_stories(tmp_path: Path) -> None:
    path = accounts_at(told_at(tmp_path / "desk.db"))
    with served(shared(path)) as client:
        assert client.get("/").status_code == 303
        log_in(client, "rita")
        id = re.search(r"/stories/(story-\w+)", client.get("/").text)
        assert id is not None
        assert 'action="/corrections"' not in client.get(f"/stories/{id[1]}").text
        assert client.get(f"/stories/{id[1]}/brief.md").status_code == 200


def test_nothing_in_a_story_is_obeyed(tmp_path: Path) -> None:
    with served(own(evil_at(tmp_path / "evil.db"))) as client:
        stories = [one["story"] for one in client.get("/api/v1/stories").json()["items"]]
        questions = [one["id"] for one in client.get("/api/v1/questions").json()["items"]]
        assert questions
        pages = ["/", "/changes?since=2026-01-01", "/documents/e1", "/documents/e2", "/review"]
        parts = ("", "/statements", "/reports", "/history", "?since=2026-01-01")
        pages += [f"/stories/{id}{part}" for id in stories for part in parts]
        pages += [f"/questions/{id}" for id in questions]
        for path in pages:
            answer = client.get(path)
            assert answer.status_code == 200, path
            assert "\x1b" not in answer.text
            assert "{{ 7*7 }}" in answer.text or "{{" not in answer.text
            for tag, attributes in tags(answer.text):
                assert tag not in ("img", "iframe", "object", "embed", "base", "style", "u"), (path, tag)
                assert not [name for name in attributes if name.startswith("on") or name == "style"]
                if tag == "script":
                    assert (attributes["src"] or "").startswith("/static/")
                href = attributes.get("href") or "/"
                assert href.startswith(("/", "#", "http://", "https://")), href
                assert not unquote(href).lower().startswith("//")
            ids = [attributes["id"] for _, attributes in tags(answer.text) if "id" in attributes]
            assert len(ids) == len(set(ids)), path
        for id in questions:
            drawn = ElementTree.fromstring(client.get(f"/questions/{id}/plot.svg").content)
            assert not [one.tag for one in drawn.iter() if one.tag.endswith(("script", "}a", "foreignObject"))]
