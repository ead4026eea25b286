"""The terms of a report: the stems of its words, how often it has each, and which of them name something."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from hearsay.normalise.stem import stem, stems
from hearsay.records.document import Document, PartKind
from hearsay.records.ledger import Ledger

IN_TITLE = 2
"""How many times a word of the title counts. Not tuned: from 1 to 3 nothing changed on the dev stories."""
KEPT = 50_000
"""Terms whose keys are kept at hand. Not tuned: more than the reports of a month have."""
_MOSTLY = 0.8
"""The share of a stem's places within sentences at which it stands with a capital, where it is held to be a name."""
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n\n")
_POSSESSIVE = re.compile(r"['’]s$")
_PASSED = frozenset({PartKind.CREDIT, PartKind.RELATED, PartKind.NOTICE})
"""Parts that are about the publisher, or about other events."""
_CALENDAR = frozenset(
    stems(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
        "September October November December Jan Feb Mar Apr Jun Jul Aug Sept Oct Nov Dec"
    )
)


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one report."""

    counts: dict[str, int]
    """How often the report has each stem."""
    names: frozenset[str]
    """Those that name somebody or something."""


def terms_of(entries: Ledger) -> Terms:
    """The terms of the one document of ``entries``, its title and its sources' names included."""
    (document,) = entries.documents
    counts: Counter[str] = Counter()
    high: Counter[str] = Counter()
    low: Counter[str] = Counter()
    for sentence in _SENTENCE.split(_prose(document)):
        for place, (word, known) in enumerate(_words(sentence)):
            counts[known] += 1
            if place:
                (high if word[0].isupper() else low)[known] += 1
    for _, known in _words(document.title or ""):
        counts[known] += IN_TITLE
    names = {known for known in high if high[known] >= _MOSTLY * (high[known] + low[known])}
    for source in entries.sources:
        if source.anonymous is False:
            names.update(known for word, known in _words(source.name) if word[0].isupper() and not low[known])
    passed = _CALENDAR | set(stems(document.publisher or ""))
    return Terms({known: n for known, n in counts.items() if known not in passed}, frozenset(names) - passed)


@lru_cache(KEPT)
def key_of(term: str) -> int:
    """A term as ledgers keep it: 31 bits of its digest. Of 300,000 terms some twenty share theirs with another."""
    return int.from_bytes(blake2b(term.encode("utf-8", "surrogatepass"), digest_size=4).digest()) >> 1


def _prose(document: Document) -> str:
    """The text without the parts that are not about the event."""
    kept, at = [], 0
    for part in document.parts:
        if part.kind in _PASSED:
            kept.append(document.text[at : part.span.start])
            at = part.span.end
    return "\n\n".join([*kept, document.text[at:]])


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Words of at least two letters that are no numbers, with their stems."""
    for found in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", found[0])
        if not word[0].isdigit() and len(known := stem(word)) > 1:
            yield word, known
