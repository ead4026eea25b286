"""Adds reports to a ledger in processes that are killed at random moments, and looks at the ledger after each.

usage: python -m tests.ledger.killed SEED TIMES SECONDS LEDGER…

SECONDS is the longest that a process lives.

In a process of its own, which has no threads and so may fork: that costs a moment where starting Python would take a
second. A ledger in which all is there is left for the next one.
"""

import os
import random
import signal
import sys
import time

from bench.made_up import readings
from hearsay.ledger.check import check
from hearsay.ledger.connect import Store
from hearsay.ledger.unplaced import unplaced
from hearsay.ledger.view import View
from hearsay.ledger.writer import Outcome, Writer
from hearsay.reconcile.place import Placer

REPORTS = 12
MADE = list(readings(REPORTS))


def add_all(where: str) -> None:
    store = Store(where, create=True)
    writer, placer = Writer(store), Placer(store)
    list(placer.catch_up())
    for entries, fetched in MADE:
        added = writer.add(entries, reader="1", fetched=fetched)
        if added.outcome is Outcome.ADDED:
            placer.place(added.document, entries)
    store.close()


def start(where: str) -> int:
    child = os.fork()
    if child == 0:
        try:
            add_all(where)
        except BaseException as error:  # noqa: BLE001 - a forked process must not go on as its parent does
            print(f"{type(error).__name__}: {error}", file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
    return child


def look(where: str) -> int:
    """How many reports are in the ledger; each is whole, and so is the ledger."""
    store = Store(where, create=True)
    faults = [str(fault) for fault in check(store)]
    assert not faults, faults
    found = list(View(store).ledgers())
    assert found == [entries for entries, _ in MADE[: len(found)]], "a report is not as it was given"
    store.close()
    return len(found)


def main(arguments: list[str]) -> None:
    seed, times, longest, *ledgers = arguments
    draw = random.Random(int(seed))
    left = list(ledgers)
    killed = 0
    moments = []
    while killed < int(times):
        child = start(left[0])
        time.sleep(draw.uniform(0, float(longest)))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            killed += 1
        assert os.WIFSIGNALED(status) or status == 0, "adding failed"
        moments.append(look(left[0]))
        if moments[-1] == REPORTS:
            left.pop(0)
    # What was cut off is finished by the same run once more.
    add_all(left[0])
    assert look(left[0]) == REPORTS
    store = Store(left[0], create=False)
    with store.reading.connect() as connection:
        assert unplaced(connection) == []
    store.close()
    print(f"killed {killed} times, with {moments} reports in the ledger")


if __name__ == "__main__":
    main(sys.argv[1:])
