"""What is added to a ledger comes back as it was, once, whole, in its versions; on every database."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hearsay.errors import LedgerError, UsageError
from hearsay.ledger.check import check
from hearsay.ledger.compare import compare
from hearsay.ledger.connect import Store
from hearsay.ledger.correct import Corrector
from hearsay.ledger.view import View
from hearsay.ledger.writer import Outcome, Writer
from hearsay.records.document import Document
from hearsay.records.fetched import Fetched
from hearsay.records.ledger import Ledger
from hearsay.records.span import Span
from hearsay.records.statement import Mode, Spans, Statement
from tests.ledger.versions import AFTER, BEFORE
from tests.present.made import BRIDGE, QUIET, hostile


def test_what_goes_in_comes_out(store: Store) -> None:
    writer, view = Writer(store), View(store)
    for made in (BRIDGE, QUIET):
        assert writer.add(made, reader="1").outcome is Outcome.ADDED
    assert list(view.ledgers()) == [BRIDGE, QUIET]


def test_adding_twice_changes_nothing(store: Store) -> None:
    writer, view = Writer(store), View(store)
    writer.add(BRIDGE, reader="1")
    before = list(view.documents())
    again = writer.add(BRIDGE, reader="1")
    assert (again.outcome, again.document) == (Outcome.KNOWN, "bridge-1")
    assert list(view.documents()) == before
    assert writer.known(BRIDGE.documents[0], "1") == again
    assert writer.known(BRIDGE.documents[0], "2") is None


def test_a_report_read_by_another_reader_replaces_nothing(store: Store) -> None:
    writer = Writer(store)
    writer.add(BRIDGE, reader="1")
    fewer = replace(BRIDGE, statements=BRIDGE.statements[:2], figures=(), expectations=(), questions=())
    assert writer.add(fewer, reader="2").outcome is Outcome.READ_AGAIN
    (shown,) = View(store).ledgers()
    assert len(shown.statements) == 2
    assert [kept.reader for kept in View(store).documents()] == ["2"]


def test_a_page_that_changed_is_a_new_version(store: Store) -> None:
    moments = iter(datetime(2026, 5, d, tzinfo=UTC).isoformat(timespec="microseconds") for d in range(1, 20))
    writer = Writer(store, clock=lambda: next(moments))
    writer.add(BRIDGE, reader="1")
    (old,) = BRIDGE.documents
    text = old.text.replace("Mette", "Jette") + "\n\nThe road is open again."
    changed = replace(BRIDGE, documents=(replace(old, text=text),))
    added = writer.add(changed, reader="1")
    assert added.outcome is Outcome.VERSION
    view = View(store)
    (newest,) = view.documents()
    assert (newest.version, newest.previous, newest.document.text) == (2, "bridge-1", text)
    assert [kept.version for kept in view.documents(versions=True)] == [1, 2]
    earlier = View(store, as_of=datetime(2026, 5, 2, tzinfo=UTC) + timedelta(hours=1))
    assert [kept.document.text for kept in earlier.documents()] == [old.text]
    assert list(View(store, as_of=datetime(2026, 4, 1, tzinfo=UTC)).documents()) == []


@pytest.mark.parametrize(
    ("origin", "media_type", "versions"),
    [
        ("https://norda.example/spill", "text/html; charset=utf-8", 3),
        ("https://norda.example/dump.jsonl", "application/x-ndjson", 2),
        ("spill.html", "text/html", 2),
    ],
)
def test_a_page_that_went_back_has_changed_once_more(store: Store, origin: str, media_type: str, versions: int) -> None:
    writer, view = Writer(store), View(store)
    fetched = Fetched(b"<p>", "2026-05-04T10:00:00+00:00", media_type, None, None)
    morning, evening = (
        replace(made, documents=(replace(made.documents[0], origin=origin),)) for made in (BEFORE, AFTER)
    )
    outcomes = [writer.add(made, reader="1", fetched=fetched).outcome for made in (morning, evening, morning, morning)]
    assert outcomes[:2] == [Outcome.ADDED, Outcome.VERSION]
    assert outcomes[2:] == [Outcome.VERSION if versions == 3 else Outcome.KNOWN, Outcome.KNOWN]
    every = view.versions("page")
    assert len(every) == versions
    assert writer.known(morning.documents[0], "1", fetched=fetched) is not None
    if versions == 3:
        assert every[-1].document.text == morning.documents[0].text
        counts = view.compared(every[1].document.id, every[2].document.id).counts
        assert counts == view.compared(every[1].document.id, every[0].document.id).counts
    assert list(check(store)) == []


def test_versions_of_a_page_are_told_apart(store: Store) -> None:
    writer, view = Writer(store), View(store)
    ids = [writer.add(made, reader="1").document for made in (BEFORE, AFTER, QUIET)]
    assert ids[:2] == ["page", "page#2"]
    assert [kept.document.id for kept in view.versions("page")] == ids[:2]
    comparison = view.compared(*ids[:2])
    expected = compare(view.ledger(view.document("page")), view.ledger(view.document("page#2")))
    assert comparison == expected
    assert comparison.counts == compare(BEFORE, AFTER).counts
    with pytest.raises(UsageError, match="page and quiet are not versions of one report"):
        view.compared("page", "quiet")
    with pytest.raises(UsageError, match="no document has the id 'x'"):
        view.compared("x", "page")


def test_a_correction_that_is_found_again_is_no_change(store: Store) -> None:
    Writer(store).add(BEFORE, reader="1")
    view = View(store)
    (told,) = [one for one in view.statements() if one.statement.act == "deny"]
    Corrector(store, by="ann").statement(told.statement.id, act="urge", why="seen")
    Writer(store).add(AFTER, reader="1")
    changed = [d.changed for d in view.compared("page", "page#2").differences]
    assert ("act",) not in changed
    as_read = View(store, as_read=True).compared("page", "page#2")
    assert ("act",) in [d.changed for d in as_read.differences]


def test_two_reports_with_one_id_are_two(store: Store) -> None:
    writer = Writer(store)
    one, two = (Document("1", text, url=f"https://{text}.example/") for text in ("it rained", "it snowed"))
    assert writer.add(Ledger((one,)), reader="1").document == "1"
    assert writer.add(Ledger((two,)), reader="1").document == "1#2"
    assert View(store).document("1#2").document.text == "it snowed"


def test_raw_bytes_are_kept(store: Store) -> None:
    fetched = Fetched(b"<p>" * 1000, "2026-05-04T10:00:00+00:00", "text/html", '"x"', None)
    Writer(store).add(QUIET, reader="1", fetched=fetched)
    (kept,) = View(store).documents()
    assert kept.fetched == fetched.at


@pytest.mark.parametrize("span", [Span(0, 400), Span(23, 30)])
def test_the_ledger_itself_refuses_a_span_without_its_words(store: Store, span: Span) -> None:
    stated = Statement("s", "quiet", None, (), Spans((), (), (Span(0, 2),)), (), Mode.INDIRECT, 0.5)
    Writer(store).add(replace(QUIET, statements=(stated,)), reader="1")
    row = json.dumps([["content", span.start, span.end, "It"]])
    columns = "reading, id, via, mode, confidence, source_confidence, figures, spans, words"
    with pytest.raises(Exception, match="a span does not hold its words"), store.writing.begin() as connection:
        connection.exec_driver_sql(
            f"INSERT INTO statements ({columns}) VALUES (1, 'x', '[]', 'direct', 1, 1, 0, '{row}', 'It')"
        )


@pytest.mark.parametrize("change", ["UPDATE documents SET title = 'x'", "DELETE FROM readings"])
def test_the_ledger_itself_refuses_a_change(store: Store, change: str) -> None:
    Writer(store).add(QUIET, reader="1")
    with pytest.raises(Exception, match="only ever added to"), store.writing.begin() as connection:
        connection.exec_driver_sql(change)


def test_nothing_of_a_report_that_fails_is_there(store: Store) -> None:
    loose = replace(BRIDGE, figures=(replace(BRIDGE.figures[0], question="nobody asked"),))
    with pytest.raises(LedgerError):
        Writer(store).add(loose, reader="1")
    assert list(View(store).documents()) == []


def test_a_hostile_report_is_kept_as_it_is(store: Store) -> None:
    made = hostile()
    Writer(store).add(made, reader="1")
    (back,) = View(store).ledgers()
    assert back.documents[0].text == made.documents[0].text
    assert back.statements[0].spans == made.statements[0].spans


@given(
    st.text(st.characters() | st.sampled_from("é\u0301😀👩‍👩‍👧שלום\x00\x1b\u202e\ud83d'\"\\"), min_size=2, max_size=80),
    st.data(),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_comes_back_with_every_span_exact(store: Store, text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=4)))
    span = Span(cuts[0], cuts[-1])
    document = Document(str(uuid4()), text)
    stated = Statement("s", document.id, None, (), Spans((), (span,), (span,)), (span,), Mode.DIRECT, 0.5)
    added = Writer(store).add(Ledger((document,), (), (stated,)), reader="1")
    back = View(store).ledger(View(store).document(added.document))
    assert back.documents[0].text == text
    assert back.statements[0].spans.content[0].of(back.documents[0].text) == span.of(text)


def test_what_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(UsageError, match="no document has the id 'x'"):
        View(store).document("x")
    with pytest.raises(UsageError, match="no statement has the id 'x'"):
        View(store).statement("x")
