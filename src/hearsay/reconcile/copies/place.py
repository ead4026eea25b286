"""Deciding on a document that has come in, and anew on those that it changes.

Each copy is held against its origin itself: likeness is never followed from one document to the next. Documents may
come in any order; when an origin comes after its copies, they are decided anew.
"""

from collections import Counter, OrderedDict, deque
from collections.abc import Sequence

from hearsay.reconcile.copies.compare import Comparison, compared
from hearsay.reconcile.copies.decide import Said, decide, is_first, is_same
from hearsay.reconcile.copies.index import FULL, Index
from hearsay.reconcile.copies.signature import BANDS, keys
from hearsay.reconcile.copies.wording import Wording, wording
from hearsay.records.copying import Copy, Filed

NEAR = 16
"""Documents that a new one is compared with, those with most and rarest keys in common first. A report shares keys
with one or two others as a rule; more are copies of one account, whose origin is compared with all the same."""
RARE = 0.3
"""What the keys in common must come to, each counted as one among all documents that it leads to. Below stands what
only has a notice of its publisher in common with others, which costs as much to compare and finds nothing."""
SHARED = 2 * BANDS
"""Keys in common, more than one paragraph has, that are enough by themselves: a wire's with many reprints."""
MOST = 3
"""Times that a document is decided on anew while another is placed: its origin may prove to be a copy itself."""
REMEMBERED = 256
"""Documents whose words are kept at hand: reports of one story come close to one another. About 100 kB each."""


class Placer:
    """Decides on documents, one after the other."""

    def __init__(self) -> None:
        self._wordings: OrderedDict[str, Wording] = OrderedDict()

    def place(self, filed: Filed, index: Index, *, said: Said | None = None) -> set[int]:
        """File a document, decide on it and on those that it changes; gives the numbers of those that changed.

        ``said`` is what analysts have said. A document that is there already is decided on anew.
        """
        return _Placing(self, index, said=said or {}).run(filed)

    def place_filed(self, number: int, index: Index, *, said: Said | None = None) -> set[int]:
        """The same of the document with this number."""
        (filed,) = (filed for filed in index.filed([number]) if filed.number == number)
        return self.place(filed, index, said=said)

    def wording(self, filed: Filed) -> Wording:
        """The words of a document, kept at hand for the next one."""
        id = filed.document.id
        found = self._wordings.pop(id, None)
        if found is None:
            found = wording(filed.document)
            if len(self._wordings) >= REMEMBERED:
                self._wordings.popitem(last=False)
        self._wordings[id] = found
        return found


class _Placing:
    """The placing of one document."""

    def __init__(self, placer: Placer, index: Index, *, said: Said) -> None:
        self._placer, self._index, self._said = placer, index, said
        self._compared: dict[tuple[int, int], Comparison] = {}
        self._decided: dict[int, tuple[Copy, ...]] = {}
        """What holds of the documents that have been asked about: the index is asked once for each."""

    def run(self, filed: Filed) -> set[int]:
        near = self._near(filed)
        kin = [other for other in near if other.lineage == filed.lineage]
        waiting = deque(number for older in kin for number in self._index.carrying(older.document.id))
        changed = set()
        if self._renew(filed, near, waiting=waiting):
            changed.add(filed.number)
        if not self._copies([filed.number]):
            waiting.extend(other.number for other in near if other not in kin and self._concerns(filed, other))
        visits = Counter({filed.number: 1} | {older.number: MOST for older in kin})
        while waiting:
            number = waiting.popleft()
            if visits[number] >= MOST:
                continue
            visits[number] += 1
            (one,) = [other for other in self._index.filed([number]) if other.number == number]
            if self._renew(one, [*near, filed], waiting=waiting):
                changed.add(number)
        return changed

    def _near(self, filed: Filed) -> list[Filed]:
        """The documents that may share something with it, and the origins of those that are copies."""
        mine = keys(self._placer.wording(filed))
        found = self._index.sharing(mine)
        weights: dict[int, float] = {}
        shared: Counter[int] = Counter()
        for others in found.values():
            shared.update(others)
            for number in others:
                weights[number] = weights.get(number, 0.0) + 1 / len(others)
        if not weights.pop(filed.number, None):
            self._index.file(filed.number, [key for key in mine if len(found.get(key, ())) < FULL])
        likely = [number for number, weight in weights.items() if weight >= RARE or shared[number] >= SHARED]
        best = sorted(likely, key=lambda number: (-weights[number], number))[:NEAR]
        pairs = [pair for pair in self._said if filed.lineage in pair]
        best += self._index.of_lineages(line for pair in pairs for line in pair if line != filed.lineage)
        return self._with_origins(best, without=filed.number)

    def _with_origins(self, numbers: Sequence[int], *, without: int) -> list[Filed]:
        standing = [copy for copies in self._standing(numbers).values() for copy in copies]
        origins = self._index.numbers({copy.of for copy in standing})
        asked = {*numbers, *origins.values()} - {without}
        return [other for other in self._index.filed(asked) if other.number != without]

    def _concerns(self, filed: Filed, other: Filed) -> bool:
        """Whether ``other`` may carry something of the new document."""
        if not self._compare(other, filed).carried and not is_same(
            other, filed, compare=self._compare, said=self._said
        ):
            return False
        return is_first(filed, other, compare=self._compare, said=self._said)

    def _renew(self, one: Filed, near: Sequence[Filed], *, waiting: "deque[int]") -> bool:
        """Decide on a document among these and those that it was held to carry; gives whether that changed anything."""
        former = self._standing([one.number])[one.number]
        origins = self._index.filed(self._index.numbers({copy.of for copy in former}).values())
        others = {o.number: o for o in (*near, *origins) if o.number != one.number and o.lineage != one.lineage}
        copies = self._copies(list(others))
        made = tuple(decide(one, list(others.values()), copies=copies, compare=self._compare, said=self._said))
        if made == former:
            return False
        self._index.decide(one.number, made)
        self._decided[one.number] = made
        if any(copy.is_copy for copy in made) and not any(copy.is_copy for copy in former):
            waiting.extend(self._index.carrying(one.document.id))
        return True

    def _copies(self, numbers: Sequence[int]) -> set[int]:
        standing = self._standing(numbers)
        return {number for number, copies in standing.items() if any(copy.is_copy for copy in copies)}

    def _standing(self, numbers: Sequence[int]) -> dict[int, tuple[Copy, ...]]:
        """What holds of each of these documents now."""
        asked = [number for number in numbers if number not in self._decided]
        if asked:
            self._decided |= dict.fromkeys(asked, ()) | dict(self._index.standing(asked))
        return {number: self._decided[number] for number in numbers}

    def _compare(self, one: Filed, other: Filed) -> Comparison:
        pair = (one.number, other.number)
        if pair not in self._compared:
            self._compared[pair] = compared(self._placer.wording(one), self._placer.wording(other))
        return self._compared[pair]
