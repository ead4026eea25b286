import zlib
from pathlib import Path

import pytest

import hearsay
from hearsay.errors import (
    BinaryReport,
    FetchFailed,
    FetchRefused,
    GarbledReport,
    LargeReport,
    ReportError,
    UsageError,
)
from hearsay.ingest.fetch.fetcher import Fetcher, Page
from hearsay.records.fetched import Validators
from hearsay.settings import Settings
from tests.ingest.fetch.site import REPORT, Site, World, fetcher, page, raw, redirect
from tests.ingest.fetch.site import Page as Given
from tests.ingest.markup import gzipped

GZIP = {"Content-Encoding": "gzip"}
MODIFIED = "Mon, 02 Mar 2026 11:00:00 GMT"


def got(site: Site, path: str = "/a", max_bytes: int = 100_000, total: int = 20) -> Page:
    found = fetcher(max_bytes=max_bytes, total=total).fetch(site.url(path))
    assert isinstance(found, Page)
    return found


def failed(site: Site, path: str = "/a", max_bytes: int = 100_000, total: int = 20) -> ReportError:
    with pytest.raises(ReportError) as caught:
        fetcher(max_bytes=max_bytes, total=total).fetch(site.url(path))
    error = caught.value
    assert error.origin == site.url(path)
    assert "\n" not in str(error)
    assert error.advice
    return error


def test_a_page_comes_with_what_the_server_says_of_it(site: Site) -> None:
    site.pages["/a"] = page(
        headers={"Content-Type": "Text/Plain; Charset=UTF-8", "ETag": '"1"', "Last-Modified": MODIFIED}
    )
    found = got(site)
    assert found.body == REPORT
    assert found.address.url == site.url("/a")
    assert (found.media_type, found.charset) == ("text/plain", "utf-8")
    assert found.validators == Validators('"1"', MODIFIED)
    assert found.at.endswith("+00:00")


def test_the_request_names_hearsay_and_tells_nothing_else(site: Site) -> None:
    site.pages["/a"] = page()
    got(site)
    _, headers = site.requests[-1]
    assert headers.pop("user-agent") == f"hearsay/{hearsay.__version__}"
    assert headers.pop("host") == f"127.0.0.1:{site.port}"
    assert headers.pop("accept-encoding") == "gzip"
    assert set(headers) == {"accept", "connection"}


def test_proxies_of_the_environment_are_not_used(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    site.pages["/a"] = page()
    assert got(site).body == REPORT


@pytest.mark.parametrize(
    "answer",
    [
        page(gzipped(REPORT), headers=GZIP),
        page(gzipped(REPORT[:9]) + gzipped(REPORT[9:]), headers={"Content-Encoding": "X-GZip"}),
        page(length=-1),
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n" + REPORT[:9] + b"\r\n"
            + f"{len(REPORT) - 9:x}\r\n".encode() + REPORT[9:] + b"\r\n0\r\n\r\n"),
        raw(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + REPORT),
        raw(b"HTTP/1.1 200 OK\r\n\r\n" + REPORT[:30], REPORT[30:], pause=0.05),
    ],
)  # fmt: skip
def test_each_way_to_send_a_body_is_read(site: Site, answer: Given) -> None:
    site.pages["/a"] = answer
    assert got(site).body == REPORT


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (page(length=len(REPORT) + 10), FetchFailed, "cut off"),
        (page(gzipped(REPORT)[:-9], headers=GZIP), GarbledReport, "gzip data is damaged"),
        (page(REPORT, headers=GZIP), GarbledReport, "gzip data is damaged"),
        (page(zlib.compress(REPORT), headers={"Content-Encoding": "deflate"}), FetchFailed, "not asked for"),
        (page(headers={"Content-Encoding": "br"}), FetchFailed, "not asked for"),
        (page(headers={"Content-Encoding": "gzip, gzip"}), FetchFailed, "not asked for"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nThe har"), FetchFailed, "cut off"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nThe harbo\r\n"), FetchFailed, "cut off"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nsoon\r\n"), FetchFailed, "cut off"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"), FetchFailed, "not asked for"),
        (raw(b"SSH-2.0-OpenSSH_9.2\r\n"), FetchFailed, "not HTTP"),
        (raw(b"HTTP/1.1 none of these\r\n\r\n"), FetchFailed, "not HTTP"),
        (raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n"), FetchFailed, "not HTTP"),
        (raw(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000), FetchFailed, "not HTTP"),
        (raw(b""), FetchFailed, "without an answer"),
        (page(b"\x89PNG", headers={"Content-Type": "image/png"}), BinaryReport, "image/png, not text"),
        (page(status=204, body=b""), FetchFailed, "status 204"),
        (page(status=206), FetchFailed, "status 206"),
        (page(status=304, body=b""), FetchFailed, "status 304"),
        (page(status=300), FetchFailed, "status 300"),
        (page(status=302), FetchFailed, "status 302"),
        (page(status=401), FetchFailed, "password"),
        (page(status=403), FetchFailed, "does not show"),
        (page(status=404), FetchFailed, "no such page"),
        (page(status=410), FetchFailed, "gone"),
        (page(status=451), FetchFailed, "legal"),
        (page(status=500), FetchFailed, "status 500"),
        (page(status=503), FetchFailed, "too busy"),
        (page(status=999), FetchFailed, "status 999"),
    ],
)  # fmt: skip
def test_each_failure_is_one_clear_line(site: Site, answer: Given, error: type[ReportError], words: str) -> None:
    site.pages["/a"] = answer
    found = failed(site)
    assert type(found) is error
    assert words in str(found)


def test_a_failure_tells_its_status(site: Site) -> None:
    site.pages["/a"] = page(status=410)
    found = failed(site)
    assert isinstance(found, FetchFailed)
    assert found.status == 410


def test_a_body_that_is_longer_than_announced_is_read_as_announced(site: Site) -> None:
    site.pages["/a"] = page(REPORT + b" More.", length=len(REPORT))
    assert got(site).body == REPORT


@pytest.mark.parametrize(
    "answer",
    [
        page(b"x" * 1_001),
        page(b"x" * 1_001, length=-1),
        page(b"x" * 10, length=50_000_000),
        page(b"x" * 500_000, length=-1),
        page(gzipped(b"x" * 1_001), headers=GZIP),
        page(gzipped(b"\0" * 50_000_000), headers=GZIP),
        page(gzipped(b"") * 10_000, headers=GZIP),
    ],
    ids=["long", "unannounced", "announced", "endless", "gzip", "bomb", "empty members"],
)
def test_what_is_too_large_is_not_read_on(site: Site, answer: Given) -> None:
    site.pages["/a"] = answer
    assert isinstance(failed(site, max_bytes=1_000), LargeReport)


def test_a_body_at_the_limit_is_taken(site: Site) -> None:
    site.pages["/a"] = page(b"x" * 1_000)
    site.pages["/b"] = page(gzipped(b"x" * 1_000), headers=GZIP)
    assert len(got(site, max_bytes=1_000).body) == 1_000
    assert len(got(site, "/b", max_bytes=1_000).body) == 1_000


@pytest.mark.parametrize(
    "answer",
    [
        raw(b"", b"", pause=30),
        raw(b"HTTP/1.1 200 OK\r\nContent-", b"", pause=30),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nThe", b"", pause=30),
    ],
)
def test_a_silent_server_is_left(site: Site, answer: Given) -> None:
    site.pages["/a"] = answer
    assert "silent for 1 seconds" in str(failed(site))


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX: ",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9999\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzipped(REPORT)[:20],
    ],
)
def test_a_server_that_drips_is_left_when_the_time_is_over(site: Site, start: bytes) -> None:
    site.pages["/a"] = raw(start, *[b"\0"] * 200, pause=0.2)
    assert "in the time that it may take in all" in str(failed(site, total=1))


def test_a_server_that_says_continue_for_ever_is_left(site: Site) -> None:
    site.pages["/a"] = raw(*[b"HTTP/1.1 100 Continue\r\n\r\n"] * 200, pause=0.2)
    assert "in all" in str(failed(site, total=1))


def test_nobody_there_is_told() -> None:
    with pytest.raises(FetchFailed, match="connection refused"):
        fetcher().fetch("http://127.0.0.1:9999/")


def test_an_unknown_host_is_told() -> None:
    for world in (World(), World({"gone.example": [[]]}), World({"gone.example": [["no address"]]})):
        with pytest.raises(FetchFailed, match=r"no address is known for gone\.example"):
            fetcher(world).fetch("http://gone.example/")


def test_redirects_are_followed_and_the_last_address_counts(site: Site) -> None:
    for number, status in enumerate((301, 302, 303, 307, 308)):
        site.pages[f"/{number}"] = redirect(f"/{number + 1}", status=status)
    site.pages["/5"] = page()
    found = got(site, "/0")
    assert found.address.url == site.url("/5")
    assert site.paths == ["/robots.txt", "/0", "/1", "/2", "/3", "/4", "/5"]


def test_ten_redirects_are_followed_and_no_more(site: Site) -> None:
    for number in range(11):
        site.pages[f"/{number}"] = redirect(f"/{number + 1}")
    site.pages["/11"] = page()
    assert got(site, "/1").body == REPORT
    assert "over 10 redirects" in str(failed(site, "/0"))


def test_a_circle_of_redirects_is_left(site: Site) -> None:
    site.pages |= {"/a": redirect("/b"), "/b": redirect("/c"), "/c": redirect("/b#again")}
    found = failed(site)
    assert "in a circle" in str(found)
    assert site.paths == ["/robots.txt", "/a", "/b", "/c"]


def test_a_failure_after_a_redirect_tells_where(site: Site) -> None:
    site.pages["/a"] = redirect("/gone")
    found = failed(site)
    assert str(found) == f"redirected to {site.url('/gone')}: no such page (status 404)"
    assert isinstance(found, FetchFailed)
    assert found.status == 404


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://example.org/", "http://user@example.org/", "http://["]
)
def test_a_redirect_out_of_the_web_is_refused(site: Site, location: str) -> None:
    site.pages["/a"] = redirect(location)
    assert isinstance(failed(site), FetchRefused)


@pytest.mark.parametrize("name", ["connect", "read", "total"])
def test_a_time_limit_of_nothing_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match=f"HEARSAY_FETCH_{name.upper()}_SECONDS is 0"):
        Fetcher(Settings(**{f"fetch_{name}_seconds": 0}))


def test_nothing_is_left_open(site: Site) -> None:
    site.pages |= {"/a": page(), "/b": redirect("/a"), "/c": page(status=500), "/d": page(length=9_999)}
    before = len(list(Path("/proc/self/fd").iterdir()))
    web = fetcher()
    for path in ("/a", "/b", "/a", "/b"):
        web.fetch(site.url(path))
    for path in ("/c", "/d"):
        with pytest.raises(FetchFailed):
            web.fetch(site.url(path))
    assert len(list(Path("/proc/self/fd").iterdir())) <= before + 2
