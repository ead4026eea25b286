"""Placing a report: the story that it belongs to, and what it shows of the stories that are there.

Reports come in any order. One joins the story that it is most like, or begins one. Where it shows that two stories
are one they are joined, the smaller into the larger; where a story that has grown falls into two, the smaller part
goes. What an analyst has moved stays where it was put, and what holds one witness together is never parted.
"""

from collections.abc import Mapping, Sequence

from hearsay.reconcile.stories.index import Index
from hearsay.reconcile.stories.likeness import between, of_stories, to_story
from hearsay.reconcile.stories.split import parted
from hearsay.reconcile.stories.terms import key_of, terms_of
from hearsay.reconcile.stories.weigh import Counted, traits_of
from hearsay.records.copying import Copy
from hearsay.records.ledger import Ledger
from hearsay.records.traits import Grouping, Traits

ONE = 0.12
"""The likeness from which a report is of a story, and two stories are one. Tuned on the dev stories, alone and among
political articles: see docs/decisions/0031-stories.md; run bench.stories again."""
WORTH = 0.1
"""The likeness of two reports from which the story of one is looked at for the other. Less than ONE: the nearest
reports need not be those that decide."""
STORIES = 6
"""Stories that are looked at for one report: those of the reports that are nearest. Seen: never more than three."""
COMPARED = 24
"""Reports that a story is compared by, and checked for falling into two. Not tuned: their terms are those of the
story."""


def place(index: Index, entries: Ledger, *, number: int, lineage: str, copies: Sequence[Copy] = ()) -> frozenset[str]:
    """Place the one document of ``entries``, number ``number``, a version of the report ``lineage``.

    ``copies`` tell what it is one witness with: whose account it carries, and which carry its account. Gives the ids
    of all stories that have changed, its own and those joined into another included.
    """
    traits = _traits(index, entries, number=number, lineage=lineage)
    near = [(between(traits, one), one) for one in index.near(traits)]
    near = sorted((one for one in near if one[0] >= WORTH), key=lambda one: (-one[0], one[1].document))
    index.file(traits)
    bound = [line for line in _witnesses(index, copies) if line != lineage]
    found = index.stories([lineage, *bound, *(one.lineage for _, one in near)])
    placing = _Placing(index, traits, near=[one for _, one in near if one.lineage in found], found=found)
    here = found.get(lineage) or placing.enter([found[line] for line in bound if line in found])
    for line in bound:
        if line in found and not index.moved([line, lineage]):
            here = placing.join(here, placing.now(found[line]), why="their reports carry one account")
    here = placing.gather(here)
    placing.part(here, kept={lineage, *bound})
    return frozenset(placing.touched | {here})


def _witnesses(index: Index, copies: Sequence[Copy]) -> Sequence[str]:
    """The reports of which one carries the account of another."""
    ids = dict.fromkeys(id for copy in copies if copy.is_copy for id in (copy.of, copy.document))
    return index.lineages(list(ids))


def _traits(index: Index, entries: Ledger, *, number: int, lineage: str) -> Traits:
    (document,) = entries.documents
    terms = terms_of(entries)
    counted = Counted(index.documents(), index.holding([key_of(term) for term in terms.counts]))
    return traits_of(terms, counted, document=number, lineage=lineage, published=document.published)


class _Placing:
    """A report while it is placed."""

    def __init__(self, index: Index, traits: Traits, *, near: Sequence[Traits], found: Mapping[str, str]) -> None:
        self.index = index
        self.traits = traits
        self.near = near
        self.found = found
        self.joined: dict[str, str] = {}
        self.seen: dict[str, Grouping] = {}
        self.touched: set[str] = set()

    def now(self, story: str) -> str:
        """The story, or that into which it has just been joined."""
        while story in self.joined:
            story = self.joined[story]
        return story

    def enter(self, bound: Sequence[str]) -> str:
        """Put the report into the story of one that it is bound to, else into the most like it, else into a new one."""
        here, why = (bound[0], "one account") if bound else self._best()
        here = here or self.index.begin(self.traits.lineage)
        self.index.put(self.traits.lineage, here, why=why)
        self.seen.pop(here, None)
        self.touched.add(here)
        return here

    def join(self, here: str, other: str, *, why: str) -> str:
        """Make one of two stories, unless an analyst holds them apart; gives the one that is left."""
        if here == other or other in self.index.apart(here):
            return here
        sizes = {id: self._grouping(id).size for id in (here, other)}
        into, gone = sorted((here, other), key=lambda id: (-sizes[id], id != other))
        self.index.join(gone, into, why=why)
        self.joined[gone] = into
        self.seen.clear()
        self.touched |= {gone, into}
        return into

    def gather(self, here: str) -> str:
        """Join the story with all that have proved to be one with it; gives the one that is left."""
        while True:
            mine = self._grouping(here)
            others = [self._grouping(id) for id in self._at_hand() if id != here]
            alike = [(of_stories(mine.members, other.members), other.id) for other in others]
            apart = self.index.apart(here) if alike else frozenset()
            best, id = max((one for one in alike if one[1] not in apart), default=(0.0, here))
            if best < ONE:
                return here
            here = self.join(here, id, why=f"likeness {best:.2f}")

    def part(self, here: str, *, kept: set[str]) -> None:
        """Let a part of the story go that has nothing to do with the rest; it stays where that would part witnesses."""
        if here not in self.touched:
            return
        sample = self._grouping(here)
        some = parted(sample.members)
        if not some:
            return
        others = [one for one in sample.members if one not in some]
        every = self.index.grouping(here, most=sample.size).members
        gone = [one.lineage for one in every if to_story(one, some) > to_story(one, others)]
        held = self.index.moved(gone)
        if not gone or held or 0 < len(kept.intersection(gone)) < len(kept):
            return
        story = self.index.begin(gone[0])
        for lineage in gone:
            self.index.put(lineage, story, why="has little to do with the other reports")
        self.touched.add(story)

    def _best(self) -> tuple[str | None, str]:
        """The story that the report is most like, with the reason; None where it is like none."""
        alike = ((of_stories([self.traits], self._grouping(id).members), id) for id in self._at_hand())
        best, id = max(alike, default=(0.0, ""))
        return (id, f"likeness {best:.2f}") if best >= ONE else (None, "like no other")

    def _at_hand(self) -> list[str]:
        """The stories of the nearest reports, the nearest first."""
        return list(dict.fromkeys(self.now(self.found[one.lineage]) for one in self.near))[:STORIES]

    def _grouping(self, id: str) -> Grouping:
        """A story by its reports, those nearest to the one that is placed among them."""
        if id not in self.seen:
            grouping = self.index.grouping(id, most=COMPARED)
            there = {one.lineage for one in grouping.members}
            more = [o for o in self.near if o.lineage not in there and self.now(self.found[o.lineage]) == id]
            self.seen[id] = Grouping(id, grouping.size, (*grouping.members, *more))
        return self.seen[id]
