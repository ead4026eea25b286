"""Measures how well reports are grouped into stories: ``python -m bench.stories``.

Reads ``../shared``: the AQUAINT articles with their four stories alone, and all stories with the AQUAINT and the
PolNeAR articles in one ledger, each in several orders. Grouping alone is measured: the network reads nothing, so that
names are those that capitals tell. What `hearsay add` comes to, in one order, is in the gate: `wires` and `crowd`.
"""

import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.grouping import b_cubed
from hearsay.reconcile.stories.memory import Memory
from hearsay.reconcile.stories.place import place
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger

ALONE, MIXED = 6, 3
"""Orders in which reports are added."""


def grouped(documents: Sequence[Document], *, seed: int) -> Mapping[str, str]:
    """The story of each document, added in the order of this shuffle."""
    order = list(documents)
    random.Random(seed).shuffle(order)  # noqa: S311 - the same order each time, it guards nothing
    index = Memory()
    for number, document in enumerate(order, start=1):
        place(index, Ledger((document,)), number=number, lineage=document.id)
    return index.stories([document.id for document in order])


def _rows(path: Path) -> Iterator[Any]:
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def _documents(path: Path) -> list[Document]:
    return [
        Document(row["id"], row["text"], title=row.get("title"), published=row.get("published")) for row in _rows(path)
    ]


def main() -> int:
    """Print the measures; gives 0, with a reason, where the corpora are missing."""
    corpora = Path("../shared")
    labelled = corpora / "times" / "aquaint-stories.json"
    if not labelled.exists():
        print(f"skipped: {labelled} is not there")
        return 0
    wires: dict[str, str] = json.loads(labelled.read_text(encoding="utf-8"))["stories"]
    articles = [one for one in _documents(corpora / "times" / "tbaq-dev.jsonl") if one.id in wires]
    for seed in range(ALONE):
        print(f"AQUAINT alone, order {seed}: {b_cubed(grouped(articles, seed=seed), wires):.3f}", flush=True)
    every, gold = list(articles), dict(wires)
    for path in sorted((corpora / "stories").glob("*/documents.jsonl")):
        reports = _documents(path)
        every += reports
        gold |= {one.id: path.parent.name for one in reports}
    for path in sorted((corpora / "polnear").glob("*.jsonl")):
        every += _documents(path)
    written = {id: story for id, story in gold.items() if id not in wires}
    for seed in range(MIXED):
        found = grouped(every, seed=seed)
        print(
            f"{len(every)} reports, order {seed}: stories {b_cubed(found, written):.3f}, "
            f"AQUAINT {b_cubed(found, wires):.3f}, {len(set(found.values()))} groups",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
