"""What is fetched is read as a file is."""

import io
import json
from pathlib import Path

import pytest

from hearsay.errors import (
    EmptyReport,
    FetchFailed,
    FetchRefused,
    ForeignReport,
    MalformedReport,
    MissingReport,
    ReportError,
)
from hearsay.ingest import documents, gathered_or_fetched
from hearsay.records.fetched import Gathered, Unchanged, Validators
from hearsay.settings import Settings
from tests.ingest.fetch.site import REPORT, Site, fetcher, page
from tests.ingest.markup import SENTENCES, article, gzipped
from tests.ingest.markup import page as markup

ROW = json.dumps({"id": "r", "text": REPORT.decode(), "url": "https://news.example/r"}).encode()
HTML = {"Content-Type": "text/html"}
HEAD = '<link rel="canonical" href="https://news.example/quay">'


def gather(*inputs: str | Path) -> list[Gathered | Unchanged | ReportError]:
    return list(gathered_or_fetched(inputs, fetcher(), settings=Settings()))


def one(site: Site, path: str = "/a") -> Gathered:
    (found,) = gather(site.url(path))
    assert isinstance(found, Gathered), found
    assert found.document.origin == site.url(path)
    return found


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("/a", markup(article()), "text/html"),
        ("/a", markup(article()), "application/xhtml+xml"),
        ("/a", markup(article()), "text/plain"),
        ("/a.html", b"<main>" + article().encode(), "application/octet-stream"),
        ("/a", REPORT, "text/plain"),
        ("/a", REPORT, ""),
        ("/a.txt", b"{\"The\" " + REPORT, "text/plain"),
        ("/a", ROW, "application/x-ndjson"),
        ("/a", ROW, "application/json"),
        ("/a.jsonl", ROW, "text/plain"),
        ("/a.txt.gz", gzipped(REPORT), "application/gzip"),
        ("/a", gzipped(markup(article())), "application/x-gzip"),
    ],
)  # fmt: skip
def test_each_form_is_told_from_type_name_or_content(site: Site, path: str, body: bytes, kind: str) -> None:
    site.pages[path] = page(body, headers={"Content-Type": kind})
    found = one(site, path)
    assert REPORT.decode() in found.document.text or found.document.text == "\n\n".join(SENTENCES)


def test_a_document_has_its_bytes_and_what_the_server_said(site: Site) -> None:
    modified = "Mon, 02 Mar 2026 11:00:00 GMT"
    body = markup(article(), head=HEAD)
    site.pages["/a"] = page(
        gzipped(body),
        headers={**HTML, "Content-Encoding": "gzip", "ETag": '"1"', "Last-Modified": modified},
    )
    found = one(site)
    assert found.document.url == "https://news.example/quay"
    assert found.fetched.body == body
    assert (found.fetched.etag, found.fetched.modified) == ('"1"', modified)
    assert found.fetched.media_type == "text/html"
    assert found.fetched.at.endswith("+00:00")


@pytest.mark.parametrize(("body", "kind"), [(markup(article()), "text/html"), (REPORT, "text/plain")])
def test_the_address_stands_in_for_a_canonical_one(site: Site, body: bytes, kind: str) -> None:
    site.pages["/a"] = page(body, headers={"Content-Type": kind})
    assert one(site).document.url == site.url("/a")


def test_rows_keep_their_own_addresses_and_lines(site: Site) -> None:
    second = json.dumps({"text": REPORT.decode() + " It did."}).encode()
    site.pages["/a"] = page(ROW + b"\nbroken\n" + second, headers={"Content-Type": "application/jsonl", "ETag": '"1"'})
    first, broken, last = gather(site.url("/a"))
    assert isinstance(first, Gathered)
    assert isinstance(last, Gathered)
    assert isinstance(broken, MalformedReport)
    assert broken.origin == site.url("/a") + ":2"
    assert (first.document.url, last.document.url) == ("https://news.example/r", None)
    assert (first.fetched.body, last.fetched.body) == (ROW, second)
    assert first.fetched.etag == '"1"'


@pytest.mark.parametrize(
    ("declared", "meta", "encoding"),
    [
        ("koi8-r", "", "koi8-r"),
        ("koi8-r", "windows-1252", "koi8-r"),
        ("no-such-charset", "koi8-r", "koi8-r"),
        ("rot13", "koi8-r", "koi8-r"),
        ("koi8-r", "koi8-r", "utf-8"),
    ],
)
def test_the_servers_charset_goes_before_the_pages(site: Site, declared: str, meta: str, encoding: str) -> None:
    sentence = "The word “хлеб” was painted on the wall of the mill, the mayor told reporters on Monday morning."
    sentence = sentence.replace("“", '"').replace("”", '"')
    head = f'<meta charset="{meta}">' if meta else ""
    body = f"<html><head>{head}</head><body><article><p>{sentence}</p><p>{SENTENCES[0]}</p></article></body></html>"
    site.pages["/a"] = page(body.encode(encoding), headers={"Content-Type": f"text/html; charset={declared}"})
    found = one(site)
    assert "хлеб" in found.document.text
    assert found.fetched.media_type == f"text/html; charset={declared}"


def test_the_servers_charset_holds_for_text(site: Site) -> None:
    body = REPORT.decode() + " “Хлеб” is bread."
    body = body.replace("“", '"').replace("”", '"')
    site.pages["/a"] = page(body.encode("koi8-r"), headers={"Content-Type": "text/plain; charset=KOI8-R"})
    found = one(site)
    assert found.document.text == body
    assert found.fetched.media_type == "text/plain; charset=koi8-r"


def test_what_has_not_changed_is_given_as_such(site: Site) -> None:
    site.pages["/a"] = page(b"", status=304)
    known = {site.url("/a"): Validators('"1"')}
    (found,) = gathered_or_fetched([site.url("/a")], fetcher(), settings=Settings(), known=known.get)
    assert isinstance(found, Unchanged)


def test_one_address_that_fails_never_stops_the_rest(site: Site, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(REPORT)
    foreign = "Министр сообщил в понедельник, что число погибших выросло.".encode()
    site.pages |= {"/a": page(), "/empty": page(b""), "/foreign": page(foreign)}
    found = gather(
        site.url("/gone"), site.url("/empty"), "ftp://x/", site.url("/foreign"), tmp_path / "a.txt", site.url("/a")
    )
    assert [type(item) for item in found] == [
        FetchFailed, EmptyReport, FetchRefused, ForeignReport, Gathered, Gathered
    ]  # fmt: skip
    for item in found[:4]:
        assert isinstance(item, ReportError)
        assert "\n" not in str(item)
        assert item.advice


def test_without_a_fetcher_nothing_is_fetched(site: Site) -> None:
    (found,) = documents([site.url("/a")], settings=Settings(), stdin=io.BytesIO())
    assert isinstance(found, MissingReport)
    assert site.requests == []


def test_a_time_of_publication_goes_before_the_pages_own(site: Site) -> None:
    site.pages["/a"] = page()
    (found,) = gathered_or_fetched([site.url("/a")], fetcher(), settings=Settings(), published="2026-03-02")
    assert isinstance(found, Gathered)
    assert found.document.published == "2026-03-02"
