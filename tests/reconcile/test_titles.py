"""What a story is called."""

from dataclasses import replace

import pytest

from hearsay.ledger.answers import Kept
from hearsay.reconcile.entered import reported
from hearsay.reconcile.titles import LONGEST, title
from hearsay.records.copying import Copy, CopyKind
from hearsay.records.document import Document, Part, PartKind
from hearsay.records.span import Span
from hearsay.records.story import Reported


def report(
    number: int, text: str, *, titled: str | None = None, published: str | None = None, parts: tuple[Part, ...] = ()
) -> Reported:
    document = Document(f"d{number}", text, title=titled, published=published, parts=parts)
    kept = Kept(document, number, f"d{number}", 1, None, None, "2026-03-01T10:00:00.000000+00:00", "1")
    return reported(kept, ())


def test_it_is_the_title_of_what_was_published_first() -> None:
    later = report(1, "Text.", titled="Fire in Hallby kills three", published="2026-03-02")
    first = report(2, "Text.", titled="Fire in Hallby", published="2026-03-01")
    untitled = report(3, "Text.", published="2026-02-28")
    assert title([later, first, untitled]) == "Fire in Hallby"


def test_a_reprint_gives_no_title_where_another_has_one() -> None:
    copy = Copy("d1", "d2", CopyKind.WHOLE, 1.0, (), "")
    first = report(1, "Text.", titled="Wire: fire", published="2026-03-01")
    reprint = replace(first, copy=copy)
    assert title([reprint, report(2, "Text.", titled="Fire in Hallby", published="2026-03-02")]) == "Fire in Hallby"


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("A fire broke out in Hallby. It spread.", "A fire broke out in Hallby."),
        ("HALLBY, Norda (NNA) _\n\nA fire broke out on Monday. It spread.", "A fire broke out on Monday."),
        ("Fire in Hallby", "Fire in Hallby"),
    ],
)
def test_without_any_title_it_is_the_first_sentence(text: str, called: str) -> None:
    assert title([report(1, text)]) == called


def test_a_dateline_is_left_out() -> None:
    parts = (Part(PartKind.DATELINE, Span(0, 17)),)
    assert title([report(1, "HALLBY (NNA) --- A fire broke out.", parts=parts)]) == "A fire broke out."


def test_a_long_sentence_is_cut_at_a_word() -> None:
    called = title([report(1, "A fire broke out in Hallby, " + "and it spread " * 20 + "on.")])
    assert len(called) <= LONGEST + 1
    assert called.endswith((" spread …", " it …", " and …"))
