"""Correction notices: what a report says that it, or a source, takes back."""

import re
from collections.abc import Iterator, Sequence

from hearsay.reconcile.accounts.interval import possible
from hearsay.reconcile.accounts.moment import sentence
from hearsay.records.account import Account, Given

_NOTICE = re.compile(
    r"\b(?:an? )?(?:earlier|previous) version of this (?:story|report|article|item|post)|"
    r"\b(?:this (?:story|report|article) (?:has been|was) (?:corrected|amended)|correction:)",
    re.I,
)
_WITHDREW = re.compile(
    r"\b(?:withdrew|withdrawn|has withdrawn|retracted|took back|disowned)\b[^.;]{0,40}\b(?:figure|number|count|"
    r"estimate|toll|claim|statement)",
    re.I,
)
_OF_OLD = re.compile(
    r"\b(?:gave|misstated|said|stated|put|reported|figure of|number of|count of|estimate of|toll of|claim of|"
    r"claim that|wrongly|incorrectly|instead of|not)\b",
    re.I,
)


def retracted(accounts: Sequence[Account]) -> Iterator[tuple[Account, Account, str]]:
    """What is taken back, what stands in its place, and the notice that says so.

    Only where both have their account: a notice that gives no other number leaves what it takes back as it is.
    """
    for one in accounts:
        for given in one.figures:
            notice = _notice(given)
            if notice is None:
                continue
            stands = [a for a in accounts if a is not one and not possible(a).meets(possible(one)) and _same(a, given)]
            if stands:
                yield one, stands[-1], notice
                break


def _notice(given: Given) -> str | None:
    """The sentence that takes a figure back; None where none does."""
    text, span = given.document.text, sentence(given)
    words = span.of(text)
    lead = text[span.start : given.figure.span.start]
    if _WITHDREW.search(words) or (_NOTICE.search(words) and _OF_OLD.search(lead)):
        return " ".join(words.split())
    return None


def _same(account: Account, given: Given) -> bool:
    """Whether an account is of the source whose figure is taken back, or of the report that takes it back."""
    if account.source is not None and given.source is not None:
        return account.source.id == given.source.id
    return any(figure.document.id == given.document.id for figure in account.figures)
