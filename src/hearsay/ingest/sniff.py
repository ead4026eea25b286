"""What a file holds, told from its name, else from its first bytes."""

import re
from enum import StrEnum
from pathlib import PurePath


class Kind(StrEnum):
    """The forms in which reports come."""

    TEXT = "text"
    HTML = "html"
    ROWS = "rows"
    """JSON Lines, one report a line."""
    JSON = "json"
    """JSON that is not JSON Lines."""


SNIFFED_BYTES = 65_536
"""How much of a file's start sniffing looks at."""

GZIP = b"\x1f\x8b"
"""What every gzip file starts with."""

_KINDS = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.TEXT,
    ".htm": Kind.HTML,
    ".html": Kind.HTML,
    ".jsonl": Kind.ROWS,
    ".ndjson": Kind.ROWS,
}
_MEDIA_TYPES = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "application/jsonl": Kind.ROWS,
    "application/jsonlines": Kind.ROWS,
    "application/x-jsonlines": Kind.ROWS,
    "application/ndjson": Kind.ROWS,
    "application/x-ndjson": Kind.ROWS,
}
"""Those that say for certain; text/plain is what servers call a file that they know nothing of."""

_ROW = re.compile(rb"\s*\{[^\n]*\}[^\S\n]*(?:\n|$)|\s*\{[^\S\n]*\"[^\n]*\Z")
_JSON = re.compile(rb"\s*(?:\{\s*\"|\[\s*[\[{\"\d])")
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"</?(?:p|div|article|section|h[1-6]|ul|li|br|a|script|meta|link)(?:[\s/][^<>]*)?>", re.IGNORECASE)
_TAGS_OF_A_FRAGMENT = 3
"""A text may show a tag or two; a saved fragment of a page has more, and starts with one."""


def kind_of_name(path: PurePath) -> Kind | None:
    """The kind that the suffix tells, before a closing ".gz" too; None where it tells none."""
    name = path.name.lower().removesuffix(".gz")
    return _KINDS.get(PurePath(name).suffix)


def kind_of_media_type(media_type: str | None) -> Kind | None:
    """The kind that a server's Content-Type tells, given in lower case without parameters; None where it tells none."""
    return None if media_type is None else _MEDIA_TYPES.get(media_type)


def kind_of_content(head: bytes) -> Kind:
    """The kind of a file that starts with ``head``, SNIFFED_BYTES of it or the whole; text where nothing else fits."""
    plain = _without_wide_characters(head)
    if _MARKUP.match(plain):
        return Kind.HTML
    if plain.lstrip().startswith(b"<") and len(_TAG.findall(plain)) >= _TAGS_OF_A_FRAGMENT:
        return Kind.HTML
    if _ROW.match(plain):
        return Kind.ROWS
    return Kind.JSON if _JSON.match(plain) else Kind.TEXT


def _without_wide_characters(head: bytes) -> bytes:
    """``head`` as if it were ASCII: without a byte order mark and the zero bytes of UTF-16 and UTF-32."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"")
