"""The tables of which reports are about one event.

``traits``        what each document is recognized by; hearsay.ledger.packed tells how its terms are kept
``postings``      the documents that a term leads to, by their days
``stories``       one row a story; its id comes from its first report
``memberships``   the story of a report from a time on; the latest holds
``joined``        stories that are parts of others from a time on
"""

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, text

from hearsay.ledger.metadata import Number, metadata

_MOVED: dict[str, Any] = dict.fromkeys(("sqlite_where", "postgresql_where"), text("moved_from IS NOT NULL"))

traits = Table(
    "traits",
    metadata,
    Column("document", ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("lineage", Text, nullable=False),
    Column("day", Integer, comment="of publication, counted from 1 January of the year 1"),
    Column("terms", LargeBinary, nullable=False),
    Index(None, "lineage", "document"),
)
postings = Table(
    "postings",
    metadata,
    Column("term", Number, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False, comment="of publication, else of recording"),
    Column("document", ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    # The key is all that there is: a table beside it would be a second copy.
    sqlite_with_rowid=False,
)
stories = Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    Column("recorded", Text, nullable=False),
)
memberships = Table(
    "memberships",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("lineage", Text, nullable=False),
    Column("story", ForeignKey("stories.id"), nullable=False),
    Column("why", Text, nullable=False),
    Column(
        "moved_from", ForeignKey("stories.id"), comment="the story before, where an analyst has put the report here"
    ),
    Column("recorded", Text, nullable=False),
    Index(None, "lineage", "number"),
    Index(None, "story", "number"),
    Index("ix_memberships_moved", "moved_from", **_MOVED),
    sqlite_autoincrement=True,
)
joined = Table(
    "joined",
    metadata,
    Column("story", ForeignKey("stories.id"), primary_key=True),
    Column("whole", ForeignKey("stories.id"), nullable=False, comment="what it is a part of"),
    Column("why", Text, nullable=False),
    Column("recorded", Text, nullable=False),
    Index(None, "whole"),
)
