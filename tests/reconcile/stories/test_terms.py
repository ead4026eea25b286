"""The terms of a report."""

from hearsay.reconcile.stories.terms import IN_TITLE, key_of, terms_of
from hearsay.records.document import Document, Part, PartKind
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span


def _of(text: str, *, title: str | None = None, publisher: str | None = None, parts: tuple[Part, ...] = ()) -> Ledger:
    return Ledger((Document("d", text, title=title, publisher=publisher, parts=parts),))


def test_words_are_counted_by_their_stems_and_numbers_are_not() -> None:
    terms = terms_of(_of("Two ferries sank. A ferry had 204 aboard."))
    assert terms.counts["ferri"] == 2
    assert "204" not in terms.counts


def test_a_word_of_the_title_counts_more() -> None:
    assert terms_of(_of("A ferry sank.", title="Ferry sinks")).counts["ferri"] == 1 + IN_TITLE


def test_names_are_what_has_capitals_within_sentences() -> None:
    terms = terms_of(_of("Rescuers reached Bantayo. Divers found the wreck off Bantayo's coast."))
    assert terms.names == {"bantayo"}


def test_a_named_source_is_a_name_where_it_only_opens_sentences() -> None:
    ledger = _of("Gante said so.")
    named = Ledger(ledger.documents, (Source("s", "Gante", SourceKind.PERSON, anonymous=False),))
    assert terms_of(ledger).names == set()
    assert terms_of(named).names == {"gant"}


def test_neither_the_publisher_nor_the_calendar_tells_an_event() -> None:
    terms = terms_of(_of("He told Lantern on Monday in March.", publisher="Lantern"))
    assert terms.counts.keys().isdisjoint({"lantern", "monday", "march"})


def test_what_stands_for_other_reports_is_passed_over() -> None:
    text = "The ferry sank.\n\nRead more: Volcano erupts\n\nDivers searched."
    start = text.index("Read")
    part = Part(PartKind.RELATED, Span(start, text.index("\n\nDivers")))
    counts = terms_of(_of(text, parts=(part,))).counts
    assert "volcano" not in counts
    assert {"ferri", "diver"} <= counts.keys()


def test_keys_are_the_same_each_time_and_fit_31_bits() -> None:
    assert key_of("ferri") == key_of("ferri") != key_of("diver")
    assert 0 <= key_of("ferri") < 2**31
