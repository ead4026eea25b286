"""What later reports say came of something that was expected."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hearsay.normalise.sentence import sentences
from hearsay.normalise.when.period import ends
from hearsay.normalise.when.tense import is_past
from hearsay.reconcile.accounts.wording import telling, weights, worth
from hearsay.records.document import Document
from hearsay.records.span import Span
from hearsay.records.story import State

_SHARED = 0.65
"""The least share, by weight, of the words of what is expected that a later sentence must have; read by eye on four
stories."""
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
    r"\b(?:will|would|shall|['’]ll|to be|is to|are to|was to|were to|is due|are due|was due|were due|expect\w*|plan\w*|"
    r"may|might|could|set to|hop\w+|scheduled|promis\w+|vow\w+|pledg\w+|next|likely|intends?|if|unless|until)\b",
    re.I,
)
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

    def outcome(self, what: str, due: str, *, after: Document, day: date) -> Outcome | None:
        """The first sentence of a later report, published by ``day``, that tells what came of ``what``."""
        words = telling(what) - _OF_COURSE
        if len(words) < _FEWEST or after.published is None:
            return None
        first, _ = ends(due)
        for number in self._near(words):
            document, span = self._sentences[number]
            if document.published is None or document.id == after.id:
                continue
            told = document.published[:10]
            if not after.published[:10] <= told <= day.isoformat() or document.published <= after.published:
                continue
            state = _state(span.of(document.text), words)
            began = first is None or told >= first.isoformat()
            if state is State.POSTPONED or (state is not None and began):
                return Outcome(state, document, span)
        return None

    def _near(self, words: frozenset[str]) -> list[int]:
        """The sentences that have enough of ``words``, by the publication of their reports."""
        shared: Counter[int] = Counter()
        for word in words:
            shared.update(self._places.get(word, ()))
        enough = _SHARED * worth(words, self._full(words))
        found = [
            number
            for number, count in shared.items()
            if count >= _FEWEST and worth(words & self._told[number], self._full(words)) >= enough
        ]
        return sorted(found, key=lambda number: (self._sentences[number][0].published or "~", number))

    def _full(self, words: frozenset[str]) -> Mapping[str, float]:
        """The weights of words; one that no sentence has tells the most of all."""
        most = max(self._weight.values(), default=1.0)
        return {word: self._weight.get(word, most) for word in words}


def _state(sentence: str, words: frozenset[str]) -> State | None:
    """What a sentence tells of that whose words it has; None where it only looks forward to it."""
    if _POSTPONED.search(sentence):
        return State.POSTPONED
    if _FAILED.search(sentence) and not _AHEAD.search(sentence):
        return State.NOT_HAPPENED
    if _AHEAD.search(sentence):
        return None
    past = [word for word in _WORD.findall(sentence.casefold()) if is_past(word)]
    return State.HAPPENED if past and words else None
