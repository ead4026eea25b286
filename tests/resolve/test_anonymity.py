"""Who is named and who is not, why not, and what kind of source it is, on sentences of our own."""

import pytest

from hearsay.records.source import SourceKind
from tests.resolve.credited import source, sources

PERSON, BODY, GROUP, PAPER = SourceKind
SOURCES: list[tuple[str, str, SourceKind, bool]] = [
    ("A spokesman for the hospital said so.", "A spokesman for the hospital", PERSON, True),
    ("Officials said so.", "Officials", GROUP, True),
    ("Residents said so.", "Residents", GROUP, True),
    ("Three officials briefed on the matter said so.", "Three officials briefed on the matter", GROUP, True),
    ("A person familiar with the sale said so.", "A person familiar with the sale", PERSON, True),
    ("People familiar with the sale said so.", "People familiar with the sale", GROUP, True),
    ("A senior military source said so.", "A senior military source", PERSON, True),
    ("Sources close to the club said so.", "Sources close to the club", GROUP, True),
    ("Relatives of the missing said so.", "Relatives of the missing", GROUP, True),
    ("One witness said so.", "One witness", PERSON, True),
    ("The victim's sister said so.", "The victim's sister", PERSON, True),
    ("Doctors at the clinic said so.", "Doctors at the clinic", GROUP, True),
    ("Police said so.", "Police", BODY, False),
    ("The police said so.", "The police", BODY, False),
    ("The health ministry said so.", "The health ministry", BODY, False),
    ("The airline said so.", "The airline", BODY, False),
    ("Oslo University Hospital said so.", "Oslo University Hospital", BODY, False),
    ("Mia Lund said so.", "Mia Lund", PERSON, False),
    ("Prime Minister Luc Maes said so.", "Prime Minister Luc Maes", PERSON, False),
    ("The report said so.", "The report", PAPER, False),
    ("Court documents said so.", "Court documents", PAPER, False),
    ("An internal memo seen by the Courier said so.", "An internal memo seen by the Courier", PAPER, False),
    ("Figures from the bank said so.", "Figures from the bank", PAPER, False),
    ("Prosecutors said so.", "Prosecutors", GROUP, True),
    ("France said so.", "France", BODY, False),
    ("NATO said so.", "NATO", BODY, False),
    ("The Red Cross said so.", "The Red Cross", BODY, False),
    ("An analyst said so.", "An analyst", PERSON, True),
    ("Economists polled by the Courier said so.", "Economists polled by the Courier", GROUP, True),
    ("One of the pilots said so.", "One of the pilots", PERSON, True),
    ("Several lawmakers said so.", "Several lawmakers", GROUP, True),
    ("A union representative said so.", "A union representative", PERSON, True),
    ("The fire service said so.", "The fire service", BODY, False),
    ("The study said so.", "The study", PAPER, False),
    ("The crew said so.", "The crew", GROUP, True),
    ("Ida Holm and Bo Lind said so.", "Ida Holm and Bo Lind", GROUP, False),
]


@pytest.mark.parametrize(("text", "credit", "kind", "anonymous"), SOURCES)
def test_kind_and_whether_named(text: str, credit: str, kind: SourceKind, anonymous: bool) -> None:
    found = source(text, credit)
    assert (found.kind, found.anonymous) == (kind, anonymous)


REASONS: list[tuple[str, str, str | None]] = [
    (
        "An official, who spoke on condition of anonymity because she was not authorised to speak to a paper, said so.",
        "An official",
        "because she was not authorised to speak to a paper",
    ),
    (
        "A diplomat said so, asking not to be named because the talks were private.",
        "A diplomat",
        "because the talks were private",
    ),
    ("An official said so on condition of anonymity.", "An official", "on condition of anonymity"),
    (
        "Two doctors said so, speaking on condition of anonymity for fear of reprisal.",
        "Two doctors",
        "for fear of reprisal",
    ),
    ("A trader who declined to be named said so.", "A trader who declined to be named", "declined to be named"),
    (
        "A banker said so. He asked not to be identified, citing company policy.",
        "A banker",
        "citing company policy",
    ),
    ("An aide, who was not authorized to speak publicly, said so.", "An aide", "was not authorized to speak publicly"),
    ("A nurse said it rained.", "A nurse", None),
]


@pytest.mark.parametrize(("text", "credit", "reason"), REASONS)
def test_why_a_source_is_not_named(text: str, credit: str, reason: str | None) -> None:
    assert source(text, credit).anonymity == reason


def test_two_anonymous_ones_are_one_only_where_the_text_says_so() -> None:
    text = "An official said no. The official added more. Another official said yes. A second official said maybe."
    told = [s and s.name for s in sources(text, "An official", "The official", "Another official", "A second official")]
    assert told[0] == told[1]
    assert len(set(told)) == 3
