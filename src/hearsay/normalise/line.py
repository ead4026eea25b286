"""A stretch of text as one line of plain words, on which rules can be written as patterns.

In the line words are lower-case and parted by single blanks, contractions are taken apart ("wouldn't" is "would not",
"I'll" is "i will"), a comma and its like stand as ",", the end of a sentence as ".". Each place in it leads back to the
code points of the text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hearsay.records.span import Span

_TOKEN = re.compile(
    r"[^\W\d_]+(?=n['’]t\b)|n['’]t\b|(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*(?:st|nd|rd|th|am|pm|bn|m|k|tn)?\b|[^\W\d_]+(?:-[^\W_]+)*|\d+|[$€£¥₹%°]|[.!?]+|[,;:()—–]|['’](?:\w+)"
)
_ENDS = re.compile(r"[.!?]+")
_ENDING = ".!?"
_STOPS = frozenset(",;:()—–")
_MONTH = "May"
_TITLES = frozenset("mr mrs ms dr st gen sen rep gov lt col sgt capt prof rev jr sr hon vs no inc corp co ltd".split())
_SUFFIXES = {"n't": "not", "'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would"}
_IS_SHORT = frozenset("it he she that this there here what who where how".split())
"""Behind these "'s" is a verb, behind others it may be a genitive."""
_CONTRACTED = {"ca": "can", "wo": "will", "sha": "shall"}
"""What stands before "n't"."""
_SPLIT = {"cannot": ("can", "not"), "gonna": ("going", "to"), "wanna": ("want", "to")}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a line as patterns see it, and the code points ``start`` to ``end`` of the text it came from."""

    norm: str
    start: int
    end: int
    capital: bool = False
    """Whether it starts with a capital."""


class Line:
    """Words joined by blanks, with the way back to the text."""

    __slots__ = ("_starts", "text", "words")

    def __init__(self, words: Iterable[Word]) -> None:
        self.words: tuple[Word, ...] = tuple(words)
        self.text = " ".join(w.norm for w in self.words)
        starts, place = [], 0
        for word in self.words:
            starts.append(place)
            place += len(word.norm) + 1
        self._starts = starts

    def number(self, place: int) -> int:
        """The number of the word that stands at ``place`` of ``self.text``."""
        return max(0, bisect_right(self._starts, place) - 1)

    def span(self, start: int, end: int) -> Span:
        """Where the words of ``self.text[start:end]`` stand in the text that the line was made from."""
        first, last = self.number(start), max(self.number(start), bisect_left(self._starts, end) - 1)
        return Span(self.words[first].start, max(self.words[last].end, self.words[first].start + 1))

    def found(self, match: re.Match[str]) -> Span:
        """Where what a pattern matched stands in the text."""
        return self.span(match.start(), match.end())

    def __add__(self, other: "Line") -> "Line":
        """Both, one behind the other."""
        return Line((*self.words, *other.words))

    def __bool__(self) -> bool:
        """Whether there is a word in it."""
        return bool(self.words)


def line(text: str, spans: Sequence[Span]) -> Line:
    """The line of these spans of ``text``, in their order; a sentence that ends between two of them is ended."""
    words: list[Word] = []
    last = None
    for span in spans:
        if (
            last is not None
            and _ENDS.search(text, last, min(span.start, last + 80))
            and words
            and words[-1].norm != "."
        ):
            words.append(Word(".", last - 1, last))
        words.extend(_words(text, span))
        last = span.end
    return Line(words)


def _words(text: str, span: Span) -> Iterator[Word]:
    before = ""
    for match in _TOKEN.finditer(text, span.start, span.end):
        token, start, end = match[0], match.start(), match.end()
        if token[0] in _ENDING:
            if before in _TITLES or (len(before) == 1 and before.isalpha() and token == _ENDING[0]):
                continue
            yield Word("?" if "?" in token else ".", start, end)
        elif token in _STOPS:
            yield Word(",", start, end)
        else:
            yield from _word(token, start, before=before)
        before = token.lower()


def _word(token: str, start: int, *, before: str) -> Iterator[Word]:
    """The words of one token."""
    lower, end = token.lower().replace("’", "'"), start + len(token)
    if lower == "'s" and before in _IS_SHORT:
        yield Word("is", start, end)
    elif lower in _SUFFIXES:
        yield Word(_SUFFIXES[lower], start, end)
    elif lower in _SPLIT:
        first, second = _SPLIT[lower]
        yield Word(first, start, start + len(first))
        yield Word(second, end - len(second), end)
    else:
        # The month is no modal.
        month = token == _MONTH and before not in ("", ".", "!", "?")
        yield Word(token if month else _CONTRACTED.get(lower, lower), start, end, token[0].isupper())
