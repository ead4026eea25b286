"""Finding a story by a report of it, or by a question, whatever has become of that; and that nothing has changed."""

import pytest

from hearsay.errors import UsageError
from hearsay.ledger.connect import Store
from hearsay.ledger.story_view import StoryView
from hearsay.ledger.view import View
from hearsay.ledger.writer import Writer
from hearsay.pipeline import corrector
from hearsay.reconcile.ask import Stories
from hearsay.reconcile.place import Placer
from hearsay.records.identity import make_id
from tests.present.story_ledger import REPORTS


@pytest.fixture
def told(store: Store) -> Store:
    """A ledger with a story of three reports."""
    writer, placer = Writer(store), Placer(store)
    for report in REPORTS:
        placer.place(writer.add(report, reader="7").document, report)
    return store


def test_a_report_has_its_story(told: Store) -> None:
    stories = Stories(View(told))
    found = stories.of_documents(["r1", "r2", "r3", "nothing", "\0"])
    assert set(found) == {"r1", "r2", "r3"}
    assert set(found.values()) == {stories.summaries().items[0].id}


def test_a_question_is_found_by_the_figure_that_it_began_with(told: Store) -> None:
    stories = Stories(View(told))
    (asked,) = stories.story(stories.summaries().items[0].id).asked
    figures = [given.figure.id for account in asked.accounts for given in account.figures]
    # Every figure might have begun it; each such id leads to what the figure answers now.
    for figure in figures:
        assert stories.question(make_id("question", figure))[1].id == asked.id
    for nothing in ("question-0000000000000000", "question-", "x", f"question-{'g' * 16}"):
        with pytest.raises(UsageError):
            stories.question(nothing)


def test_figures_that_come_later_are_found_too(store: Store) -> None:
    stories = Stories(View(store))
    with pytest.raises(UsageError):
        stories.question("question-0000000000000000")
    writer, placer = Writer(store), Placer(store)
    for report in REPORTS:
        placer.place(writer.add(report, reader="7").document, report)
        id = make_id("question", report.figures[0].id)
        assert report.figures[0].id in {
            given.figure.id for account in stories.question(id)[1].accounts for given in account.figures
        }


def test_a_picture_is_the_same_object_until_something_changes(told: Store) -> None:
    stories, view = Stories(View(told)), StoryView(View(told))
    id = stories.summaries().items[0].id
    story, state = stories.story(id), view.state()
    assert stories.story(id) is story
    assert view.state() == state
    ends = story.asked[0].accounts
    one, other = (account.strongest for account in ends)
    corrector(told, by="anna").no_conflict(
        one.figure.id, other.figure.id, why="looked into", document=one.document.id, other_document=other.document.id
    )
    assert view.state() != state
    assert stories.story(id) is not story
    assert not stories.story(id).asked[0].disputed
