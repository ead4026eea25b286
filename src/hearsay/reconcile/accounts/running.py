"""Whether the answer to a question moves with time: a toll grows, the number of the missing goes both ways."""

import re
from collections.abc import Sequence
from enum import StrEnum

from hearsay.normalise.stem import stem, stems
from hearsay.records.account import Account, Given
from hearsay.records.figure import Tally

_GROWS = frozenset(
    stem(word)
    for word in "killed dead died death deaths toll fatalities fatality body bodies casualties casualty injured "
    "wounded hurt injuries rescued saved pulled recovered evacuated arrested detained displaced fled "
    "infected infections cases confirmed diagnosed destroyed damaged collapsed burned filed sued signed "
    "raised donated captured seized freed released dispatched deployed sent arrived crossed registered "
    "vaccinated".split()
)
_MOVES = frozenset(
    stem(word)
    for word in "missing unaccounted trapped stranded sheltering power outage outages critical hospitalised "
    "level".split()
)
_SWINGS = frozenset(
    stem(word)
    for word in "level levels flow discharge temperature wind winds gusts price prices shares index water stood depth "
    "crest traded".split()
)
"""What is measured again and again, and is another each time."""
_FILLS = frozenset(
    stem(word)
    for word in "contained containment counted completed complete restored closed unwound processed repaired cleared "
    "vaccinated withdrawn withdrew withdrawals raised donated collected recovered repaid burned burnt "
    "scorched charred spread spilled leaked".split()
)
"""What a share or a sum of is told to have come to by then."""
_SCALE = re.compile(r"[A-Z]{3}(?:/.*)?|%")
_BEFORE = 60
"""Code points before and behind a figure where words tell what it counts; not tuned."""


class Course(StrEnum):
    """How the true answer can change."""

    STAYS = "stays"
    GROWS = "grows"
    MOVES = "moves"
    """Up or down."""


def course(accounts: Sequence[Account]) -> Course:
    """How the answer to the question of these accounts changes, by the words of their figures: most of them decide."""
    figures = [given for account in accounts for given in account.figures]
    measures = [
        given for given in figures if given.figure.base is not None or _SCALE.fullmatch(given.figure.unit or "")
    ]
    if not figures or measures:
        swings = [given for given in measures if not _SWINGS.isdisjoint(_around(given))]
        fills = [given for given in measures if _fills(given)]
        if len(fills) * 2 > len(figures):
            return Course.GROWS
        return Course.MOVES if len(swings) * 2 > len(figures) else Course.STAYS
    if sum(given.figure.tally is Tally.PLAN for given in figures) * 2 > len(figures):
        return Course.STAYS
    votes = [_course(given) for given in figures]
    moves, grows = votes.count(Course.MOVES), votes.count(Course.GROWS)
    if (moves + grows) * 2 < len(votes):
        return Course.STAYS
    return Course.MOVES if moves > grows else Course.GROWS


def _fills(given: Given) -> bool:
    return given.figure.tally is not Tally.PLAN and not _FILLS.isdisjoint(_around(given))


def _around(given: Given) -> list[str]:
    """The stems of the words that tell what a figure is of: its predicate, else what stands next to it."""
    figure, text = given.figure, given.document.text
    told = stems(" ".join(span.of(text) for span in (figure.measure, figure.span) if span is not None))
    if figure.measure is None:
        told += stems(text[figure.span.end : figure.span.end + _BEFORE].partition(".")[0])[:5]
        told += stems(text[max(0, figure.span.start - _BEFORE) : figure.span.start].rpartition(".")[2])[-6:]
    return told


def _course(given: Given) -> Course:
    told = _around(given)
    if not _MOVES.isdisjoint(told):
        return Course.MOVES
    if given.figure.tally is Tally.TOTAL or not _GROWS.isdisjoint(told):
        return Course.GROWS
    return Course.STAYS
