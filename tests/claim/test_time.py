"""Time expressions as records."""

from hearsay.claim.time import times
from hearsay.normalise.when.find import find_times
from hearsay.records.document import Document


def test_each_expression_is_listed_and_both_ends_of_a_range() -> None:
    text = "The court sat on Monday. Rain fell from May 3 to May 9, 2023."
    document = Document(id="d", text=text, published="2024-03-20")
    found = times(document, find_times(text, "2024-03-20"))
    assert [(t.span.of(text), t.value) for t in found] == [
        ("Monday", "2024-03-18"),
        ("May 3", "2023-05-03"),
        ("May 9, 2023", "2023-05-09"),
    ]
    assert {t.document for t in found} == {"d"}
