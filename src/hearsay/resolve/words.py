"""The word lists of ``words.toml`` and ``side.toml``, loaded once."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(kind: str) -> frozenset[str]:
    """A list of words.toml by its name; raises KeyError where there is none."""
    return _lists("words.toml")[kind]


@cache
def side_words(kind: str) -> frozenset[str]:
    """A list of side.toml by its name; raises KeyError where there is none."""
    return _lists("side.toml")[kind]


@cache
def _lists(name: str) -> dict[str, frozenset[str]]:
    raw = tomllib.loads(files("hearsay.resolve").joinpath(name).read_text(encoding="utf-8"))
    return {name: frozenset(value.split()) for name, value in raw.items()}
