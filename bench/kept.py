"""Running a bench that fills a ledger: its options, its lines as they come, its table in the README."""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import machine
from bench.readme import Row, markdown, put_between
from bench.texts import PROJECT

Measure = Callable[[Path, bool], Iterator[Row]]
"""Gives the lines of a table, each as soon as it is known: (where the ledger is to be, whether a few documents do)."""


def run(
    measure: Measure,
    arguments: list[str] | None,
    *,
    name: str,
    what: str,
    again: Callable[[Path], Iterator[Row]] | None = None,
) -> int:
    """Measure, print, and write where asked to; gives 0. ``what`` is a line on the bench ``name``.

    ``again`` gives the lines that can be measured once more on a ledger that has been kept.
    """
    parser = argparse.ArgumentParser(prog=f"python -m bench.{name}", description=what)
    parser.add_argument("--write", action="store_true", help="put the table into the README")
    parser.add_argument("--quick", action="store_true", help="with 1,000 documents, to see that it runs")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="leave the ledger there")
    if again is not None:
        parser.add_argument("--again", type=Path, metavar="FILE", help="measure costs on a ledger that was kept")
    options = parser.parse_args(arguments)
    if options.keep and options.keep.exists():
        parser.error(f"{options.keep} is there already")
    pinned = machine.keep_to_one_core()
    print(f"{machine.describe()}; {pinned}", file=sys.stderr)
    if again is not None and options.again:
        for row in again(options.again):
            print(f"  {row.measure}: {row.value} ({row.how})", flush=True)
        return 0
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        for row in measure(options.keep or Path(scratch) / "bench.db", options.quick):
            print(f"  {row.measure}: {row.value} ({row.how})", file=sys.stderr, flush=True)
            rows.append(row)
    report = f"{markdown(rows)}\n\nMeasured by `make bench-{name}` on {machine.describe()}; {pinned}; SQLite."
    print(report)
    if options.write and not options.quick:
        put_between(PROJECT / "README.md", f"{name}-bench", report)
    return 0
