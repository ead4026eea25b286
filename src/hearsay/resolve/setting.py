"""Where a report is set: the country, town, region and company that it takes for known once it has named them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.resolve.gazette import STATES, Named, find_entries, look_up
from hearsay.resolve.mention import NAME_WORD, is_body
from hearsay.resolve.names import Names
from hearsay.resolve.public import is_national
from hearsay.resolve.words import kin, side_words, words

LEAD = 300
"""Code points from a report's start within which a place counts double: a dateline or what the report is about."""
DATELINE = 60
"""Code points within which a dateline names its town."""
DOMINANT = 0.5
"""Least share of all mentions of places that the report's own country has (from general judgement, not tuned)."""
AHEAD = 1.2
"""How many times as often as the next one the report's own company is named (likewise)."""
_WEIGHTS = {
    Named.COUNTRY: 2.0,
    Named.PEOPLE: 2.0,
    Named.CAPITAL: 2.0,
    Named.BODY: 1.5,
    Named.REGION: 1.5,
    Named.CITY: 1.0,
}


_REGION = re.compile(
    rf"(?P<region>{NAME_WORD}(?:\s{NAME_WORD})?)\s(?:{'|'.join(side_words('regions'))})\b"
    rf"|\b[Gg]overnor\sof\s(?:the\s)?({NAME_WORD}(?:\s{NAME_WORD})?)"
    rf"|\b({NAME_WORD}(?:\s{NAME_WORD})?)['’]s?\sgovernor\b"
    rf"|\bgoverns\s(?:the\s)?({NAME_WORD}(?:\s{NAME_WORD})?)"
)
_WORD_BEHIND = re.compile(r"\s([a-z]+)")
_OPENS = re.compile(r"(?:^|[.!?:][\"”’]?\s+|\n)[“\"‘]?$")
_ITS = re.compile(r"(?:['’]s\b|\s+\w+\s+(?:\w+\s+)?its\b)")
_PLACE = re.compile(
    r"(?<!stake )(?<!shares )(?<!investor )(?<!interest )\b(?:in|near|above|outside|around|across|between|off|town of|"
    r"city of|village of|island of|port of|province of|region of)\s+$",
    re.I,
)
FIRST = 2
"""What it counts for to be the first company that is named (likewise)."""
LEAST = 3
"""Least count of a report's own company (likewise)."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a report is about; None where it does not tell."""

    country: str | None
    city: str | None
    region: str | None
    company: str | None


def setting_of(text: str, names: Names, *, publisher: str | None) -> Setting:
    """Where the report is set."""
    persons = _persons(names)
    country: defaultdict[str, float] = defaultdict(float)
    places: dict[Named, Counter[str]] = {Named.CITY: Counter(), Named.REGION: Counter()}
    for found in find_entries(text):
        entry = found.entry
        # A town alone tells little of the country, but for a dateline's.
        weight = 2 if found.start < (DATELINE if entry.kind is Named.CITY else LEAD) else 1
        # "Meridian Lakes Health" is no news from Meridian.
        if entry.kind is Named.CITY and re.match(r"\s[A-Z][a-z]", text[found.end : found.end + 3]):
            continue
        if entry.kind in (Named.CITY, Named.REGION, Named.CAPITAL) and not persons.isdisjoint(
            range(found.start, found.end)
        ):
            continue
        if entry.country is not None:
            country[entry.country] += _WEIGHTS.get(entry.kind, 0) * weight
        counted = Named.CITY if entry.kind is Named.CAPITAL else entry.kind
        if counted in places:
            name = found.words.removesuffix("'s").removesuffix("’s") if counted is Named.CITY else entry.party
            places[counted][name] += 10 * weight if _is_home(name, publisher) else weight
    total = sum(country.values())
    top = max(country, key=lambda name: country[name], default=None)
    places[Named.REGION].update(_regions(text))
    return Setting(
        country=top if top is not None and country[top] >= DOMINANT * total else None,
        city=_first(places[Named.CITY], least=1.0),
        region=_first(places[Named.REGION], least=1.0),
        company=_company(text, names, publisher=publisher),
    )


def _regions(text: str) -> Iterator[str]:
    """Every region that the words around it tell to be one: "the Maule region", "the governor of Maule"."""
    for found in _REGION.finditer(text):
        name = re.sub(r"['’]s?$", "", next(filter(None, found.groups())))
        opening, _, rest = name.partition(" ")
        if opening.lower() in words("common") | words("titles"):
            name = rest  # "The Maule region"
        entry = look_up(name)
        if not name or (entry is not None and entry.kind in (*STATES, Named.BODY)):
            continue
        # A governor's region counts more than one that only is named.
        yield from [name] * (2 if found["region"] is None else 1)


def _is_home(name: str, publisher: str | None) -> bool:
    """Whether a local paper bears the town's name: "Leeds Gazette", "Kasseler Rundblatt"."""
    return publisher is not None and bool(re.search(rf"\b{re.escape(name)}", publisher))


def _first(counted: Counter[str], *, least: float) -> str | None:
    """What is counted most, where it is counted more than ``least`` times as often as the next."""
    top = counted.most_common(2)
    if not top or (len(top) > 1 and top[0][1] <= least * top[1][1]):
        return None
    return top[0][0]


def _persons(names: Names) -> set[int]:
    """Where the text names persons, a code point each."""
    taken: set[int] = set()
    for at, name in names.occurrences:
        known = names.full.get(name)
        if known is not None and known.person:
            taken.update(range(at, at + len(name) + 1))
    return taken


def _company(text: str, names: Names, *, publisher: str | None) -> str | None:
    """The body that the report is about, where that is clear: neither a place, a public body nor an outlet.

    Each naming counts, more for what the lead names and for what is called a company.
    """
    unions = kin("union") | kin("party") | {"association", "council", "cross", "crescent"}
    called = {name for noun in side_words("companies") for _, name in names.called.get(noun, ())}
    others = {
        name
        for noun in ("union", "party", "newspaper", "broadcaster", "daily")
        for _, name in names.called.get(noun, ())
    }
    elsewhere, opening = _no_companies(text, names)
    counted: Counter[str] = Counter()
    for at, name in names.occurrences:
        known = names.full.get(name)
        if (
            known is None
            or known.person
            or name.split()[-1].lower() in unions
            or name in others
            or (publisher is not None and set(name.split()) <= set(publisher.split()))
            or name in elsewhere
            or not _can_be_company(name)
        ):
            continue
        if name not in counted:
            bonus = FIRST if name not in opening and not counted.keys() - opening else 0
            counted[name] += bonus + 2 * (at < LEAD) + 3 * (name in called or is_body(name.split())) + (" " in name)
        counted[name] += 1
    top = _first(counted, least=AHEAD)
    return top if top is not None and counted[top] >= LEAST else None


def _no_companies(text: str, names: Names) -> tuple[set[str], set[str]]:
    """Names of things ("the Tamsin dam"), of places ("in Tamsin") and common words; and those that may be one, since
    only a sentence's start writes them with a capital.
    """
    called = _called_so(names)
    found, opening = set(), defaultdict(list)
    for at, name in names.occurrences:
        lead, tail = text[max(0, at - 30) : at], text[at + len(name) : at + len(name) + 30]
        behind = _WORD_BEHIND.match(tail)
        thing = behind is not None and behind[1] in side_words("things")
        if name not in called and (thing or _PLACE.search(lead)):
            found.add(name)
        opening[name].append(_OPENS.search(lead) is not None and _ITS.match(tail) is None)
    found |= {name for name, phrases in names.described.items() if any(map(is_national, phrases))}
    alone = {name for name, opens in opening.items() if " " not in name and all(opens)} - called
    found |= {name for name in alone if re.search(rf"\b{re.escape(name.lower())}\b", text)}
    return found, {name for name in alone if len(opening[name]) == 1}


def _called_so(names: Names) -> set[str]:
    """The names that the report calls a company, a union or another body."""
    return {name for noun in side_words("organizations") for _, name in names.called.get(noun, ())}


def _can_be_company(name: str) -> bool:
    plain = set(name.lower().split())
    public = name.lower().split()[-1] in side_words("public")
    if public or look_up(name) is not None or is_outlet(name) or plain & side_words("nobody"):
        return False
    generic = words("titles") | words("persons") | words("groups") | words("documents")
    generic |= words("attributes") | words("domains")
    if (" " not in name and name.lower() in generic) or name.isupper():
        return False
    if any(found.entry.kind in (Named.BODY, Named.ITSELF) for found in find_entries(name)):
        return False
    opens = next(find_entries(name.split(maxsplit=1)[0]), None)
    return opens is None or opens.entry.kind is Named.CITY or is_body(name.split())


def is_outlet(name: str) -> bool:
    """Whether a name is a newspaper's, a broadcaster's or an agency's."""
    tokens = name.lower().split()
    if not tokens:
        return False
    plain = [token.strip(".") for token in tokens]
    return plain[-1] in words("outlets") - words("bodies") - {"agency", "network", "star", "standard"} or (
        plain[0] in words("newsrooms") | {"tv", "radio", "televisión", "channel", "canal", "rádio"}
    )
