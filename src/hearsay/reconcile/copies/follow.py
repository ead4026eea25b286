"""Following what analysts say of copies: the origin that they name may prove to be a copy itself."""

from collections.abc import Set

from hearsay.reconcile.copies.decide import Said
from hearsay.reconcile.copies.index import Index
from hearsay.reconcile.copies.place import Placer
from hearsay.records.copying import Filed


def place(placer: Placer, filed: Filed, *, index: Index, said: Said) -> set[int]:
    """Place a document by what analysts have said too; gives the numbers of those of which another thing holds now."""
    if not said:
        return placer.place(filed, index)
    changed = placer.place(filed, index, said=_whole(said, index))
    for number in _behind(said, index, changed=changed):
        changed |= placer.place_filed(number, index, said=_whole(said, index))
    return changed


def _whole(said: Said, index: Index) -> Said:
    """What is said, and what follows: a copy of what is a copy now carries the account of that one's origin."""
    origins = _origins({origin for (_, origin), is_copy in said.items() if is_copy}, index)
    found = dict(said)
    for (one, named), is_copy in said.items():
        origin = origins.get(named)
        if is_copy and origin is not None and origin != one and (origin, one) not in said:
            found.setdefault((one, origin), True)
    return found


def _origins(lineages: Set[str], index: Index) -> dict[str, str]:
    """Of these reports those that are copies now, each with its origin, by their lineages."""
    standing = index.standing(index.of_lineages(lineages))
    first = {number: copies[0].of for number, copies in standing.items() if copies[0].is_copy}
    if not first:
        return {}
    numbers = index.numbers(first.values())
    lines = {filed.number: filed.lineage for filed in index.filed({*first, *numbers.values()})}
    return {lines[number]: lines[numbers[of]] for number, of in first.items()}


def _behind(said: Said, index: Index, *, changed: Set[int]) -> list[int]:
    """The reports that are said to copy one which has just changed: its account may be another's now."""
    lines = {filed.lineage for filed in index.filed(changed) if filed.number in changed}
    copies = {one for (one, origin), is_copy in said.items() if is_copy and origin in lines}
    return sorted(set(index.of_lineages(copies)))
