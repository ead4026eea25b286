"""How a ledger bears 100,000 documents: the pace of adding, the time of answers, space on the disk, memory; as a table.

usage: python -m bench.ledger [--write] [--quick] [--keep FILE]

Finished readings of made-up reports (bench.made_up) are added through the Writer, one transaction each, without the
network; the time that it takes to make them up is not counted. ``--write`` puts the table into the README, ``--keep``
leaves the ledger in a file.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from bench.kept import run
from bench.made_up import Question, questions, readings
from bench.readme import Row

if TYPE_CHECKING:
    from hearsay.ledger.connect import Store
    from hearsay.ledger.view import View
    from hearsay.ledger.writer import Writer

DOCUMENTS, QUICK_DOCUMENTS = 100_000, 1_000
WARM_UP = 1_000
"""Documents that go into another ledger first: what is kept in memory of words and statements of SQL is there then,
and the first thousand are not slower for the lack of it."""
ASKED = 400
"""Questions of each kind."""
SLOWER = 1.3
"""How much slower than the first thousand the last thousand documents may be."""
MEDIAN, NEARLY_ALL = 0.1, 0.3
"""Seconds that an answer may take at the median and at the 95th percentile."""
READER = "bench"


def peak_memory() -> int:
    """The most memory that this process has held so far, in bytes."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def add_all(writer: "Writer", count: int, *, first: int = 0) -> tuple[list[float], int, int]:
    """Add documents; gives the seconds of each, the statements, and the peak of memory after a tenth of them."""
    taken, told, early = [], 0, 0
    for entries, fetched in readings(count, first=first):
        begun = time.perf_counter()
        writer.add(entries, reader=READER, fetched=fetched)
        taken.append(time.perf_counter() - begun)
        told += len(entries.statements)
        if len(taken) == count // 10:
            early = peak_memory()
        if len(taken) % 10_000 == 0:
            print(f"  {len(taken):,} added, {10_000 / sum(taken[-10_000:]):,.0f} a second", file=sys.stderr, flush=True)
    return taken, told, early


def adding(store: "Store", count: int) -> Iterator[Row]:
    """The lines about adding."""
    from hearsay.ledger.writer import Writer

    taken, told, early = add_all(Writer(store), count)
    part = min(1_000, count // 4)
    ends = [part / sum(piece) for piece in (taken[:part], taken[-part:])]
    yield Row("adding", f"{count / sum(taken):,.0f} documents/s", f"{count:,} documents with {told:,} statements")
    how = f"{ends[0]:,.0f} and {ends[1]:,.0f} documents/s; at most {SLOWER}"
    yield Row("the first thousand's pace over the last one's", f"{ends[0] / ends[1]:.2f}", how)
    growth = peak_memory() - early
    yield Row("memory growth", f"{growth / 1e6:,.0f} MB", f"of its peak, {early / 1e6:,.0f} MB after a tenth of them")


def answering(store: "Store", count: int) -> Iterator[Row]:
    """The lines about answers."""
    from hearsay.ledger.asked import Asked
    from hearsay.ledger.view import View

    view = View(store)

    def find(asked: Question) -> None:
        view.find(asked.word, Asked(party=asked.party, act=asked.act))

    def filtered(asked: Question) -> None:
        view.find("", Asked(source=asked.source, act=asked.act))

    def source(asked: Question) -> None:
        view.source(asked.source)
        view.said_by(asked.source)

    asked = list(islice((q for q in questions(10 * count) if _is_known(view, q)), count))
    for name, ask in (
        ("`find` a word, two filters", find),
        ("`find` no word, two filters", filtered),
        ("`source`", source),
    ):
        median, late = percentiles(ask, asked)
        value = f"{1000 * median:,.0f} / {1000 * late:,.0f} ms"
        limits = f"at most {1000 * MEDIAN:.0f} and {1000 * NEARLY_ALL:.0f}"
        yield Row(name, value, f"median and 95th percentile of {count}; {limits}")


def percentiles(ask: Callable[[Question], None], asked: list[Question]) -> tuple[float, float]:
    """The median and the 95th percentile of the seconds that answers take."""
    taken = []
    for question in asked:
        begun = time.perf_counter()
        ask(question)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1]


def _is_known(view: "View", asked: Question) -> bool:
    """Whether anybody has been credited by the name that is asked for."""
    from hearsay.errors import UsageError

    try:
        view.source(asked.source)
    except UsageError:
        return False
    return True


def measure(path: Path, quick: bool) -> Iterator[Row]:
    """Every line of the table, each as soon as it is known."""
    from hearsay.ledger.connect import Store
    from hearsay.ledger.writer import Writer

    count = QUICK_DOCUMENTS if quick else DOCUMENTS
    with tempfile.TemporaryDirectory() as scratch:
        warm = Store(Path(scratch) / "warm.db", create=True)
        add_all(Writer(warm), QUICK_DOCUMENTS // 10 if quick else WARM_UP, first=DOCUMENTS)
        warm.close()
    store = Store(path, create=True)
    yield from adding(store, count)
    yield from answering(store, ASKED // 10 if quick else ASKED)
    store.close()
    size = path.stat().st_size / count
    yield Row("on the disk", f"{size / 1000:,.1f} kB/document", "text, entries, search index and the page as fetched")


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and write where asked to."""
    return run(measure, arguments, name="ledger", what=__doc__.splitlines()[0])


if __name__ == "__main__":
    sys.exit(main())
