"""Who is credited by a figure alone."""

import pytest

from hearsay.records.document import Document
from hearsay.records.reading import Attribution, Reading
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.resolve.resolver import Resolver


def asked(text: str, words: str, *, credited: str | None = None) -> tuple[Source | None, int]:
    """The source that ``words`` name, after an attribution to ``credited``; and how many sources there are then."""
    resolver = Resolver(Document(id="d", text=text))
    said = [_attribution(text, credited)] if credited else []
    resolver.run(Reading("d", tuple(said), ()))
    start = text.rindex(words)
    id = resolver.credit(Span(start, start + len(words)))
    return next((s for s in resolver.sources if s.id == id), None), len(resolver.sources)


def _attribution(text: str, words: str) -> Attribution:
    start = text.index(words)
    end = start + len(words)
    return Attribution((Span(start, end),), (Span(end + 1, end + 5),), (Span(0, 1),), 1.0)


@pytest.mark.parametrize(
    ("text", "words", "name", "kind"),
    [
        ("The coast guard put the toll at 12.", "The coast guard", "The coast guard", SourceKind.ORGANIZATION),
        ("Insurers put the cost at €900 million.", "Insurers", "Insurers", SourceKind.GROUP),
        ("The ship's manifest listed 61.", "The ship's manifest", "The ship's manifest", SourceKind.DOCUMENT),
        ("Ida Holm, a vet, counted 40 seals.", "Ida Holm", "Ida Holm", SourceKind.PERSON),
    ],
)
def test_one_who_is_new_becomes_a_source(text: str, words: str, name: str, kind: SourceKind) -> None:
    found, count = asked(text, words)
    assert found is not None
    assert (found.name, found.kind, count) == (name, kind, 1)


@pytest.mark.parametrize(
    ("text", "credited", "words"),
    [
        ("Norsk Ferries said it was sorry. The company's figure of 61 is wrong.", "Norsk Ferries", "The company"),
        ("Sheriff Ana Duarte said no. Duarte put the crowd at 400.", "Ana Duarte", "Duarte"),
        ("The union said it would fight. It put the losses at 40 jobs.", "The union", "It"),
    ],
)
def test_one_who_is_known_is_the_same(text: str, credited: str, words: str) -> None:
    found, count = asked(text, words, credited=credited)
    assert found is not None
    assert (found.name, count) == (credited, 1)


def test_a_new_mention_is_an_alias() -> None:
    text = "Norsk Ferries said it was sorry. The company's figure of 61 is wrong."
    found, _ = asked(text, "The company", credited="Norsk Ferries")
    assert found is not None
    assert "The company" in found.aliases


@pytest.mark.parametrize(
    ("text", "words"), [("The storm put 300 people in hospital.", "The storm"), ("It was 40.", "It")]
)
def test_nobody(text: str, words: str) -> None:
    assert asked(text, words)[0] is None
