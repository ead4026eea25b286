"""Text to what the network reads: word pieces, the style of each, and windows over long texts.

The vocabulary is that of MiniLM (Wang et al., 2020), lower-cased; what that loses comes back as a *style* for
each piece: its letter case, whether it opens a paragraph, whether it stands within quotation marks. Words are the
pre-tokens of BERT (runs of letters and digits, single punctuation marks); the network labels words, not pieces.
"""

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from hearsay.read.quotes import quoted_spans

Ints = NDArray[np.int64]

LIMIT = 254
"""Most word pieces of text in a window, the two special ones not counted (training: the same)."""
STYLES = 24
"""How many values a style has: 6 letter cases, times 2 for a paragraph's first word, times 2 for quoted."""
CLS, SEP = 101, 102
_NUMBER, _LOWER, _TITLE, _UPPER, _MIXED, MARK_STYLE = range(6)
_PARAGRAPH_FIRST, _QUOTED = 6, 12
_STOPS = frozenset(".?!")


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text as the network reads it: P pieces, W words."""

    text: str
    ids: Ints
    """(P,) vocabulary ids."""
    first: Ints
    """(W + 1,) index of each word's first piece, and P."""
    starts: Ints
    """(W,) code point where each word starts."""
    ends: Ints
    """(W,) code point where each word ends."""
    styles: Ints
    """(W,) style of each word, below STYLES."""
    paragraphs: Ints
    """(W,) number of the paragraph that each word stands in."""

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``start`` to ``end`` of a text, which the network reads at once."""

    start: int
    end: int


class Encoder:
    """The tokenizer of a set of weights."""

    def __init__(self, path: Path) -> None:
        """Load ``tokenizer.json`` from ``path``; raises what ``tokenizers`` raises where it cannot be read."""
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def encode(self, text: str) -> Encoded:
        """Cut a text of any length into words and pieces."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        words = np.asarray(encoding.word_ids, dtype=np.int64)
        offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
        begins = np.flatnonzero(np.diff(words, prepend=-1))
        starts = offsets[begins, 0]
        ends = offsets[np.append(begins[1:], len(words)) - 1, 1] if len(words) else starts
        breaks = _paragraph_breaks(text)
        paragraphs = np.asarray([bisect_right(breaks, s) for s in starts.tolist()], dtype=np.int64)
        return Encoded(
            text=text,
            ids=np.asarray(encoding.ids, dtype=np.int64),
            first=np.append(begins, len(words)).astype(np.int64),
            starts=starts,
            ends=ends,
            styles=_styles(text, starts, ends=ends, paragraphs=paragraphs),
            paragraphs=paragraphs,
        )


def _paragraph_breaks(text: str) -> list[int]:
    breaks, at = [], text.find("\n")
    while at >= 0:
        breaks.append(at)
        at = text.find("\n", at + 1)
    return breaks


def _styles(text: str, starts: Ints, *, ends: Ints, paragraphs: Ints) -> Ints:
    cases = np.asarray([_case(text[s:e]) for s, e in zip(starts.tolist(), ends.tolist(), strict=True)], dtype=np.int64)
    cases += _PARAGRAPH_FIRST * (np.diff(paragraphs, prepend=-1) != 0)
    for start, end in quoted_spans(text):
        cases[np.searchsorted(starts, start) : np.searchsorted(starts, end)] += _QUOTED
    return cases


def _case(word: str) -> int:
    if word.islower():
        return _LOWER
    if word.istitle():
        return _TITLE
    if word.isupper():
        return _UPPER
    if word.isdigit():
        return _NUMBER
    return _MIXED if word.isalnum() else MARK_STYLE


def windows(encoded: Encoded, *, limit: int = LIMIT, first_limit: int | None = None) -> list[Window]:
    """Part a text into windows of at most ``limit`` pieces, or of one word that has more.

    A cut falls on the last paragraph that begins in a window's second half, else on a sentence, else between words.
    ``first_limit`` shortens the first window (training moves the cuts with it).
    """
    count = len(encoded)
    paragraph_cuts = np.flatnonzero(np.diff(encoded.paragraphs, prepend=-1)).tolist()
    sentence_cuts = [i + 1 for i, e in enumerate(encoded.ends.tolist()) if encoded.text[e - 1] in _STOPS]
    found: list[Window] = []
    start, size = 0, first_limit or limit
    while start < count:
        most = int(np.searchsorted(encoded.first, encoded.first[start] + size, side="right")) - 1
        most = max(most, start + 1)
        low = start + (most - start) // 2
        end = count if most >= count else _cut(paragraph_cuts, sentence_cuts, low=low, high=most)
        found.append(Window(start, end))
        start, size = end, limit
    return found


def _cut(paragraph_cuts: list[int], sentence_cuts: list[int], *, low: int, high: int) -> int:
    """The last place above ``low`` and not above ``high`` where a paragraph, else a sentence, else a word begins."""
    for cuts in (paragraph_cuts, sentence_cuts):
        at = bisect_right(cuts, high) - 1
        if at >= 0 and cuts[at] > low:
            return cuts[at]
    return high
