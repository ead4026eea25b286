"""Speed and memory of the reader on one core, as a table.

usage: python -m bench.speed [--write] [--quick]

Words are runs between blanks. Times are medians; loading is timed apart. ``--write`` puts the table into the README.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bench import machine, texts
from bench.readme import Row, markdown, put_between

if TYPE_CHECKING:
    from hearsay.pipeline import Pipeline

REPEATS = 5
SINGLE_WORDS = 800
FEW, MANY = 100, 10_000


def seconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def read_all(pipeline: "Pipeline", reports: list[str]) -> int:
    """Read reports to their statements and give the number of those."""
    from hearsay import Document

    documents = (Document(id=f"bench-{n}", text=text) for n, text in enumerate(reports))
    return sum(len(ledger.statements) for ledger in pipeline.read(documents))


def batched(pipeline: "Pipeline", reports: list[str], *, origin: str, repeats: int) -> list[Row]:
    """Words a second from text to statements, and how much of the time is the network's."""
    words = sum(len(text.split()) for text in reports)
    speeds, shares = [], []
    for _ in range(repeats):
        inside = pipeline.network_seconds
        taken = seconds(lambda: read_all(pipeline, reports))
        speeds.append(words / taken)
        shares.append((pipeline.network_seconds - inside) / taken)
    return [
        Row("text to statements", f"{statistics.median(speeds):,.0f} words/s", f"{origin}: {words:,} words, batched"),
        Row("of that inside the network", f"{statistics.median(shares):.0%}", "of the time of the line above"),
    ]


def network_alone(reports: list[str], *, repeats: int) -> Row:
    """Words a second through the network's first reading by itself: the same texts, cut and packed beforehand."""
    from hearsay.read import encode, network
    from hearsay.read.batch import pack
    from hearsay.read.manifest import WEIGHTS

    encoder = encode.Encoder(WEIGHTS / "tokenizer.json")
    bare = network.Network(WEIGHTS, threads=1)
    encoded = [encoder.encode(text) for text in reports]
    cut = [(one, window) for one in encoded for window in encode.windows(one)]
    cut.sort(key=lambda item: item[1].end - item[1].start)
    packed = [pack([one]) for one in cut]
    taken = statistics.median(seconds(lambda: [bare.plain(batch) for batch in packed]) for _ in range(repeats))
    pieces = sum(int(batch.mask.sum()) for batch in packed)
    words = sum(len(text.split()) for text in reports)
    how = f"the first reading of the same texts: {pieces / taken:,.0f} word pieces/s"
    return Row("network by itself", f"{words / taken:,.0f} words/s", how)


def single(pipeline: "Pipeline", reports: list[str], *, repeats: int) -> Row:
    """The time for one report by itself, the network loaded."""
    report = texts.of_length(reports, SINGLE_WORDS)
    taken = statistics.median(seconds(lambda: read_all(pipeline, [report])) for _ in range(2 * repeats + 1))
    return Row("one report, loaded", f"{1000 * taken:,.0f} ms", f"{len(report.split())} words")


def program() -> str:
    """The hearsay command beside this Python."""
    return str(Path(sys.executable).with_name("hearsay"))


def cold_start(folder: Path, reports: list[str], *, repeats: int) -> Row:
    """The time from starting ``hearsay read`` on a short report to its first output."""
    report = folder / "report.txt"
    report.write_text(texts.of_length(reports, 150), encoding="utf-8")
    found = []
    for _ in range(repeats + 1):
        begun = time.perf_counter()
        with subprocess.Popen([program(), "read", str(report)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None  # noqa: S101 - for mypy: PIPE was asked for
            first = process.stdout.read(1)
            found.append(time.perf_counter() - begun)
            process.stdout.read()
        if process.returncode or not first:
            raise SystemExit(f"hearsay read ended with {process.returncode}")
    words = len(report.read_text(encoding="utf-8").split())
    taken = statistics.median(found[1:])
    return Row(
        "cold start", f"{1000 * taken:,.0f} ms", f"`hearsay read` on {words} words to its first output, files cached"
    )


def streamed(folder: Path, reports: Iterator[str], count: int) -> Row:
    """Peak memory of ``hearsay read`` over a file of documents, written as JSON."""
    source, target = folder / f"{count}.jsonl", folder / f"{count}.json"
    words = texts.write_jsonl(source, reports)
    begun = time.perf_counter()
    process = subprocess.Popen([program(), "read", "--quiet", str(source), "--format", "json", "-o", str(target)])
    _, status, usage = os.wait4(process.pid, 0)
    taken = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"hearsay read ended with {process.returncode}")
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    how = f"{words:,} words streamed to JSON in {taken:,.0f} s"
    return Row(f"peak memory, {count:,} documents", f"{peak / 1e6:,.0f} MB", how)


def measure(*, quick: bool) -> Iterator[Row]:
    """Every line of the table, each as soon as it is known."""
    from hearsay import Settings
    from hearsay.pipeline import Pipeline

    repeats = 1 if quick else REPEATS
    origin, reports = texts.load_texts()
    if quick:
        reports = reports[:10]
    begun = time.perf_counter()
    pipeline = Pipeline(Settings(threads=1))
    read_all(pipeline, ["It rained, he said."])
    loading = time.perf_counter() - begun
    yield Row("loading", f"{1000 * loading:,.0f} ms", "the network and the tables, within a running Python")
    read_all(pipeline, reports[:5])
    yield from batched(pipeline, reports, origin=origin, repeats=repeats)
    yield network_alone(reports, repeats=repeats)
    yield single(pipeline, reports, repeats=repeats)
    with tempfile.TemporaryDirectory() as scratch:
        yield cold_start(Path(scratch), reports, repeats=repeats)
        for count in (FEW, MANY // 20 if quick else MANY):
            yield streamed(Path(scratch), texts.short_reports(reports, count), count)


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and write where asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the table into the README")
    parser.add_argument("--quick", action="store_true", help="one round over a few texts, to see that it runs")
    options = parser.parse_args(arguments)
    pinned = machine.keep_to_one_core()
    print(f"{machine.describe()}; {pinned}", file=sys.stderr)
    rows = []
    for row in measure(quick=options.quick):
        print(f"  {row.measure}: {row.value} ({row.how})", file=sys.stderr, flush=True)
        rows.append(row)
    report = f"{markdown(rows)}\n\nMeasured by `make bench` on {machine.describe()}; {pinned}; medians."
    print(report)
    if options.write and not options.quick:
        put_between(texts.PROJECT / "README.md", "bench", report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
