"""The paragraphs of a text, as spans into it."""

import re
from collections.abc import Iterator

from hearsay.records.span import Span

_BREAK = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:(?:\r\n?|\n)[^\S\r\n]*)+")
_LINE_BREAK = re.compile(r"[\r\n]+")
_LINE = re.compile(r"[^\r\n]+")


def paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of ``text`` without the blanks around them, in order.

    Blank lines part them; a text without a single blank line is taken as one paragraph a line.
    """
    breaks = _BREAK if _BREAK.search(text.strip()) else _LINE_BREAK
    start = 0
    for match in breaks.finditer(text):
        yield from _stripped(text, start=start, end=match.start())
        start = match.end()
    yield from _stripped(text, start=start, end=len(text))


def lines(text: str, within: Span) -> Iterator[Span]:
    """The lines of ``text`` that lie in ``within``, without the blanks around them; blank ones are left out."""
    for match in _LINE.finditer(text, within.start, within.end):
        yield from _stripped(text, start=match.start(), end=match.end())


def _stripped(text: str, *, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
