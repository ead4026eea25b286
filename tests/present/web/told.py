"""Ledgers with stories in them, for desks: a dispute with a reprint, and one that tries to be obeyed."""

from dataclasses import replace
from pathlib import Path

from hearsay.ledger.connect import Store
from hearsay.ledger.writer import Writer
from hearsay.reconcile.place import Placer
from hearsay.records.source import Source, SourceKind
from tests.present.made import hostile
from tests.present.story_ledger import CROSS, FIRST, OWNER, REPORTS, SECOND, entries, story_at

EVIL = Source(
    "evil",
    """<img src=x onerror=alert(5)>"' {{ 7*7 }}""",
    SourceKind.ORGANIZATION,
    party="</svg><script>alert(6)</script>",
    anonymous=True,
    anonymity="<u onclick=alert(7)>",
)
_EVIL_FIRST = FIRST.replace("The coast guard", EVIL.name)
_SAID = ((EVIL, "said", "27 people were aboard"), (EVIL, "said", "divers would go down on Thursday"))


def told_at(path: Path) -> Path:
    """A story with a dispute, a reprint, a denial and something that is expected."""
    return story_at(path, *REPORTS)


def evil_at(path: Path) -> Path:
    """The same, told by those who try to be obeyed, and a report beside it that does nothing else."""
    publisher = '"><svg onload=alert(3)>'
    first, reprint = (
        entries(id, _EVIL_FIRST, publisher=publisher, said=_SAID, day="2026-03-01") for id in ("e1", "e2")
    )
    against = ((CROSS, "said", "31 people were aboard"), (OWNER, "denied", "that it was overloaded"))
    second = entries("<b>e3</b>", SECOND, publisher="\x1b[2J<i>", said=against, day="2026-03-02")
    titled = [
        replace(one, documents=(replace(one.documents[0], title=f"Ferry Solveig <script>alert(2)</script> {n}"),))
        for n, one in enumerate((first, reprint, second))
    ]
    return story_at(path, *titled, hostile())


def many_at(path: Path, count: int) -> Path:
    """So many stories, of one report each."""
    store = Store(path, create=True)
    writer, placer = Writer(store), Placer(store)
    for n in range(count):
        text = f"Mill {n * 7919}, {n * 104729} and {n * 1299709} shut. {'abcdefghijklmnopqrstuvwxyz'[n] * 9} burnt."
        made = entries(f"n{n}", text, publisher=f"Post {n}", said=(), day=f"20{10 + n}-03-03")
        placer.place(writer.add(made, reader="7").document, made)
    store.close()
    return path
