"""The tables of ``questions.toml``: the measures that words tell of, nouns that count the same, idle words."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from hearsay.normalise import noun as nouns_of_people
from hearsay.normalise.measure import singular
from hearsay.normalise.stem import stem


@dataclass(frozen=True, slots=True)
class Measure:
    """What figures can measure, and how a question about it is named."""

    name: str
    kinds: frozenset[str]
    """The kinds of quantity that it has: "count", "money"."""
    whole: str
    """The label where nobody tells who or what is counted."""
    label: str
    """The label with {} for who or what is counted."""
    labels: Mapping[str, str]
    """By a group of nouns or a kind, in place of both."""

    has_things: bool
    """Whether it is told of things as well as of people."""

    is_wide: bool
    """Whether it is asked of many at once in one report: support, in a poll."""

    @property
    def is_event(self) -> bool:
        """Whether it is told of what happened to people, and not of what they are or may be."""
        return self.is_of_people and self.name not in listed("states")

    @property
    def is_of_people(self) -> bool:
        """Whether people are counted where no noun tells."""
        return self.whole.startswith("People ")


@cache
def measures() -> dict[str, Measure]:
    """All measures by their name."""
    return {
        name: Measure(
            name,
            frozenset(row["kinds"].split()),
            row["whole"],
            row.get("label", row["whole"]),
            row.get("labels", {}),
            row.get("things", False),
            row.get("wide", False),
        )
        for name, row in _tables()["measures"].items()
    }


@cache
def allied(name: str) -> tuple[str, ...]:
    """The measures that reports use for the one of this name: "losses" of "damage"."""
    return tuple(n for row in _tables()["allied"].values() if name in row.split() for n in row.split() if n != name)


@cache
def told_by(word: str) -> tuple[str, ...]:
    """The measures that a word in lower case tells of."""
    exact, stems = _words()
    return tuple(dict.fromkeys((*exact.get(word, ()), *stems.get(stem(word), ()))))


@cache
def phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The measures that several words tell of together, each with their pattern over text in lower case."""
    return tuple(
        (name, re.compile("|".join(f"(?:{p})" for p in row["phrases"])))
        for name, row in _tables()["measures"].items()
        if row.get("phrases")
    )


@cache
def listed(key: str) -> frozenset[str]:
    """A list of words by its key in ``[words]``; raises KeyError."""
    return frozenset(_tables()["words"][key].split())


@cache
def head_group(noun: str) -> str:
    """The noun in the singular that names all those which count the same: "job" of "posts"."""
    groups = _heads()
    return groups.get(noun) or groups.get(singular(noun)) or singular(noun)


@cache
def is_person(group: str) -> bool:
    """Whether a head counts people: all of them, a sort, or a people of a name, "Americans"."""
    return group == "people" or group in listed("persons") or group[:1].isupper() or nouns_of_people.is_person(group)


@cache
def _words() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    exact: dict[str, list[str]] = {}
    stems: dict[str, list[str]] = {}
    for name, row in _tables()["measures"].items():
        for word in row["words"].split():
            if word.startswith("="):
                exact.setdefault(word[1:], []).append(name)
            else:
                stems.setdefault(stem(word), []).append(name)
    return exact, stems


@cache
def _heads() -> dict[str, str]:
    found: dict[str, str] = {}
    for group, nouns in _tables()["heads"].items():
        for noun in nouns.split():
            found.setdefault(noun, group)
            found.setdefault(singular(noun), group)
    return found


@cache
def _tables() -> dict[str, Any]:
    place = files("hearsay.reconcile.questions").joinpath("questions.toml")
    return tomllib.loads(place.read_text(encoding="utf-8"))
