"""An account with what judging it needs, found once: two accounts of a question may be compared with hundreds."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from hearsay.reconcile.accounts.interval import Range, possible, says
from hearsay.reconcile.accounts.moment import Moment, days, is_own_recall, is_recalled, moment, sentence
from hearsay.reconcile.accounts.running import Course
from hearsay.records.account import Account, Given
from hearsay.records.figure import Tally
from hearsay.records.statement import Act, Certainty

_CLAIMS_NOTHING = frozenset({Act.URGE, Act.QUESTION})
"""Acts that do not say that it is so."""
_STANDS_BY = re.compile(
    r"\b(?:st(?:ands?|ood)\sby|st(?:icks?|uck)\s(?:to|by)|insist(?:s|ed)|maintain(?:s|ed)|reaffirm(?:s|ed)|defend(?:s|ed)"
    r"|still\s(?:says?|said|speaks?|spoke|puts?))\b[^.;]*$",
    re.I,
)
MOST = 40
"""The most figures of an account that are held against another's: those of 40 reports tell when it was said."""
REACH = 100
"""How many accounts back one is held against: more have only the biggest stories, where a hundred tell as well."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A figure of an account that says that it is so."""

    given: Given
    moment: Moment
    published: date | None
    is_recalled: bool
    is_stood_by: bool
    """Whether its source is told to hold on to it: "stood by his tally of nine"."""


@dataclass(frozen=True, slots=True)
class Held:
    """An account, ready to be judged."""

    account: Account
    range: Range
    """The numbers of which it can be true."""
    says: str
    words: str
    """The sentence of its strongest wording."""
    firm: tuple[Stand, ...]
    documents: frozenset[str]
    tallies: frozenset[bool]
    """Whether what it counts came on top of an earlier number."""


def held(account: Account) -> Held:
    """The account, ready to be judged."""
    strongest = account.strongest
    firm = [given for given in account.figures if _is_firm(given)][:MOST]
    return Held(
        account=account,
        range=possible(account),
        says=says(account),
        words=" ".join(sentence(strongest).of(strongest.document.text).split()),
        firm=tuple(map(_stand, firm)),
        documents=frozenset(given.document.id for given in account.figures),
        tallies=frozenset(given.figure.tally is Tally.INCREMENT for given in firm),
    )


def near(every: Sequence[Held], course: Course) -> Iterator[tuple[Held, Held]]:
    """The pairs of accounts that can be of one time, the earlier one first; of what stays the same, near all."""
    if course is Course.STAYS:
        for number, account in enumerate(every):
            yield from ((before, account) for before in every[max(0, number - REACH) : number])
        return
    places: dict[object, list[int]] = defaultdict(list)
    for number, one in enumerate(every):
        keys: set[object] = {stand.given.document.id for stand in one.firm}
        keys |= {stand.moment.first for stand in one.firm if stand.moment.explicit}
        for key in keys - {None}:
            places[key].append(number)
    pairs = {pair for numbers in places.values() for pair in combinations(numbers, 2)}
    for number, one in enumerate(every):
        if any(stand.is_stood_by for stand in one.firm):
            around = range(max(0, number - REACH), min(len(every), number + REACH))
            pairs |= {(min(number, other), max(number, other)) for other in around if other != number}
    for first, second in sorted(pairs):
        yield every[first], every[second]


def _is_firm(given: Given) -> bool:
    statement = given.statement
    # Whose number "it had predicted 60" is, is known least surely, and what is disputed stands elsewhere too.
    if is_own_recall(given):
        return False
    if statement is None:
        return True
    # "As many as 300 may be dead" is no claim of a number; "there may be more than 300" claims that number at least.
    unsure = statement.certainty is Certainty.POSSIBLE and given.figure.max is not None
    return statement.act not in _CLAIMS_NOTHING and not unsure


def _stand(given: Given) -> Stand:
    published = days((given.document.published or "")[:10] or None)[0]
    stood_by = bool(_STANDS_BY.search(before(given)))
    return Stand(given, moment(given), published, is_recalled=is_recalled(given), is_stood_by=stood_by)


def before(given: Given) -> str:
    """The words of its sentence before a figure."""
    return given.document.text[sentence(given).start : given.figure.span.start]
