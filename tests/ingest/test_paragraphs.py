import pytest

from hearsay.ingest.paragraphs import lines, paragraphs
from hearsay.records.span import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One\nstill one.\n\n \n\nTwo.", ["One\nstill one.", "Two."]),
        ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
        ("\n\n  One.\n\nTwo.  \n\n", ["One.", "Two."]),
        ("One.\nTwo.\nThree.\n", ["One.", "Two.", "Three."]),
        ("One.", ["One."]),
        ("\n\n", []),
        ("", []),
    ],
)
def test_paragraphs_are_parted_by_blank_lines_else_by_line_ends(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in paragraphs(text)] == expected


def test_lines_within_a_stretch() -> None:
    text = "Zero\nOne\r\n  Two \n\nThree"
    assert [span.of(text) for span in lines(text, Span(5, 17))] == ["One", "Two"]
