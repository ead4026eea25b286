"""The certificate is that of the name, though the connection goes to an IP address."""

import ssl
from collections.abc import Iterator

import pytest
import trustme

from hearsay.errors import FetchFailed
from hearsay.ingest.fetch.fetcher import Fetcher, Page
from hearsay.settings import Settings
from tests.ingest.fetch.site import PUBLIC, Site, World, page, serve

AUTHORITY = trustme.CA()


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert("news.example", "127.0.0.1").configure_cert(tls)
    with serve(tls=tls) as found:
        found.pages["/a"] = page()
        yield found


def trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    AUTHORITY.configure_trust(context)
    return context


def fetch(site: Site, host: str, *, trusted: bool = True) -> object:
    world = World({"news.example": [[PUBLIC]], "other.example": [[PUBLIC]]})
    outside = world.outside(trusting) if trusted else world.outside()
    settings = Settings(fetch_delay_seconds=0)
    return Fetcher(settings, allow_private=True, outside=outside).fetch(site.url("/a", host))


@pytest.mark.parametrize("host", ["news.example", "NEWS.example.", "127.0.0.1"])
def test_the_name_in_the_address_is_verified(site: Site, host: str) -> None:
    assert isinstance(fetch(site, host), Page)


def test_a_certificate_for_another_name_is_refused(site: Site) -> None:
    asked = len(site.requests)
    with pytest.raises(FetchFailed, match=r"certificate of other\.example is not valid: Hostname mismatch") as caught:
        fetch(site, "other.example")
    assert "do not trust" in caught.value.advice
    assert len(site.requests) == asked


def test_a_certificate_of_nobodys_is_refused(site: Site) -> None:
    asked = len(site.requests)
    with pytest.raises(FetchFailed, match=r"certificate of news\.example is not valid"):
        fetch(site, "news.example", trusted=False)
    assert len(site.requests) == asked


def test_a_server_without_tls_is_told() -> None:
    with serve() as plain:
        plain.scheme = "https"
        with pytest.raises(FetchFailed, match="no TLS connection"):
            fetch(plain, "news.example")
