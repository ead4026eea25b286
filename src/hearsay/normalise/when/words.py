"""The tables of ``words.toml``, loaded once, and the alternatives that the patterns are built from."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A table of words.toml; raises KeyError where there is none."""
    found: dict[str, Any] = _tables()[name]
    return found


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("hearsay.normalise.when").joinpath("words.toml").read_text(encoding="utf-8"))


def either(words: Iterable[str]) -> str:
    """A pattern for one of the words, longest first; a blank stands for any run of blanks, an apostrophe for both."""
    kept = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace(r"\ ", r"\s+").replace("'", "['’]") for w in kept) + ")"


def key(words: str) -> str:
    """How the words of a text stand in a table: small letters, single blanks, straight apostrophes, no edge stop."""
    return " ".join(words.lower().replace("’", "'").split()).rstrip(".")


MONTH = (
    either(w.capitalize() for w in table("months") if len(w) > 4 or w in {"may", "june", "july"})[:-1]
    + "|"
    + either(w.upper() for w in table("months") if len(w) > 4 or w in {"may", "june", "july"})[3:-1]
    + "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\\b\\.?)"
)
"""A month, in full or short, with a capital: "may" and "march" are other words."""
WEEKDAY = either([w.capitalize() for w in table("weekdays")] + [w.upper() for w in table("weekdays")])
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?\b(?![,.:]?\d)(?!\s*(?:%|percent\b|per\scent\b|million\b|billion\b))"
YEAR = r"(?:1[5-9]|20)\d\d\b(?![,.]\d)"
NUMBER = r"(?:\d{1,3}|" + either(table("numbers"))[3:]
PART_OF_DAY = r"(?:morning|afternoon|evening|night|lunchtime|noon|midday)"


def month_number(words: str) -> int:
    """1 to 12; raises KeyError for what is no month."""
    return int(table("months")[key(words)])


def day_number(words: str) -> int:
    """The day of a month in "24" or "24th"."""
    return int(re.sub(r"\D", "", words))


def number(words: str) -> int:
    """The number in digits or a word of the table; raises KeyError."""
    return int(words) if words.isdigit() else int(table("numbers")[key(words)])
