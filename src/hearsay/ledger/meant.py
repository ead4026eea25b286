"""Whom an analyst means who names a source in a report: by an id, or in words."""

import re

from sqlalchemy import Connection

from hearsay.errors import UsageError
from hearsay.ledger import rows
from hearsay.ledger.held import Held
from hearsay.ledger.named import known_here, own_id
from hearsay.ledger.odd import held
from hearsay.ledger.seek import source_of, sources_named
from hearsay.records.source import Source
from hearsay.records.span import Span

_ID = re.compile(r"source-[0-9a-f]{16}")
_STANDS_FOR = frozenset("he she it they we you i who that this those these his her their".split())
"""Words that name nobody by themselves."""


def source_meant(connection: Connection, here: Held, *, given: str) -> Source:
    """The source that is meant: one of the report, one of another report as it is there, else a new one of that name.

    Raises UsageError for an id that nobody has, and for a name that is none.
    """
    if given in here.sources:
        return here.sources[given]
    if _ID.fullmatch(given):
        return source_of(connection, given).end.source
    name = " ".join(held(given).split())
    if not any(c.isalnum() for c in name) or name.casefold() in _STANDS_FOR:
        raise UsageError(f"{given!r} names nobody", advice="give a name, or the id of a source")
    unknown = Source(own_id(Source("", name, anonymous=False), here.document), name)
    id = known_here(unknown, here.sources)
    if id is not None:
        return here.sources[id]
    for row in sources_named(connection, rows.folded(name)):
        if not row["anonymous"]:
            return rows.source_of(dict(row))
    return Source(unknown.id, name, anonymous=False)


def credited_at(here: Held, spans: tuple[Span, ...]) -> str | None:
    """The id of the source that the report's statements already credit by the words at these places."""
    found = {s.source for s in here.now.statements.values() if s.source and s.spans.source == spans}
    return found.pop() if len(found) == 1 else None
