"""Nothing is asked for too often, nor what has not changed."""

import threading
from http.server import BaseHTTPRequestHandler

import pytest

from hearsay.errors import FetchFailed
from hearsay.ingest.fetch.fetcher import Page
from hearsay.records.fetched import Unchanged, Validators
from tests.ingest.fetch.site import PUBLIC, Site, World, fetcher, page, redirect

MODIFIED = "Mon, 02 Mar 2026 11:00:00 GMT"


def test_what_has_not_changed_is_told(site: Site) -> None:
    site.pages["/a"] = page(b"", status=304)
    known = {site.url("/a"): Validators('"1"', MODIFIED)}
    found = fetcher().fetch(site.url("/a"), known=known.get)
    assert found == Unchanged(site.url("/a"), found.at)
    _, headers = site.requests[-1]
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"1"', MODIFIED)


def test_each_address_on_the_way_has_its_own_validators(site: Site) -> None:
    site.pages |= {"/a": redirect("/b"), "/b": page(b"", status=304)}
    known = {site.url("/b"): Validators('"b"')}
    found = fetcher().fetch(site.url("/a"), known=known.get)
    assert isinstance(found, Unchanged)
    assert found.address == site.url("/b")
    assert "if-none-match" not in site.requests[1][1]
    assert site.requests[2][1]["if-none-match"] == '"b"'


def test_what_has_changed_comes_in_full(site: Site) -> None:
    site.pages["/a"] = page(headers={"ETag": '"2"'})
    known = {site.url("/a"): Validators('"1"')}
    found = fetcher().fetch(site.url("/a"), known=known.get)
    assert isinstance(found, Page)
    assert found.validators.etag == '"2"'


def test_requests_to_a_host_keep_their_distance(site: Site) -> None:
    world = World({"a.example": [[PUBLIC]], "b.example": [[PUBLIC]]})
    site.pages["/a"] = page()
    web = fetcher(world, delay=2)
    web.fetch(site.url("/a", "a.example"))
    assert world.clock.slept == [2.0]
    web.fetch(site.url("/a", "b.example"))
    assert world.clock.slept == [2.0, 2.0]
    world.clock.seconds += 10
    web.fetch(site.url("/a", "a.example"))
    assert world.clock.slept == [2.0, 2.0]


def test_several_threads_ask_a_host_one_after_another(site: Site) -> None:
    busy, most = [0], [0]
    lock = threading.Lock()

    def answer(request: BaseHTTPRequestHandler) -> None:
        with lock:
            busy[0] += 1
            most[0] = max(most[0], busy[0])
        threading.Event().wait(0.02)
        with lock:
            busy[0] -= 1
        page()(request)

    site.pages |= {f"/{number}": answer for number in range(8)}
    web = fetcher()
    threads = [threading.Thread(target=web.fetch, args=(site.url(f"/{number}"),)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert sorted(site.paths) == [*(f"/{number}" for number in range(8)), "/robots.txt"]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("stated", ["7", "Mon, 02 Mar 2026 12:00:07 GMT"])
def test_a_busy_server_is_asked_once_more_when_it_says(site: Site, status: int, stated: str) -> None:
    world = World({"news.example": [[PUBLIC]]})
    site.pages["/a"] = [page(status=status, headers={"Retry-After": stated}), page()]
    found = fetcher(world).fetch(site.url("/a", "news.example"))
    assert isinstance(found, Page)
    assert world.clock.slept == [7.0]


def test_a_server_that_stays_busy_is_left(site: Site) -> None:
    world = World({"news.example": [[PUBLIC]]})
    site.pages["/a"] = page(status=503, headers={"Retry-After": "7"})
    with pytest.raises(FetchFailed, match="too busy"):
        fetcher(world).fetch(site.url("/a", "news.example"))
    assert site.paths == ["/robots.txt", "/a", "/a"]


def test_a_server_that_wants_long_peace_has_it(site: Site) -> None:
    world = World({"news.example": [[PUBLIC]]})
    site.pages |= {"/a": page(status=429, headers={"Retry-After": "3600"}), "/b": page()}
    web = fetcher(world)
    with pytest.raises(FetchFailed, match="too often"):
        web.fetch(site.url("/a", "news.example"))
    with pytest.raises(FetchFailed, match="left alone for 3,600 seconds"):
        web.fetch(site.url("/b", "news.example"))
    assert site.paths == ["/robots.txt", "/a"]
    assert world.clock.slept == []
    world.clock.seconds += 3600
    assert isinstance(web.fetch(site.url("/b", "news.example")), Page)
