"""Watching: each change is told once, signed, in a feed that is valid."""

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from xml.etree import ElementTree

import pytest

from hearsay.errors import FetchFailed, FetchRefused, UsageError
from hearsay.ingest.fetch.outside import Outside
from hearsay.present.watch.atom import feed
from hearsay.present.watch.news import Told, news_of, told_at
from hearsay.present.watch.webhook import WAITS, Webhook, key_of, signature
from hearsay.records.story import Change, ChangeKind
from hearsay.settings import Settings
from tests.present.asked import ask
from tests.present.made import HOSTILE_TEXT
from tests.present.story_ledger import REPORTS, story_at

ATOM = "{http://www.w3.org/2005/Atom}"
AT = "2026-03-01T10:00:00.000000+00:00"
SECRET = "whsec_" + base64.b64encode(b"k" * 32).decode()


def change(says: str) -> Change:
    return Change(ChangeKind.DISPUTED, "story-1", "A fire", "q", says, ("12 people",), ("a",), AT)


@contextmanager
def receiver(*statuses: int) -> Iterator[tuple[str, list[tuple[dict[str, str], bytes]]]]:
    """A webhook on loopback that answers with these in turn, the last for good; with what it was sent."""
    waiting, sent = list(statuses), []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            sent.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(waiting.pop(0) if len(waiting) > 1 else waiting[0])
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/hook", sent
        finally:
            server.shutdown()
            thread.join()


def test_a_signature_is_that_of_the_standard() -> None:
    # The worked example of Standard Webhooks.
    key = key_of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    body = b'{"test": 2432232314}'
    made = signature(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp=1614265330, body=body)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize("secret", ["short", "whsec_!!", "", "whsec_" + base64.b64encode(b"k" * 65).decode()])
def test_a_secret_that_is_none_is_refused(secret: str) -> None:
    with pytest.raises(UsageError):
        key_of(secret)


def test_what_is_not_taken_is_sent_again_with_the_same_id() -> None:
    slept: list[float] = []
    with receiver(503, 500, 204) as (url, sent):
        hook = Webhook(url, key_of(SECRET), Settings(), allow_private=True, outside=Outside(sleep=slept.append))
        hook.send(news_of(change("Now in dispute")))
    assert slept == list(WAITS[:2])
    assert len({headers["webhook-id"] for headers, _ in sent}) == 1
    headers, body = sent[-1]
    timestamp = int(headers["webhook-timestamp"])
    assert headers["webhook-signature"] == signature(
        key_of(SECRET), headers["webhook-id"], timestamp=timestamp, body=body
    )
    assert json.loads(body)["data"]["says"] == "Now in dispute"
    assert json.loads(body)["type"] == "story.newly_disputed"


@pytest.mark.parametrize(("status", "attempts"), [(410, 1), (302, len(WAITS) + 1)])
def test_what_is_refused_for_good_is_told(status: int, attempts: int) -> None:
    with receiver(status) as (url, sent):
        hook = Webhook(url, key_of(SECRET), Settings(), allow_private=True, outside=Outside(sleep=lambda _: None))
        with pytest.raises(FetchFailed):
            hook.send(news_of(change("x")))
    assert len(sent) == attempts


def test_a_private_address_is_not_asked() -> None:
    with receiver(204) as (url, sent):
        with pytest.raises(FetchRefused):
            Webhook(url, key_of(SECRET), Settings()).send(news_of(change("x")))
        assert not sent


def test_a_feed_has_what_atom_asks_for() -> None:
    news = [news_of(change("One")), news_of(change(HOSTILE_TEXT))]
    tree = ElementTree.fromstring(feed("story-1", "A <fire> \x1b", news=news, updated=AT).encode())
    for element in (tree, *tree.iter(f"{ATOM}entry")):
        assert (element.findtext(f"{ATOM}id") or "").startswith("urn:uuid:")
        assert element.findtext(f"{ATOM}title")
        assert element.findtext(f"{ATOM}updated") == AT
    assert tree.find(f"{ATOM}author/{ATOM}name") is not None
    assert len({entry.findtext(f"{ATOM}id") for entry in tree.iter(f"{ATOM}entry")}) == 2


def test_what_was_told_is_remembered(tmp_path: Path) -> None:
    told = Told(AT)
    (news,) = told.new([change("One")])
    told.tell(news)
    path = tmp_path / "told.json"
    path.write_text(told.written(), encoding="utf-8")
    again = told_at(path, now=lambda: "later")
    assert again == told
    assert again.new([change("One"), change("Two")]) == [news_of(change("Two"))]


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"since": 1, "ids": 2, "kept": [3]}'])
def test_a_state_that_cannot_be_read_begins_anew(tmp_path: Path, text: str) -> None:
    path = tmp_path / "told.json"
    path.write_text(text, encoding="utf-8")
    assert told_at(path, now=lambda: AT) == Told(AT)


def test_a_watch_begins_now_and_tells_each_change_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    ledger, path = story_at(tmp_path / "desk.db", *REPORTS[:2]), tmp_path / "story.atom"
    story = json.loads(ask(ledger, "stories", "--format", "jsonl").stdout)["story"]
    begun = ask(ledger, "watch", story, "--feed", str(path), "--once")
    assert begun.exit_code == 0
    assert "from now on" in begun.stderr
    assert path.read_text(encoding="utf-8").count("<entry>") == 0
    state = next((tmp_path / "state" / "hearsay").glob("watch-*.json"))
    state.write_text(Told("2026-07-01T00:00:00.000000+00:00").written(), encoding="utf-8")
    told = ask(ledger, "watch", story, "--feed", str(path), "--once")
    assert "told of" in told.stderr
    whole = path.read_text(encoding="utf-8")
    assert whole.count("<entry>") >= 1
    again = ask(ledger, "watch", story, "--feed", str(path), "--once")
    assert "told of" not in again.stderr
    assert path.read_text(encoding="utf-8") == whole


@pytest.mark.parametrize("arguments", [[], ["--webhook", "https://desk.example/hook"]])
def test_where_to_and_with_what_secret_has_to_be_told(tmp_path: Path, arguments: list[str]) -> None:
    done = ask(tmp_path / "desk.db", "watch", "story-1", *arguments, "--once")
    assert done.exit_code == 2
