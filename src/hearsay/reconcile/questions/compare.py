"""A story's figures compared: copies of one passage folded, what shares nothing left out, the rest scored in pairs."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from hearsay.reconcile.questions.against import among, counting, linked, recalled
from hearsay.reconcile.questions.pair import Weighing, comparable, rarity, score
from hearsay.reconcile.questions.sentences import Texts
from hearsay.reconcile.questions.sign import NOTHING, Sign, sign
from hearsay.reconcile.questions.sites import sites
from hearsay.records.account import Given

TOLD = 0.12
"""The share of a measure from which a figure is looked for under it (not tuned: what is below weighs little)."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Figures of one story that stand in the same words are one entry."""

    entries: tuple[tuple[Sign, ...], ...]
    """In an order that does not depend on that of the input."""
    weighing: Weighing

    def scores(self) -> dict[tuple[int, int], float]:
        """The log odds that two entries are of one question, by their numbers; those that share nothing left out."""
        firsts = [entry[0] for entry in self.entries]
        found: dict[tuple[int, int], float] = {}
        shelves: dict[object, list[int]] = {}
        for number, one in enumerate(firsts):
            mates: set[int] = set()
            for key in _keys(one, self.weighing):
                mates.update(shelves.setdefault(key, []))
                shelves[key].append(number)
            for mate in mates:
                if comparable(firsts[mate], one):
                    found[mate, number] = score(firsts[mate], one, self.weighing)
        return found


def compared(givens: Iterable[Given], *, single: Collection[str]) -> Compared:
    """The figures' signs and what a comparison of any two weighs; ``single``: ids of figures that are not folded."""
    texts = Texts()
    documents: dict[str, list[Sign]] = {}
    for given in sorted(givens, key=lambda g: (g.document.id, g.figure.span)):
        documents.setdefault(given.document.id, []).append(sign(given, texts))
    where = sites([s for signs in documents.values() for s in signs])
    links: dict[str, str] = {}
    entries: dict[object, list[Sign]] = {}
    read: list[tuple[tuple[Sign, ...], dict[str, str]]] = [
        linked(among([replace(s, sites=where.get(s.id, frozenset())) for s in signs])) for signs in documents.values()
    ]
    values = _values(s for done, _ in read for s in done)
    for found, own in read:
        done = tuple(counting(recalled(s, values.get((s.kind, s.low, s.high), ()))) for s in found)
        links.update(own)
        known = {s.id: s for s in done}
        for one in done:
            other = known.get(own.get(one.id, ""))
            key = (one.sentence.text, one.start, one.end, other and (other.sentence.text, other.start))
            entries.setdefault(one.id if one.id in single else key, []).append(one)
    folded = [tuple(sorted(signs, key=lambda s: s.id)) for signs in entries.values()]
    folded.sort(key=lambda signs: signs[0].id)
    # A link between copies is one between their entries.
    first = {s.id: signs[0].id for signs in folded for s in signs}
    firsts = [signs[0] for signs in folded]
    return Compared(tuple(folded), Weighing(rarity(firsts), {first[a]: first[b] for a, b in links.items()}))


def _values(signs: Iterable[Sign]) -> dict[object, list[Sign]]:
    """The signs by their numbers."""
    found: dict[object, list[Sign]] = {}
    for one in signs:
        found.setdefault((one.kind, one.low, one.high), []).append(one)
    return found


def _keys(one: Sign, weighing: Weighing) -> Sequence[object]:
    """What two figures that may be of one question share at least one of."""
    keys: list[object] = [
        (one.kind, "told", name) for name, share in one.told.items() if share > TOLD and name != NOTHING
    ]
    keys.append((one.kind, "value", one.low, one.high))
    keys.append((one.kind, "hint", one.given.figure.question))
    keys.append(("link", weighing.links.get(one.id, one.id)))
    keys.append(("link", one.id))
    if one.head and one.head != "people":
        keys.append((one.kind, "head", one.head))
    if one.kind != "count":
        keys.append((one.kind, one.unit))
    return list(dict.fromkeys(keys))
