"""A story's figures compared: copies of one passage folded, what shares nothing left out, the rest scored in pairs."""

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from hearsay.normalise.measure import singular
from hearsay.reconcile.questions.against import among, counting, gapped, linked, recalled
from hearsay.reconcile.questions.pair import Weighing, comparable, score, weighing
from hearsay.reconcile.questions.sentences import Texts
from hearsay.reconcile.questions.sign import NOTHING, PART, Sign, middle, sign
from hearsay.reconcile.questions.sites import sites
from hearsay.records.account import Given
from hearsay.records.figure import Tally

CLEAR = 0.6
"""The share of its measure from which figures that are alike are taken as one (not tuned)."""
MANY = 120
"""Entries from which numbers about as large are taken as one, so that the pairs stay few (not tuned)."""
TOLD = 0.12
"""The share of a measure from which a figure is looked for under it (not tuned: what is below weighs little)."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Figures of one story that stand in the same words, or give the same number of the same, are one entry."""

    entries: tuple[tuple[Sign, ...], ...]
    """In the order of recording, by the first figure of each."""
    sizes: tuple[int, ...]
    """In how many different sentences the figures of each entry stand."""
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
                    found[mate, number] = score(firsts[mate], one, shared=self.weighing)
        return found


def compared(givens: Iterable[Given], *, single: Collection[str]) -> Compared:
    """The figures' signs and what a comparison of any two weighs; ``single``: ids of figures that are not folded."""
    rows = _read(givens)
    entries = _folded(rows, single, coarse=False)
    if len(entries) > MANY:
        entries = _folded(rows, single, coarse=True)
    # A link between figures is one between their entries.
    first = {row.sign.id: entry[0].sign.id for entry in entries for row in entry}
    signs = tuple(
        tuple(replace(row.sign, of=first.get(row.sign.of, row.sign.of and PART)) for row in entry) for entry in entries
    )
    links = {first[row.sign.id]: first[row.against.id] for row in rows if row.against}
    sizes = tuple(len({row.place for row in entry}) for entry in entries)
    return Compared(signs, sizes, weighing([entry[0] for entry in signs], links))


def recorded(given: Given) -> tuple[int, str, int, int, str]:
    """What puts figures in the order in which they were recorded."""
    span = given.figure.span
    return given.number, given.document.id, span.start, span.end, given.figure.id


@dataclass(frozen=True, slots=True)
class _Row:
    """A figure with what it stands against."""

    sign: Sign
    against: Sign | None

    @property
    def place(self) -> object:
        """The words that it stands in; the same in copies."""
        sign, other = self.sign, self.against
        return (sign.sentence.text, sign.start, sign.end, other and (other.sentence.text, other.start))


def _read(givens: Iterable[Given]) -> list[_Row]:
    """All figures in the order of recording, with what their documents and the story's other figures tell of them."""
    texts = Texts()
    documents: dict[str, list[Sign]] = {}
    for given in sorted(givens, key=recorded):
        documents.setdefault(given.document.id, []).append(sign(given, texts))
    where = sites([s for signs in documents.values() for s in signs])
    read = [
        linked(gapped(among([replace(s, sites=where.get(s.id, frozenset())) for s in signs])))
        for signs in documents.values()
    ]
    values = _values(s for done, _ in read for s in done)
    rows: list[_Row] = []
    for found, links in read:
        done = {s.id: counting(recalled(s, values.get((s.kind, s.low, s.high), ()))) for s in found}
        rows += (_Row(s, done.get(links.get(s.id, ""))) for s in done.values())
    return rows


def _folded(rows: Iterable[_Row], single: Collection[str], *, coarse: bool) -> list[list[_Row]]:
    """The rows in entries, by the first of each; ``coarse``: numbers that are about as large are taken as the same."""
    entries: dict[object, list[_Row]] = {}
    for row in rows:
        key = row.sign.id if row.sign.id in single else _alike(row, coarse=coarse) or row.place
        entries.setdefault(key, []).append(row)
    return sorted(entries.values(), key=lambda entry: recorded(entry[0].sign.given))


def _alike(row: _Row, *, coarse: bool) -> object:
    """What figures share that give the same number of the same and stand against the same; None if it is not told."""
    one, other = row.sign, row.against
    best = max(one.told, key=lambda name: (one.told[name], name))
    if best == NOTHING or one.told[best] < CLEAR:
        return None
    size = round(math.log2(1 + abs(middle(one)))) if coarse else (one.low, one.high)
    what = (one.kind, one.unit, size, best, one.head, singular(one.noun), one.restricted, one.places, one.sites)
    against = other and (other.head, None if coarse else (other.low, other.high))
    return (*what, one.per, one.period, one.of == "", one.given.figure.tally is Tally.INCREMENT, against)


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
