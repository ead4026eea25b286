"""What people type to find something: words, "phrases" and -words, on every database the same.

All words and phrases must be there; none of those with a hyphen before them may. Words are compared by their stems
(hearsay.normalise.stem); a word in several parts, such as cease-fire or 3,000, is a phrase. Nothing else means
anything: there is no wrong query, only an empty one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.errors import UsageError
from hearsay.normalise.stem import Word, stem, stems

MOST = 60
"""Most words in a query, of phrases each. Not tuned: far more than anybody types, far fewer than a database bears."""
_TERM = re.compile(r'(-?)(?:["“”„]([^"“”„]*)["“”„]?|([^\s"“”„]+))')

Phrase = tuple[str, ...]
"""Stems that must stand one right after another."""


@dataclass(frozen=True, slots=True)
class Query:
    """What must be there, and what must not."""

    wanted: tuple[Phrase, ...]
    unwanted: tuple[Phrase, ...]

    @property
    def stems(self) -> frozenset[str]:
        """All stems that must be there."""
        return frozenset(one for phrase in self.wanted for one in phrase)


def parsed(words: str) -> Query:
    """The query in ``words``. Raises UsageError for more than MOST words."""
    found: dict[bool, dict[Phrase, None]] = {True: {}, False: {}}
    for minus, phrase, word in _TERM.findall(words):
        if term := tuple(stems(phrase or word)):
            found[not minus].setdefault(term)
    query = Query(tuple(found[True]), tuple(found[False]))
    if sum(map(len, query.wanted + query.unwanted)) > MOST:
        raise UsageError(f"more than {MOST} words to look for", advice="give the most telling ones")
    return query


def times_there(phrase: Phrase, words: Sequence[str]) -> int:
    """How often a phrase stands among ``words``, which are as the text has them."""
    first, *others = phrase
    small, capital = first[0], first[0].upper()
    count = 0
    for at, word in enumerate(words):
        # A stem begins as its word does, but for case and accents, and to look at the first letter is quick.
        if (word[0] == small or word[0] == capital or word[0] > "\x7f") and stem(word) == first:
            count += len(words) > at + len(others) and all(stem(words[at + n]) == o for n, o in enumerate(others, 1))
    return count


def places(query: Query, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Where words and phrases of the query stand among ``words``: [first, after the last) of each, in their order."""
    found: list[tuple[int, int]] = []
    for at, word in enumerate(words):
        ends = [at + len(p) for p in query.wanted if p[0] == word.stem and _is_there(p, words, at=at)]
        if ends:
            found.append((at, max(ends)))
    return found


def _is_there(phrase: Phrase, words: Sequence[Word], *, at: int) -> bool:
    return all(at + n < len(words) and words[at + n].stem == one for n, one in enumerate(phrase))
