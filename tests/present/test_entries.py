"""Statements as they are shown: pieces, quotation, paragraphs, groups."""

import pytest

from hearsay.present.entries import Entry, paragraphs, sheets
from hearsay.records.document import Document, PartKind
from hearsay.records.ledger import Ledger
from hearsay.records.span import Span
from hearsay.records.statement import Mode, Spans, Statement
from tests.present.made import BRIDGE, QUIET, span


def shown(text: str, content: list[Span], quoted: list[Span]) -> str:
    """The content of a statement as a view would put it."""
    stated = Statement("s", "d", None, (), Spans((), (), tuple(content)), tuple(quoted), Mode.MIXED, 0.9)
    (sheet,) = sheets(Ledger((Document("d", text),), (), (stated,)))
    (entry,) = sheet.entries
    return "".join(p.lead + (f"“{p.words}”" if p.quoted else p.words) for p in entry.pieces)


def test_quoted_words_are_told_apart_and_marks_are_not_doubled() -> None:
    text = 'It would "only make" things worse, he said.'
    assert shown(text, [Span(0, 33)], [span(text, "only make")]) == "It would “only make” things worse"


def test_marks_outside_the_pieces_leave_a_blank() -> None:
    text = "He felt “great concern” at rumours."
    pieces = [span(text, "great concern"), span(text, "at rumours")]
    assert shown(text, pieces, [pieces[0]]) == "“great concern” at rumours"


def test_words_passed_over_leave_an_ellipsis() -> None:
    text = "“We saw it,” she said. “It was red.”"
    pieces = [span(text, "We saw it"), span(text, "It was red")]
    assert shown(text, pieces, pieces) == "“We saw it” … “It was red”"


def test_a_mark_within_a_word_leaves_nothing() -> None:
    text = "a pre-“war” boat"
    assert shown(text, [Span(0, len(text))], [span(text, "war")]) == "a pre-“war” boat"


def test_apostrophes_stay() -> None:
    text = "the workers' pay, 'tis said, is ‘safe for now’"
    assert (
        shown(text, [Span(0, len(text))], [span(text, "safe for now")])
        == "the workers' pay, 'tis said, is “safe for now”"
    )


def test_content_of_nothing_but_marks_is_left_out() -> None:
    assert shown("“ ” he", [Span(0, 3)], [Span(1, 2)]) == ""


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), (" \n\n ", 0), ("a", 1), ("a\nb", 1), ("a\n\nb", 2), ("\n\n a \n \t\n\n\nb\n\n", 2), ("a\r\n\r\nb", 2)],
)
def test_paragraphs_are_parted_by_blank_lines(text: str, count: int) -> None:
    found = paragraphs(text)
    assert len(found) == count
    assert all(s.of(text) == s.of(text).strip() for s in found)


def entries(ledger: Ledger) -> list[Entry]:
    return [entry for sheet in sheets(ledger) for entry in sheet.entries]


def test_an_entry_knows_where_it_stands() -> None:
    assert [e.paragraph for e in entries(BRIDGE)] == [1, 2, 3, 3, 3, 4, 5, 6]
    assert [e.number for e in entries(BRIDGE)] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert entries(BRIDGE)[6].part is PartKind.CAPTION
    assert entries(BRIDGE)[0].part is None
    assert [e.number for e in entries(BRIDGE) if e.is_unsure] == [5]


def test_consecutive_statements_of_one_source_stand_together() -> None:
    (sheet,) = sheets(BRIDGE)
    assert [len(group.entries) for group in sheet.groups] == [1, 2, 1, 1, 1, 1, 1]
    assert sheet.source_count == 6


def test_two_untold_sources_are_not_one() -> None:
    untold = [Statement(f"s{i}", "d", None, (), Spans((), (), (Span(i, i + 1),)), (), Mode.INDIRECT, 1) for i in (0, 1)]
    (sheet,) = sheets(Ledger((Document("d", "ab"),), (), tuple(untold)))
    assert len(sheet.groups) == 2


def test_a_document_without_statements_has_a_sheet() -> None:
    (sheet,) = sheets(QUIET)
    assert sheet.groups == ()
