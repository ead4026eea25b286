"""What a report's terms weigh: how often it has them against how rare they are (TF-IDF, Salton and Buckley 1988)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from hearsay.reconcile.stories.background import background
from hearsay.reconcile.stories.terms import Terms, key_of
from hearsay.records.traits import Traits

KEPT = 64
"""Terms that a report is recognized by, those that weigh most. On the dev stories 40, 64 and 150 did alike."""
STEEPNESS = 1.25
"""The power of rarity. Tuned on the dev stories: 1 to 1.5 did alike."""
NAME = 1.5
"""How much more a name weighs. Tuned on the dev stories: at 1, two articles on one event can be as far apart as two
on different ones; from 1.5 to 2.5 nothing changed."""
COMMON = 1.5
"""The rarity, a natural logarithm, under which a term is passed over: more than a fifth of all texts have it."""


KNOWN = 16
"""The texts of the background, one in a hundred, from which a term is held to be at least as common in a ledger. A
ledger counts only terms that reports are recognized by: without this "that" grows rarer with each report. Not tuned."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is known of terms in a ledger."""

    documents: int
    """How many there are."""
    holding: Mapping[int, int]
    """How many of them hold a term, by its key; none where the term is not there."""


def traits_of(terms: Terms, counted: Counted, *, document: int, lineage: str, published: str | None) -> Traits:
    """The traits of a report, in a ledger where its terms are as common as ``counted`` tells."""
    weights: dict[int, float] = {}
    for term, count in terms.counts.items():
        key = key_of(term)
        rare = rarity(term, counted.holding.get(key, 0), documents=counted.documents)
        if rare >= COMMON:
            weights[key] = (1 + log(count)) * rare**STEEPNESS * (NAME if term in terms.names else 1)
    kept = dict(sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:KEPT])
    length = sqrt(sum(weight * weight for weight in kept.values())) or 1.0
    names = frozenset(map(key_of, terms.names))
    return Traits(
        document, lineage, day_of(published), {key: w / length for key, w in kept.items()}, names & kept.keys()
    )


def rarity(term: str, holding: int, *, documents: int) -> float:
    """The natural logarithm of how many texts there are to one that holds ``term``, a ledger's own included."""
    known = background()
    here = known.counts.get(term, 0)
    if here >= KNOWN:
        holding = max(holding, round(documents * here / known.texts))
    return log((known.texts + documents + 1) / (here + holding + 1))


def day_of(published: str | None) -> int | None:
    """The day of publication, as date.toordinal has it; None where it is not known."""
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
