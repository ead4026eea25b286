"""Words as they are looked for: without case, accents, possessives or endings, each with its place in the text.

Endings are taken off by the English Snowball stemmer (Porter 2), the same for every database.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

# Not by its name: the package would give another implementation, of another version, where one is installed.
from snowballstemmer.english_stemmer import EnglishStemmer

LONGEST = 60
"""Most letters of a stem; what is longer is cut. Not tuned: longer than any word of a language."""
_STEMMER = EnglishStemmer()
# It keeps the word that it works on.
_TURN = Lock()
_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f"
_WORD = re.compile(rf"(?:[^\W_][{_MARKS}]*)+(?:['’](?:[^\W_][{_MARKS}]*)+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text."""

    stem: str
    """Letters and digits alone."""
    start: int
    """In code points."""
    end: int


def words(text: str) -> Iterator[Word]:
    """The words of ``text`` in their order; what has neither letter nor digit has none."""
    for found in _WORD.finditer(text):
        if known := stem(found[0]):
            yield Word(known, found.start(), found.end())


def parts(text: str) -> list[str]:
    """The words of ``text`` as they stand there."""
    return _WORD.findall(text)


def stems(text: str) -> list[str]:
    """The stems of the words of ``text`` in their order."""
    return [known for found in _WORD.findall(text) if (known := stem(found))]


def unaccented(word: str) -> str:
    """A word in small letters without accents, which wires leave out: "Insfrán" as "insfran"."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of one word; empty where nothing of it can be looked for."""
    with _TURN:
        taken = str(_STEMMER.stemWord(unaccented(word).replace("’", "'")))
    return "".join(c for c in taken if c.isalnum())[:LONGEST]
