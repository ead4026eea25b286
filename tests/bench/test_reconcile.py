"""The bench of reconciling, on a few reports: that it runs, and that its made-up stories are what it takes them for."""

from pathlib import Path

import pytest

from bench.made_up_stories import Truth, readings
from bench.reconcile import Run, Shares, again, measure
from hearsay.ledger.connect import Store
from hearsay.records.check import check


def test_it_tells_what_one_report_costs_at_each_size(tmp_path: Path) -> None:
    rows = {row.measure: row for row in measure(tmp_path / "bench.db", (4, 12))}
    assert list(rows) == [
        "4 documents",
        "found among 4",
        "12 documents",
        "found among 12",
        "growth of the cost of reconciling one",
        "at the largest size",
        "memory",
    ]
    assert "placing" in rows["12 documents"].how
    assert rows["12 documents"].value == rows["at the largest size"].value


def test_costs_are_measured_again_on_a_ledger_that_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.reconcile.TIMED", 3)
    store = Store(tmp_path / "kept.db", create=True)
    grown = Run(store)
    for entries in readings(5, grown.truth):
        grown.add(entries, None)
    store.close()
    (row,) = again(tmp_path / "kept.db")
    assert row.measure == "5 documents and more"
    assert "placing" in row.how


def test_shares_are_of_all_that_was_counted() -> None:
    shares = Shares()
    shares.count(1, found=1, known=2)
    shares.count(2, found=3, known=2)
    assert str(shares) == "0.750 / 0.750"


def test_made_up_stories_are_whole_ledgers_and_the_same_each_time() -> None:
    first, again = Truth(), Truth()
    made = list(readings(200, first))
    assert made == list(readings(200, again))
    assert first == again
    for ledger in made:
        check(ledger)
    assert list(first.story) == [ledger.documents[0].id for ledger in made]


def test_what_is_known_of_made_up_stories_is_of_those_that_ended() -> None:
    truth = Truth()
    made = {ledger.documents[0].id: ledger for ledger in readings(400, truth)}
    assert truth.ended
    assert truth.disputed | truth.revised <= set(truth.ended)
    assert truth.disputed
    assert truth.revised
    for copy, origin in truth.copies.items():
        assert truth.story[copy] == truth.story[origin]
        assert origin not in truth.copies
        assert made[origin].documents[0].text.split(".\n\n")[0] == made[copy].documents[0].text.split(".\n\n")[0]
