"""Full text: what makes the words of reports and statements searchable, on each database in its own way."""

from collections.abc import Iterator

_INDEXED = {"documents": ("title", "text"), "statements": ("words",)}
"""The columns that are searched, by table. SQLite reads the words from the table itself and keeps only the index."""
LONGEST = 250_000
"""Most characters of a report that PostgreSQL indexes: its search vectors end at a megabyte."""


def statements(dialect: str) -> Iterator[str]:
    """The SQL that sets up the search, for "sqlite" or "postgresql"; raises KeyError for another."""
    yield from {"sqlite": _sqlite, "postgresql": _postgresql}[dialect]()


def _sqlite() -> Iterator[str]:
    for table, columns in _INDEXED.items():
        names, new = ", ".join(columns), ", ".join(f"NEW.{c}" for c in columns)
        yield (
            f"CREATE VIRTUAL TABLE {table}_words USING fts5({names}, content='{table}', content_rowid='number', "
            "tokenize='porter unicode61 remove_diacritics 2')"
        )
        yield (
            f"CREATE TRIGGER {table}_indexed AFTER INSERT ON {table} BEGIN "  # noqa: S608 - names of our own tables
            f"INSERT INTO {table}_words (rowid, {names}) VALUES (NEW.number, {new}); END"
        )


def _postgresql() -> Iterator[str]:
    for table, columns in _INDEXED.items():
        body = " || ' ' || ".join(f"coalesce({c}, '')" for c in columns)
        yield (
            f"ALTER TABLE {table} ADD COLUMN search tsvector "
            f"GENERATED ALWAYS AS (to_tsvector('english', left({body}, {LONGEST}))) STORED"
        )
        yield f"CREATE INDEX ix_{table}_search ON {table} USING gin (search)"
