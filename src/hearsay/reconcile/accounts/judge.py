"""How the accounts of one question stand to each other: agreement, conflict, progress, revision, retraction.

A conflict needs two sources and numbers that no tolerance brings together, of times that overlap. What stays the same
(a capacity, a price, a plan) is of all times but those that reports tell apart; of what grows or moves (a toll, the
missing) only numbers of one day are held against each other, told side by side in one report or with the later report
lower. A body and the one who speaks for it are one side: a new number there is no dispute.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby, pairwise

from hearsay.reconcile.accounts.account import comparable
from hearsay.reconcile.accounts.clash import clash
from hearsay.reconcile.accounts.interval import possible, says, told
from hearsay.reconcile.accounts.moment import sentence, tells_change
from hearsay.reconcile.accounts.retract import retracted
from hearsay.reconcile.accounts.running import Course, course
from hearsay.records.account import Account, Given, Judgement, Relation

Overruled = Mapping[tuple[str, str], tuple[str, str]]
"""For a pair of Figure.id, in either order: the Correction.id of an analyst's word that it is no conflict, and why."""


def judged(
    accounts: Sequence[Account], *, overruled: Overruled | None = None, about: str = ""
) -> tuple[Judgement, ...]:
    """How the accounts of one question, in the order of their times, stand to each other.

    ``about``: what the question asks, for the reasons. An overruled judgement is there with its correction's id.
    """
    how = course(accounts)
    found = [*_retractions(accounts), *_own(accounts, how)]
    settled = {(one.one, one.other) for one in found}
    void = {one.one for one in found if one.relation is Relation.RETRACTED}
    tail = f"; both about {about}" if about else ""
    disputes, agreed = [], set()
    for one, other in combinations(accounts, 2):
        if (one.id, other.id) in settled or {one.id, other.id} & void:
            continue
        if (why := clash(one, other, course=how)) is not None:
            reason = f"disjoint: {says(one)} and {says(other)}{tail}; {why}"
            disputes.append(_judgement(Relation.CONFLICTS, one, other, reason=reason))
            agreed.add((one.id, other.id))
    meets = [found for found in _meetings(accounts, how, tail=tail) if (found.one, found.other) not in settled | agreed]
    return tuple(_overrule([*found, *disputes, *meets], accounts, overruled or {}))


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


def _retractions(accounts: Sequence[Account]) -> list[Judgement]:
    return [
        _judgement(Relation.RETRACTED, one, other, reason=f"{says(one)} taken back: {notice}")
        for one, other, notice in retracted(accounts)
    ]


def _own(accounts: Sequence[Account], how: Course) -> Iterator[Judgement]:
    """How each account stands to the one before it of the same source."""
    sourced = [account for account in accounts if account.source is not None]
    sourced.sort(key=lambda one: one.source.id if one.source is not None else "")
    for _, same in groupby(sourced, key=lambda one: one.source.id if one.source is not None else ""):
        held = list(same)
        for one, other in pairwise(held):
            if not comparable(one, other):
                continue
            first, second = possible(one), possible(other)
            if first.meets(second):
                finer = told(other).within(told(one))
                relation = Relation.REFINES if finer else Relation.AGREES
                yield _judgement(relation, one, other, reason=f"one source: {says(one)}, then {says(other)}")
            elif _replaces(one, other):
                grown = how is Course.MOVES or (how is Course.GROWS and second.above(first))
                relation = Relation.PROGRESSED if grown else Relation.REVISED
                reason = f"the same source said {says(one)} and later {says(other)}"
                yield _judgement(relation, one, other, reason=reason)


def _replaces(one: Account, other: Account) -> bool:
    """Whether the later of two numbers of one source took the earlier one's place, rather than stand beside it."""
    together = {g.document.id for g in one.figures} & {g.document.id for g in other.figures}
    if not together:
        return _origins(one).isdisjoint(_origins(other))
    if (one.at, one.said) != (other.at, other.said):
        return True
    return any(tells_change(given) for a in (one, other) for given in a.figures if given.document.id in together)


def _origins(account: Account) -> set[str]:
    return {given.origin for given in account.figures}


def _meetings(accounts: Sequence[Account], how: Course, *, tail: str) -> Iterator[Judgement]:
    """Each account with the nearest one before it, of another source, that it agrees with, refines or moves on from."""
    for number, other in enumerate(accounts):
        for one in reversed(accounts[:number]):
            if not comparable(one, other) or (one.source == other.source):
                continue
            if possible(one).meets(possible(other)):
                relation = Relation.REFINES if told(other).within(told(one)) else Relation.AGREES
                reason = f"{says(one)} and {says(other)} can both be true{tail}"
            elif how is not Course.STAYS and possible(other).above(possible(one)):
                relation, reason = Relation.PROGRESSED, f"moved on from {says(one)} to {says(other)}{tail}"
            else:
                continue
            yield _judgement(relation, one, other, reason=reason)
            break


def _judgement(relation: Relation, one: Account, other: Account, *, reason: str) -> Judgement:
    return Judgement(relation, one.id, other.id, reason, (_words(one.strongest), _words(other.strongest)))


def _words(given: Given) -> str:
    """The sentence that a figure stands in."""
    return " ".join(sentence(given).of(given.document.text).split())


def _overrule(
    judgements: Sequence[Judgement], accounts: Sequence[Account], overruled: Overruled
) -> Iterator[Judgement]:
    holder = {given.figure.id: account.id for account in accounts for given in account.figures}
    said = {
        frozenset((holder[one], holder[other])): correction
        for (one, other), (correction, _) in sorted(overruled.items())
        if one in holder and other in holder
    }
    for judgement in judgements:
        correction = said.get(frozenset((judgement.one, judgement.other)))
        if correction is None:
            yield judgement
        else:
            yield Judgement(
                judgement.relation, judgement.one, judgement.other, judgement.reason, judgement.words, correction
            )
