"""Full text: what makes the words of reports and statements searchable, on each database in its own way.

The words are stemmed here and not by the database, so that the same is found on both: SQLite keeps an FTS5 index
without a copy of the text, PostgreSQL a tsvector with a GIN index. Beside the words stand the keys that a search can
be narrowed down by (hearsay.ledger.keys).
"""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, cast, column, literal_column, table, text
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.sql import ColumnElement
from sqlalchemy.sql.selectable import TableClause

from hearsay.ledger.query import Phrase, Query
from hearsay.normalise.stem import stems

LONGEST = 250_000
"""Most characters of a report that are indexed: PostgreSQL's search vectors end at a megabyte."""
_LAST_PLACE = 16_383
"""The last position that PostgreSQL counts in a text."""
_MOST_PLACES = 256
"""Most positions that it keeps of one word."""
_GAP = "="
"""Stands between pieces of text, so that no phrase runs from one into the next."""
_INDEXED = ("documents", "statements")
_WORDS = {name: table(f"{name}_words", column("rowid"), column("words")) for name in _INDEXED}


def statements(dialect: str) -> Iterator[str]:
    """The SQL that sets up the search, for "sqlite" or "postgresql"; raises KeyError for another."""
    yield from {"sqlite": _sqlite, "postgresql": _postgresql}[dialect]()


def _sqlite() -> Iterator[str]:
    for name in _INDEXED:
        # What is not ASCII is part of a word to this tokenizer, and of the rest stems hold letters and digits alone.
        yield (
            f"CREATE VIRTUAL TABLE {name}_words USING fts5(words, content='', columnsize=0, "
            "tokenize=\"ascii tokenchars '='\")"
        )


def _postgresql() -> Iterator[str]:
    for name in _INDEXED:
        yield (
            f"CREATE TABLE {name}_words (rowid bigint PRIMARY KEY REFERENCES {name} (number), words tsvector NOT NULL)"
        )
        yield f"CREATE INDEX ix_{name}_words ON {name}_words USING gin (words)"


def words_of(name: str) -> TableClause:
    """The search of a table: ``rowid`` is the number of a row of ``documents`` or ``statements``."""
    return _WORDS[name]


def index(connection: Connection, name: str, *, entries: Iterable[tuple[int, Sequence[str], Sequence[str]]]) -> None:
    """Make rows of a table searchable: of each its number, its pieces of text, and its keys."""
    dialect = connection.dialect.name
    given = [{"number": number, "words": filed(pieces, keys, dialect=dialect)} for number, pieces, keys in entries]
    value = ":words" if dialect == "sqlite" else "CAST(:words AS tsvector)"
    if given:
        statement = f"INSERT INTO {name}_words (rowid, words) VALUES (:number, {value})"  # noqa: S608 - our own names
        connection.execute(text(statement), given)


def filed(pieces: Sequence[str], keys: Sequence[str], *, dialect: str) -> str:
    """What the search is given for a row: its words in their places and its keys, parted by blanks, or a tsvector."""
    tokens = _tokens(pieces)
    return " ".join((*tokens, *keys)) if dialect == "sqlite" else _vector(tokens, keys)


def matches(name: str, query: Query, *, keys: Sequence[Sequence[str]], dialect: str) -> ColumnElement[bool]:
    """Whether a row of ``words_of(name)`` has what the query wants, and one of each list of ``keys``.

    At least one of them must want something.
    """
    if dialect == "sqlite":
        # The table's own name stands for all its columns, and takes the query.
        return literal_column(f"{name}_words").op("MATCH")(_fts5(query, keys))
    return words_of(name).c.words.op("@@")(cast(_tsquery(query, keys), TSQUERY))


def _tokens(pieces: Sequence[str]) -> list[str]:
    found: list[str] = []
    left = LONGEST
    for piece in pieces:
        found += [_GAP, *stems(piece[:left])]
        left = max(0, left - len(piece))
    return found


def _vector(tokens: Sequence[str], keys: Sequence[str]) -> str:
    """A tsvector as PostgreSQL reads it: each word with its places."""
    found: dict[str, list[int]] = {}
    for place, token in enumerate(tokens, start=1):
        found.setdefault(token, []).append(min(place, _LAST_PLACE))
    found.pop(_GAP, None)
    words = [f"'{token}':{','.join(map(str, places[:_MOST_PLACES]))}" for token, places in found.items()]
    return " ".join([*words, *(f"'{key}'" for key in keys)])


def _fts5(query: Query, keys: Sequence[Sequence[str]]) -> str:
    wanted = [_quoted(phrase) for phrase in query.wanted]
    wanted += ["(" + " OR ".join(_quoted((key,)) for key in one_of) + ")" for one_of in keys]
    unwanted = " OR ".join(_quoted(phrase) for phrase in query.unwanted)
    return " AND ".join(wanted) if not unwanted else f"({' AND '.join(wanted)}) NOT ({unwanted})"


def _quoted(phrase: Phrase) -> str:
    return '"' + " ".join(phrase) + '"'


def _tsquery(query: Query, keys: Sequence[Sequence[str]]) -> str:
    wanted = [_followed(phrase) for phrase in query.wanted]
    wanted += ["(" + " | ".join(f"'{key}'" for key in one_of) + ")" for one_of in keys]
    return " & ".join([*wanted, *(f"!{_followed(phrase)}" for phrase in query.unwanted)])


def _followed(phrase: Phrase) -> str:
    return "(" + " <-> ".join(f"'{stem}'" for stem in phrase) + ")"
