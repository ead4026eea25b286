import pytest

from hearsay.errors import FetchFailed, FetchRefused
from hearsay.ingest.fetch.fetcher import Page as Found
from tests.ingest.fetch.site import PUBLIC, Page, Site, World, fetcher, page, raw, redirect

NO = b"User-agent: *\nDisallow: /\n"


def allowed(site: Site, path: str = "/a") -> bool:
    site.pages.setdefault(path, page())
    try:
        found = fetcher().fetch(site.url(path))
    except FetchRefused as error:
        return site.url("/robots.txt") not in str(error)
    return isinstance(found, Found)


@pytest.mark.parametrize(
    "rules",
    [
        b"",
        b"User-agent: *\nDisallow:\n",
        b"User-agent: *\nDisallow: /b\n",
        b"User-agent: other\nDisallow: /\n",
        b"User-agent: *\nDisallow: /\n\nUser-agent: hearsay\nDisallow: /b\n",
        b"User-agent: *\nDisallow: /\nAllow: /a\n",
        b"User-agent: *\nDisallow: /*.pdf$\n",
        b"<!doctype html><title>Not found</title><p>Disallow: /",
        b"\xff\xfe\x00\x01 nothing to be read",
        b"User-agent: *\n" + b"#" * 600_000 + b"\nDisallow: /\n",
    ],
)
def test_what_the_rules_leave_open_is_fetched(site: Site, rules: bytes) -> None:
    site.pages["/robots.txt"] = page(rules)
    assert allowed(site)


@pytest.mark.parametrize(
    "rules",
    [
        NO,
        b"\xef\xbb\xbfUser-agent: *\nDisallow: /\n",
        b"user-AGENT:hearsay\r\ndisallow:/a\r\n",
        b"User-agent: *\nAllow: /\n\nUser-agent: Hearsay\nDisallow: /a\n",
        b"User-agent: other\nUser-agent: hearsay\nDisallow: /a\n",
        b"User-agent: *\nDisallow: /*a$\n",
        b"User-agent: *\nAllow: /\nDisallow: /a\n",
    ],
)
def test_what_the_rules_close_is_not(site: Site, rules: bytes) -> None:
    site.pages["/robots.txt"] = page(rules)
    assert not allowed(site)
    assert site.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    "path", ["/open/../closed/a", "/open/%2e%2e/closed/a", "/closed/%61", "/closed/a?b#c", "//twice/a", "//x//closed/a"]
)
def test_no_spelling_slips_past_the_rules(site: Site, path: str) -> None:
    site.pages["/robots.txt"] = page(b"User-agent: *\nDisallow: /closed/a\nDisallow: //twice\nDisallow: /*/closed/\n")
    assert not allowed(site, path)
    assert site.paths == ["/robots.txt"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_no_rules_allow_everything(site: Site, status: int) -> None:
    site.pages["/robots.txt"] = page(NO, status=status)
    assert allowed(site)


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_rules_that_cannot_be_had_allow_nothing(site: Site, status: int) -> None:
    site.pages["/robots.txt"] = page(b"", status=status)
    assert not allowed(site)


@pytest.mark.parametrize(
    "answer", [raw(b"nonsense\r\n\r\n"), raw(b""), page(b"User-agent", length=99)], ids=["nonsense", "nothing", "cut"]
)
def test_a_server_that_fails_is_told_so(site: Site, answer: Page) -> None:
    site.pages |= {"/robots.txt": answer, "/a": page()}
    with pytest.raises(FetchFailed, match=r"its robots\.txt cannot be had"):
        fetcher().fetch(site.url("/a"))


def test_rules_in_damaged_gzip_allow_nothing(site: Site) -> None:
    site.pages["/robots.txt"] = page(b"no gzip", headers={"Content-Encoding": "gzip"})
    assert not allowed(site)


def test_redirects_to_rules_are_followed(site: Site) -> None:
    site.pages |= {f"/{number}": redirect(f"/{number + 1}") for number in range(2, 6)}
    site.pages |= {"/robots.txt": redirect("/2"), "/6": page(NO)}
    assert not allowed(site)


def test_after_too_many_redirects_there_are_no_rules(site: Site) -> None:
    site.pages["/robots.txt"] = redirect("/robots.txt")
    assert allowed(site)
    assert site.paths == ["/robots.txt"] * 6 + ["/a"]


def test_rules_are_asked_for_once_a_day(site: Site) -> None:
    world = World({"news.example": [[PUBLIC]]})
    site.pages |= {"/a": page(), "/b": page()}
    web = fetcher(world)
    for path in ("/a", "/b"):
        web.fetch(site.url(path, "news.example"))
    assert site.paths == ["/robots.txt", "/a", "/b"]
    world.clock.seconds += 24 * 3600 + 1
    web.fetch(site.url("/a", "news.example"))
    assert site.paths[3:] == ["/robots.txt", "/a"]


def test_rules_that_could_not_be_had_are_asked_for_again_after_a_while(site: Site) -> None:
    world = World({"news.example": [[PUBLIC]]})
    site.pages |= {"/robots.txt": page(status=500), "/a": page()}
    web = fetcher(world)
    for _ in range(3):
        with pytest.raises(FetchRefused):
            web.fetch(site.url("/a", "news.example"))
    assert site.paths == ["/robots.txt"]
    site.pages["/robots.txt"] = page(b"")
    world.clock.seconds += 301
    assert isinstance(web.fetch(site.url("/a", "news.example")), Found)


def test_a_host_that_is_not_there_is_asked_once() -> None:
    world = World()
    web = fetcher(world)
    for _ in range(3):
        with pytest.raises(FetchFailed):
            web.fetch("http://gone.example/")
    assert world.asked == ["gone.example"]


def test_each_site_on_the_way_has_its_rules(site: Site) -> None:
    world = World({"news.example": [[PUBLIC]], "other.example": [[PUBLIC]]})
    site.pages |= {"/a": redirect(site.url("/b", "other.example")), "/b": page()}
    site.pages["/robots.txt"] = [page(b""), page(NO)]
    with pytest.raises(FetchRefused, match=r"redirected to http://other\.example.* does not allow it"):
        fetcher(world).fetch(site.url("/a", "news.example"))
    assert site.paths == ["/robots.txt", "/a", "/robots.txt"]


@pytest.mark.parametrize(("stated", "seconds"), [("7", 7.0), ("0.5", 1.0), ("86400", 30.0), ("often", 1.0)])
def test_a_crawl_delay_is_kept_within_bounds(site: Site, stated: str, seconds: float) -> None:
    world = World({"news.example": [[PUBLIC]]})
    site.pages |= {"/robots.txt": page(f"User-agent: *\nCrawl-delay: {stated}\n".encode()), "/a": page()}
    web = fetcher(world, delay=1)
    for _ in range(2):
        web.fetch(site.url("/a", "news.example"))
    assert world.clock.slept == [seconds, seconds]
