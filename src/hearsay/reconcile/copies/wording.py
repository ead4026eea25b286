"""A document as comparison sees it: the words of its prose in small letters, in stretches within its paragraphs."""

import re
import zlib
from bisect import bisect_right
from dataclasses import dataclass

from hearsay.normalise.quotes import quoted_spans
from hearsay.normalise.sentence import sentences
from hearsay.records.document import Document
from hearsay.records.span import Span

SHINGLE = 4
"""Words of a run that two documents share by more than chance; set on the reports of shared stories, where runs of
three tie unrelated paragraphs together ("the coast guard") and runs of five lose edited ones."""
LONG = 60
"""Words above which a paragraph is taken sentence by sentence, so that one whose breaks were moved is found again."""

HEADED = 0.8
"""The share of a paragraph's longer words with a capital from which it is a headline: sentences have fewer."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LONGER = re.compile(r"\b[^\W\d_]{4,}")
_PARAGRAPH = re.compile(r"\S(?:(?!\n\s*\n).)*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph, or a sentence of a long one: the words ``first`` to ``last`` of the document, half open."""

    first: int
    last: int

    @property
    def size(self) -> int:
        """Its words."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a document's prose. What is not prose (datelines, captions, credits, notices) is left out."""

    words: tuple[str, ...]
    """In small letters."""
    marks: tuple[int, ...]
    """A number for each word, the same wherever it is read: its CRC-32."""
    spans: tuple[tuple[int, int], ...]
    """Where each stands in the text, code points, half open."""
    quoted: tuple[bool, ...]
    """Whether each stands within quotation marks: then it is a speaker's and no reporter's."""
    stretches: tuple[Stretch, ...]
    """In order; each word is in one of them."""
    runs: dict[tuple[str, ...], list[int]]
    """Where each run of SHINGLE words begins."""

    def span(self, first: int, last: int) -> Span:
        """Where the words ``first`` to ``last``, half open, stand in the text."""
        return Span(self.spans[first][0], self.spans[last - 1][1])

    def stretch_of(self, word: int) -> int:
        """The place of the stretch that the word is in."""
        return bisect_right(self.stretches, word, key=lambda stretch: stretch.first) - 1


def wording(document: Document) -> Wording:
    """The words of a document's prose."""
    text = document.text
    beside = [(part.span.start, part.span.end) for part in document.parts]
    spans: list[tuple[int, int]] = []
    stretches: list[Stretch] = []
    for paragraph in _PARAGRAPH.finditer(text):
        if _is_headline(paragraph[0]):
            continue
        found = _outside([word.span() for word in _WORD.finditer(text, *paragraph.span())], beside)
        for size in _sizes(paragraph[0], found, start=paragraph.start()):
            first = stretches[-1].last if stretches else 0
            stretches.append(Stretch(first, first + size))
        spans += found
    words = tuple(text[start:end].lower().replace("’", "'") for start, end in spans)
    runs: dict[tuple[str, ...], list[int]] = {}
    for n in range(len(words) - SHINGLE + 1):
        runs.setdefault(words[n : n + SHINGLE], []).append(n)
    marks = tuple(zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words)
    return Wording(words, marks, tuple(spans), _quoted(text, spans), tuple(stretches), runs)


def _is_headline(paragraph: str) -> bool:
    longer = _LONGER.findall(paragraph)
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= HEADED * len(longer)


def _sizes(paragraph: str, found: list[tuple[int, int]], *, start: int) -> list[int]:
    """How many words each stretch of a paragraph has, whose words are ``found`` and which begins at ``start``."""
    if len(found) <= LONG:
        return [len(found)] if found else []
    ends = [start + end for _, end in sentences(paragraph)]
    sizes = [0] * (len(ends) + 1)
    place = 0
    for begin, _ in found:
        while place < len(ends) and begin >= ends[place]:
            place += 1
        sizes[place] += 1
    return [size for size in sizes if size]


def _outside(found: list[tuple[int, int]], beside: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if not beside:
        return found
    return [span for span in found if not any(start < span[1] and span[0] < end for start, end in beside)]


def _quoted(text: str, spans: list[tuple[int, int]]) -> tuple[bool, ...]:
    quoted = quoted_spans(text)
    made = []
    place = 0
    for start, _ in spans:
        while place < len(quoted) and quoted[place][1] <= start:
            place += 1
        made.append(place < len(quoted) and quoted[place][0] <= start)
    return tuple(made)
