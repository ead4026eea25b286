"""Names of territories, places and bodies: which words name one, and under which party it is filed.

Territories have their CLDR names from Babel and what ``territories.toml`` adds, regions and cities are in
``regions.toml`` and ``cities.txt``, bodies in ``institutions.toml``. Everything is loaded once, when first asked for.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from unicodedata import normalize

from babel.core import Locale

from hearsay.resolve.words import words

LONGEST = 8
"""Most words of an entry."""
_ACCENTS = re.compile("[\u0300-\u036f]")
_TOKEN = re.compile(r"[\w&+][\w.&'’+-]*")


class Named(Enum):
    """What an entry names."""

    COUNTRY = "country"
    PEOPLE = "people"
    """A nationality: "Danish", "Danes"."""
    CAPITAL = "capital"
    REGION = "region"
    CITY = "city"
    BODY = "body"
    """A body of a country, filed under it."""
    ITSELF = "itself"
    """A body that is filed under itself."""
    POLITICAL = "political"
    """A political party, or the word for its members."""


_NOT_TERRITORIES = frozenset("EU EZ UN QO XA XB ZZ".split())
"""Codes of CLDR for groups of countries and for tests."""
STATES = (Named.COUNTRY, Named.PEOPLE, Named.CAPITAL)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that the gazette knows."""

    kind: Named
    party: str
    """The name under which it is filed: a country's name for its bodies, people and capital."""
    country: str | None
    """The country that it belongs to, by the same name; None for international bodies."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry where it stands, in code points of the text that was looked through."""

    start: int
    end: int
    words: str
    entry: Entry


def look_up(words: str) -> Entry | None:
    """The entry that the whole of ``words`` names, "the" and a possessive ending left out; None where none is."""
    tokens = [_plain(m[0]) for m in _TOKEN.finditer(words)]
    if tokens[:1] in (["the"], ["The"]):
        tokens = tokens[1:]
    return _entries().get(" ".join(tokens))


def find_entries(text: str) -> Iterator[Found]:
    """Every entry named in ``text``, the longest where several start at one word, in the order of the text."""
    tokens = [(m.start(), m.end(), _plain(m[0])) for m in _TOKEN.finditer(text)]
    known, longest = _entries(), _longest()
    at = 0
    while at < len(tokens):
        for size in range(min(longest.get(tokens[at][2], 0), len(tokens) - at), 0, -1):
            entry = known.get(" ".join(token for *_, token in tokens[at : at + size]))
            if entry is not None:
                start, end = tokens[at][0], tokens[at + size - 1][1]
                if text[end - 1] == "." and text[end - 3 : end - 2].isalpha():
                    end -= 1  # a sentence's end, not an abbreviation's
                yield Found(start, end, text[start:end], entry)
                at += size
                break
        else:
            at += 1


def _plain(token: str) -> str:
    """A token without possessive ending, dots, and accents, which agencies drop: "U.S." is "US", "Malmö" is "Malmo"."""
    token = token.replace("’", "'").removesuffix("'s").removesuffix("'").replace(".", "").rstrip("-")
    return token if token.isascii() else _ACCENTS.sub("", normalize("NFKD", token))


def _keys(names: str) -> Iterator[str]:
    for name in names.replace("\n", " ").split(","):
        key = " ".join(_plain(m[0]) for m in _TOKEN.finditer(name))
        if key:
            yield key.removeprefix("the ").removeprefix("The ")


@cache
def _entries() -> dict[str, Entry]:
    known: dict[str, Entry] = {}
    filed = _territories(known)
    for code, names in _table("regions.toml").items():
        for name in map(str.strip, names.replace("\n", " ").split(",")):
            for key in _keys(name):
                known.setdefault(key, Entry(Named.REGION, _region(name), filed.get(code)))
    _institutions(known)
    raw = files("hearsay.resolve").joinpath("cities.txt").read_text(encoding="utf-8")
    for line in raw.splitlines():
        code, tab, names = line.partition("\t")
        if tab and not line.startswith("#"):
            for name in names.split("|"):
                if name.lower() in _common():
                    continue  # "Union", "Police"
                entry = Entry(Named.CITY, name, filed.get(code))
                for given in (name.split(" am ")[0], name):  # "Frankfurt am Main"
                    for key in _keys(given):
                        known.setdefault(key, entry)
    return known


def _region(name: str) -> str:
    """A region's name without the common noun that keeps it apart from a city: "Kursk region" is "Kursk"."""
    return re.sub(r"\s(?:region|province|state|division|State)$", "", name)


def _territories(known: dict[str, Entry]) -> dict[str, str]:
    """Put the territories into ``known``; gives the name under which each code is filed."""
    filed, added = {}, _table("territories.toml")
    names = {
        code: name
        for code, name in Locale("en").territories.items()
        if re.fullmatch("[A-Z]{2}", code) and code not in _NOT_TERRITORIES
    }
    for code, name in names.items():
        own, people, capitals = (added.get(code, "") + "||").split("|")[:3]
        others = [other.strip() for other in own.split(",") if other.strip()]
        filed[code] = others[0] if others else name
        for given, kind in ((own, Named.COUNTRY), (name.replace(" & ", " and "), Named.COUNTRY)):
            for key in _keys(given):
                known[key] = Entry(kind, filed[code], filed[code])
        for given, kind in ((people, Named.PEOPLE), (capitals, Named.CAPITAL)):
            for key in _keys(given):
                known.setdefault(key, Entry(kind, filed[code], filed[code]))
    return filed


def _institutions(known: dict[str, Entry]) -> None:
    table = _tables("institutions.toml")
    regions = {entry.party: entry.country for entry in known.values() if entry.kind is Named.REGION}
    for party, names in table["bodies"].items():
        for key in _keys(names):
            known[key] = Entry(Named.BODY, party, regions.get(party, party))
    for region, names in table["short"].items():
        for key in _keys(names):
            known.setdefault(key, Entry(Named.REGION, region, regions[region]))
    for kind, section in ((Named.ITSELF, "themselves"), (Named.POLITICAL, "parties")):
        for party, names in table[section].items():
            for key in _keys(f"{party},{names}"):
                known[key] = Entry(kind, party, None)


def _table(name: str) -> dict[str, str]:
    found: dict[str, str] = tomllib.loads(files("hearsay.resolve").joinpath(name).read_text(encoding="utf-8"))
    return found


def _tables(name: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads(
        files("hearsay.resolve").joinpath(name).read_text(encoding="utf-8")
    )
    return found


@cache
def _common() -> frozenset[str]:
    """Words of people and bodies that are towns' names too."""
    return frozenset().union(*(words(kind) for kind in ("titles", "persons", "groups", "organizations", "bodies")))


@cache
def _longest() -> dict[str, int]:
    """By its first word, how many words the longest entry has."""
    found: dict[str, int] = {}
    for key in _entries():
        tokens = key.split()
        found[tokens[0]] = max(found.get(tokens[0], 0), min(len(tokens), LONGEST))
    return found
