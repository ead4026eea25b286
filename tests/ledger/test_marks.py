"""Words that an analyst marks are found where they stand, or it is said why not."""

import pytest

from hearsay.errors import UsageError
from hearsay.ledger.marks import marked
from hearsay.records.marks import Marks
from hearsay.records.span import Span

TEXT = (
    "“It’s a\nlong way,” the pilot said. He said no more.\n\n"
    "The cook said that the soup was cold, and that the soup would stay cold."
)


def words(marks: Marks) -> dict[str, list[str]]:
    return {role: [span.of(TEXT) for span in spans] for role, spans in marked(TEXT, marks).items()}


def test_typed_marks_and_blanks_stand_for_what_is_printed() -> None:
    assert words(Marks(['"It\'s a long way,"']))["content"] == ["“It’s a\nlong way,”"]


def test_cue_and_source_are_those_nearest_to_the_content() -> None:
    found = marked(TEXT, Marks(["no more"], ["said"], ["He"]))
    assert found["cue"] == (Span(TEXT.index("said no"), TEXT.index("said no") + 4),)
    found = marked(TEXT, Marks(["the soup was cold"], ["said"], ["The cook"]))
    assert found["cue"][0].start > TEXT.index("The cook")


def test_offsets_and_pieces() -> None:
    found = marked(TEXT, Marks(["would stay cold", "The cook", Span(0, 9)]))
    assert [span.of(TEXT) for span in found["content"]] == ["“It’s a\nl", "The cook", "would stay cold"]


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        (Marks(["the soup"]), "stands in 2 places"),
        (Marks(["the so"]), "does not hold"),
        (Marks(["  "]), "does not hold"),
        (Marks(["no more", "more"]), "pieces of the content overlap"),
        (Marks(["was cold"], ["pilot"], []), None),
        (Marks(["was cold"], ["whispered"], []), "does not hold"),
        (Marks([Span(5, 500)]), "runs past"),
    ],
)
def test_what_cannot_be_told_is_refused(marks: Marks, said: str | None) -> None:
    if said is None:
        assert words(marks)["cue"] == ["pilot"]
        return
    with pytest.raises(UsageError, match=said):
        marked(TEXT, marks)
