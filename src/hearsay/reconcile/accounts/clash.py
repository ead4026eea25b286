"""Whether two accounts cannot both be true, and by what that is known."""

import re
from collections.abc import Sequence
from functools import lru_cache

from hearsay.normalise.naming import is_short_form, words_of
from hearsay.reconcile.accounts.account import comparable
from hearsay.reconcile.accounts.held import Held, Stand, before
from hearsay.reconcile.accounts.running import Course
from hearsay.records.account import Given
from hearsay.records.source import Source, SourceKind

_POLL = re.compile(
    r"\b(?:polls?|polling|polled|pollsters?|surveys?|surveyed|respondents?)\b|(?:%|per\s?cent)\sof\s(?:[^\W\d_]+\s){0,4}?"
    r"(?:voters|adults|Americans|Britons|Democrats|Republicans|women|men)\b"
    r"|\d(?:%|\sper\s?cent)?\s(?:to|versus)\s\d[\d.]*(?:%|\sper\s?cent)",
    re.I,
)
_OF_ITSELF = re.compile(
    r"\b(?:it|we)\s(?:(?:had|has|have|would|will|also|only)\s){0,2}(?:raised?|lost|lose|earned|spent|made|owns?|received|"
    r"paid|donated|owes?)\s[^,;.\d]*$",
    re.I,
)
LASTING = 30
"""Days between two reports from which on even a price or a plan may have changed; not tuned: the worked-out stories
are over within a week, and a reward was doubled within a year of newswire."""


def clash(one: Held, other: Held, *, course: Course) -> str | None:
    """Why two accounts of one question cannot both be true, in words; None where they can, or where it is not clear."""
    if one.range.meets(other.range) or one.tallies.isdisjoint(other.tallies):
        return None
    first, second = one.account.source, other.account.source
    if one.account.unit in ("%", None) and _POLL.search(one.words) and _POLL.search(other.words):
        return None
    if first is None or second is None or not comparable(one.account, other.account) or same_side(first, second):
        return None
    if _each_of_itself(one, other):
        return None
    return _lasting(one.firm, other.firm) if course is Course.STAYS else _passing(one, other, course=course)


def _each_of_itself(one: Held, other: Held) -> bool:
    """Whether two bodies each tell what they themselves raised, lost or paid."""
    return all(
        held.account.source is not None
        and held.account.source.kind is SourceKind.ORGANIZATION
        and len(held.account.unit or "") == 3
        and all(_OF_ITSELF.search(before(stand.given)) for stand in held.firm)
        for held in (one, other)
    )


@lru_cache(maxsize=10_000)
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


def _lasting(one: Sequence[Stand], other: Sequence[Stand]) -> str | None:
    """Of what stays the same: unless they are told to be of different times, or are of times too far apart."""
    for first in one:
        for second in other:
            dated = first.given.figure.as_of is not None and second.given.figure.as_of is not None
            if dated and not first.moment.overlaps(second.moment):
                continue
            if first.given.document.id == second.given.document.id or _published_near(first, second):
                return "neither is told to be of another time"
    return None


def _published_near(one: Stand, other: Stand) -> bool:
    if one.published is None or other.published is None:
        return True
    return abs((one.published - other.published).days) <= LASTING


def _passing(one: Held, other: Held, *, course: Course) -> str | None:
    """Of what grows or moves: side by side in one report, or of one day and the later report lower."""
    if one.documents & other.documents and any(
        first.given.document.id == second.given.document.id and _same_day(first, second)
        for first in one.firm
        for second in other.firm
    ):
        return "told of the same time in one report"
    if course is Course.GROWS and any(_goes_back(first, second) for first in one.firm for second in other.firm):
        return "told of one day, the later report lower"
    if course is Course.GROWS and any(_stands_by(first, second) for first in one.firm for second in other.firm):
        return "the lower number was stood by when the higher one was known"
    return None


def _same_day(one: Stand, other: Stand) -> bool:
    """Whether two figures of one report are of one time."""
    if one.is_recalled or other.is_recalled:
        return False
    told = one.moment.explicit or other.moment.explicit
    return one.moment.overlaps(other.moment) if told else True


def _stands_by(one: Stand, other: Stand) -> bool:
    """Whether of two figures the later published is the lower one, and its source is told to hold on to it."""
    earlier, later = sorted((one, other), key=lambda stand: stand.given.document.published or "~")
    return later.is_stood_by and _is_lower(later.given, earlier.given)


def _is_lower(one: Given, other: Given) -> bool:
    return one.figure.max is not None and one.figure.max < (other.figure.min or 0)


def _goes_back(one: Stand, other: Stand) -> bool:
    """Whether of two figures that reports date to one day the later published is the lower one."""
    first, second = one.moment, other.moment
    if not (first.explicit and second.explicit) or (first.first, first.last) != (second.first, second.last):
        return False
    if first.first != first.last or one.is_recalled or other.is_recalled:
        return False
    earlier, later = sorted((one.given, other.given), key=lambda given: given.document.published or "~")
    return _is_lower(later, earlier)
