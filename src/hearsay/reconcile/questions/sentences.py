"""The sentences of a story's documents with the words that tell of measures, each looked at once."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from hearsay.normalise.sentence import sentences
from hearsay.reconcile.questions.lexicon import phrases, told_by

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BREAK = re.compile(
    r"[;—–“”\"\n]|:(?!\s?\d)|,(?!\d)|\s(?:and|but|while|although|though|whereas|which|who|whose|because|as|after|before|when|if)\b"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell of measures."""

    start: int
    """In code points of the sentence."""
    end: int
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document."""

    text: str
    cues: tuple[Cue, ...]
    words: tuple[tuple[int, int, str], ...]
    """Start, end and lower case of each word."""
    breaks: tuple[int, ...]
    """Where its clauses part."""


@dataclass(slots=True)
class Texts:
    """The sentences of the documents that figures stand in."""

    bounds: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """By Document.id."""

    def at(self, document: str, text: str, *, place: int) -> tuple[int, int, int]:
        """Which sentence holds ``place``, counted from 0, with its start and end in the document."""
        if document not in self.bounds:
            self.bounds[document] = list(sentences(text)) or [(0, len(text))]
        bounds = self.bounds[document]
        number = max(0, bisect_right(bounds, (place, len(text) + 1)) - 1)
        return number, *bounds[number]


@lru_cache(maxsize=20_000)
def sentence(text: str) -> Sentence:
    """``text`` with its words and cues; copies of a report have it once."""
    lower = text.lower()
    words = tuple((found.start(), found.end(), found[0]) for found in _WORD.finditer(lower))
    cues = [
        Cue(found.start(), found.end(), (name,)) for name, pattern in phrases() for found in pattern.finditer(lower)
    ]
    for start, end, word in words:
        told = told_by(word) or (told_by(word[:-2]) if word.endswith(("'s", "’s")) else ())
        if not told and "-" in word:
            told = tuple(m for part in word.split("-") for m in told_by(part))
        if told:
            cues.append(Cue(start, end, told))
    return Sentence(text, tuple(_longest(cues)), words, tuple(found.start() for found in _BREAK.finditer(lower)))


def _longest(cues: list[Cue]) -> list[Cue]:
    """Cues without those that stand within a longer one: "class action" is no action, "lost his life" no loss."""
    return [
        cue
        for cue in cues
        if not any(o.start <= cue.start and cue.end <= o.end and o.end - o.start > cue.end - cue.start for o in cues)
    ]
