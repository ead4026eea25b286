"""Adding reports through a desk: what is read, what is refused, and that nothing on the way there is obeyed."""

import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.ingest.fetch.site import Site, World, page, redirect, serve
from tests.present.made import CRACKS, QUIET
from tests.present.web.desks import key, own, served, tools

RAIN = QUIET.documents[0].text
ROW = json.dumps({"id": "rain", "text": RAIN, "title": "Rain"}).encode()


@pytest.fixture
def new(tmp_path: Path) -> Iterator[TestClient]:
    """A desk with nothing in it."""
    with served(own(tmp_path / "new.db", max_upload=300_000)) as client:
        yield client


def done(client: TestClient, answer: Any) -> dict[str, Any]:
    """The job that an answer leads to, once it is over."""
    assert answer.status_code in (202, 303), answer.text
    id = answer.headers["location"].rpartition("/")[2]
    until = time.monotonic() + 20
    while time.monotonic() < until:
        job: dict[str, Any] = client.get(f"/api/v1/jobs/{id}").json()
        if job["state"] not in ("waiting", "reading"):
            return job
        time.sleep(0.02)
    raise AssertionError("the job does not end")


def upload(client: TestClient, body: bytes, name: str = "report.txt") -> Any:
    return client.post("/api/v1/uploads", files={"file": (name, body)})


def outcomes(job: dict[str, Any]) -> list[str]:
    return [result["outcome"] for result in job["results"]]


def test_a_text_is_read_and_added_once(new: TestClient) -> None:
    given = {"text": RAIN, "title": "Rain", "publisher": "Norda", "published": "2026-05-04"}
    job = done(new, new.post("/api/v1/jobs", json=given))
    assert (job["state"], outcomes(job)) == ("done", ["added"])
    kept = new.get(f"/api/v1/documents/{job['results'][0]['document']}").json()
    assert (kept["title"], kept["publisher"], kept["published"], kept["text"]) == ("Rain", "Norda", "2026-05-04", RAIN)
    assert outcomes(done(new, new.post("/api/v1/jobs", json=given))) == ["known"]


def test_the_pages_add_a_text_and_tell_what_came_of_it(new: TestClient) -> None:
    answer = new.post("/add/text", data={"csrf": key(new), "text": RAIN, "title": "Rain <b>"})
    done(new, answer)
    text = new.get(answer.headers["location"]).text
    assert "1 of 1 in the ledger" in text
    assert "Rain &lt;b&gt;" in text
    assert "<html" not in new.get(answer.headers["location"] + "?part=1").text


def test_a_file_is_read_whatever_it_is(new: TestClient) -> None:
    assert outcomes(done(new, upload(new, RAIN.encode()))) == ["added"]
    assert outcomes(done(new, upload(new, gzip.compress(ROW), "rows.jsonl.gz"))) == ["added"]
    html = f"<html><title>x</title><article><p>{CRACKS.text.split(chr(10))[0]}</p></article></html>"
    assert done(new, upload(new, html.encode(), "x.html"))["state"] in ("done", "failed")


def test_a_file_through_the_page(new: TestClient) -> None:
    answer = new.post("/add", data={"csrf": key(new)}, files={"file": ("a.txt", RAIN.encode())})
    assert outcomes(done(new, answer)) == ["added"]


@pytest.mark.parametrize(
    "body", [b"", b"\0\1\2\3" * 100, b"Ein Satz auf Deutsch, der nicht gelesen wird und das ist gut so."]
)
def test_what_cannot_be_read_is_told_with_its_reason(new: TestClient, body: bytes) -> None:
    job = done(new, upload(new, body))
    assert outcomes(job) == ["failed"]
    assert job["results"][0]["why"]
    assert not new.get("/api/v1/documents").json()["items"]


@pytest.mark.parametrize(
    "name",
    [
        *("../../etc/passwd", "..\\..\\boot.ini", "<script>alert(1)</script>.txt", "\x1b[2J.txt", "/etc/passwd"),
        *("a" * 3000, "\u202egpj.txt", '"><img src=x>.txt', "con", ".", "~/x", "x\r\nset-cookie: a=b.txt"),
    ],
)
def test_a_files_name_is_nothing_but_a_name(new: TestClient, name: str) -> None:
    job = done(new, upload(new, RAIN.encode(), name))
    origin = job["results"][0]["origin"]
    assert "/" not in origin
    assert "\\" not in origin
    assert len(origin) <= 200
    assert "\x1b" not in origin
    text = new.get(f"/jobs/{job['job']}").text
    assert "<script>a" not in text
    assert "<img" not in text


def test_a_bomb_of_one_report_is_left(tmp_path: Path) -> None:
    with served(own(tmp_path / "new.db")) as client:
        job = done(client, upload(client, gzip.compress(b"rain " * 20_000_000), "bomb.txt.gz"))
    assert outcomes(job) == ["failed"]
    assert "over" in job["results"][0]["why"]


def test_a_bomb_of_many_rows_is_left(new: TestClient) -> None:
    job = done(new, upload(new, gzip.compress(b'{"no": "text"}\n' * 2_000_000), "bomb.jsonl.gz"))
    assert job["state"] in ("done", "failed")
    assert len(job["results"]) <= 10_000


def test_a_bomb_within_a_bomb_is_a_damaged_report(new: TestClient) -> None:
    job = done(new, upload(new, gzip.compress(gzip.compress(b"rain " * 1_000_000)), "bomb.txt.gz"))
    assert outcomes(job) == ["failed"]


def test_100_megabytes_are_not_taken(new: TestClient) -> None:
    for path in ("/add", "/api/v1/uploads"):
        answer = new.post(path, files={"file": ("big.txt", b"rain " * 20_000_000)})
        assert answer.status_code == 413


LINKS = (
    *(
        "file:///etc/passwd",
        "/etc/passwd",
        "etc/passwd",
        "-",
        "",
        "ftp://a.example/",
        "gopher://a.example/",
        "javascript:1",
    ),
    *(
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://0.0.0.0/",
        "http://0x7f.1/",
        "http://2130706433/",
    ),
    *(
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:127.0.0.1]/",
    ),
    *("http://100.64.0.1/", "http://[fd00::1]/", "http://user@127.0.0.1/", "http://127.0.0.1:6379/"),
)


@pytest.mark.parametrize("link", LINKS)
def test_a_link_leads_to_nothing_that_is_not_public(tmp_path: Path, link: str) -> None:
    world = World({"localhost": [["127.0.0.1"]], "0x7f.1": [["127.0.0.1"]], "2130706433": [["127.0.0.1"]]})
    with served(own(tmp_path / "new.db"), tools(outside=world.outside())) as client:
        job = done(client, client.post("/api/v1/jobs", json={"link": link}))
    assert outcomes(job) == ["failed"]
    assert not world.dialled


@pytest.fixture
def site() -> Iterator[Site]:
    """A site on loopback, which a test gives a public address."""
    with serve() as running:
        yield running


def at(name: str, site: Site, path: str = "/a") -> str:
    return f"http://{name}:{site.port}{path}"


def test_a_link_is_fetched(tmp_path: Path, site: Site) -> None:
    site.pages["/a"] = page(RAIN.encode())
    world = World({"news.example": [["93.184.216.34"]]})
    with served(own(tmp_path / "new.db"), tools(outside=world.outside())) as client:
        job = done(client, client.post("/api/v1/jobs", json={"link": at("news.example", site)}))
    assert outcomes(job) == ["added"], job


def test_a_redirect_leads_to_nothing_private(tmp_path: Path, site: Site) -> None:
    site.pages["/a"] = redirect("http://169.254.169.254/latest/")
    world = World({"news.example": [["93.184.216.34"]]})
    with served(own(tmp_path / "new.db"), tools(outside=world.outside())) as client:
        job = done(client, client.post("/api/v1/jobs", json={"link": at("news.example", site)}))
    assert outcomes(job) == ["failed"]
    assert "169.254.169.254" not in world.dialled


def test_a_name_that_changes_leads_to_nothing_private(tmp_path: Path, site: Site) -> None:
    site.pages["/a"] = page(RAIN.encode())
    world = World({"news.example": [["93.184.216.34"], ["127.0.0.1"]]})
    with served(own(tmp_path / "new.db"), tools(outside=world.outside())) as client:
        job = done(client, client.post("/api/v1/jobs", json={"link": at("news.example", site)}))
    assert outcomes(job) == ["failed"]
    assert "127.0.0.1" not in world.dialled


def test_the_examples_are_those_of_the_project() -> None:
    root = Path(__file__).parents[3]
    shipped = root / "src/hearsay/present/web/examples"
    for name in ("carmaker.jsonl", "ferry.jsonl"):
        assert (shipped / name).read_bytes() == (root / "examples" / name).read_bytes()


def test_a_bug_while_reading_ends_the_job_and_tells_nothing_of_itself(new: TestClient) -> None:
    job = done(new, new.post("/api/v1/jobs", json={"text": "A text that the scripted reader does not know of at all."}))
    assert job["state"] == "failed"
    assert "KeyError" not in json.dumps(job)
