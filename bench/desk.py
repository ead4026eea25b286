"""How a desk on 100,000 documents bears 20 clients at once: the time and the weight of each page, errors, memory.

usage: python -m bench.desk [--write] [--quick] [--ledger FILE] [--desks N]

``hearsay serve`` runs in a process of its own on a ledger of made-up stories (bench.made_up_stories), or on a FILE that
``bench.reconcile --keep`` has left: to make 100,000 reports up and place them takes over an hour. The clients ask from
this process, first as people who look at a page for a second, then one page right after another. Server and clients
share two cores. With ``--desks`` several desks are served on the one ledger, each to its share of the clients, as a
proxy before them would send them. ``--write`` puts the table of one into the README.
"""

import argparse
import asyncio
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bench import machine
from bench.made_up_stories import readings
from bench.readme import Row, markdown, put_between
from bench.reconcile import Run
from bench.speed import program
from bench.texts import PROJECT
from bench.walk import Asked, Pages, Walk, found_in, walk

DOCUMENTS, QUICK_DOCUMENTS = 100_000, 300
CLIENTS = 20
ASKED, QUICK_ASKED = 100, 10
"""Pages that each client asks for, with pauses and once more without."""
PAUSE = 1.0
"""Seconds for which somebody looks at a page, in the mean: less than any reader."""
MEDIAN, NEARLY_ALL = 0.2, 0.5
"""Seconds that a page may take at the median and at the 95th percentile."""
MEMORY = 600_000_000
WEIGHT = 300_000
"""Bytes of a page with its style and scripts, as they are sent to who has never been there."""
_START_SECONDS = 60.0


@dataclass(slots=True)
class Server:
    """A desk that is served."""

    address: str
    peak: int = 0
    """The most memory that it held, in bytes, once it has stopped."""
    busy: float = 0.0
    """Seconds of a processor that it took, likewise."""


@contextmanager
def served(ledger: Path) -> Iterator[Server]:
    """``hearsay serve`` on the ledger; stopped at the end, and its memory is then known."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    process = subprocess.Popen([program(), "serve", "--ledger", str(ledger), "--port", str(port)])
    server = Server(f"http://127.0.0.1:{port}")
    try:
        _wait_for(port, process)
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        server.busy = usage.ru_utime + usage.ru_stime
        server.peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("hearsay serve did not start")


async def walk_all(servers: Sequence[Server], pages: Sequence[Pages], how: Walk) -> list[Asked]:
    """What the clients of all desks were answered, each desk's share of them at the same time."""
    share = replace(how, clients=how.clients // len(servers))
    walks = (walk(server.address, there, share) for server, there in zip(servers, pages, strict=True))
    return [asked for answered in await asyncio.gather(*walks) for asked in answered]


def measure(ledger: Path, *, clients: int, each: int, pause: float, desks: int = 1) -> Iterator[Row]:
    """Every line of the table."""
    with ExitStack() as stack:
        servers = [stack.enter_context(served(ledger)) for _ in range(desks)]
        pages = [asyncio.run(found_in(server.address)) for server in servers]
        calm = asyncio.run(walk_all(servers, pages, Walk(clients, each, pause=pause)))
        begun = time.perf_counter()
        busy = asyncio.run(walk_all(servers, pages, Walk(clients, each, pause=0)))
        taken = time.perf_counter() - begun
    for kind in sorted({one.kind for one in calm}):
        yield line(kind, calm, busy=busy)
    asked = calm + busy
    yield Row("errors", f"{sum(not one.is_well for one in asked)}", f"of {len(asked):,} pages")
    yield Row("pace without looking at pages", f"{len(busy) / taken:,.0f} pages/s", times(busy))
    answered = len(asked) + sum(there.looked_for for there in pages)
    how = f"for each of {answered:,} pages"
    yield Row("the server's time", f"{1000 * sum(one.busy for one in servers) / answered:,.0f} ms", how)
    peak = max(server.peak for server in servers)
    yield Row("peak memory of the server", f"{peak / 1e6:,.0f} MB", f"at most {MEMORY / 1e6:,.0f}")
    heaviest = max(asked, key=lambda one: one.weight)
    how = f"`{heaviest.kind}`, with its style and scripts; at most {WEIGHT / 1000:,.0f}"
    yield Row("heaviest page", f"{heaviest.weight / 1000:,.0f} kB", how)


def line(kind: str, calm: Sequence[Asked], *, busy: Sequence[Asked]) -> Row:
    """The line for a kind of page: how long it took with and without pauses, and how much it weighs."""
    looked_at, hurried = ([one for one in asked if one.kind == kind] for asked in (calm, busy))
    weight = statistics.median(one.weight for one in looked_at)
    without = f"{times(hurried)} without pauses; " if hurried else ""
    return Row(f"`{kind}`", times(looked_at), f"{len(looked_at)} times; {without}{weight / 1000:,.0f} kB")


def times(asked: Sequence[Asked]) -> str:
    """The median and the 95th percentile."""
    taken = [one.seconds for one in asked]
    late = statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0]
    return f"{1000 * statistics.median(taken):,.0f} / {1000 * late:,.0f} ms"


def documents(ledger: Path) -> int:
    """How many a ledger has."""
    from hearsay.ledger.connect import Store
    from hearsay.ledger.listing import Listing

    store = Store(ledger, create=False)
    (newest,) = Listing(store).newest(limit=1)
    store.close()
    return newest.number


def make(ledger: Path, count: int) -> None:
    """Put made-up reports into a new ledger there, each held against the others."""
    from hearsay.ledger.connect import Store

    store = Store(ledger, create=True)
    grown = Run(store)
    for entries in readings(count, grown.truth):
        grown.add(entries, None)
    store.close()


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and write where asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench.desk", description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="put the table into the README")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_DOCUMENTS:,} documents, to see that it runs")
    parser.add_argument("--ledger", type=Path, metavar="FILE", help="one that bench.reconcile --keep has left")
    parser.add_argument("--desks", type=int, default=1, metavar="N", help="served on the one ledger at once")
    options = parser.parse_args(arguments)
    if options.write and options.desks != 1:
        parser.error("the README has the table of one desk")
    pinned = machine.keep_to_two_cores()
    print(f"{machine.describe()}; {pinned}", file=sys.stderr)
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        ledger = options.ledger or Path(scratch) / "bench.db"
        if not options.ledger:
            make(ledger, QUICK_DOCUMENTS if options.quick else DOCUMENTS)
        count = documents(ledger)
        each = QUICK_ASKED if options.quick else ASKED
        for row in measure(ledger, clients=CLIENTS, each=each, pause=PAUSE, desks=options.desks):
            print(f"  {row.measure}: {row.value} ({row.how})", file=sys.stderr, flush=True)
            rows.append(row)
    limits = (
        f"{CLIENTS} clients at once on {count:,} documents, who look at each page for {PAUSE:g} s in the mean. Median "
        f"and 95th percentile, which may be {1000 * MEDIAN:.0f} and {1000 * NEARLY_ALL:.0f} ms. A page weighs what is "
        "sent to who has never been there, style and scripts included."
    )
    report = f"{markdown(rows)}\n\n{limits} Measured by `make bench-desk` on {machine.describe()}; {pinned}; SQLite."
    print(report)
    if options.write and not options.quick:
        put_between(PROJECT / "README.md", "desk-bench", report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
