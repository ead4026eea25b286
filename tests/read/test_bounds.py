"""Statements end where the part of the document ends that they stand in."""

from hearsay.read.bounds import within_parts
from hearsay.records.document import Part, PartKind
from hearsay.records.reading import Attribution
from hearsay.records.span import Span

TEXT = "The mayor said it rained.\n\nCouncil says rain is over\n\nComments are closed."
HEADLINE, NOTICE = (
    Span(TEXT.index(w), TEXT.index(w) + len(w)) for w in ("Council says rain is over", "Comments are closed.")
)
PARTS = (Part(PartKind.RELATED, HEADLINE), Part(PartKind.NOTICE, NOTICE))


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def cut(source: str, cue: str, content: str) -> list[str]:
    (found,) = within_parts(TEXT, [Attribution((span(source),), (span(cue),), (span(content),), 0.9)], parts=PARTS)
    return [piece.of(TEXT) for piece in found.content]


def test_prose_ends_before_a_headline() -> None:
    assert cut("The mayor", "said", "it rained.\n\nCouncil says rain") == ["it rained."]


def test_a_headline_ends_before_a_notice() -> None:
    assert cut("Council", "says", "rain is over\n\nComments are closed") == ["rain is over"]


def test_what_lies_beyond_alone_is_gone() -> None:
    assert cut("The mayor", "said", "Comments are closed") == []


def test_without_parts_nothing_is_cut() -> None:
    whole = Attribution((), (span("said"),), (span("it rained.\n\nCouncil says"),), 0.9)
    assert within_parts(TEXT, [whole], parts=()) == [whole]
