"""The word tables of this package, each loaded once from the TOML file beside the code."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from hearsay.normalise.token import Tokens


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML file of this package by its name without the ending."""
    return tomllib.loads(files("hearsay.normalise").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """A list of words parted by blanks, by its table and its key; raises KeyError where there is none."""
    return frozenset(table(name)[key].split())


def phrase(words: str) -> tuple[str, ...]:
    """A phrase as the tokens that it has in a text, in lower case."""
    return tuple(Tokens.of(words.lower()).lower)
