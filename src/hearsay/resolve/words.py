"""The word lists of ``words.toml``, loaded once."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(kind: str) -> frozenset[str]:
    """A list of words.toml by its name; raises KeyError where there is none."""
    return _lists()[kind]


@cache
def _lists() -> dict[str, frozenset[str]]:
    raw = tomllib.loads(files("hearsay.resolve").joinpath("words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(value.split()) for name, value in raw.items()}
