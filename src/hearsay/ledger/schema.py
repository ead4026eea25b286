"""The tables of a ledger. Rows are only ever added: what is asked for is what stood at a time.

``documents``    one row a version of a report; versions of one report share a ``lineage`` and are chained
``raws``         the bytes as they were fetched, compressed
``readings``     what one version of the reader made of one document; the latest is shown
``superseded``   which readings are not shown any more, and since which reading
``sources``, ``statements``, ``figures``, ``times``, ``expectations``   the entries of a reading
``questions``    what figures answer
``corrections``  what an analyst changed: see hearsay.ledger.correct
``signatures``, ``copies``   which documents carry the account of another: see hearsay.ledger.copied
``traits``, ``postings``, ``stories``, ``memberships``, ``joined``   stories of documents: see hearsay.ledger.grouped
``placements``   what a correction is about in a reading: an entry's id, or nothing where it was not found again

A correction restates the entries that it touches: statements, figures and expectations have ``revision`` 0 as they were
read, and one row more for each time that corrections or undos changed what holds; the latest is shown. A row with
revision 0 and a ``correction`` is a statement that an analyst has added.

``place`` counts the entries of a reading in their order. Spans are JSON lists of [role, start, end, words]; triggers
(hearsay.ledger.guards) refuse a span whose words the document does not hold at that place. Times of recording are UTC,
ISO 8601 with microseconds, so that they sort. Documents, readings and statements come in through hearsay.ledger.filing
alone, which makes them searchable.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from hearsay.ledger.copied import copies, signatures
from hearsay.ledger.grouped import joined, memberships, postings, stories, traits
from hearsay.ledger.metadata import Number, metadata

_CORRECTED: dict[str, Any] = dict.fromkeys(("sqlite_where", "postgresql_where"), text("corrected IS NOT NULL"))


def _corrected() -> tuple[Column[Any], ...]:
    """What entries have beside their revision where a correction can restate them."""
    return (
        Column("correction", ForeignKey("corrections.number"), comment="what restated it; null as it was read"),
        Column("corrected", Text, comment="when it was restated"),
    )


raws = Table(
    "raws",
    metadata,
    Column("digest", Text, primary_key=True, comment="SHA-256 of the bytes as fetched"),
    Column("bytes", LargeBinary, nullable=False, comment="zlib"),
    Column("size", Number, nullable=False, comment="of the bytes as fetched"),
    Column("media_type", Text),
)
documents = Table(
    "documents",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("given", Text, nullable=False, comment="the id that it came with"),
    Column("lineage", Text, nullable=False, comment="what the versions of one report share"),
    Column("version", Integer, nullable=False),
    Column("previous", ForeignKey("documents.number"), unique=True),
    Column("digest", Text, nullable=False, comment="SHA-256 of the text"),
    Column("title", Text),
    Column("origin", Text),
    Column("url", Text),
    Column("publisher", Text),
    Column("byline", Text),
    Column("published", Text),
    Column("published_from", Text),
    Column("language", Text),
    Column("fetched", Text),
    Column("etag", Text),
    Column("modified", Text),
    Column("raw", ForeignKey("raws.digest")),
    Column("recorded", Text, nullable=False),
    # What is long stands last: to get at a column behind it, SQLite would have to read through it.
    Column("parts", JSON, nullable=False),
    Column("odd", JSON, comment="[offset, code point] of characters that a database cannot hold"),
    Column("text", Text, nullable=False),
    UniqueConstraint("lineage", "version"),
    Index(None, "lineage", "number"),
    Index(None, "given"),
    Index(None, "origin"),
    Index(None, "publisher"),
    Index(None, "published"),
    sqlite_autoincrement=True,
)
readings = Table(
    "readings",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("document", ForeignKey("documents.number"), nullable=False),
    Column("reader", Text, nullable=False, comment="the version of the reader"),
    Column("recorded", Text, nullable=False),
    UniqueConstraint("document", "reader"),
    Index(None, "document", "number"),
    Index(None, "recorded"),
    sqlite_autoincrement=True,
)
superseded = Table(
    "superseded",
    metadata,
    Column("reading", ForeignKey("readings.number"), primary_key=True),
    Column("by", ForeignKey("readings.number"), nullable=False, comment="itself, where it was never shown"),
)
sources = Table(
    "sources",
    metadata,
    Column("reading", ForeignKey("readings.number"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, comment="the name in small letters, without accents or articles"),
    Column("kind", Text),
    Column("party", Text),
    Column("anonymous", Boolean),
    Column("aliases", JSON, nullable=False),
    Column("role", Text),
    Column("anonymity", Text),
    Column("correction", ForeignKey("corrections.number"), comment="what named it; null as it was read"),
    Index(None, "folded"),
    Index(None, "id"),
    Index(None, "party"),
)
statements = Table(
    "statements",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("reading", ForeignKey("readings.number"), nullable=False),
    Column("id", Text, nullable=False),
    Column("source", Text),
    Column("who", Text, comment="the folded name of its source"),
    Column("dated", Text, nullable=False, comment="the first day on which it may have been said, else published"),
    Column("via", JSON, nullable=False),
    Column("mode", Text, nullable=False),
    Column("act", Text),
    Column("certainty", Text),
    Column("said_on", Text),
    Column("said_first", Text, comment="the first day that said_on holds"),
    Column("said_last", Text),
    Column("medium", Text),
    Column("confidence", Float, nullable=False),
    Column("source_confidence", Float, nullable=False),
    Column("figures", Integer, nullable=False, comment="how many figures stand in it"),
    Column("spans", JSON, nullable=False),
    Column("words", Text, nullable=False, comment="the content, its pieces parted by ellipses"),
    Column("hidden", Text, comment="why it is not shown: hearsay.ledger.applied.Hidden"),
    Column("origin", Number, comment="the number of its revision 0, where this is another"),
    Column("revision", Integer, nullable=False, server_default="0", comment="0 as it was read"),
    *_corrected(),
    UniqueConstraint("reading", "id", "revision"),
    Index(None, "id"),
    Index(None, "source", "dated", "reading"),
    Index(None, "who", "dated", "reading"),
    Index(None, "confidence", "number"),
    Index(None, "source_confidence", "number"),
    Index("ix_statements_corrected", "reading", "id", "revision", **_CORRECTED),
    sqlite_autoincrement=True,
)
figures = Table(
    "figures",
    metadata,
    Column("reading", ForeignKey("readings.number"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("revision", Integer, primary_key=True, server_default="0", comment="0 as it was read"),
    Column("place", Integer, nullable=False),
    Column("min", Float),
    Column("max", Float),
    Column("inclusive", Boolean, nullable=False),
    Column("approximate", Boolean, nullable=False),
    Column("vagueness", Text),
    Column("unit", Text),
    Column("base", JSON),
    Column("tally", Text),
    Column("statement", Text),
    Column("source", Text),
    Column("question", ForeignKey("questions.id")),
    Column("as_of", Text),
    Column("spans", JSON, nullable=False),
    *_corrected(),
    Index(None, "id"),
    Index(None, "question"),
)
questions = Table(
    "questions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("label", Text, nullable=False),
    Column("recorded", Text, nullable=False),
)
times = Table(
    "times",
    metadata,
    Column("reading", ForeignKey("readings.number"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("value", Text, nullable=False),
    Column("spans", JSON, nullable=False),
)
expectations = Table(
    "expectations",
    metadata,
    Column("reading", ForeignKey("readings.number"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("revision", Integer, primary_key=True, server_default="0", comment="0 as it was read"),
    Column("place", Integer, nullable=False),
    Column("due", Text, nullable=False),
    Column("source", Text),
    Column("statement", Text),
    Column("spans", JSON, nullable=False),
    *_corrected(),
    Index(None, "due"),
)
corrections = Table(
    "corrections",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False, comment="hearsay.records.correction.CorrectionKind"),
    Column("lineage", Text, comment="of the report that it is about"),
    Column("target", Text, nullable=False, comment="the id of a statement, a figure, a source or a document"),
    Column("other", Text, comment="the id of the source, figure or document that the target is held against"),
    Column("other_lineage", Text, comment="of the report of that one"),
    Column("value", JSON, nullable=False, comment="the new values of fields, by their names"),
    Column("former", JSON, nullable=False, comment="what those fields held before"),
    Column("anchor", JSON, comment="the words that it stands on, and those around them"),
    Column("by", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("undoes", ForeignKey("corrections.number"), unique=True),
    Column("recorded", Text, nullable=False),
    Index(None, "target"),
    Index(None, "other"),
    Index(None, "lineage"),
    Index(None, "other_lineage"),
    sqlite_autoincrement=True,
)
placements = Table(
    "placements",
    metadata,
    Column("correction", ForeignKey("corrections.number"), primary_key=True),
    Column("reading", ForeignKey("readings.number"), primary_key=True),
    Column("end", Text, primary_key=True, comment="target or other"),
    Column("entry", Text, comment="the id there; null where it was not found again"),
    Column("moot", Boolean, nullable=False, comment="whether nothing is left to correct: what was rejected is gone"),
    Index(None, "reading"),
    Index(None, "entry"),
)

# Tables of a concern of its own stand in its module; they are named here so that none is forgotten.
OF_COPIES = (signatures, copies)
OF_STORIES = (traits, postings, stories, memberships, joined)
SPANNED = (statements, figures, times, expectations)
"""The tables whose spans are held against their document's text."""
EVERY = tuple(metadata.sorted_tables)
RECONCILED = tuple(table for table in EVERY if table in {*OF_COPIES, *OF_STORIES})
"""The tables that came with the second migration."""
