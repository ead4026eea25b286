"""What a statement or a report can be narrowed down by, as words of the search's own: "a=deny", "m=202405".

They are indexed beside the words of the text, so that a search with filters reads the index alone. No word of a text
holds an equals sign, so none can be mistaken for one of them.

::

    s  the source's name, folded     n  the source's id            p  the source's party, folded
    a  act                           c  certainty                  o  publisher, folded
    d  the document's id             f  whether figures stand in   u  whether its source is anonymous
    y  published: decades, years     m  published: months
    t  said: decades, years          w  said: months
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from hearsay.ledger.asked import Asked
from hearsay.ledger.rows import folded
from hearsay.ledger.same import Identities

_LONGEST = timedelta(days=731)
"""What takes longer is not filed by its months: it is looked at whenever a time is asked for."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_ELSE = "else"
"""Of times outside those years, and of long or open ones."""


def of_document(document: Mapping[str, Any]) -> list[str]:
    """The keys that a row of ``documents`` and all its statements have."""
    keys = [_named("d", document["id"])]
    if document["publisher"]:
        keys.append(_named("o", folded(document["publisher"])))
    if day := _day(document["published"]):
        keys += _touched("y", "m", first=day, last=day)
    return keys


def of_statement(statement: Mapping[str, Any], source: Mapping[str, Any] | None) -> Iterator[str]:
    """The keys of a row of ``statements`` beside its document's; ``source`` is the row of its source."""
    if source is not None:
        yield _named("s", source["folded"])
        yield _named("n", source["id"])
        if source["party"]:
            yield _named("p", folded(source["party"]))
        if source["anonymous"] is not None:
            yield _flag("u", source["anonymous"])
    if statement["act"]:
        yield f"a={statement['act']}"
    if statement["certainty"]:
        yield f"c={statement['certainty']}"
    yield _flag("f", statement["figures"] > 0)
    if statement["said_on"]:
        yield from _touched("t", "w", first=_day(statement["said_first"]), last=_day(statement["said_last"]))


def of_documents(ids: Sequence[str]) -> list[str]:
    """The keys that the statements of these documents have one of."""
    return [_named("d", id) for id in ids]


def asked_for(asked: Asked, known: Identities | None = None) -> list[list[str]]:
    """The keys that must be there, one of each list; times are narrowed down to their months only.

    Of a source that is one with others by what is ``known``, theirs count as well.
    """
    found: list[list[str]] = []
    if asked.source is not None:
        name = folded(asked.source)
        units = known.called(name, asked.source) if known else []
        names = dict.fromkeys([name, *(unit.folded for unit in units if unit.reading is None)])
        ids = dict.fromkeys([asked.source, *(unit.id for unit in units if unit.reading is not None)])
        found.append([_named(kind, one) for kind, every in (("s", names), ("n", ids)) for one in every])
    for kind, whole in (("p", asked.party), ("o", asked.publisher)):
        if whole is not None:
            found.append([_named(kind, folded(whole))])
    if asked.document is not None:
        found.append([_named("d", asked.document)])
    found += [[f"{kind}={value}"] for kind, value in (("a", asked.act), ("c", asked.certainty)) if value is not None]
    for kind, value in (("f", asked.with_figures), ("u", asked.anonymous)):
        if value is not None:
            found.append([_flag(kind, value)])
    if asked.published_from or asked.published_to:
        found.append(list(_covering("y", "m", first=asked.published_from, last=asked.published_to)))
    if asked.said_from or asked.said_to:
        found.append(list(_covering("t", "w", first=asked.said_from, last=asked.said_to)))
    return found


def _named(kind: str, name: str) -> str:
    """Names are of any letters and length; their digest is not."""
    return f"{kind}={hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _flag(kind: str, value: bool) -> str:
    return f"{kind}={int(value)}"


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _touched(years: str, months: str, *, first: date | None, last: date | None) -> list[str]:
    """The keys of a time: each month, year and decade that it touches."""
    if first is None or last is None or last - first > _LONGEST:
        return [f"{years}={_ELSE}"]
    if first.year < _FIRST_YEAR or last.year > _LAST_YEAR:
        return [f"{years}={_ELSE}"]
    every = [divmod(n, 12) for n in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)]
    keys = {f"{months}={year}{month + 1:02d}": None for year, month in every}
    keys |= dict.fromkeys(f"{years}={year}" for year, _ in every)
    return [*keys, *dict.fromkeys(f"{years}={year // 10}x" for year, _ in every)]


def _covering(years: str, months: str, *, first: date | None, last: date | None) -> Iterator[str]:
    """The fewest keys that every time between the two days has one of."""
    yield f"{years}={_ELSE}"
    month = max((first.year * 12 + first.month - 1) if first else 0, _FIRST_YEAR * 12)
    after = min((last.year * 12 + last.month) if last else 9999 * 12, (_LAST_YEAR + 1) * 12)
    while month < after:
        if month % 120 == 0 and month + 120 <= after:
            yield f"{years}={month // 120}x"
            month += 120
        elif month % 12 == 0 and month + 12 <= after:
            yield f"{years}={month // 12}"
            month += 12
        else:
            yield f"{months}={month // 12}{month % 12 + 1:02d}"
            month += 1
