"""What a figure leaves open: the numbers of which it can be true, for holding two figures against each other."""

from dataclasses import dataclass
from math import inf

from hearsay.records.account import Account
from hearsay.records.figure import Figure

APPROXIMATE = 0.10
"""How far off, as a share, an approximate number ("about 1,500") may be. Chosen for how desks use "about"; the
disputes of four worked-out stories come out the same from 0 to 0.2, and one is missed at 0.3."""
VAGUE = 0.25
"""How far off the bound of a number word ("dozens") may be."""
ROUNDED = 0.05
"""The most that a round number of a thousand or more may be off by rounding: half of its last place that is no zero."""


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from ``low`` to ``high``; their ends are taken as meant, since "more than 3,000" is said of 3,000 too."""

    low: float
    high: float

    def meets(self, other: "Range") -> bool:
        """Whether one number can be in both."""
        return self.low <= other.high and other.low <= self.high

    def within(self, other: "Range") -> bool:
        """Whether all of it lies in the other, which has more."""
        return other.low <= self.low and self.high <= other.high and self != other

    def above(self, other: "Range") -> bool:
        """Whether all of it is greater than all of the other."""
        return self.low > other.high


def told(figure: Figure | Account) -> Range:
    """The numbers as they are told, without any tolerance."""
    return Range(-inf if figure.min is None else figure.min, inf if figure.max is None else figure.max)


def possible(account: Account) -> Range:
    """The numbers of which an account can be true, given how exact its words are."""
    plain = told(account)
    share = APPROXIMATE if account.approximate else 0.0
    if account.strongest.figure.vagueness is not None:
        share = max(share, VAGUE)
    if account.min is not None and account.min == account.max:
        share = max(share, _rounding(account.min))
    return Range(plain.low - abs(plain.low) * share if share else plain.low, _up(plain.high, share))


def says(account: Account) -> str:
    """The numbers in short: "1,500 ±10%", "below 100", "at least 52", "35 to 40"."""
    low, high = account.min, account.max
    if low is None and high is None:
        return "no number"
    if low is None or high is None:
        return _open(low, high, inclusive=account.inclusive)
    if low == high:
        return _plain(low) + (f" ±{APPROXIMATE:.0%}" if account.approximate else "")
    return f"{_plain(low)} to {_plain(high)}"


def _open(low: float | None, high: float | None, *, inclusive: bool) -> str:
    if low is None:
        return ("up to " if inclusive else "below ") + _plain(high or 0)
    return ("at least " if inclusive else "more than ") + _plain(low)


def _plain(number: float) -> str:
    return f"{int(number):,}" if number == int(number) else f"{number:,}"


def _up(number: float, share: float) -> float:
    return number + abs(number) * share if share else number


def _rounding(number: float) -> float:
    """The share by which a round number may be off: 1,200,000 may stand for 1,150,000 to 1,250,000."""
    if number < 1000 or number != int(number):
        return 0.0
    digits = str(int(number))
    zeros = len(digits) - len(digits.rstrip("0"))
    return min(ROUNDED, 10**zeros / 2 / number) if zeros >= 2 else 0.0
