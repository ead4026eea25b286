"""A feed of changes in Atom (RFC 4287)."""

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from hearsay.present.clean import one_line
from hearsay.present.story.wording import quoted
from hearsay.present.watch.news import News
from hearsay.records.plain import encodable

_NAMESPACE = uuid5(NAMESPACE_URL, "tag:hearsay,2026:feed")


def feed(story: str, title: str, *, news: Sequence[News], updated: str) -> str:
    """The feed of a story, the newest entry first; ids stay the same however often it is written.

    ``updated`` is the moment of the feed where it has no entry, UTC in ISO 8601.
    """
    newest = max((one.change.at for one in news), default=updated)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"  <id>urn:uuid:{uuid5(_NAMESPACE, story)}</id>",
        f"  <title>{_text(title)}</title>",
        "  <subtitle>What has changed in the story, as hearsay reads its reports</subtitle>",
        f"  <updated>{escape(newest)}</updated>",
        "  <author><name>hearsay</name></author>",
        "  <generator>hearsay</generator>",
    ]
    for one in reversed(news):
        lines += _entry(one)
    return encodable("\n".join([*lines, "</feed>", ""]))


def _entry(news: News) -> list[str]:
    change = news.change
    words = "\n".join(quoted(one_line(said)) for said in change.words)
    content = f"{one_line(change.says)}\n{words}" if words else one_line(change.says)
    return [
        "  <entry>",
        f"    <id>urn:uuid:{news.id}</id>",
        f"    <title>{_text(change.says)}</title>",
        f"    <updated>{escape(change.at)}</updated>",
        f'    <category term="{escape(change.kind)}"/>',
        f'    <content type="text">{escape(_allowed(content))}</content>',
        "  </entry>",
    ]


def _text(words: str) -> str:
    return escape(_allowed(one_line(words)))


def _allowed(words: str) -> str:
    """``words`` without the two code points that XML 1.0 has no place for and ``one_line`` leaves."""
    return words.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
