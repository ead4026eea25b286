"""Words of a report that an analyst marks, by quoting them or by their offsets."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hearsay.errors import UsageError
from hearsay.records.marks import Mark, Marks
from hearsay.records.span import Span

_CLASSES = {"'": "['’‘]", "’": "['’‘]", "‘": "['’‘]", '"': '["“”„]', "“": '["“”„]', "”": '["“”„]', "-": "[-‐‑–—]"}
"""What is hard to type stands for what is easy to."""


def marked(text: str, marks: Marks) -> dict[str, tuple[Span, ...]]:
    """Where the words stand, by role. Raises UsageError for words that are not there, or in several places.

    Cue and source, which are often short, are looked for in the paragraph of the content, nearest to it.
    """
    content = tuple(sorted(_only(text, mark, role="content") for mark in marks.content))
    if not content:
        raise UsageError("a statement has no content", advice="give what was said with --content")
    found = {"content": content}
    for role, given in (("cue", marks.cue), ("source", marks.source)):
        found[role] = tuple(sorted(_near(text, mark, content=content, role=role) for mark in given))
    for role, spans in found.items():
        if any(a.overlaps(b) for a, b in pairwise(spans)):
            raise UsageError(f"pieces of the {role} overlap", advice="give each once")
    return found


def nearest(text: str, words: str, *, to: Span) -> Span:
    """Where ``words`` stand nearest to a place. Raises UsageError where they do not stand in the text."""
    found = list(_places(text, words))
    if not found:
        raise _absent(words)
    return min(found, key=lambda span: (_gap(span, to), span.start))


def _only(text: str, mark: Mark, *, role: str) -> Span:
    if isinstance(mark, Span):
        return _within(text, mark)
    found = list(_places(text, mark))
    if not found:
        raise _absent(mark)
    if len(found) > 1:
        places = ", ".join(f"{span.start}-{span.end}" for span in found[:4])
        raise UsageError(f"the {role} stands in {len(found)} places: {places}", advice="give its place, or more words")
    return found[0]


def _near(text: str, mark: Mark, *, content: Sequence[Span], role: str) -> Span:
    if isinstance(mark, Span):
        return _within(text, mark)
    first, last = content[0].start, content[-1].end
    start = text.rfind("\n\n", 0, first) + 1
    end = text.find("\n\n", last)
    paragraph = Span(start, end if end >= 0 else len(text))
    whole = Span(first, last)
    found = [s for s in _places(text, mark) if paragraph.holds(s)] or list(_places(text, mark))
    if not found:
        raise _absent(mark)
    found.sort(key=lambda span: _gap(span, whole))
    if len(found) > 1 and (_gap(found[0], whole) == _gap(found[1], whole) or not paragraph.holds(found[0])):
        raise UsageError(
            f"it cannot be told which {mark!r} is the {role}",
            advice=f"give its place: {found[0].start}-{found[0].end} or {found[1].start}-{found[1].end}",
        )
    return found[0]


def _places(text: str, words: str) -> Iterator[Span]:
    """Where the words stand, blanks and typographic marks being of any kind."""
    parts = ["".join(_CLASSES.get(c, re.escape(c)) for c in part) for part in words.split()]
    if parts:
        # Whole words: "he" is not meant in "the".
        pattern = r"\s+".join(parts)
        for match in re.finditer(rf"(?<!\w){pattern}(?!\w)" if words.strip()[0].isalnum() else pattern, text):
            yield Span(match.start(), match.end())


def _within(text: str, span: Span) -> Span:
    if span.end > len(text):
        raise UsageError(
            f"{span.start}-{span.end} runs past the report's {len(text)} characters", advice="count in code points"
        )
    return span


def _absent(words: str) -> UsageError:
    return UsageError(f"the report does not hold the words {words!r}", advice="quote them as they stand there")


def _gap(one: Span, two: Span) -> int:
    return max(0, one.start - two.end, two.start - one.end)
