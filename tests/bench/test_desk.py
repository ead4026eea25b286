"""The bench of a desk, on a small ledger with few clients: that it runs, and sees what goes wrong."""

import asyncio
from pathlib import Path

import pytest

from bench.desk import documents, make, measure, times
from bench.walk import SHARES, Asked, Pages, Walk, kind_of, links, walk


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "/"),
        ("/documents/made-up-7", "/documents/ID"),
        ("/sources/a%2Fb", "/sources/ID"),
        ("/statements/s1?part=1", None),
        ("/nowhere", None),
    ],
)
def test_an_address_is_of_a_kind(address: str, kind: str | None) -> None:
    assert kind_of(address) == kind
    assert kind is None or kind in SHARES


def test_links_are_the_desk_s_own() -> None:
    page = '<a href="/search?q=a&amp;act=deny">x</a><a href="https://x.example/">y</a><a href="#z">z</a>'
    assert links(page) == ["/search?q=a&act=deny"]


def test_times_are_the_median_and_the_95th_percentile() -> None:
    assert times([Asked("/", n / 1000, 0, is_well=True) for n in range(1, 100)]) == "50 / 95 ms"


def test_what_is_not_answered_is_an_error() -> None:
    pages = Pages({"/": ["/"]}, beside=0, looked_for=0)
    (asked,) = asyncio.run(walk("http://127.0.0.1:1", pages, Walk(1, 1, pause=0)))
    assert not asked.is_well


def test_a_desk_is_measured(tmp_path: Path) -> None:
    make(tmp_path / "bench.db", 10)
    assert documents(tmp_path / "bench.db") == 10
    rows = {row.measure: row for row in measure(tmp_path / "bench.db", clients=2, each=8, pause=0)}
    assert "`/`" in rows
    assert rows["errors"].value == "0"
    assert rows["peak memory of the server"].value.endswith(" MB")
