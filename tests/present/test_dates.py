"""Times of publication in words."""

import pytest

from hearsay.present.dates import told
from hearsay.records.document import Document, PublishedFrom


@pytest.mark.parametrize(
    ("published", "found", "words"),
    [
        (None, None, "date not known"),
        ("2024-10-24", PublishedFrom.METADATA, "Thu 24 Oct 2024"),
        ("2024-10-24", PublishedFrom.DATELINE, "Thu 24 Oct 2024, from its dateline"),
        ("2024-10-24", PublishedFrom.TEXT, "Thu 24 Oct 2024, from its text"),
        ("2024-10-24", PublishedFrom.ARGUMENT, "Thu 24 Oct 2024, as given"),
        ("2024-10-24T07:05:00+08:00", None, "Thu 24 Oct 2024, 07:05 (UTC+08:00)"),
        ("2024-10-24T07:05:00-03:30", None, "Thu 24 Oct 2024, 07:05 (UTC-03:30)"),
        ("2024-10-24T07:05:00+00:00", None, "Thu 24 Oct 2024, 07:05 (UTC)"),
        ("2024-10-24T07:05", None, "Thu 24 Oct 2024, 07:05"),
        ("one day", None, "one day"),
        ("2024-10", None, "2024-10"),
    ],
)
def test_a_time_cannot_be_misread(published: str | None, found: PublishedFrom | None, words: str) -> None:
    assert told(Document("d", "text", published=published, published_from=found)) == words
