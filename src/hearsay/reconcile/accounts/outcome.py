"""What later reports say came of something that was expected."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hearsay.normalise.sentence import sentences
from hearsay.normalise.when.find import find_times
from hearsay.normalise.when.period import ends
from hearsay.normalise.when.tense import is_past
from hearsay.reconcile.accounts.wording import telling, weights, worth
from hearsay.records.document import Document
from hearsay.records.span import Span
from hearsay.records.story import State

_SHARED = 0.65
"""The least share, by weight, of the words of what is expected that a later sentence must have; read by eye on four
stories."""
_SOME = 0.3
"""The same for a sentence that names who was to do it and has the very day on which it was due."""
_FEWEST = 2
"""The fewest words that both must have."""
_POSTPONED = re.compile(
    r"\b(?:postpon\w+|delay(?:ed|s)|put off|pushed back|rescheduled|deferred|adjourned until)\b", re.I
)
_FAILED = re.compile(
    r"\b(?:did not|didn['’]t|has not|hasn['’]t|have not|haven['’]t|had not|hadn['’]t|failed to|never|cancel\w+|"
    r"scrapped|called off|missed|abandoned|without)\b",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|['’]ll|to be|is to|are to|was to|were to|is due|are due|was due|were due|expects?|expected|"
    r"plans? to|planning|planned to|may|might|could|set to|hop\w+|scheduled|promis\w+|vow\w+|pledg\w+|next|likely|"
    r"intends?|if|unless|until)\b",
    re.I,
)
_CLAUSE = re.compile(r"[,;:—]\s|\s(?:said|says|but|and said|that)\s")
_WORD = re.compile(r"[^\W\d_]+")
_OF_COURSE = frozenset("expect plan due like hold held take place go come first schedul promis".split())
"""Stems that tell that something is to be, and not what."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a sentence tells."""

    state: State
    document: Document
    span: Span
    """The sentence."""


class Later:
    """The sentences of a story's reports, to be asked what came of something."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._sentences = [(d, Span(*edges)) for d in documents for edges in sentences(d.text)]
        self._told = [telling(span.of(d.text)) for d, span in self._sentences]
        self._weight = weights(self._told)
        self._places: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._told):
            for word in words:
                self._places[word].append(number)

    def outcome(self, what: str, due: str, *, by: str, after: Document, day: date) -> Outcome | None:
        """The first sentence of a later report, published by ``day``, that tells what came of ``what``.

        ``by``: the name of who is to do it.
        """
        words = telling(what) - _OF_COURSE
        if not words or after.published is None:
            return None
        first, last = ends(due)
        for number, is_same in self._near(words, telling(by)):
            document, span = self._sentences[number]
            told = (document.published or "")[:10]
            if document.id == after.id or (document.published or "") <= after.published or told > day.isoformat():
                continue
            sentence = span.of(document.text)
            state = _state(sentence, words)
            if state is State.POSTPONED and is_same:
                return Outcome(state, document, span)
            if state is None or state is State.POSTPONED or (first is not None and told < first.isoformat()):
                continue
            if is_same or (first == last and _is_of(sentence, first, published=document.published)):
                return Outcome(state, document, span)
        return None

    def _near(self, words: frozenset[str], names: frozenset[str]) -> list[tuple[int, bool]]:
        """The sentences that have some of ``words``, by the publication of their reports.

        With each, whether it has enough of them to be of the same thing; one that has fewer must have all of the
        ``names`` too, and is of the same thing only if it is of the same day.
        """
        shared: Counter[int] = Counter()
        for word in words:
            shared.update(self._places.get(word, ()))
        weight = self._full(words)
        whole = worth(words, weight)
        found = []
        for number, count in shared.items():
            has = worth(words & self._told[number], weight)
            if count >= _FEWEST and has >= _SHARED * whole:
                found.append((number, True))
            elif has >= _SOME * whole and names and names <= self._told[number]:
                found.append((number, False))
        return sorted(found, key=lambda one: (self._sentences[one[0]][0].published or "~", one[0]))

    def _full(self, words: frozenset[str]) -> Mapping[str, float]:
        """The weights of words; one that no sentence has tells the most of all."""
        most = max(self._weight.values(), default=1.0)
        return {word: self._weight.get(word, most) for word in words}


def _state(sentence: str, words: frozenset[str]) -> State | None:
    """What the clauses of a sentence that have most of its words of ``words`` tell; None where they look forward."""
    clauses = [clause for clause in _CLAUSE.split(sentence) if clause]
    most = max((len(words & telling(clause)) for clause in clauses), default=0)
    for clause in clauses:
        if len(words & telling(clause)) < max(most, 1):
            continue
        if _POSTPONED.search(clause):
            return State.POSTPONED
        if _AHEAD.search(clause):
            continue
        if _FAILED.search(clause):
            return State.NOT_HAPPENED
        if any(is_past(word) for word in _WORD.findall(clause.casefold())):
            return State.HAPPENED
    return None


def _is_of(sentence: str, day: date | None, *, published: str | None) -> bool:
    """Whether a sentence has the day among its times."""
    return day is not None and any(ends(when.value) == (day, day) for when in find_times(sentence, published))
