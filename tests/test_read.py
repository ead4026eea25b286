"""The public way in, with the shipped weights: whatever is read, every span holds the words it says."""

import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import hearsay
from hearsay.errors import EmptyReport, MissingReport, UsageError
from hearsay.pipeline import Pipeline
from hearsay.records.statement import Mode

ROOT = Path(__file__).parent.parent
COURT = (
    'Judge Elena Marsh said on Friday the trial would open in May. "We will not wait any longer," she told reporters.'
    "\n\n"
    "The defence lawyer, Piet Vos, declined to comment, adding that his client was ill."
)


def held(ledger: hearsay.Ledger) -> bool:
    """Whether every statement's spans stand in order within their document and its sources are in the ledger."""
    texts = {d.id: d.text for d in ledger.documents}
    sources = {s.id for s in ledger.sources}
    for statement in ledger.statements:
        text = texts[statement.document]
        for role in (statement.spans.source, statement.spans.cue, statement.spans.content, statement.quoted):
            assert all(span.of(text).strip() for span in role)
            assert list(role) == sorted(role)
        assert {s for s in (statement.source, *statement.via) if s} <= sources
    assert {f.source for f in ledger.figures if f.source} <= sources
    return True


def test_a_text() -> None:
    ledger = hearsay.read(COURT)
    assert held(ledger)
    said = {(ledger.source(s.source).name, s.mode) for s in ledger.statements if s.source}
    assert ("Elena Marsh", Mode.DIRECT) in said
    assert ("Elena Marsh", Mode.INDIRECT) in said
    assert any(name == "Piet Vos" for name, _ in said)


def test_whose_a_figure_is_stands_among_the_sources() -> None:
    ledger = hearsay.read(COURT + "\n\nThe court's register lists 61 witnesses. The coast guard put the toll at 12.")
    assert held(ledger)
    owners = {ledger.source(f.source).name for f in ledger.figures if f.source}
    assert owners == {"The court's register", "The coast guard"}


def test_reading_twice_gives_the_same() -> None:
    assert hearsay.read(COURT) == hearsay.read(COURT)


def test_a_folder_and_what_came_in_with_its_documents() -> None:
    ledger = hearsay.read(ROOT / "examples")
    assert held(ledger)
    assert len(ledger.documents) > 4
    assert all(d.published and d.publisher for d in ledger.documents)
    assert len(ledger.statements) > 5 * len(ledger.documents)


def test_a_document_is_read_as_it_is() -> None:
    document = hearsay.Document(id="mine", text=COURT, published="2025-03-07")
    ledger = hearsay.read(document)
    assert ledger.documents == (document,)
    with pytest.raises(UsageError):
        hearsay.read(document, published="2025-03-08")


def test_what_is_published_when_is_told() -> None:
    assert hearsay.read(COURT, published="2025-03-07").documents[0].published == "2025-03-07"


@pytest.mark.parametrize(("report", "error"), [("  \n ", EmptyReport), ("no/such/report.txt", MissingReport)])
def test_what_cannot_be_read(report: str, error: type[hearsay.HearsayError]) -> None:
    with pytest.raises(error):
        hearsay.read(report)


PIECES = st.sampled_from(
    [
        "said ",
        "“",
        "” ",
        '"',
        "\n\n",
        "Zoë ",
        "the minister ",
        "😀",
        "é",
        "שלום ",
        "قال ",
        "it rains. ",
        "told\t",
        "\u200f",
        "ﬁ",
        "\x00",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=60).map("".join))
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_keeps_every_span(text: str) -> None:
    document = hearsay.Document(id="d", text=text)
    assert all(held(ledger) for ledger in PIPELINE.read([document]))


PIPELINE = Pipeline(hearsay.Settings(threads=1))


def test_several_threads_may_read_at_once() -> None:
    document = hearsay.Document(id="d", text=COURT)
    expected = list(PIPELINE.read([document]))
    found: list[list[hearsay.Ledger]] = []
    threads = [threading.Thread(target=lambda: found.append(list(PIPELINE.read([document])))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4


def test_a_long_quotation_and_a_long_word() -> None:
    text = "“" + "We shall see. " * 900 + "” the coach said. " + "a" * 5000 + " he added."
    assert held(hearsay.read(text))
