"""A figure's interval in words: "about 1,500", "more than 3,000", "EUR 900 million to 1.3 billion"."""

from dataclasses import replace

from hearsay.records.account import Account
from hearsay.records.figure import Figure

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_MONEY = 3
"""Letters of a currency's code (ISO 4217)."""


def held(account: Account) -> str:
    """What an account gives, likewise."""
    figure = next((g.figure for g in account.figures if g.figure.unit == account.unit), account.strongest.figure)
    return amount(
        replace(
            figure,
            min=account.min,
            max=account.max,
            inclusive=account.inclusive,
            approximate=account.approximate,
            vagueness=account.strongest.figure.vagueness,
        )
    )


def amount(figure: Figure) -> str:
    """The number with its bounds, and the unit where it is one of measure or money; not what is counted."""
    before, after = _unit(figure)
    return f"{before}{_interval(figure)}{after}"


def of_what(figure: Figure, text: str) -> str:
    """What is counted or measured, in the words of ``text``, as it can stand behind the amount; may be empty."""
    unit = figure.unit or "" if _counts(figure) else ""
    counted = figure.counted
    if counted is None:
        return unit
    if counted.start <= figure.span.start < counted.end:
        # Its words begin with the number: "nine people from Leyte".
        return f"{unit}{text[figure.span.end : max(counted.end, figure.span.end)]}".strip()
    words = counted.of(text)
    # Another number may stand there: "killing nine people and leaving dozens missing".
    return unit if unit and not counted.overlaps(figure.span) and words.endswith(unit) else words


def _interval(figure: Figure) -> str:
    low, high = figure.min, figure.max
    about = "about " if figure.approximate else ""
    if low is None:
        bound = "up to" if figure.inclusive else "fewer than" if figure.unit is None or _counts(figure) else "less than"
        return f"{bound} {about}{number(high)}"
    if high is None:
        if figure.vagueness is not None:
            return f"{figure.vagueness} (at least {number(low)})"
        return f"{'at least' if figure.inclusive else 'more than'} {about}{number(low)}"
    if low == high:
        return f"{about}{number(low)}"
    return f"{about}{number(low)} to {number(high)}"


def _unit(figure: Figure) -> tuple[str, str]:
    """What stands before and after the number."""
    unit = figure.unit
    if unit is None or _counts(figure):
        return "", ""
    if unit == "%":
        return "", "%"
    if len(unit) == _MONEY and unit.isupper():
        return f"{unit} ", ""
    return "", f" {unit}"


def _counts(figure: Figure) -> bool:
    """Whether the unit is the noun that is counted, which stands in a column of its own."""
    return (
        figure.base is None
        and figure.unit != "%"
        and not (figure.unit or "").isupper()
        and "/" not in (figure.unit or "")
    )


def number(value: float | None) -> str:
    """A number as people write it: "1.26 billion", "3,184,201"; nothing is rounded away. Empty for None."""
    if value is None:
        return ""
    for scale, name in _SCALES:
        # Only where nothing is lost: 1,260,000,000 is 1.26 billion, 3,184,201 stays as it is.
        short = f"{value / scale:.4g}"
        if abs(value) >= scale and float(short) * scale == value:
            return f"{short} {name}"
    return f"{value:,.10g}"
