from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.ingest.parts import find_parts
from hearsay.records.document import PartKind

LEAD = "The harbour board of Port Elwyn said on Friday that the north quay would stay closed until the end of May."


def kinds(text: str) -> list[tuple[str, str]]:
    return [(part.kind.value, part.span.of(text)) for part in find_parts(text)]


@pytest.mark.parametrize(
    ("kind", "paragraph"),
    [
        (
            "caption",
            "(From R) Marta Okonjo and Jan Pell inspect the quay on May 3, 2024. (Photo courtesy of the board)(VPS)",
        ),
        ("caption", "Marta Okonjo inspects the quay in Port Elwyn on Friday. (AP Photo/Jane Roe)"),
        ("caption", "A crane over the north quay on Friday [Jane Roe/AFP]"),
        ("caption", "FILE - The quay is seen from the air, May 3, 2024, in Port Elwyn."),
        ("caption", "Photo: Jane Roe / The Elwyn Courier"),
        ("caption", "Image: The north quay at low tide"),
        ("credit", "(Reporting by Jane Roe in Port Elwyn; Editing by John Doe)"),
        ("credit", "Reporting by Jane Roe and Jan Pell; Editing by John Doe"),
        ("credit", "By Jane Roe"),
        ("credit", "By Jane Roe and John Doe, VPS"),
        ("credit", "Jane Roe in Hartwick contributed to this report."),
        ("credit", "With files from The Canadian Press and Jane Roe"),
        ("credit", "Roe reported from Hartwick."),
        ("related", "Read more: Divers find cracks in eleven piles"),
        ("related", "ALSO READ | Divers find cracks in eleven piles"),
        ("related", "MORE: Divers find cracks in eleven piles"),
        ("notice", "Comments are closed."),
        ("notice", "This story has been updated with a comment from the board."),
        ("notice", "This article was amended on 3 May 2024 to correct the number of piles."),
        ("notice", "An earlier version of this article gave the wrong number of piles."),
        ("notice", "Sign up for our newsletter to get the harbour news first."),
        ("notice", "© 2024 The Elwyn Courier"),
        ("notice", "Copyright 2024 VPS. All rights reserved."),
        ("notice", "Advertisement"),
        ("notice", "Follow Jane Roe on Twitter @janeroe."),
        ("notice", "***"),
    ],
)
def test_a_paragraph_is_known_as_what_it_is(kind: str, paragraph: str) -> None:
    text = f"{LEAD}\n\n{paragraph}\n\n{LEAD}"
    assert kinds(text) == [(kind, paragraph)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The new crane can read a label from afar (throw in some images and ask a question).",
        "The divers saw more than they had hoped for (photos show cracks in every pile).",
        "The report was published on Monday and says that eleven piles are cracked.",
        "An earlier version of the plan had put the cost at 3 million crowns.",
        "Reporting by the Courier has shown that the board knew of the cracks.",
        "By Friday, the fleet had moved to the old basin, and nobody knew for how long.",
        "With reports from the quay still coming in, the board said that it would wait.",
        "Related firms were told on Friday that their contracts would end in May.",
        "More from the old basin was landed on Friday than in the week before, the board said.",
        "Subscribers of the harbour bond were told on Friday that they would be paid.",
        "Contact between the board and the fleet broke off on Friday, both sides said.",
        "“Comments are closed minds,” said Okonjo.",
        "Photographs taken by the divers show cracks in eleven of the forty piles.",
        "“Get in touch with your doctor,” the board told the divers.",
        "Follow-up dives on Twitter Bay are planned for June, she said.",
    ],
)
def test_prose_is_never_marked(paragraph: str) -> None:
    assert kinds(f"{LEAD}\n\n{paragraph}\n\n{LEAD}") == []


def test_related_headlines_are_a_part_each_and_end_with_them() -> None:
    text = (
        f"{LEAD}\n\nRelated coverage:\n\nDivers find cracks in eleven piles\n\nWhat will become of the fleet?\n\n"
        "Board puts repairs at 3 million crowns\n\nComments are closed."
    )
    assert kinds(text) == [
        ("related", "Related coverage:"),
        ("related", "Divers find cracks in eleven piles"),
        ("related", "What will become of the fleet?"),
        ("related", "Board puts repairs at 3 million crowns"),
        ("notice", "Comments are closed."),
    ]


def test_related_headlines_may_stand_line_by_line() -> None:
    text = f"{LEAD}\n\nSee also:\nDivers find cracks\nFleet moves to old basin\n\n{LEAD}"
    assert [words for _, words in kinds(text)] == ["See also:", "Divers find cracks", "Fleet moves to old basin"]


def test_prose_after_related_headlines_is_prose() -> None:
    text = f"Read more:\n\nDivers find cracks\n\n{LEAD}\n\nA heading of the article\n\n{LEAD}"
    assert [words for _, words in kinds(text)] == ["Read more:", "Divers find cracks"]


def test_a_bare_announcement_counts_only_where_nothing_but_headlines_follows() -> None:
    assert kinds(f"{LEAD}\n\nPopular\n\n{LEAD}") == []
    assert [kind for kind, _ in kinds(f"{LEAD}\n\nPopular\n\nDivers find cracks")] == ["related", "related"]


def test_a_dateline_stands_behind_a_byline_and_a_standfirst_but_not_far_down() -> None:
    opening = "PORT ELWYN, Jan 23 (VPS) - "
    assert ("dateline", opening) in kinds(f"By Jane Roe\n\nA standfirst\n\n{opening}{LEAD}")
    assert kinds("\n\n".join([LEAD] * 5 + [opening + LEAD])) == []


def test_there_is_one_dateline() -> None:
    text = f"ELWYN (VPS) - {LEAD}\n\nHARTWICK (VPS) - {LEAD}"
    assert kinds(text) == [("dateline", "ELWYN (VPS) - ")]


def test_a_transcript_has_speakers_not_datelines() -> None:
    assert kinds(f"OKONJO: {LEAD}\n\nPELL: {LEAD}\n\nOKONJO: {LEAD}") == []


@given(
    st.lists(
        st.one_of(
            st.text(),
            st.sampled_from(
                [
                    LEAD,
                    "Related coverage:",
                    "Divers find cracks",
                    "By Jane Roe",
                    "\r\n",
                    "ELWYN (VPS) - ",
                    "© 2024",
                    "Popular",
                ]
            ),
        )
    ),
    st.sampled_from(["\n", "\n\n", "\r\n\r\n", " ", "\r"]),
)
def test_parts_lie_in_the_text_in_its_order_without_overlap(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    parts = find_parts(text)
    for part in parts:
        assert part.span.of(text).strip()
    assert all(first.span.end <= second.span.start for first, second in pairwise(parts))


def test_odd_paragraphs_cost_no_time() -> None:
    hostile = ["(" * 900, "A and " * 150, "(Photo " * 140, "AB " * 330, "reporting and " * 70, "A " * 400_000]
    text = "\n\n".join(hostile * 20)
    assert all(part.kind in PartKind for part in find_parts(text))
