from pathlib import PurePath

import pytest

from hearsay.ingest.sniff import Kind, kind_of_content, kind_of_name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", Kind.TEXT),
        ("a.TEXT", Kind.TEXT),
        ("a.md", Kind.TEXT),
        ("a.HTML", Kind.HTML),
        ("a.htm.gz", Kind.HTML),
        ("a.jsonl", Kind.ROWS),
        ("a.ndjson.gz", Kind.ROWS),
        ("a.gz", None),
        ("a.pdf", None),
        ("txt", None),
    ],
)
def test_a_suffix_tells_the_kind(name: str, kind: Kind | None) -> None:
    assert kind_of_name(PurePath(name)) is kind


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"The harbour board said no.", Kind.TEXT),
        (b"", Kind.TEXT),
        (b"<3 said the harbour board, and 4 > 3.", Kind.TEXT),
        (b"The board wrote <p>, <div> and <br> on the quay. <p> <p>", Kind.TEXT),
        (b"<!doctype HTML>\n<html>", Kind.HTML),
        (b"\xef\xbb\xbf \n<!-- saved --><html lang=en>", Kind.HTML),
        (b'<?xml version="1.0"?>\n<html>', Kind.HTML),
        (b"<div><p>One.</p><p>Two.</p></div>", Kind.HTML),
        ("<html>".encode("utf-16"), Kind.HTML),
        (b'{"text": "Yes."}\n{"text": "No."}\n', Kind.ROWS),
        (b'\n {"text": "Yes."}', Kind.ROWS),
        (b'{"text": "a row that is longer than what is looked at', Kind.ROWS),
        (b'{\n "text": "Yes."\n}', Kind.JSON),
        (b'[{"text": "Yes."}]', Kind.JSON),
        (b"[Music] The harbour board said no.", Kind.TEXT),
    ],
)
def test_content_tells_the_kind(head: bytes, kind: Kind) -> None:
    assert kind_of_content(head) is kind
