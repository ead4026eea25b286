"""What a plot is drawn from, as rows for programs: one a account."""

from collections.abc import Iterator

from hearsay.present.answers import Row as Cells
from hearsay.records.account import Relation
from hearsay.records.story import Asked

COLUMNS = (
    *("question", "label", "disputed", "part_of", "account", "source", "source_name", "party", "anonymous", "via"),
    *("min", "max", "inclusive", "approximate", "unit", "as_of", "said", "certainty", "words", "document"),
    *("publisher", "published", "documents", "publishers", "origins", "conflicts_with", "in_place_of"),
)
"""What each row has."""


def table(asked: Asked) -> Iterator[Cells]:
    """The accounts of a question, in the order of time, all of them."""
    for account in asked.accounts:
        source, strongest = account.source, account.strongest
        statement = strongest.statement
        standing = [j for j in asked.judgements if j.overruled is None and account.id in (j.one, j.other)]
        yield {
            "question": asked.id,
            "label": asked.label,
            "disputed": asked.disputed,
            "part_of": asked.part_of,
            "account": account.id,
            "source": source.id if source else None,
            "source_name": source.name if source else None,
            "party": source.party if source else None,
            "anonymous": source.anonymous if source else None,
            "via": [via.name for via in strongest.via],
            "min": account.min,
            "max": account.max,
            "inclusive": account.inclusive,
            "approximate": account.approximate,
            "unit": account.unit,
            "as_of": account.at,
            "said": account.said,
            "certainty": statement.certainty if statement else None,
            "words": strongest.words,
            "document": strongest.document.id,
            "publisher": strongest.document.publisher,
            "published": strongest.document.published,
            "documents": account.documents,
            "publishers": account.publishers,
            "origins": account.origins,
            "conflicts_with": [
                j.other if j.one == account.id else j.one for j in standing if j.relation is Relation.CONFLICTS
            ],
            "in_place_of": [
                j.one
                for j in standing
                if j.other == account.id and j.relation in (Relation.REVISED, Relation.RETRACTED)
            ],
        }
