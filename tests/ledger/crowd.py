"""Two processes that add and four that read, all at once, on one ledger; what goes wrong is told on stderr.

usage: python -m tests.ledger.crowd LEDGER
"""

import os
import sys
import time
import traceback
from collections.abc import Callable

from bench.made_up import readings
from hearsay.ledger.asked import Asked
from hearsay.ledger.check import check
from hearsay.ledger.connect import Store
from hearsay.ledger.view import View
from hearsay.ledger.writer import Outcome, Writer
from hearsay.reconcile.ask import Stories
from hearsay.reconcile.place import Placer
from hearsay.records.ledger import Ledger
from hearsay.records.statement import Act

REPORTS, SHARED = 40, 15
"""How many each adds, and how many of those the other adds as well."""
ALL = 2 * REPORTS - SHARED
READERS = 4
PAUSE = 0.02
EVERY = 20
"""Reports after which a reader asks for the stories again."""
MADE = list(readings(ALL))


def add(where: str, *, first: int) -> None:
    store = Store(where, create=True)
    writer, placer = Writer(store), Placer(store)
    list(placer.catch_up())
    for entries, fetched in MADE[first : first + REPORTS]:
        added = writer.add(entries, reader="1", fetched=fetched)
        assert added.outcome in (Outcome.ADDED, Outcome.KNOWN)
        if added.outcome is Outcome.ADDED:
            placer.place(added.document, entries)
    store.close()


def read(where: str) -> None:
    store = Store(where, create=True)
    view = View(store)
    stories = Stories(view)
    count = asked = 0
    while count < ALL:
        kept = list(view.documents())
        assert len(kept) >= count, "a report has gone"
        count = len(kept)
        given = {entries.documents[0].id: entries for entries, _ in MADE}
        for one in kept[-3:]:
            assert view.ledger(one) == given[one.document.id], "a report is not as it was given"
        list(view.sources(limit=20))
        view.find("the", Asked(act=Act.ASSERT), limit=5)
        if count >= asked + EVERY:
            asked = count
            stories.summaries(limit=1)
        # Whoever reads leaves the others time to write, or on two cores nothing else is done.
        time.sleep(PAUSE)
    store.close()


def run(task: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        try:
            task()
        except BaseException:  # noqa: BLE001 - a forked process must not go on as its parent does
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return child


def ids(ledger: Ledger) -> list[str]:
    return [document.id for document in ledger.documents]


def main(where: str) -> None:
    tasks = [lambda: add(where, first=0), lambda: add(where, first=REPORTS - SHARED)]
    children = [run(task) for task in (*tasks, *[lambda: read(where)] * READERS)]
    ended = [os.waitpid(child, 0)[1] for child in children]
    assert not any(ended), ended
    store = Store(where, create=False)
    faults = [str(fault) for fault in check(store)]
    assert not faults, faults
    found = [kept.document.id for kept in View(store).documents(versions=True)]
    assert sorted(found) == sorted(entries.documents[0].id for entries, _ in MADE), "lost, or there twice"
    placed = [id for ledger in Stories(View(store)).ledgers() if ledger.story is not None for id in ids(ledger)]
    assert sorted(placed) == sorted(found), "in no story, or in two"
    store.close()


if __name__ == "__main__":
    main(sys.argv[1])
