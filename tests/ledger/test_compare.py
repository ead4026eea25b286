"""Two versions of a report are told apart claim by claim."""

from dataclasses import replace

import pytest

from hearsay.ledger.compare import compare
from hearsay.ledger.compared import Comparison, Turn
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source
from hearsay.records.statement import Act, Statement
from tests.ledger.versions import AFTER, BEFORE, EVENING, MORNING, figure, page, said


def turns(comparison: Comparison) -> list[tuple[str, str, tuple[str, ...]]]:
    """Of each difference its turn, the first of its entry's words, and the fields."""
    found = []
    for difference in comparison.differences:
        ledger = comparison.before if difference.after is None else comparison.after
        entry = difference.entry
        spans = entry.spans.content if isinstance(entry, Statement) else (entry.span,)
        found.append((str(difference.turn), spans[0].of(ledger.documents[0].text)[:20], difference.changed))
    return found


def test_what_appeared_vanished_and_changed() -> None:
    comparison = compare(BEFORE, AFTER)
    assert turns(comparison) == [
        ("changed", "A tanker lost 90 ton", ("words",)),
        ("changed", "90 tonnes", ("words", "min", "max")),
        ("changed", "At least 15 people", ("words", "min")),
        ("appeared", "that it would pay by", ()),
        ("appeared", "by Friday", ()),
        ("changed", "that the beach had b", ("act",)),
        ("vanished", "that the season was ", ()),
    ]
    assert comparison.counts == {Turn.CHANGED: 3, Turn.APPEARED: 1, Turn.VANISHED: 1}
    assert [claim.statement is None for claim in comparison.claims] == [False, True, False, False, False]


def test_the_other_way_round_what_appeared_vanishes() -> None:
    counts = compare(AFTER, BEFORE).counts
    assert counts == {Turn.CHANGED: 3, Turn.APPEARED: 1, Turn.VANISHED: 1}


@pytest.mark.parametrize("ledger", [BEFORE, AFTER, page("It rained.")])
def test_nothing_differs_from_itself(ledger: Ledger) -> None:
    assert compare(ledger, ledger).claims == ()


def test_paragraphs_that_moved_differ_in_nothing() -> None:
    moved = "\n\n".join(reversed(MORNING.split("\n\n")))
    statements = [
        said(moved, s.source, cue=f"[{s.spans.cue[0].of(MORNING)}]", content=s.spans.content[0].of(MORNING), act=s.act)
        for s in BEFORE.statements
    ]
    statements[-1] = replace(statements[-1], certainty=BEFORE.statements[-1].certainty)
    assert compare(replace(BEFORE, figures=()), page(moved, *statements)).claims == ()


def test_quotation_marks_blanks_and_capitals_are_no_change() -> None:
    one = 'Mia Lund said: "We  will stay."'
    two = "Mia Lund said: “we will\nstay.”"
    pages = [
        page(text, said(text, "Mia Lund", cue="[said]", content=content))
        for text, content in ((one, '"We  will stay."'), (two, "“we will\nstay.”"))
    ]
    assert compare(*pages).claims == ()


def test_what_was_only_read_otherwise_has_not_changed() -> None:
    text = "The bridge will open on Monday, the board said. It would not shut again."
    whole = said(text, "the board", cue="board [said]", content="The bridge will open on Monday")
    piece = said(text, "the board", cue="board [said]", content="The bridge will open")
    more = said(text, "the board", cue="[would]", content="not shut again")
    one, two = page(text, whole), page(f"{text} It rained.", piece, more)
    assert turns(compare(one, two)) == [("read otherwise", "not shut again", ())]
    assert turns(compare(two, one)) == [("read otherwise", "not shut again", ())]


def test_a_claim_that_was_the_report_s_own_and_is_now_attributed_appears() -> None:
    one, two = "The bridge is shut.", "The bridge is shut, the board said."
    newer = page(two, said(two, "the board", cue="board [said]", content="The bridge is shut"))
    assert turns(compare(page(one), newer)) == [("appeared", "The bridge is shut", ())]


def test_the_same_words_by_another_source_are_a_change_of_source() -> None:
    one, two = "Ana Téllez said that the bridge was safe.", "Ruud Okafor said that the bridge was safe."
    pages = [
        page(text, said(text, text[:11].strip(), cue="[said]", content="that the bridge was safe"))
        for text in (one, two)
    ]
    assert turns(compare(*pages)) == [("changed", "that the bridge was ", ("source",))]


def test_a_source_under_another_of_its_names_is_the_same() -> None:
    one, two = "Ana Téllez said that it was safe.", "Chief engineer Téllez said that it was safe."
    older = Source("a", "Ana Téllez", aliases=("Téllez",))
    newer = Source("b", "Téllez")
    pages = [
        page(text, said(text, source.id, cue="[said]", content="that it was safe"), sources=[source])
        for text, source in ((one, older), (two, newer))
    ]
    assert compare(*pages).claims == ()


def test_of_two_alike_the_more_alike_is_the_same() -> None:
    one = "The board said that pier four was cracked. The board said that pier five was cracked."
    two = "The board said that pier five was badly cracked. The board said that pier four was cracked."
    pages = [
        page(text, *(said(text, "the board", cue="[said]", content=content) for content in contents))
        for text, contents in (
            (one, ["that pier four was cracked", "that pier five was cracked"]),
            (two, ["that pier five was badly cracked", "that pier four was cracked"]),
        )
    ]
    assert turns(compare(*pages)) == [("changed", "that pier five was b", ("words",))]


def test_one_who_declined_is_found_again_without_any_words_of_theirs() -> None:
    one, two = "Mia Lund declined to comment.", "Mia Lund declined to comment on Friday."
    pages = [page(t, said(t, "Mia Lund", cue="[declined]", content="", act=Act.DECLINE)) for t in (one, two)]
    assert compare(*pages).claims == ()


def test_two_figures_of_a_sentence_keep_their_places() -> None:
    one, two = "The crash killed 3 people and hurt 12 people.", "The crash killed 4 people and hurt 12 people."
    pages = [
        page(
            text,
            figure(text, f"{dead} people", low=dead, high=dead, unit="people"),
            figure(text, "12 people", low=12, high=12, unit="people"),
        )
        for text, dead in ((one, 3), (two, 4))
    ]
    assert turns(compare(*pages)) == [("changed", "4 people", ("words", "min", "max"))]


def test_a_figure_that_went_out_of_a_statement_changes_that() -> None:
    figures = tuple(f for f in AFTER.figures if f.statement is None)
    comparison = compare(AFTER, replace(AFTER, figures=figures))
    (claim,) = comparison.claims
    assert (claim.turn, claim.statement) == (Turn.READ_OTHERWISE, AFTER.statements[0])
    assert EVENING[claim.differences[0].entry.span.start :].startswith("90 tonnes")  # type: ignore[union-attr]  # it is a figure
