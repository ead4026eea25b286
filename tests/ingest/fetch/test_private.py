"""No request reaches an address that is not public."""

import socket

import pytest

from hearsay.errors import FetchRefused
from hearsay.ingest.fetch.fetcher import Page
from tests.ingest.fetch.site import PUBLIC, Site, World, fetcher, page, redirect


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "0"],
)
def test_loopback_is_refused_in_every_spelling(site: Site, host: str) -> None:
    with pytest.raises(FetchRefused, match="not a public address"):
        fetcher(allow_private=False).fetch(site.url("/a", host))
    assert site.requests == []


def test_a_name_is_looked_up_once_a_request_and_what_was_checked_is_dialled(site: Site) -> None:
    world = World({"news.example": [[PUBLIC], [PUBLIC], ["127.0.0.1"]]})
    site.pages["/a"] = page()
    found = fetcher(world, allow_private=False).fetch(site.url("/a", "news.example"))
    assert isinstance(found, Page)
    # One look-up for robots.txt and one for the page.
    assert world.asked == ["news.example"] * 2
    assert world.dialled == [PUBLIC] * 2
    assert site.requests[-1][1]["host"] == f"news.example:{site.port}"


@pytest.mark.parametrize("private", ["127.0.0.1", "169.254.169.254", "::1", "::ffff:10.0.0.1", "100.64.0.1"])
def test_a_name_that_turns_private_is_refused_at_the_next_request(site: Site, private: str) -> None:
    world = World({"news.example": [[PUBLIC], [private]]})
    site.pages["/a"] = page()
    with pytest.raises(FetchRefused, match="not a public address"):
        fetcher(world, allow_private=False).fetch(site.url("/a", "news.example"))
    assert site.paths == ["/robots.txt"]
    assert world.dialled == [PUBLIC]


def test_one_private_address_among_public_ones_refuses_all(site: Site) -> None:
    world = World({"news.example": [[PUBLIC, "10.0.0.1"]]})
    with pytest.raises(FetchRefused):
        fetcher(world, allow_private=False).fetch(site.url("/a", "news.example"))
    assert world.dialled == []


@pytest.mark.parametrize("place", ["http://127.0.0.1:{port}/secret", "http://intra.example:{port}/secret"])
def test_a_redirect_to_a_private_address_is_refused(site: Site, place: str) -> None:
    world = World({"news.example": [[PUBLIC]], "intra.example": [["192.168.1.1"]]})
    site.pages |= {"/a": redirect(place.format(port=site.port)), "/secret": page()}
    with pytest.raises(FetchRefused, match=r"redirected to .* not a public address"):
        fetcher(world, allow_private=False).fetch(site.url("/a", "news.example"))
    assert site.paths == ["/robots.txt", "/a"]
    assert world.dialled == [PUBLIC] * 2


def test_a_robots_txt_that_leads_to_a_private_address_is_refused(site: Site) -> None:
    world = World({"news.example": [[PUBLIC]]})
    site.pages["/robots.txt"] = redirect("http://169.254.169.254/latest/meta-data/")
    with pytest.raises(FetchRefused, match="not a public address"):
        fetcher(world, allow_private=False).fetch(site.url("/a", "news.example"))
    assert site.paths == ["/robots.txt"]
    assert world.dialled == [PUBLIC]


def test_a_second_address_is_tried_where_the_first_does_not_answer(site: Site) -> None:
    class Half(World):
        def dial(self, ip: str, port: int, *, timeout: float) -> socket.socket:
            if ip == "8.8.8.8":
                raise ConnectionRefusedError(111, "Connection refused")
            return super().dial(ip, port, timeout=timeout)

    world = Half({"news.example": [["8.8.8.8", PUBLIC]]})
    site.pages["/a"] = page()
    found = fetcher(world, allow_private=False).fetch(site.url("/a", "news.example"))
    assert isinstance(found, Page)
    assert world.dialled == [PUBLIC] * 2
