"""Who is who, on short reports of our own from courts, sport, markets, health and weather."""

import pytest

from hearsay.records.document import Document
from hearsay.records.reading import Attribution, Reading
from hearsay.records.span import Span
from hearsay.resolve.resolver import Resolver


def names(
    text: str, *credits: str, publisher: str | None = None, through: dict[int, str] | None = None
) -> list[str | None]:
    """The name behind each of ``credits``, words that stand in ``text`` in this order before a word of saying."""
    at, attributions = 0, []
    for number, words in enumerate(credits):
        start = text.index(words, at)
        at = start + len(words)
        told = (through or {}).get(number)
        via = (Span(text.index(told), text.index(told) + len(told)),) if told else ()
        attributions.append(Attribution((Span(start, at),), (Span(at + 1, at + 5),), (Span(0, 1),), 1.0, via))
    document = Document(id="d", text=text, publisher=publisher)
    resolution = Resolver(document).run(Reading("d", tuple(attributions), ()))
    by_id = {s.id: s.name for s in resolution.sources}
    return [None if c is None else by_id[c] for c in resolution.credited]


@pytest.mark.parametrize(
    ("text", "credits", "expected"),
    [
        (
            "Judge Elena Marsh said bail was refused. Marsh said more.",
            "Judge Elena Marsh|Marsh",
            "Elena Marsh|Elena Marsh",
        ),
        ("Coach Otto Brandt said he was hurt. He added little.", "Coach Otto Brandt|He", "Otto Brandt|Otto Brandt"),
        ("Ana Ruiz said no. Bo Lind said yes.", "Ana Ruiz|Bo Lind", "Ana Ruiz|Bo Lind"),
        ("Nordsee Bank said profit fell. The bank said more.", "Nordsee Bank|The bank", "Nordsee Bank|Nordsee Bank"),
        (
            "Velo Motors, the carmaker, said so. The carmaker grew.",
            "Velo Motors|The carmaker",
            "Velo Motors|Velo Motors",
        ),
        ("The Met Office said snow. It said ice.", "The Met Office|It", "Met Office|Met Office"),
        ("Officials said no.", "Officials", "Officials"),
        (
            "An official said so. Another official said not.",
            "An official|Another official",
            "An official|Another official",
        ),
        ("Mayor Ida Holm spoke. The mayor said more.", "The mayor", "Ida Holm"),
        ("A spokeswoman, Tessa Brand, said so.", "A spokeswoman, Tessa Brand", "Tessa Brand"),
        (
            "The World Weather Union (WWU) said so. WWU said more.",
            "World Weather Union|WWU",
            "World Weather Union|" * 2,
        ),
        ("FBI Director Ron Pell said so.", "FBI Director Ron Pell", "Ron Pell"),
        ("Will Tan said so. May Lin said not.", "Will Tan|May Lin", "Will Tan|May Lin"),
    ],
)
def test_who_is_meant(text: str, credits: str, expected: str) -> None:
    assert names(text, *credits.split("|")) == expected.strip("|").split("|")


def test_two_who_share_a_title_are_not_told_apart() -> None:
    text = "Minister Ida Holm left. Minister Jan Vos stayed. The minister said so."
    assert names(text, "The minister") == ["The minister"]


def test_two_who_share_a_name_are_not_told_apart() -> None:
    text = "Ida Holm left. Jan Holm stayed. Holm said so."
    assert names(text, "Holm") == ["Holm"]


def test_an_anonymous_source_is_never_a_named_one() -> None:
    text = "Ida Holm, a police official, said so. A police official said not."
    assert names(text, "Ida Holm", "A police official") == ["Ida Holm", "A police official"]


def test_what_a_paper_was_told_by_the_way_of_itself_has_no_chain() -> None:
    text = "Ida Holm told the Daily Courier that it rained."
    for publisher, expected in (("Daily Courier", 0), ("Evening Star", 1)):
        attribution = Attribution((Span(0, 8),), (Span(9, 13),), (Span(36, 46),), 1.0, (Span(18, 31),))
        document = Document(id="d", text=text, publisher=publisher)
        assert len(Resolver(document).run(Reading("d", (attribution,), ())).through[0]) == expected


def test_an_implied_source_is_the_one_before_in_the_paragraph() -> None:
    text = "Ida Holm said it rained, adding that it would stop. It was reported that it did."
    spoken = Attribution((Span(0, 8),), (Span(9, 13),), (Span(14, 23),), 1.0)
    implied = Attribution((), (Span(25, 31),), (Span(37, 50),), 1.0)
    passive = Attribution((), (Span(55, 67),), (Span(73, 79),), 1.0)
    resolution = Resolver(Document(id="d", text=text)).run(Reading("d", (spoken, implied, passive), ()))
    assert resolution.credited[1] == resolution.credited[0] is not None
    assert resolution.credited[2] is None
