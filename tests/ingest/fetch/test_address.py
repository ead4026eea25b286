import pytest

from hearsay.errors import FetchRefused
from hearsay.ingest.fetch.address import is_address, parse_address, redirected, suffixed_name


@pytest.mark.parametrize(
    ("given", "url", "authority"),
    [
        ("http://example.org", "http://example.org/", "example.org"),
        ("HTTPS://Example.ORG:443/a#part", "https://example.org/a", "example.org"),
        ("http://example.org:8080/a?b=c&d", "http://example.org:8080/a?b=c&d", "example.org:8080"),
        ("http://example.org./", "http://example.org/", "example.org"),
        ("http://[2606:4700::0:1]:81/", "http://[2606:4700::1]:81/", "[2606:4700::1]:81"),
        ("http://example.org/a b/é?q=ü|", "http://example.org/a%20b/%C3%A9?q=%C3%BC%7C", "example.org"),
        ("http://example.org/%C3%A9", "http://example.org/%C3%A9", "example.org"),
        ("http://zürich.example/", "http://xn--zrich-kva.example/", "xn--zrich-kva.example"),
        ("http://straße.example/", "http://xn--strae-oqa.example/", "xn--strae-oqa.example"),
        ("http://example.org?q", "http://example.org/?q", "example.org"),
    ],
)
def test_an_address_is_told_in_one_way(given: str, url: str, authority: str) -> None:
    address = parse_address(given, origin=given)
    assert address.url == url
    assert address.authority == authority
    assert parse_address(url, origin=url) == address


@pytest.mark.parametrize(
    ("path", "plain"),
    [
        ("/a/../b", "/b"),
        ("/a/./b/", "/a/b/"),
        ("/a/..", "/"),
        ("/a/b/..", "/a/"),
        ("/../../b", "/b"),
        ("/open/%2e%2E/closed", "/closed"),
        ("/a//b", "/a//b"),
        ("/a/...", "/a/..."),
        ("//b", "//b"),
    ],
)
def test_dots_in_a_path_are_resolved(path: str, plain: str) -> None:
    assert parse_address("http://example.org" + path, origin="-").target == plain


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:70/_x",
        "javascript:alert(1)",
        "example.org/a",
        "http://user@example.org/",
        "http://user:secret@example.org/",
        "http://good.example@bad.example/",
        "http://good.example\\@bad.example/",
        "http://example.org:22/",
        "http://example.org:25/",
        "http://example.org:6379/",
        "http://example.org:5432/",
        "http://example.org:0/",
        "http://example.org:99999/",
        "http://example.org:port/",
        "http://example.org/a\r\nHost: b",
        "http://example.org/\x00",
        "http://exam\tple.org/",
        "http://example.org/\x85",
        "http://example.org/\udcff",
        "http:///a",
        "http://",
        "http://:80/",
        "http://exa mple.org/",
        "http://%31%32%37.0.0.1/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        "http://[not:an:address]/",
        "http://a..b/",
        "http://-a.example/",
        f"http://{'a' * 64}.example/",
        f"http://{'a.' * 130}example/",
        "http://example.org/" + "a" * 8_000,
        "http://\u2100.example/" + "@x",
    ],
)
def test_what_is_no_address_of_the_webs_is_refused(url: str) -> None:
    with pytest.raises(FetchRefused) as caught:
        parse_address(url, origin="here")
    assert caught.value.origin == "here"
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "http://example.org:81/b"),
        ("b", "http://example.org:81/a/b"),
        ("?page=2", "http://example.org:81/a/?page=2"),
        ("//other.example/b", "http://other.example/b"),
        ("https://other.example/b#c", "https://other.example/b"),
        ("../../b", "http://example.org:81/b"),
        ("/caf\u00c3\u00a9", "http://example.org:81/caf%C3%A9"),
        ("/caf\u00e9", "http://example.org:81/caf%C3%A9"),
        (" /b ", "http://example.org:81/b"),
    ],
)
def test_redirects_are_resolved(location: str, url: str) -> None:
    address = parse_address("http://example.org:81/a/", origin="-")
    assert redirected(address, location, origin="-").url == url


@pytest.mark.parametrize("location", ["file:///etc/passwd", "http://[", "ftp://x/", "http://u@x/", "//x:22/", "a\nb"])
def test_a_redirect_to_no_address_is_refused(location: str) -> None:
    with pytest.raises(FetchRefused):
        redirected(parse_address("http://example.org/", origin="-"), location, origin="-")


@pytest.mark.parametrize("given", ["http://x", "HTTPS://x/y", "ftp://x", "made+up://"])
def test_what_starts_with_a_scheme_is_meant_as_an_address(given: str) -> None:
    assert is_address(given)


@pytest.mark.parametrize("given", ["-", "report.txt", "/a/b", "c:/x", "http:x", "a b://", ""])
def test_what_does_not_is_a_path(given: str) -> None:
    assert not is_address(given)


def test_the_name_is_the_end_of_the_path() -> None:
    assert suffixed_name(parse_address("http://x/a/my%20report.jsonl?b=/c.html", origin="-")) == "my report.jsonl"
    assert suffixed_name(parse_address("http://x/a/", origin="-")) == ""
