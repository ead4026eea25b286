"""A ledger that is whole passes its check; whatever is damaged in one is named, on every database."""

import re
import zlib
from dataclasses import replace
from typing import Any

import pytest

from hearsay.ledger.check import check
from hearsay.ledger.connect import Store
from hearsay.ledger.writer import Writer
from hearsay.records.fetched import Fetched
from tests.damage import damage
from tests.present.made import BRIDGE, QUIET, TEXT, hostile

PAGE = Fetched(b"<p>" * 1000, "2026-05-04T10:00:00+00:00", "text/html")


@pytest.fixture
def filled(store: Store) -> Store:
    """A ledger with versions, readings, raw bytes, and a report that tries to be obeyed."""
    writer = Writer(store)
    writer.add(BRIDGE, reader="1", fetched=PAGE)
    writer.add(QUIET, reader="1")
    writer.add(hostile(), reader="1")
    (document,) = BRIDGE.documents
    changed = replace(BRIDGE, documents=(replace(document, text=f"{TEXT}\n\nThe road is open again."),))
    writer.add(changed, reader="1")
    writer.add(changed, reader="2")
    return store


def faults(store: Store) -> list[str]:
    return [str(fault) for fault in check(store)]


def test_what_has_been_added_is_whole(filled: Store) -> None:
    told: list[None] = []
    assert list(check(filled, advance=lambda: told.append(None))) == []
    assert len(told) == 4


def test_a_ledger_with_nothing_in_it_is_whole(store: Store) -> None:
    assert faults(store) == []


SPANLESS = '[["content", 3, 9, "nobody"]]'


@pytest.mark.parametrize(
    ("statement", "given", "named"),
    [
        ("UPDATE documents SET text = 'X' || substr(text, 2) WHERE number = 1", (), "bridge-1: its text is not the"),
        ("UPDATE documents SET digest = 'x' WHERE number = 2", (), "document quiet: its text is not the one"),
        ("UPDATE documents SET published_from = 'x' WHERE number = 2", (), "document quiet: it cannot be read: 'x'"),
        ("UPDATE documents SET odd = '[[7000, 0]]' WHERE number = 2", (), "document quiet: it cannot be read"),
        ("UPDATE documents SET parts = '[[\"caption\", 1, 999]]' WHERE number = 2", (), "quiet: its caption runs past"),
        ("UPDATE documents SET version = 5 WHERE number = 4", (), "bridge-1#2: as version 5 it does not follow"),
        ("UPDATE documents SET previous = NULL WHERE number = 4", (), "bridge-1#2: as version 2 it does not follow"),
        ("UPDATE documents SET lineage = 'x' WHERE number = 4", (), "bridge-1#2: as version 2 it does not follow"),
        ("UPDATE raws SET bytes = ?", (b"x",), f"raw bytes {PAGE.digest}: they cannot be unpacked"),
        ("UPDATE raws SET bytes = ?", (zlib.compress(b"x"),), f"raw bytes {PAGE.digest}: they are not those"),
        ("UPDATE raws SET size = 1", (), f"raw bytes {PAGE.digest}: they are not those"),
        ("DELETE FROM raws", (), f"documents 1: its raw, raws {PAGE.digest}, is not there"),
        ("DELETE FROM documents WHERE number = 2", (), "readings 2: its document, documents 2, is not there"),
        ("UPDATE statements SET reading = 99 WHERE number = 3", (), "statements 3: its reading, readings 99, is not"),
        ("UPDATE figures SET question = 'x' WHERE id = 'cost'", (), "figures 1/cost/0: its question, questions x, is"),
        ("INSERT INTO superseded VALUES (2, 2)", (), "report quiet: 0 of its readings are shown, and not one"),
        ("DELETE FROM superseded", (), "report https://norda.example/bridge: 3 of its readings are shown"),
        ("DELETE FROM readings WHERE number = 2", (), "report quiet: 0 of its readings are shown"),
        *(
            (f"UPDATE {table} SET spans = ?", (SPANLESS,), f"{name} .+ in document bridge-1: its content at 3 to 9")
            for table, name in (
                ("statements", "statement"),
                ("figures", "figure"),
                ("times", "time"),
                ("expectations", "expectation"),
            )
        ),
        ("UPDATE statements SET spans = '7' WHERE number = 1", (), "statement bridge-1-s1 .+: its spans are not spans"),
        ("UPDATE statements SET source = 'x' WHERE number = 1", (), "bridge-1-s1 in .+: its source, x, is not there"),
        ("UPDATE statements SET via = '[\"x\"]' WHERE number = 1", (), "bridge-1-s1 in .+: its via, x, is not there"),
        ("UPDATE statements SET act = 'x' WHERE number = 1", (), "bridge-1-s1 in .+: it cannot be read: 'x' is not"),
        ("UPDATE statements SET said_on = 'x' WHERE number = 1", (), "bridge-1-s1 in .+: said_first, said_last: not"),
        ("UPDATE statements SET said_last = 'x' WHERE number = 1", (), "bridge-1-s1 in .+: said_last: not as hearsay"),
        ("UPDATE statements SET words = 'x' WHERE number = 1", (), "bridge-1-s1 in document bridge-1: words: not as"),
        ("UPDATE statements SET words = 'x' WHERE number = 1", (), "search in statements: .+ words of number 1 as"),
        ("UPDATE statements SET who = 'x' WHERE number = 1", (), "bridge-1-s1 in document bridge-1: who: not as"),
        ("UPDATE statements SET revision = 2 WHERE number = 1", (), "bridge-1-s1 in .+: a revision of it is missing"),
        ("UPDATE statements SET origin = 2 WHERE number = 1", (), "bridge-1-s1 in .+: a revision of it does not name"),
        ("UPDATE sources SET folded = 'x' WHERE id = 'sign'", (), "source sign in document bridge-1: folded: not as"),
        ("UPDATE sources SET kind = 'x' WHERE id = 'sign'", (), "source sign in document bridge-1: it cannot be read"),
        ("DELETE FROM sources WHERE id = 'officials'", (), "bridge-1-s4 in .+: its via, officials, is not there"),
        ("UPDATE figures SET statement = 'x' WHERE id = 'cost'", (), "figure cost in .+: its statement, x, is not"),
        ("UPDATE figures SET source = 'x' WHERE id = 'cost'", (), "figure cost in .+: its source, x, is not there"),
        ("UPDATE expectations SET source = 'x'", (), "expectation open in .+: its source, x, is not there"),
        ("UPDATE expectations SET statement = 'x'", (), "expectation open in .+: its statement, x, is not there"),
        (
            "INSERT INTO placements (correction, reading, \"end\", entry, moot) VALUES (1, 1, 'target', 'x', false)",
            (),
            "placement of correction 1 in document bridge-1: its entry, x, is not there",
        ),
        ("UPDATE alembic_version SET version_num = '0000'", (), "migrations: the ledger is at 0000"),
        ("DROP TABLE times", (), "table times: it is not there"),
        ("ALTER TABLE sources DROP COLUMN anonymity", (), "table sources: it has no column anonymity"),
        ("DROP INDEX ix_documents_publisher", (), "table documents: its index ix_documents_publisher is not there"),
        ("UPDATE documents SET title = 'x' WHERE number = 2", (), "search in documents: .+ words of number 2 as they"),
    ],
)  # fmt: skip
def test_damage_is_named(filled: Store, statement: str, given: tuple[Any, ...], named: str) -> None:
    damage(filled, statement, *given)
    found = faults(filled)
    assert any(re.search(named, fault) for fault in found), found
    assert not any("\n" in fault for fault in found)


def test_only_the_damaged_row_is_named(filled: Store) -> None:
    damage(filled, "UPDATE statements SET who = 'x' WHERE number = 1")
    assert faults(filled) == ["statement bridge-1-s1 in document bridge-1: who: not as hearsay writes it"]


SEARCHED = {
    "sqlite": {
        "INSERT INTO statements_words (rowid, words) VALUES (99, 'x')": 99,
        "INSERT INTO statements_words (rowid, words) VALUES (2, 'x')": 2,
    },
    "postgresql": {
        "INSERT INTO statements_words (rowid, words) VALUES (99, 'x')": 99,
        "DELETE FROM statements_words WHERE rowid = 2": 2,
        "UPDATE statements_words SET words = 'x' WHERE rowid = 2": 2,
    },
}


def test_a_search_that_knows_other_words_is_named(filled: Store) -> None:
    for statement, number in SEARCHED["sqlite" if filled.is_sqlite else "postgresql"].items():
        damage(filled, statement)
        assert f"search in statements: it does not know the words of number {number} as they are" in faults(filled)


UNGUARDED = {
    "sqlite": [
        ("DROP TRIGGER statements_spans", "table statements: its guard statements_spans is not there"),
        ("DROP TRIGGER raws_delete", "table raws: its guard raws_delete is not there"),
        (
            "CREATE TRIGGER raws_delete BEFORE DELETE ON raws BEGIN SELECT 1; END",
            "table raws: its guard raws_delete is not as it should be",
        ),
    ],
    "postgresql": [
        ("DROP TRIGGER statements_spans ON statements", "table statements: its guard statements_spans is not there"),
        ("ALTER TABLE raws DISABLE TRIGGER raws_change", "table raws: its guard raws_change is switched off"),
        (
            "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
            "function refuse_change: it is not as it should be, or not there",
        ),
    ],
}


def test_a_guard_that_does_not_guard_is_named(filled: Store) -> None:
    for statement, named in UNGUARDED["sqlite" if filled.is_sqlite else "postgresql"]:
        with filled.writing.begin() as connection:
            connection.exec_driver_sql(statement)
        assert named in faults(filled)


def test_checking_is_blind_to_what_is_added_meanwhile(filled: Store) -> None:
    begun = check(filled, advance=lambda: None)
    damage(filled, "UPDATE documents SET digest = 'x' WHERE number = 2")
    first = next(begun)
    (document,) = QUIET.documents
    Writer(filled).add(replace(QUIET, documents=(replace(document, id="x", text="It snowed."),)), reader="1")
    assert [str(first), *map(str, begun)] == ["document quiet: its text is not the one that its digest was made from"]
