"""Documents that have been added and not held against the others yet: a run was stopped between the two, or the ledger
comes from a hearsay that did not reconcile.
"""

from sqlalchemy import Connection, exists, select

from hearsay.ledger.grouped import traits
from hearsay.ledger.schema import documents, readings


def unplaced(connection: Connection, *, after: int = 0, limit: int = 100) -> list[int]:
    """The numbers of such documents after this one, in the order of recording, each of them read."""
    query = select(documents.c.number).where(
        documents.c.number > after,
        ~exists(select(traits.c.document).where(traits.c.document == documents.c.number)),
        exists(select(readings.c.number).where(readings.c.document == documents.c.number)),
    )
    return list(connection.execute(query.order_by(documents.c.number).limit(limit)).scalars())
