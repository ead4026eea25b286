"""What a word says about the measure that a figure stands for; the words of ``measure.toml``."""

import re
from functools import cache

from hearsay.normalise.tables import table
from hearsay.normalise.unit import names, shared_names

_WORD = re.compile(r"[^\W\d_]+")


def measure_of(word: str) -> str | None:
    """The measure that a word in lower case tells of: "dead" of "killed"; None where it tells of none."""
    return _measures().get(word)


def is_of_people(measure: str) -> bool:
    """Whether a measure counts what happened to people."""
    return measure in table("measure")["people"]


def is_of_amounts(measure: str) -> bool:
    """Whether a measure is an amount or a level rather than a count."""
    return measure in table("measure")["amounts"]


def dimension(unit: str) -> str | None:
    """What sort of unit of measure it is: "share", "length", "currency"; of a rate that of its upper unit.

    None for the noun of a count.
    """
    return _dimensions().get(unit.partition("/")[0])


@cache
def words(key: str) -> frozenset[str]:
    """A list of words without a measure of their own, by its key in ``[words]``; raises KeyError."""
    return frozenset(table("measure")["words"][key].split())


def plain(words_: str) -> list[str]:
    """The words of a stretch of text in lower case, numbers and signs left out."""
    return _WORD.findall(words_.lower())


@cache
def singular(noun: str) -> str:
    """A noun in lower case without the ending of its plural, by spelling alone."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        return noun[:-1]
    return noun


@cache
def _measures() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in ("people", "things", "amounts"):
        for measure, forms in table("measure")[kind].items():
            for form in forms.split():
                found.setdefault(form, measure)
    return found


@cache
def _dimensions() -> dict[str, str]:
    known = names()
    units = (*known.words.values(), *known.signs.values(), *known.prefixes.values())
    return dict.fromkeys(shared_names().values(), "currency") | {u.code: u.kind for u in units}
