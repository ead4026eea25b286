"""Whether two accounts cannot both be true, and by what that is known."""

from collections.abc import Sequence

from hearsay.normalise.naming import is_short_form, words_of
from hearsay.reconcile.accounts.account import comparable
from hearsay.reconcile.accounts.interval import possible
from hearsay.reconcile.accounts.moment import days, is_recalled, moment
from hearsay.reconcile.accounts.running import Course
from hearsay.records.account import Account, Given
from hearsay.records.figure import Tally
from hearsay.records.source import Source, SourceKind
from hearsay.records.statement import Act, Certainty

_CLAIMS_NOTHING = frozenset({Act.URGE, Act.QUESTION})
"""Acts that do not say that it is so."""

LASTING = 30
"""Days between two reports from which on even a price or a plan may have changed; not tuned: the worked-out stories
are over within a week, and a reward was doubled within a year of newswire."""


def clash(one: Account, other: Account, *, course: Course) -> str | None:
    """Why two accounts of one question cannot both be true, in words; None where they can, or where it is not clear."""
    if one.source is None or other.source is None or not comparable(one, other) or same_side(one.source, other.source):
        return None
    if possible(one).meets(possible(other)):
        return None
    firm, facing = _firm(one), _firm(other)
    if not firm or not facing or _tallies(firm).isdisjoint(_tallies(facing)):
        return None
    return _lasting(firm, facing) if course is Course.STAYS else _passing(firm, facing, course=course)


def same_side(one: Source, other: Source) -> bool:
    """Whether two sources are one, or a body and a person who speaks for it."""
    if one.id == other.id:
        return True
    kinds = {one.kind: one, other.kind: other}
    person, body = kinds.get(SourceKind.PERSON), kinds.get(SourceKind.ORGANIZATION)
    if person is None or body is None:
        return False
    if person.party is not None and person.party in (body.name, *body.aliases):
        return True
    names = [words_of(name) for name in (body.name, *body.aliases)]
    told = [words_of(words) for words in (person.role or "", *person.aliases) if words]
    return any(len(name) > 1 and _holds(role, name) for role in told for name in names)


def _holds(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether ``name`` stands within ``words``."""
    return any(is_short_form(name, words[at : at + len(name)]) for at in range(len(words) - len(name) + 1))


def _firm(account: Account) -> list[Given]:
    """The figures of an account that say that it is so, of the present of their report."""
    return [
        given
        for given in account.figures
        if given.statement is None
        or (
            given.statement.act not in _CLAIMS_NOTHING
            and (given.statement.certainty is not Certainty.POSSIBLE or given.figure.max is None)
        )
    ]


def _tallies(figures: Sequence[Given]) -> set[bool]:
    """Whether what is counted came on top of an earlier number."""
    return {given.figure.tally is Tally.INCREMENT for given in figures}


def _lasting(one: Sequence[Given], other: Sequence[Given]) -> str | None:
    """Of what stays the same: unless they are told to be of different times, or are of times too far apart."""
    for first in one:
        for second in other:
            dated = first.figure.as_of is not None and second.figure.as_of is not None
            if dated and not moment(first).overlaps(moment(second)):
                continue
            if first.document.id == second.document.id or _published_near(first, second):
                return "neither is told to be of another time"
    return None


def _published_near(one: Given, other: Given) -> bool:
    first, second = (days((given.document.published or "")[:10] or None)[0] for given in (one, other))
    return first is None or second is None or abs((first - second).days) <= LASTING


def _passing(one: Sequence[Given], other: Sequence[Given], *, course: Course) -> str | None:
    """Of what grows or moves: side by side in one report, or of one day and the later report lower."""
    beside: dict[str, list[Given]] = {}
    for given in one:
        if not is_recalled(given):
            beside.setdefault(given.document.id, []).append(given)
    for second in other:
        for first in beside.get(second.document.id, ()):
            if not is_recalled(second) and _same_day(first, second):
                return "told of the same time in one report"
    if course is Course.GROWS:
        for first in one:
            for second in other:
                if _goes_back(first, second):
                    return "told of one day, the later report lower"
    return None


def _same_day(one: Given, other: Given) -> bool:
    first, second = moment(one), moment(other)
    return first.overlaps(second) if first.explicit or second.explicit else True


def _goes_back(one: Given, other: Given) -> bool:
    """Whether of two figures that reports date to one day the later published is the lower one."""
    first, second = moment(one), moment(other)
    if not (first.explicit and second.explicit) or (first.first, first.last) != (second.first, second.last):
        return False
    if first.first != first.last or is_recalled(one) or is_recalled(other):
        return False
    earlier, later = sorted((one, other), key=lambda given: given.document.published or "~")
    return (later.figure.max or 0) < (earlier.figure.min or 0) and later.figure.max is not None
