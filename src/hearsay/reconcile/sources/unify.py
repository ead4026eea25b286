"""One source for one source across the reports of a story.

Named persons meet by their full names, a last name alone only where the story has one bearer of it; bodies by their
names, their initials and their cut names, and by a common noun ("the operator") only where other reports call one body
so; papers by their names. A source without a name meets another only where both say the same thing in the same words,
or where the description names the one holder of an office, or all that one body has of a kind ("economists at
Alpbank"). One with a name never meets one without.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from hearsay.normalise.naming import bare, is_initials, is_short_form, same_person
from hearsay.reconcile.sources.clusters import Clusters, Pairs
from hearsay.reconcile.sources.entry import Sort, entries
from hearsay.reconcile.sources.merged import merged
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source

_MAKES_ANOTHER = frozenset(
    "foundat union worker associ feder univers polic court ministri parti club uk us usa europ america asia intern "
    "hospit school council institut secur alumni retir pension board train".split()
)
"""Stems that make a longer name another body's: "Ford Foundation" is not Ford."""


def unified(
    ledgers: Sequence[Ledger], *, same: Pairs = (), apart: Pairs = (), carried: Pairs = ()
) -> tuple[dict[str, Source], list[Source]]:
    """The story's source for each source of its reports, by Source.id there, and all of them.

    ``ledgers``: one a report, in the order of recording, so that ids stay while reports arrive: a source has the id
    that it has where it was recorded first. ``same`` and ``apart``: what analysts joined and parted; what was parted
    stays parted. ``carried``: sources of copies with those that their origins have in their place. A party, a role or
    a fuller name that only one report tells is told of all.
    """
    found = entries(ledgers)
    clusters = Clusters(found, apart=apart)
    place = clusters.places()
    for one, other in sorted(same):
        if one in place and other in place:
            clusters.join(place[one], place[other], within=True)
    for one, other in sorted(carried):
        if one in place and other in place and found[place[one]].is_bare_noun and found[place[other]].sort is Sort.BODY:
            clusters.join(place[one], place[other], within=True)
    by_sort: dict[Sort, list[int]] = defaultdict(list)
    for number, entry in enumerate(found):
        by_sort[entry.sort].append(number)
    _persons(clusters, by_sort[Sort.PERSON])
    _bodies(clusters, by_sort[Sort.BODY])
    _described(clusters, by_sort[Sort.PAPER])
    _described(clusters, by_sort[Sort.UNNAMED])
    publishers = frozenset(d.publisher for ledger in ledgers for d in ledger.documents if d.publisher)
    groups = [[found[number] for number in sorted(members)] for _, members in sorted(clusters.members.items())]
    sources = merged(groups, publishers=publishers)
    known = {entry.source.id: source for group, source in zip(groups, sources, strict=True) for entry in group}
    return known, sources


def _persons(clusters: Clusters, numbers: Iterable[int]) -> None:
    by_last: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        if key := clusters.entries[number].key:
            by_last[key[-1]].append(number)
    for bearers in by_last.values():
        full: dict[tuple[str, ...], int] = {}
        for number in bearers:
            key = clusters.entries[number].key
            if len(key) > 1:
                clusters.join(full.setdefault(key, number), number, within=True)
        for one, first in full.items():
            fits = [other for other in full if other != one and same_person(one, other)]
            if all(same_person(a, b) for a in fits for b in fits):
                for other in fits:
                    clusters.join(first, full[other])
        short = [number for number in bearers if len(clusters.entries[number].key) == 1]
        roots = {clusters.root(number) for number in full.values()}
        if len(roots) <= 1:
            for number in short:
                first = next(iter(roots), clusters.root(short[0]))
                if _parties_meet(clusters, first, other=number):
                    clusters.join(first, number)


def _bodies(clusters: Clusters, numbers: Sequence[int]) -> None:
    entries_ = clusters.entries
    named = [number for number in numbers if not entries_[number].is_bare_noun and entries_[number].key]
    by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in named:
        by_key[entries_[number].key].append(number)
    for alike in by_key.values():
        firsts: list[int] = []
        for number in alike:
            fits = {clusters.root(first) for first in firsts if _parties_meet(clusters, first, other=number)}
            if len(fits) != 1 or not clusters.join(fits.pop(), number, within=True):
                firsts.append(number)
    by_other: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in named:
        for key in entries_[number].others:
            by_other[key].append(number)
    _alone(clusters, {key: by_other[key] for key in by_key if key in by_other}, by_key=by_key)
    _shortened(clusters, by_key)
    _nouns(clusters, numbers)


def _alone(
    clusters: Clusters,
    candidates: dict[tuple[str, ...], list[int]],
    *,
    by_key: dict[tuple[str, ...], list[int]],
) -> None:
    """Join what has a name with the one body that has it too."""
    for key, longer in candidates.items():
        for number in by_key[key]:
            fits = {clusters.root(n) for n in longer if _parties_meet(clusters, n, other=number)} - {
                clusters.root(number)
            }
            if len(fits) == 1:
                clusters.join(fits.pop(), number)


def _shortened(clusters: Clusters, by_key: dict[tuple[str, ...], list[int]]) -> None:
    """Join cut names and initials with the one body whose name they cut, the longest first."""
    by_word: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for key in by_key:
        for word in key:
            by_word[word[:6]].add(key)
    by_letters: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for key, numbers in by_key.items():
        by_letters[clusters.entries[numbers[0]].source.name[:1].upper()].add(key)
        by_letters[bare(clusters.entries[numbers[0]].source.name)[:1].upper()].add(key)
    for key in sorted(by_key, key=lambda key: (-len(key), key)):
        name = clusters.entries[by_key[key][0]].source.name
        longer = {full for full in by_word[key[0][:6]] if full != key and _is_cut(key, full)}
        if len(key) == 1:
            longer |= {
                full
                for full in by_letters[name[:1].upper()]
                if full != key and is_initials(name, clusters.entries[by_key[full][0]].source.name)
            }
        _alone(clusters, {key: [number for full in sorted(longer) for number in by_key[full]]}, by_key=by_key)


def _is_cut(short: Sequence[str], full: Sequence[str]) -> bool:
    rest = set(full) - set(short)
    return is_short_form(short, full) and (len(short) == len(full) or not rest & _MAKES_ANOTHER)


def _nouns(clusters: Clusters, numbers: Sequence[int]) -> None:
    """Join "the operator", whom its report could not tell, with the one body that reports of the story call so.

    "Police" may be the National Police, where that is the only body of the story with the noun in its name.
    """
    called: dict[str, set[int]] = defaultdict(set)
    for number in numbers:
        for noun in clusters.entries[number].common:
            called[noun].add(number)
    for number in numbers:
        entry = clusters.entries[number]
        if entry.is_bare_noun:
            noun = bare(entry.source.name).casefold()
            fits = {clusters.root(n) for n in called[noun] if _parties_meet(clusters, n, other=number)}
            fits -= {clusters.root(number)}
            if len(fits) == 1:
                clusters.join(fits.pop(), number, within=True)


def _described(clusters: Clusters, numbers: Iterable[int]) -> None:
    """Join what has one description and says one thing, or holds one office."""
    by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in numbers:
        by_key[clusters.entries[number].employer or clusters.entries[number].key].append(number)
    for key, alike in by_key.items():
        seen: dict[object, int] = {}
        for number in alike:
            entry = clusters.entries[number]
            marks: list[object] = [content for content in sorted(entry.contents) if content]
            if entry.is_office or entry.employer or (entry.sort is Sort.PAPER and len(key) > 2):
                marks.append(None)
            for mark in marks:
                first = seen.setdefault(mark, number)
                if entry.source.kind is clusters.entries[first].source.kind and _parties_meet(
                    clusters, first, other=number
                ):
                    clusters.join(first, number)


def _parties_meet(clusters: Clusters, one: int, *, other: int) -> bool:
    """Whether nothing told of the sides of two sources speaks against their being one."""
    first, second = clusters.sides(one), clusters.sides(other)
    return not first or not second or not first.isdisjoint(second)
