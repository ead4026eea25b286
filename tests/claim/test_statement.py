"""Statements: their mode, their chain, and what is none."""

import pytest

from hearsay.claim.statement import statements
from hearsay.read.quotes import quoted_spans
from hearsay.records.document import Document
from hearsay.records.reading import Attribution, Reading
from hearsay.records.resolution import Resolution
from hearsay.records.span import Span
from hearsay.records.statement import Statement


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def made(
    text: str, *attributions: Attribution, who: tuple[str | None, ...], told: tuple[tuple[str, ...], ...] = ()
) -> list[Statement]:
    document = Document(id="d", text=text)
    reading = Reading("d", attributions, tuple(Span(a, b) for a, b in quoted_spans(text)))
    count = len(attributions)
    resolution = Resolution((), who, told or ((),) * count, (1.0,) * count)
    return list(statements(document, reading, resolution=resolution))


@pytest.mark.parametrize(
    ("text", "content", "mode"),
    [
        ('"It was offside," Keller said.', '"It was offside,"', "direct"),
        ("Keller said it was offside.", "it was offside", "indirect"),
        ('Keller said it was "a disgrace" of a call.', 'it was "a disgrace" of a call', "mixed"),
        ('Keller said "King Lear" would open in May at the old town theatre by the river.',
         '"King Lear" would open in May at the old town theatre by the river', "indirect"),
    ],
)  # fmt: skip
def test_mode(text: str, content: str, mode: str) -> None:
    (statement,) = made(text, Attribution((), (span(text, "said"),), (span(text, content),), 1.0), who=("k",))
    assert statement.mode == mode


def test_the_teller_becomes_the_chain() -> None:
    text = "Doctors warned that beds were short, the hospital told Reuters."
    inner = Attribution(
        (span(text, "Doctors"),), (span(text, "warned"),), (span(text, "that beds were short"),), 1.0, within=1
    )
    outer = Attribution((span(text, "the hospital"),), (span(text, "told"),), (span(text, text[:35]),), 1.0)
    (statement,) = made(text, inner, outer, who=("doctors", "hospital"), told=((), ("reuters",)))
    assert statement.source == "doctors"
    assert statement.via == ("hospital", "reuters")


def test_a_small_part_of_a_content_does_not_take_its_place() -> None:
    text = "The hospital said wards were full, staff were off sick and doctors feared worse was still to come in May."
    inner = Attribution((span(text, "doctors"),), (span(text, "feared"),), (span(text, "worse"),), 1.0, within=0)
    outer = Attribution((span(text, "The hospital"),), (span(text, "said"),), (Span(18, len(text)),), 1.0)
    found = made(text, outer, inner, who=("hospital", "doctors"))
    assert {(s.source, s.via) for s in found} == {("hospital", ()), ("doctors", ("hospital",))}


@pytest.mark.parametrize(
    "cue", ["did not say", "has not responded to", "didn’t immediately respond to", "without elaborating"]
)
def test_silence_is_no_statement(cue: str) -> None:
    text = f"The club {cue} anything of it."
    assert made(text, Attribution((), (span(text, cue),), (span(text, "anything"),), 1.0), who=("club",)) == []


@pytest.mark.parametrize("cue", ["declined to say", "denied", "said"])
def test_a_refusal_is_a_statement(cue: str) -> None:
    text = f"The club {cue} anything of it."
    assert len(made(text, Attribution((), (span(text, cue),), (span(text, "anything"),), 1.0), who=("club",))) == 1


def test_ids_come_from_content() -> None:
    text = "Keller said it was offside."
    attribution = Attribution((), (span(text, "said"),), (span(text, "it was offside"),), 1.0)
    assert made(text, attribution, who=("k",))[0].id == made(text, attribution, who=(None,))[0].id
