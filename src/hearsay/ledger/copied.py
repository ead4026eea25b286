"""The tables of which documents carry the account of another.

``signatures``   keys of documents' paragraphs; two documents that may share one have a key in common
``copies``       what holds of a document from a time on: a row for each document that it carries or quotes. The rows
                 of one decision have its ``turn``, and the latest holds; one without ``of`` says that there is nothing
"""

from sqlalchemy import JSON, Column, Float, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from hearsay.ledger.metadata import Number, metadata

signatures = Table(
    "signatures",
    metadata,
    Column("key", Number, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    # The key is all that there is: a table beside it would be a second copy.
    sqlite_with_rowid=False,
)
copies = Table(
    "copies",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("document", ForeignKey("documents.number"), nullable=False),
    Column("turn", Integer, nullable=False, comment="counts what was decided on the document, from 1"),
    Column("place", Integer, nullable=False, comment="counts the rows of a decision, from 0"),
    Column("of", ForeignKey("documents.number"), comment="the origin, or what is quoted; null: nothing holds any more"),
    Column("kind", Text, comment="hearsay.records.copying.CopyKind"),
    Column("shared", Float, nullable=False, server_default="0"),
    Column("reason", Text, nullable=False, server_default=""),
    Column("recorded", Text, nullable=False),
    Column("passages", JSON, nullable=False, comment="[start here, end here, start there, end there] each"),
    UniqueConstraint("document", "turn", "place"),
    Index(None, "of"),
    sqlite_autoincrement=True,
)
