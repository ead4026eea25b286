"""Which documents are copies is kept, found again and told as it stood at a time; on every database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import DBAPIError

from hearsay.ledger.check import check
from hearsay.ledger.connect import Store
from hearsay.ledger.copied import copies
from hearsay.ledger.copies import CopyIndex, copies_of
from hearsay.ledger.schema import documents
from hearsay.ledger.writer import Writer
from hearsay.reconcile.copies.index import Index
from hearsay.reconcile.copies.place import Placer
from hearsay.records.copying import Copy, CopyKind
from hearsay.records.document import Document
from hearsay.records.ledger import Ledger
from tests.reconcile.copies.made import LOCAL, OTHER, PARAGRAPHS, WIRE, placed, report

CUT = report("a", *PARAGRAPHS[:5])
EXTENDED = report("b", *LOCAL, *PARAGRAPHS[3:], published="2026-06-04T08:00:00+02:00")
QUOTING = report("c", *OTHER, "North South Wire reported:", *PARAGRAPHS[1:4], *LOCAL, published="2026-06-05")
BODY = WIRE.text.partition(" - ")[2]
EARLY = replace(WIRE, id="agency", text=BODY, publisher="Serro Press", published="2026-06-03T05:00:00+02:00")


def moment(day: int) -> str:
    return datetime(2026, 6, day, tzinfo=UTC).isoformat(timespec="microseconds")


def add(store: Store, given: Sequence[Document], *, day: int = 4) -> list[set[int]]:
    """Add documents and decide on each, a day after the other; gives the numbers of those that changed."""
    changed = []
    placer = Placer()
    for n, document in enumerate(given):
        writer = Writer(store, clock=partial(moment, day + n))
        added = writer.add(Ledger((document,)), reader="1")
        with store.writing.begin() as connection:
            index = CopyIndex(connection, recorded=moment(day + n))
            changed.append(placer.place_filed(index.numbers([added.document])[added.document], index))
    return changed


def told(store: Store, until: str | None = None) -> dict[str, tuple[Copy, ...]]:
    with store.reading.connect() as connection:
        return copies_of(connection, connection.execute(select(documents.c.number)).scalars().all(), until=until)


def test_a_ledger_decides_as_memory_does(store: Store) -> None:
    given = (CUT, QUOTING, WIRE, EXTENDED, EARLY)
    add(store, given)
    assert told(store) == placed(*given)
    assert list(told(store)) == ["a", "c", "wire", "b"]
    assert list(check(store)) == []


def test_what_was_decided_is_told_as_it_stood(store: Store) -> None:
    assert add(store, (CUT, WIRE, EXTENDED, EARLY)) == [set(), {1}, {3}, {1, 2, 3}]
    stood = [{id: found[0].of for id, found in told(store, until=moment(day)).items()} for day in (4, 5, 6, 7)]
    assert stood == [{}, {"a": "wire"}, {"a": "wire", "b": "wire"}, dict.fromkeys(("a", "wire", "b"), "agency")]


def test_what_no_longer_holds_is_told_until_then(store: Store) -> None:
    add(store, (WIRE, CUT))
    with store.writing.begin() as connection:
        index = CopyIndex(connection, recorded=moment(9))
        assert Placer().place_filed(2, index, said={("a", "wire"): False}) == {2}
        assert index.carrying("wire") == []
    assert told(store) == {}
    assert told(store, until=moment(8))["a"][0].kind is CopyKind.CUT


def test_the_ledger_itself_refuses_a_change(store: Store) -> None:
    add(store, (WIRE, CUT))
    with pytest.raises(DBAPIError), store.writing.begin() as connection:
        connection.execute(update(copies).values(reason="another"))


def test_a_ledgers_index_is_one(store: Store) -> None:
    with store.writing.begin() as connection:
        index: Index = CopyIndex(connection, recorded=moment(1))
        assert index.sharing([1, 2]) == {}
        assert list(index.filed([])) == []


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"of": 1, "kind": "whole", "passages": [[0, 4, 0, 10_000]]}, "the passage [0, 4, 0, 10000] runs past a text"),
        ({"of": 1, "kind": "whole", "passages": [[0, 4, 0]]}, "the passage [0, 4, 0] runs past a text"),
        ({"of": 1, "kind": "whole", "passages": [[0, 9, 0, 9], [8, 12, 8, 12]]}, "its passages overlap"),
        ({"of": 1, "kind": "stolen", "passages": []}, "no kind of copy is called stolen"),
        ({"of": 2, "kind": "whole", "passages": []}, "a document carries nobody's account by being itself"),
        ({"kind": "whole", "passages": []}, "it is of nothing, and yet something is carried over"),
    ],
)
def test_a_check_names_what_is_wrong_with_copies(store: Store, row: dict[str, object], fault: str) -> None:
    add(store, (WIRE, CUT))
    with store.writing.begin() as connection:
        connection.execute(insert(copies), {"document": 2, "turn": 9, "place": 0, "recorded": moment(9)} | row)
    assert [str(found) for found in check(store)] == [f"copy a, turn 9: {fault}"]
