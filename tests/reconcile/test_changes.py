"""What is told of a story since one last looked."""

from hearsay.reconcile.changes import changes, corrected
from hearsay.records.account import Relation
from hearsay.records.correction import Anchor, Correction, CorrectionKind
from hearsay.records.statement import Act
from hearsay.records.story import ChangeKind, State, Story
from tests.reconcile.told_story import Told, without


def kinds(before: Story | None, after: Story) -> list[ChangeKind]:
    return [change.kind for change in changes(before, after)]


def test_a_story_that_was_not_there_is_told_once_and_not_report_by_report() -> None:
    told = Told()
    document = told.report("a", "The mayor said 12 people died.")
    told.account(document, "12 people", by="the mayor", value=12)
    assert kinds(None, told.story()) == [ChangeKind.NEW_STORY]


def test_nothing_has_changed_in_a_story_that_is_as_it_was() -> None:
    told = Told()
    document = told.report("a", "The mayor said 12 people died. A hearing is due on Thursday.")
    told.account(document, "12 people", by="the mayor", value=12)
    told.expect(document, "on Thursday", state=State.TO_COME)
    assert kinds(told.story(), told.story()) == []


def test_a_report_and_its_account_are_told_and_copies_are_folded() -> None:
    told = Told()
    told.report("a", "A fire broke out in Hallby.")
    before = told.story()
    document = told.report("b", "The mayor said 12 people died.")
    for copy in ("c", "d"):
        told.report(copy, "The mayor said 12 people died.", copy_of="b")
    told.account(document, "12 people", by="the mayor", value=12)
    found = changes(before, told.story())
    assert [change.says for change in found] == [
        "People killed: “12 people”, the mayor",
        "A new report: “Report b”, Daily b",
        "2 more reports carry the account of “Report b”, Daily b",
    ]
    assert found[0].at == "2026-03-02T10:00:00.000000+00:00"
    assert found[2].documents == ("c", "d")


def test_a_dispute_is_told_with_both_sides_and_again_when_it_is_settled() -> None:
    told = Told()
    first = told.report("a", "The mayor said 12 people died.")
    one = told.account(first, "12 people", by="the mayor", value=12)
    before = told.story()
    second = told.report("b", "The union spoke of 30 dead.")
    other = told.account(second, "30 dead", by="the union", value=30)
    told.judge(Relation.CONFLICTS, one, other)
    disputed = told.story()
    found = changes(before, disputed)
    assert found[0].kind is ChangeKind.DISPUTED
    assert found[0].says == "Now in dispute: People killed: “12 people” (the mayor), “30 dead” (the union)"
    assert found[0].words == ("12 people", "30 dead")
    settled = without(disputed, told.judgements)
    assert kinds(disputed, settled) == [ChangeKind.SETTLED]


def test_a_dispute_that_an_analyst_has_overruled_is_none() -> None:
    told = Told()
    document = told.report("a", "The mayor said 12 people died. The union spoke of 30 dead.")
    ends = [
        told.account(document, "12 people", by="the mayor", value=12),
        told.account(document, "30 dead", by="the union", value=30),
    ]
    before = told.story()
    told.judge(Relation.CONFLICTS, *ends, overruled="correction-1")
    assert kinds(before, told.story()) == []


def test_a_revision_is_told_as_one_and_not_as_a_new_account_too() -> None:
    told = Told()
    one = told.account(told.report("a", "The mayor said 12 died."), "12 died", by="the mayor", value=12)
    before = told.story()
    other = told.account(told.report("b", "The mayor now said 14 died."), "14 died", by="the mayor", value=14)
    told.judge(Relation.REVISED, one, other)
    found = changes(before, told.story())
    assert [change.kind for change in found] == [ChangeKind.REVISED, ChangeKind.NEW_REPORT]
    assert found[0].says == "People killed: the mayor has revised “12 died” to “14 died”"


def test_a_withdrawn_figure_is_told() -> None:
    told = Told()
    one = told.account(told.report("a", "The mayor said 12 died."), "12 died", by="the mayor", value=12)
    before = told.story()
    other = told.account(told.report("b", "Not 12 died, but 2."), "12 died", by="the mayor", value=12)
    told.judge(Relation.RETRACTED, one, other)
    assert kinds(before, told.story())[0] is ChangeKind.RETRACTED


def test_a_denial_is_told_with_what_it_denies() -> None:
    told = Told()
    document = told.report("a", "The union said the doors were locked. The owner denied they were shut.")
    before = told.story()
    denial = told.said(document, "they were shut", by="the owner", act=Act.DENY)
    told.deny(denial, told.said(document, "the doors were locked", by="the union"))
    (found,) = changes(before, told.story())
    assert (found.kind, found.says) == (ChangeKind.DENIED, "the owner denies “the doors were locked”")


def test_what_falls_due_is_told_and_what_comes_of_it() -> None:
    told = Told()
    document = told.report("a", "A hearing is due on Thursday. The hearing was held.")
    told.expect(document, "on Thursday", state=State.TO_COME)
    before = told.story()
    told.expect(document, "on Thursday", state=State.OVERDUE)
    due = told.story()
    assert kinds(before, due) == [ChangeKind.FELL_DUE]
    outcome = told.said(document, "The hearing was held", by="the court")
    told.expect(document, "on Thursday", state=State.HAPPENED, outcome=outcome)
    (found,) = changes(due, told.story())
    assert (found.kind, found.words) == (ChangeKind.CAME_OF_IT, ("The hearing was held",))


def test_a_report_that_changed_its_text_is_told_as_such() -> None:
    told = Told()
    told.report("a", "A fire broke out.", lineage="https://daily.example/fire")
    before = told.story()
    told.report("a#2", "A large fire broke out.", lineage="https://daily.example/fire")
    (found,) = changes(before, told.story())
    assert (found.kind, found.about) == (ChangeKind.TEXT_CHANGED, "a#2")


def test_what_analysts_corrected_is_told_of_the_story_that_it_is_about() -> None:
    told = Told()
    told.report("a", "A fire broke out.")
    recorded = "2026-03-05T10:00:00.000000+00:00"
    rejected = Correction(
        "c1", CorrectionKind.REJECT, "s1", {}, {}, Anchor("a", {}), by="Ann", why="a caption", recorded=recorded
    )
    elsewhere = Correction("c2", CorrectionKind.MOVE, "z", {}, {}, None, by="Ann", why="no fire", recorded=recorded)
    (found,) = corrected(told.story(), [rejected, elsewhere])
    assert (found.says, found.about) == ("Ann has rejected a statement: a caption", "c1")


def test_each_kind_of_correction_can_be_told() -> None:
    told = Told()
    told.report("a", "A fire broke out.")
    every = [
        Correction(kind, kind, "a", {}, {}, None, by="Ann", why="so", recorded="2026-03-05") for kind in CorrectionKind
    ]
    assert len(list(corrected(told.story(), every))) == len(CorrectionKind) - 1, "all but what was accepted as it is"
