"""Accounts: what one source holds, however many reports carry it.

Figures of one source that give the same numbers are one account: reprints, later repetitions, and what is recalled
("it had put the number at 14,000 on Tuesday"), which belongs to the earlier time. The reports' own voice is nobody's
account in particular: equal figures in it are one account without a source.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from hearsay.reconcile.accounts.interval import Range, told
from hearsay.reconcile.accounts.moment import days, edtf, is_recalled, said
from hearsay.records.account import Account, Given
from hearsay.records.identity import make_id
from hearsay.records.statement import Act, Certainty

_DAYS = 8
"""From so many days on a time is a period that a question is about, rather than a moment (a week is still one)."""


def accounts(figures: Sequence[Given]) -> tuple[Account, ...]:
    """The accounts that the figures of one question come to, by the time that they hold for, then by when said."""
    held: dict[tuple[str, Range, str], list[Given]] = defaultdict(list)
    for given in figures:
        source = given.source.id if given.source is not None else ""
        held[source, told(given.figure), _scale(given)].append(given)
    return tuple(sorted(map(_account, held.values()), key=_order))


def comparable(one: Account, other: Account) -> bool:
    """Whether the units of two accounts let their numbers be held against each other."""
    first, second = one.strongest.figure, other.strongest.figure
    return first.unit is None or second.unit is None or _scale(one.strongest) == _scale(other.strongest)


def _scale(given: Given) -> str:
    """What the number is of, as far as two numbers of different ones cannot be compared; empty for all counts."""
    figure = given.figure
    unit = figure.unit or ""
    return unit if figure.base is not None or unit == "%" or (len(unit) == 3 and unit.isupper()) else ""


def _account(figures: Sequence[Given]) -> Account:
    recorded = sorted(figures, key=lambda given: (given.number, given.figure.span.start, given.figure.id))
    published = sorted(recorded, key=lambda given: given.document.published or "~")
    strongest = min(published, key=_weakness)
    figure = strongest.figure
    times = [time for given in published if (time := edtf(given)) is not None]
    saids = [time for given in published if (time := said(given)) is not None]
    return Account(
        id=make_id("account", recorded[0].figure.id),
        source=recorded[0].source,
        min=figure.min,
        max=figure.max,
        inclusive=figure.inclusive,
        approximate=any(given.figure.approximate for given in figures),
        unit=figure.unit,
        at=min(times, key=_start) if times else None,
        said=min(saids, key=_start) if saids else None,
        figures=tuple(published),
        strongest=strongest,
        latest=published[-1],
    )


def _order(account: Account) -> tuple[date, date, bool, str, int, str]:
    """By the day that it holds for, then by when it was said; of one day, what is recalled first, else as published.

    A longer time ("the third quarter") is what is asked about, and not when it was so.
    """
    first = account.figures[0]
    said_on = _end(account.said)
    start, end = days(account.at)
    return (
        end if start is not None and end is not None and (end - start).days < _DAYS else said_on,
        said_on,
        not is_recalled(first),
        first.document.published or "~",
        first.figure.span.start,
        account.id,
    )


def _end(time: str | None) -> date:
    """Where a time ends; what is not told comes last."""
    first, last = days(time)
    return last or first or date.max


def _start(time: str) -> tuple[bool, date]:
    """Where a time begins, days before longer times; an open start is no reason to come first."""
    first, last = days(time)
    return first is None or last is None or (last - first).days >= _DAYS, first or last or date.max


def _weakness(given: Given) -> tuple[bool, int, bool, bool, bool]:
    """How far a wording is from binding its source: through others, recalled, hedged, in the report's words."""
    statement = given.statement
    span = given.figure.span
    return (
        statement is None,
        len(given.via),
        is_recalled(given),
        statement is not None and (statement.certainty is not Certainty.CERTAIN or statement.act is Act.ESTIMATE),
        statement is None or not any(q.start <= span.start and span.end <= q.end for q in statement.quoted),
    )
