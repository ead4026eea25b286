"""Briefs: each sentence has its reference, none is long, and nothing in a report is obeyed."""

import re
from datetime import date
from pathlib import Path

import pytest

from hearsay.present.brief.markdown import markdown
from hearsay.present.brief.references import MOST
from hearsay.present.brief.typeset import pdf, png
from hearsay.present.brief.write import brief
from hearsay.present.page.brief import brief_page
from hearsay.present.plot.party import parties
from hearsay.present.plot.plot import plot
from hearsay.records.account import Relation
from hearsay.records.story import State
from tests.present.asked import ask
from tests.present.made import HOSTILE_TEXT
from tests.present.plot.test_plot import story_of
from tests.present.story_ledger import story_at
from tests.reconcile.told_story import Told

DAY = date(2026, 3, 9)


def told() -> Told:
    """A dispute, a denial and something overdue."""
    made = Told()
    first = made.report("a", "The mayor said 12 people died. A hearing is due on Thursday. The doors were locked.")
    second = made.report("b", "The union spoke of 30 dead. The owner denied the doors were locked.")
    one = made.account(first, "12 people", by="the mayor", value=12)
    other = made.account(second, "30 dead", by="the union", value=30)
    made.judge(Relation.CONFLICTS, one, other)
    made.expect(first, "A hearing", state=State.OVERDUE)
    made.deny(
        made.said(second, "the doors were locked", by="the owner"), made.said(first, "The doors were locked", by="x")
    )
    return made


def test_each_line_has_its_references_and_each_reference_its_words() -> None:
    written = brief(told().story(), day=DAY)
    titles = [section.title for section in written.sections]
    assert titles == ["Disputed: People killed", "Denied", "To expect"]
    for section in written.sections:
        for line in (*section.accounts, *section.lines):
            assert any(part.references for part in line)
    assert [one.number for one in written.references] == list(range(1, len(written.references) + 1))
    assert written.references[0].words == "“The mayor said 12 people died.”"
    assert written.references[0].publisher == "Daily a"


def test_in_markdown_nothing_of_a_report_is_markup() -> None:
    shown = markdown(brief(story_of((1.0, 1.0), (2.0, 2.0), name="*a* [b](c) <i>|"), day=DAY))
    assert r"\*a\* \[b\](c) \<i\>\|" in shown
    assert "| 1 | **1** |" in shown


def test_the_page_obeys_nothing_and_links_its_numbers() -> None:
    shown = brief_page(brief(story_of((1.0, 1.0), (2.0, 2.0), name=HOSTILE_TEXT), day=DAY))
    assert "<script" not in shown
    assert "style=" not in shown
    links = set(re.findall(r'href="#(n\d+)"', shown))
    assert links
    assert links <= set(re.findall(r'id="(n\d+)"', shown))
    assert shown.startswith("<!DOCTYPE html>")


def test_a_large_story_makes_no_long_brief() -> None:
    story = story_of(*[(float(n), float(n)) for n in range(300)])
    written = brief(story, day=DAY)
    assert len(written.references) <= MOST
    pytest.importorskip("typst")
    assert pdf(written).count(b"/Type /Page\n") + pdf(written).count(b"/Type/Page\n") <= 2


def test_a_brief_becomes_a_pdf_and_a_plot_a_png() -> None:
    pytest.importorskip("typst")
    story = story_of((1.0, 1.0), (None, 2.0), name=HOSTILE_TEXT)
    assert pdf(brief(story, day=DAY)).startswith(b"%PDF-")
    assert png(plot(story.asked[0], parties(story))).startswith(b"\x89PNG")


def test_the_command_goes_by_the_ending_of_the_file(tmp_path: Path) -> None:
    ledger = story_at(tmp_path / "desk.db")
    story = re.search(r"story-\w+", ask(ledger, "stories").stdout)
    assert story
    assert ask(ledger, "brief", story[0]).stdout.startswith("# ")
    done = ask(ledger, "brief", story[0], "--since", "2026-07-01", "-o", str(tmp_path / "brief.html"))
    assert done.exit_code == 0
    page = (tmp_path / "brief.html").read_text(encoding="utf-8")
    assert "Since Wed 1 Jul 2026" in page
    assert "<svg" in page
    assert ask(ledger, "brief", story[0], "--format", "doc").exit_code == 2
