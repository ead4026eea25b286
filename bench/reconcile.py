"""What holding a report against 1,000, 10,000 and 100,000 others costs, and whether it finds what is there; a table.

usage: python -m bench.reconcile [--write] [--quick] [--keep FILE | --again FILE]

Finished readings of made-up stories (bench.made_up_stories), whose copies, disputes and revisions are known, are added
one by one, each held against those that are there, without the network. At each size the last reports tell what one
costs: adding it, placing it among copies and stories, and telling anew what its story comes to (questions, accounts,
judgements). The time that it takes to make reports up is not counted. ``--write`` puts the table into the README,
``--keep`` leaves the ledger in a file, ``--again`` adds some more reports to one that was left, and tells their cost.
"""

import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from bench.kept import run
from bench.ledger import READER, peak_memory
from bench.made_up_stories import Truth, readings
from bench.readme import Row

if TYPE_CHECKING:
    from hearsay.ledger.connect import Store
    from hearsay.records.ledger import Ledger
    from hearsay.records.story import Asked, Story

SIZES, QUICK_SIZES = (1_000, 10_000, 100_000), (100, 300, 1_000)
TIMED = 500
"""Reports that tell what one costs, the last ones before each size."""
ASKED = 100
"""Stories that are held against what is known of them, those that ended last before each size."""
PACE = 10
"""Documents a second that must be reached at the largest size."""
MEMORY = 1_000_000_000
"""Bytes that must not be exceeded."""


@dataclass(slots=True)
class Costs:
    """The seconds that reports took, one number each."""

    adding: list[float] = field(default_factory=list)
    placing: list[float] = field(default_factory=list)
    telling: list[float] = field(default_factory=list)

    @property
    def reconciling(self) -> list[float]:
        """Placing and telling together."""
        return [sum(both) for both in zip(self.placing, self.telling, strict=True)]

    @property
    def pace(self) -> float:
        """Documents a second, all steps on."""
        return len(self.adding) / (sum(self.adding) + sum(self.reconciling))


class Run:
    """One ledger while it grows."""

    def __init__(self, store: "Store") -> None:
        from hearsay.ledger.view import View
        from hearsay.ledger.writer import Writer
        from hearsay.reconcile.ask import Stories
        from hearsay.reconcile.place import Placer

        self.writer, self.placer, self.stories = Writer(store), Placer(store), Stories(View(store))
        self.truth = Truth()
        self.ids: dict[str, str] = {}
        """The story in the ledger that each made-up one's last report is in."""

    def add(self, entries: "Ledger", costs: Costs | None) -> None:
        """Add a report, and note what it costs."""
        begun = time.perf_counter()
        added = self.writer.add(entries, reader=READER)
        written = time.perf_counter()
        (id, *_) = sorted(self.placer.place(added.document, entries))
        placed = time.perf_counter()
        self.ids[self.truth.story[added.document]] = id
        if costs is not None:
            self.stories.story(id)
            costs.adding.append(written - begun)
            costs.placing.append(placed - written)
            costs.telling.append(time.perf_counter() - placed)

    def found(self) -> tuple["Shares", "Shares", "Shares", "Shares"]:
        """How the stories that ended last are told: whole and alone, copies, disputes, revisions."""
        sizes: dict[str, int] = {}
        for story in self.truth.story.values():
            sizes[story] = sizes.get(story, 0) + 1
        last = list(islice(reversed(self.truth.ended), ASKED))
        told = {name: self.stories.story(self.ids[name]) for name in last}
        whole = Shares()
        copies, disputes, revisions = Shares(), Shares(), Shares()
        for name, one in told.items():
            ids = {report.document.id for report in one.reports}
            own = {id for id in ids if self.truth.story[id] == name}
            whole.count(len(own), found=len(ids), known=sizes[name])
            copies.count(*_pairs(one, self.truth, ids=own))
            theirs = [asked for asked in one.asked if _documents(asked) & own]
            disputes.count(*_flag(any(asked.disputed for asked in theirs), name in self.truth.disputed))
            revisions.count(*_flag(any(asked.revised_by for asked in theirs), name in self.truth.revised))
        return whole, copies, disputes, revisions


@dataclass(slots=True)
class Shares:
    """How much of what was found is right, and how much of what is there was found."""

    right: int = 0
    found: int = 0
    known: int = 0

    def count(self, right: int, found: int, known: int) -> None:
        """Add to it."""
        self.right += right
        self.found += found
        self.known += known

    def __str__(self) -> str:
        precision, recall = (self.right / max(1, of) for of in (self.found, self.known))
        return f"{precision:.3f} / {recall:.3f}"


def _pairs(story: "Story", truth: Truth, *, ids: set[str]) -> tuple[int, int, int]:
    found = {(r.document.id, r.copy.of) for r in story.reports if r.copy is not None and r.document.id in ids}
    known = {(copy, truth.copies[copy]) for copy in ids if copy in truth.copies}
    return len(found & known), len(found), len(known)


def _documents(asked: "Asked") -> set[str]:
    return {given.document.id for account in asked.accounts for given in account.figures}


def _flag(found: bool, known: bool) -> tuple[int, int, int]:
    return int(found and known), int(found), int(known)


def measure(path: Path, sizes: Sequence[int]) -> Iterator[Row]:
    """Every line of the table, each as soon as it is known."""
    from hearsay.ledger.connect import Store

    store = Store(path, create=True)
    grown, costs = Run(store), Costs()
    medians: list[float] = []
    reports = readings(sizes[-1], grown.truth)
    done = 0
    for size in sizes:
        costs = Costs()
        while done < size:
            grown.add(next(reports), costs if size - done <= min(TIMED, size // 4) else None)
            done += 1
            if done % 5_000 == 0:
                print(f"  {done:,} added", file=sys.stderr, flush=True)
        medians.append(statistics.median(costs.reconciling))
        yield Row(f"{size:,} documents", f"{costs.pace:,.0f} documents/s", told(costs))
        whole, copies, disputes, revisions = grown.found()
        how = f"copies {copies}, disputes {disputes}, revisions {revisions}: precision / recall on {ASKED} stories"
        yield Row(f"found among {size:,}", f"stories {whole}", how)
    growth = medians[-1] / medians[0]
    root = (sizes[-1] / sizes[0]) ** 0.5
    how = f"from {sizes[0]:,} to {sizes[-1]:,} documents; less than their square root, {root:.0f} times"
    yield Row("growth of the cost of reconciling one", f"{growth:.2f} times", how)
    yield Row("at the largest size", f"{costs.pace:,.0f} documents/s", f"all steps on, one core; at least {PACE}")
    yield Row("memory", f"{peak_memory() / 1e6:,.0f} MB", f"peak of the whole run; at most {MEMORY / 1e6:,.0f}")
    store.close()


def told(costs: Costs) -> str:
    """What each step costs."""
    parts = [1000 * statistics.median(part) for part in (costs.adding, costs.placing, costs.telling)]
    return "medians: adding {:.1f} ms, placing {:.1f} ms, telling its story anew {:.1f} ms".format(*parts)


def again(path: Path) -> Iterator[Row]:
    """What the next reports cost in a ledger that ``--keep`` has left."""
    from hearsay.ledger.connect import Store
    from hearsay.ledger.listing import Listing

    store = Store(path, create=False)
    (newest,) = Listing(store).newest(limit=1)
    grown, costs = Run(store), Costs()
    for entries in islice(readings(newest.number + TIMED, grown.truth), newest.number, None):
        grown.add(entries, costs)
    yield Row(f"{newest.number:,} documents and more", f"{costs.pace:,.1f} documents/s", told(costs))
    store.close()


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and write where asked to."""
    return run(
        lambda path, quick: measure(path, QUICK_SIZES if quick else SIZES),
        arguments,
        name="reconcile",
        what=__doc__.splitlines()[0],
        again=again,
    )


if __name__ == "__main__":
    sys.exit(main())
