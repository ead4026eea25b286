"""Attributions within others, run-on quotations and outlets, on sentences of our own."""

from dataclasses import replace

import pytest

from hearsay.read.beside import cited, outlet, without_evidence
from hearsay.read.continued import with_continued
from hearsay.read.quotes import quoted_spans
from hearsay.read.within import enclosed, extended, merged, moved, parted, without_topics, worth_reading
from hearsay.records.reading import Attribution
from hearsay.records.span import Span


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def attribution(text: str, source: str | None, cue: str, *content: str) -> Attribution:
    return Attribution(
        (span(text, source),) if source else (), (span(text, cue),), tuple(span(text, c) for c in content), 0.95
    )


def quoted(text: str) -> list[Span]:
    return [Span(a, b) for a, b in quoted_spans(text)]


def test_what_is_read_within_a_content_knows_its_outer() -> None:
    text = "Doctors warned that beds were short, the hospital said."
    outer = attribution(text, "the hospital", "said", "Doctors warned that beds were short")
    again = worth_reading(text, outer, cues=frozenset({"warned"}))
    assert again is not None
    inner_text = again.of(text)
    inner = moved(
        inner_text, [attribution(inner_text, "Doctors", "warned", "that beds were short")], start=again.start, outer=0
    )
    both = merged([outer], inner)
    assert [(a.cue[0].of(text), a.within) for a in both] == [("warned", 1), ("said", None)]


def test_a_content_without_a_word_of_saying_is_not_read_again() -> None:
    text = "Beds were short all over the north, the hospital said."
    assert worth_reading(text, attribution(text, "the hospital", "said", text[:33]), cues=frozenset({"warned"})) is None


def test_what_a_source_says_in_its_own_words_is_not_read_again() -> None:
    text = '"The doctors warned that beds were short," the hospital said.'
    outer = attribution(text, "the hospital", "said", "The doctors warned that beds were short,")
    assert worth_reading(text, outer, cues=frozenset({"warned"}), quoted=quoted(text)) is None


@pytest.mark.parametrize("source", ["you", "many fans", "fans", "they"])
def test_nobody_in_particular_is_no_inner_source(source: str) -> None:
    text = f"{source} thought that it was over"
    assert moved(text, [attribution(text, source, "thought", "it was over")], start=0, outer=0) == []


def test_the_narrowest_content_encloses() -> None:
    text = "A said B said C left"
    found = enclosed(
        [attribution(text, "A", "said", "B said C left"), Attribution((), (Span(9, 13),), (Span(14, 20),), 1)]
    )
    assert [a.within for a in found] == [None, 0]


def test_what_trails_after_an_inner_content_belongs_to_it() -> None:
    text = "Ruiz said the club would appeal, a step that few expected, the agent wrote."
    inner = attribution(text, "Ruiz", "said", "the club would appeal")
    outer = attribution(text, "the agent", "wrote", "Ruiz said the club would appeal, a step that few expected")
    found, _ = extended(text, enclosed([inner, outer]))
    assert found.content[0].of(text) == "the club would appeal, a step that few expected"


def test_a_reading_with_its_source_stands_before_one_without() -> None:
    text = "A letter named a sum, the ministry said."
    outer = attribution(text, "the ministry", "said", "A letter named a sum")
    bare, whole = attribution(text, None, "named", "a sum"), attribution(text, "A letter", "named", "a sum")
    both = merged([bare, outer], [replace(whole, within=1)])
    assert [(len(a.source), a.within) for a in both] == [(1, 1), (1, None)]


def test_a_semicolon_parts_two_sources() -> None:
    text = "The union said 900 marched; police estimated 500."
    outer = attribution(text, "The union", "said", "900 marched; police estimated 500")
    inner = attribution(text, "police", "estimated", "500")
    outer, inner = parted(text, enclosed([outer, inner]))
    assert [p.of(text) for p in outer.content] == ["900 marched"]


def test_what_was_discussed_is_no_statement_within_another() -> None:
    text = "The ministry said the envoys discussed a ceasefire."
    outer = attribution(text, "The ministry", "said", "the envoys discussed a ceasefire")
    inner = attribution(text, "the envoys", "discussed", "a ceasefire")
    assert [a.cue[0].of(text) for a in without_topics(text, enclosed([outer, inner]))] == ["said"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ('"We lost," Ruiz said. "It hurts a lot."', ["We lost,", "It hurts a lot."]),
        ('"We trained all week.\n\n"We lost," Ruiz said.', ["We trained all week.", "We lost,"]),
        ('"We lost," Ruiz said. The film "Blue" won.', ["We lost,"]),
    ],
)
def test_quotations_that_run_on(text: str, contents: list[str]) -> None:
    found = with_continued(text, [attribution(text, "Ruiz", "said", "We lost,")], quoted=quoted(text))
    assert [p.of(text) for p in found[0].content] == contents


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ruiz told the Daily Courier that the season was over.", "Daily Courier"),
        ("Ruiz told broadcaster Canal Sur that the season was over.", "Canal Sur"),
        ("Ruiz told TV Norte that the season was over.", "TV Norte"),
        ("Ruiz told Radio Costa Azul that the season was over.", "Radio Costa Azul"),
        ("Ruiz told state TV Canal Uno that the season was over.", "Canal Uno"),
        ("Ruiz told Reuters that the season was over.", "Reuters"),
        ("Ruiz told Capital Radio that the season was over.", "Capital Radio"),
        ("Ruiz told reporters that the season was over.", None),
        ("Ruiz told Keller that the season was over.", None),
        ("Ruiz told NATO that the season was over.", None),
    ],
)
def test_the_outlet_that_was_told(text: str, name: str | None) -> None:
    found = outlet(text, attribution(text, "Ruiz", "told", "the season was over"))
    assert (found.of(text) if found else None) == name


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Twelve trials failed, the agency said, citing company records.", "company records"),
        (
            "The agency, citing two people familiar with the trial, said it failed.",
            "two people familiar with the trial",
        ),
        ("The agency said it failed, citing safety concerns.", None),
    ],
)
def test_whom_a_source_cites(text: str, evidence: str | None) -> None:
    found = cited(text, attribution(text, "he agency", "said", "failed"))
    assert (found.of(text) if found else None) == evidence


def test_evidence_is_no_attribution_of_its_own() -> None:
    text = "Twelve trials failed, the agency said, citing records."
    main, evidence = attribution(text, "the agency", "said", "Twelve"), attribution(text, None, "citing", "records")
    assert without_evidence(text, [main, evidence]) == [main]
