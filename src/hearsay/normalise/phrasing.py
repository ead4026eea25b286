"""Patterns that stand as lists in the tables of this package: one for each list, made when first asked for."""

import re
from collections.abc import Iterable
from functools import cache

from hearsay.normalise.tables import table

_PART = re.compile(r"@([a-z_]+)")


@cache
def pattern(section: str, key: str) -> re.Pattern[str]:
    """A list of phrasing.toml as one pattern; raises KeyError where there is none."""
    return compiled(section, key, lists=())


@cache
def compiled(section: str, key: str, *, lists: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    """The same, with further parts by their names: ("me", "(?:i|we)")."""
    raw = table("phrasing")
    parts = {**raw["parts"], **dict(lists)}

    def filled(text: str) -> str:
        return _PART.sub(lambda found: filled(parts[found[1]]), text)

    return re.compile("|".join(filled(entry) for entry in raw[section][key]))


def one_of(words: Iterable[str]) -> str:
    """A part that is any of these words, as a whole."""
    return "(?:" + "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w)))) + r")(?![\w-])"
