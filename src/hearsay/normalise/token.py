"""Text as words, numbers and signs with their places: what the rules of this package step over."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
      (?:https?://|www\.|pic\.twitter\.com)[^\s<>"]+                # an address, whose digits count nothing
    | (?<![\w.])\.[0-9]+                                          # .5
    | [0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?![0-9])(?:\.[0-9]+)?     # 1,200 and, in lakhs, 12,34,567
    | [0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3})+(?![0-9])(?:\.[0-9]+)?
    | [0-9]+(?:\.[0-9]+)?
    | [^\W\d_]+(?:['’][^\W\d_]+)*
    | \S
    """,
    re.VERBOSE,
)

_DIGITS = frozenset("0123456789")
_STARTS = _DIGITS | {"."}

HYPHENS = frozenset("-‐‑")
"""What joins the parts of one word."""
DASHES = frozenset("-‐‑–—−")
"""What may stand between the two ends of a range."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, side by side in lists: hyphens part words, and no blank is a token."""

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    """Code points into the text."""
    ends: list[int]

    @classmethod
    def of(cls, text: str) -> "Tokens":
        """Split a text."""
        words: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for match in _TOKEN.finditer(text):
            words.append(match[0])
            starts.append(match.start())
            ends.append(match.end())
        return cls(text, words, [w.lower() for w in words], starts, ends)

    def __len__(self) -> int:
        return len(self.words)

    def at(self, i: int) -> str:
        """The token in lower case, or "" outside the text."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def word(self, i: int) -> str:
        """The token as it is written, or "" outside the text."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def glued(self, i: int) -> bool:
        """Whether no blank stands between the token before and this one."""
        return 0 < i < len(self.words) and self.starts[i] == self.ends[i - 1]

    def line_break(self, i: int) -> bool:
        """Whether a new line, and so a new paragraph, begins between the token before and this one."""
        return 0 < i < len(self.words) and "\n" in self.text[self.ends[i - 1] : self.starts[i]]

    def is_digits(self, i: int) -> bool:
        """Whether the token is a number in digits."""
        return 0 <= i < len(self.words) and self.words[i][-1] in _DIGITS and self.words[i][0] in _STARTS

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Code points of the tokens from ``first`` up to ``end``, which is left out."""
        return self.starts[first], self.ends[end - 1]
