"""The word lists of ``words.toml`` and ``side.toml``, loaded once."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(kind: str) -> frozenset[str]:
    """A list of words.toml by its name; raises KeyError where there is none."""
    return _list(_table("words.toml")[kind])


@cache
def side_words(kind: str) -> frozenset[str]:
    """A list of side.toml by its name; raises KeyError where there is none."""
    return _list(_table("side.toml")[kind])


@cache
def kin(noun: str) -> frozenset[str]:
    """Words that close or open the names of those whom a report calls by ``noun``: "bank"; none for most nouns."""
    kinds = _table("side.toml")["kin"]
    return _list(kinds.get(noun, "")) if isinstance(kinds, dict) else frozenset()


def _list(value: str | dict[str, str]) -> frozenset[str]:
    if not isinstance(value, str):
        raise KeyError("a table, not a list")
    return frozenset(value.split())


@cache
def _table(name: str) -> dict[str, str | dict[str, str]]:
    return tomllib.loads(files("hearsay.resolve").joinpath(name).read_text(encoding="utf-8"))
