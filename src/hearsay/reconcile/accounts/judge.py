"""How the accounts of one question stand to each other: agreement, conflict, progress, revision, retraction.

A conflict needs two sources and numbers that no tolerance brings together, of times that overlap. What stays the same
(a capacity, a price, a plan) is of all times but those that reports tell apart; of what grows or moves (a toll, the
missing) only numbers of one day are held against each other, told side by side in one report or with the later report
lower. A body and the one who speaks for it are one side: a new number there is no dispute.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from hearsay.reconcile.accounts.account import comparable
from hearsay.reconcile.accounts.clash import clash
from hearsay.reconcile.accounts.held import Held, held, near
from hearsay.reconcile.accounts.interval import says, told
from hearsay.reconcile.accounts.moment import is_anothers, tells_change
from hearsay.reconcile.accounts.retract import retracted
from hearsay.reconcile.accounts.running import Course, course
from hearsay.records.account import Account, Judgement, Relation

Overruled = Mapping[tuple[str, str], tuple[str, str]]
"""For a pair of Figure.id, in either order: the Correction.id of an analyst's word that it is no conflict, and why."""
_BACK = 50
"""How many accounts back one is looked for that another agrees with."""


def judged(
    accounts: Sequence[Account], *, overruled: Overruled | None = None, about: str = ""
) -> tuple[Judgement, ...]:
    """How the accounts of one question, in the order of their times, stand to each other.

    ``about``: what the question asks, for the reasons. An overruled judgement is there with its correction's id.
    """
    how = course(accounts)
    every = [held(account) for account in accounts]
    found = [*_retractions(every), *_own(every, how)]
    settled = {(one.one, one.other) for one in found}
    void = {one.one for one in found if one.relation is Relation.RETRACTED}
    tail = f"; both about {about}" if about else ""
    for one, other in near(every, how):
        ids = (one.account.id, other.account.id)
        if ids not in settled and void.isdisjoint(ids) and (why := clash(one, other, course=how)) is not None:
            reason = f"disjoint: {one.says} and {other.says}{tail}; {why}"
            found.append(_judgement(Relation.CONFLICTS, one, other=other, reason=reason))
    settled = {(one.one, one.other) for one in found}
    found += [meets for meets in _meetings(every, how, tail=tail) if (meets.one, meets.other) not in settled]
    return tuple(_overrule(found, accounts, overruled=overruled or {}))


def revised_by(judgements: Sequence[Judgement], accounts: Sequence[Account]) -> tuple[str, ...]:
    """Source.id of those who gave another number in place of their own, growing tolls included, in order of time."""
    by_id = {account.id: account for account in accounts}
    changed = {Relation.REVISED, Relation.PROGRESSED, Relation.RETRACTED}
    found = []
    for judgement in judgements:
        one, other = by_id[judgement.one].source, by_id[judgement.other].source
        if judgement.relation in changed and judgement.overruled is None and one is not None and one == other:
            found.append(one.id)
    return tuple(dict.fromkeys(found))


def _retractions(every: Sequence[Held]) -> list[Judgement]:
    by_id = {one.account.id: one for one in every}
    return [
        _judgement(Relation.RETRACTED, by_id[one.id], other=by_id[other.id], reason=f"{says(one)} taken back: {notice}")
        for one, other, notice in retracted([one.account for one in every])
    ]


def _own(every: Sequence[Held], how: Course) -> Iterator[Judgement]:
    """How each account stands to the one before it of the same source."""
    by_source: dict[str, list[Held]] = defaultdict(list)
    for one in every:
        if one.account.source is not None:
            by_source[one.account.source.id].append(one)
    for same in by_source.values():
        for one, other in pairwise(same):
            if not comparable(one.account, other.account):
                continue
            if one.range.meets(other.range):
                finer = told(other.account).within(told(one.account))
                relation = Relation.REFINES if finer else Relation.AGREES
                yield _judgement(relation, one, other=other, reason=f"one source: {one.says}, then {other.says}")
            elif _replaces(one.account, other.account):
                grown = how is Course.MOVES or (how is Course.GROWS and other.range.above(one.range))
                relation = Relation.PROGRESSED if grown else Relation.REVISED
                reason = f"the same source said {one.says} and later {other.says}"
                yield _judgement(relation, one, other=other, reason=reason)


def _replaces(one: Account, other: Account) -> bool:
    """Whether the later of two numbers of one source took the earlier one's place, rather than stand beside it."""
    if any(is_anothers(given) for a in (one, other) for given in a.figures):
        return False
    together = {g.document.id for g in one.figures} & {g.document.id for g in other.figures}
    if not together:
        return _origins(one).isdisjoint(_origins(other))
    if (one.at, one.said) != (other.at, other.said):
        return True
    return any(tells_change(given) for a in (one, other) for given in a.figures if given.document.id in together)


def _origins(account: Account) -> set[str]:
    return {given.origin for given in account.figures}


def _meetings(every: Sequence[Held], how: Course, *, tail: str) -> Iterator[Judgement]:
    """Each account with the nearest one before it, of another source, that it agrees with, refines or moves on from."""
    for number, other in enumerate(every):
        for before in range(number - 1, max(-1, number - 1 - _BACK), -1):
            one = every[before]
            if one.account.source == other.account.source or not comparable(one.account, other.account):
                continue
            if one.range.meets(other.range):
                relation = Relation.REFINES if told(other.account).within(told(one.account)) else Relation.AGREES
                yield _judgement(
                    relation, one, other=other, reason=f"{one.says} and {other.says} can both be true{tail}"
                )
                break
            if how is not Course.STAYS and other.range.above(one.range):
                reason = f"moved on from {one.says} to {other.says}{tail}"
                yield _judgement(Relation.PROGRESSED, one, other=other, reason=reason)
                break


def _judgement(relation: Relation, one: Held, *, other: Held, reason: str) -> Judgement:
    return Judgement(relation, one.account.id, other.account.id, reason, (one.words, other.words))


def _overrule(
    judgements: Sequence[Judgement], accounts: Sequence[Account], *, overruled: Overruled
) -> Iterator[Judgement]:
    holder = {given.figure.id: account.id for account in accounts for given in account.figures}
    said = {
        frozenset((holder[one], holder[other])): word
        for (one, other), word in sorted(overruled.items())
        if one in holder and other in holder
    }
    for judgement in judgements:
        word = said.get(frozenset((judgement.one, judgement.other)))
        if word is None or judgement.relation is not Relation.CONFLICTS:
            yield judgement
        else:
            correction, why = word
            yield replace(judgement, reason=f"{judgement.reason}; in no conflict: {why}", overruled=correction)
