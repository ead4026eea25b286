"""Plots: that everything stands within the frame, and that nothing in a report is obeyed."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.present.plot.party import COLOURS, parties
from hearsay.present.plot.plot import numbers, plot
from hearsay.present.plot.scale import scale
from hearsay.present.plot.svg import WIDE, svg
from hearsay.present.plot.table import COLUMNS, table
from hearsay.records.account import Relation
from hearsay.records.story import Story
from tests.present.made import HOSTILE_TEXT
from tests.present.page.test_style import contrast
from tests.reconcile.told_story import Told

SVG = "{http://www.w3.org/2000/svg}"
ENDS = st.none() | st.floats(min_value=0, max_value=1e12, allow_nan=False)


def story_of(*ends: tuple[float | None, float | None], name: str = "the mayor") -> Story:
    """A story with one question that has these intervals as answers, the first two in conflict."""
    told = Told()
    for number, (low, high) in enumerate(ends):
        document = told.report(f"r{number}", "12 people died.")
        account = told.account(document, "12 people", by=f"{name} {number}", value=12)
        told.accounts[-1] = replace(account, min=low, max=high)
    if len(ends) > 1:
        told.judge(Relation.CONFLICTS, told.accounts[0], told.accounts[1])
    return told.story()


@given(st.lists(st.floats(min_value=-1e9, max_value=1e12), min_size=1, max_size=20))
def test_each_value_and_tick_stands_on_the_scale(values: list[float]) -> None:
    made = scale(values)
    assert made.low < made.high
    for value in (*values, *made.ticks):
        assert made.low <= value <= made.high
        assert 0 <= made.share(value) <= 1
    assert len(made.ticks) <= 8


@pytest.mark.parametrize(
    ("values", "ticks", "is_logarithmic"),
    [
        ([1500, 100], (0.0, 500.0, 1000.0, 1500.0), False),
        ([180, 210], (180.0, 190.0, 200.0, 210.0), False),
        ([2, 41], (2.0, 5.0, 10.0, 20.0), True),
        ([3000], (2000.0, 2500.0, 3000.0, 3500.0, 4000.0, 4500.0), False),
    ],
)
def test_ticks_are_round(values: list[float], ticks: tuple[float, ...], is_logarithmic: bool) -> None:
    made = scale(values)
    assert made.is_logarithmic is is_logarithmic
    assert set(ticks) <= set(made.ticks)


@given(st.lists(st.tuples(ENDS, ENDS), min_size=1, max_size=30))
def test_a_plot_is_valid_and_within_its_frame(ends: list[tuple[float | None, float | None]]) -> None:
    ordered = [
        (high, low) if low is not None and high is not None and high < low else (low, high) for low, high in ends
    ]
    story = story_of(*ordered)
    tree = ElementTree.fromstring(svg(plot(story.asked[0], parties(story))))
    height = float(tree.attrib["height"])
    for element in tree.iter():
        assert "style" not in element.attrib
        assert element.tag != f"{SVG}script"
        assert not [name for name in element.attrib if name.startswith("on")]
        for name, end in (("cx", WIDE.width), ("x", WIDE.width), ("cy", height), ("y", height)):
            assert 0 <= float(element.get(name, 0)) <= end
    for circle in tree.iter(f"{SVG}circle"):
        assert circle.attrib["cx"] == "6.0" or WIDE.left <= float(circle.attrib["cx"]) <= WIDE.right


def test_a_plot_has_a_title_and_says_in_words_what_it_shows() -> None:
    story = story_of((12.0, 12.0), (None, 100.0))
    tree = ElementTree.fromstring(svg(plot(story.asked[0], parties(story))))
    title, description = tree.findtext(f"{SVG}title"), tree.findtext(f"{SVG}desc") or ""
    assert title == "People killed"
    assert "Disputed. 1: The mayor 0: 12" in description
    assert "2: The mayor 1: up to 100, cannot be true together with 1." in description


def test_an_open_end_is_an_arrow_and_a_conflict_is_told_in_words() -> None:
    drawn = svg(plot(story_of((3000.0, None), (5.0, 5.0)).asked[0], parties(story_of())))
    assert drawn.count('class="open"') == 1
    assert "not with 2" in drawn


def test_words_of_reports_are_escaped() -> None:
    story = story_of((1.0, 1.0), (2.0, 2.0), name=HOSTILE_TEXT)
    drawn = svg(plot(story.asked[0], parties(story)))
    ElementTree.fromstring(drawn)
    assert "<script" not in drawn
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", drawn)


@pytest.mark.parametrize("colour", COLOURS)
@pytest.mark.parametrize("paper", ["#ffffff", "#181715"])
def test_the_colours_stand_out_from_light_and_dark(colour: str, paper: str) -> None:
    assert contrast(colour, paper) >= 3


def test_of_many_accounts_those_in_conflict_are_drawn() -> None:
    drawn = plot(story_of(*[(float(n), float(n)) for n in range(40)]).asked[0], parties(story_of()), most=5)
    assert [row.amount for row in drawn.rows] == ["0", "1", "37", "38", "39"]
    assert drawn.left_out == 35


def test_runs_of_rows_are_told_by_their_ends() -> None:
    assert numbers([5, 1, 2, 3, 8, 9]) == "1–3, 5, 8, 9"


def test_the_table_has_all_accounts_and_columns() -> None:
    story = story_of((12.0, 12.0), (None, 100.0))
    rows = list(table(story.asked[0]))
    assert [tuple(row) for row in rows] == [COLUMNS, COLUMNS]
    assert rows[0]["conflicts_with"] == [story.asked[0].accounts[1].id]
    assert rows[1]["min"] is None
