"""Every name in a document, the fullest form of a short one, and what the text calls its bearer ("the mayor")."""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

from hearsay.records.source import SourceKind
from hearsay.resolve.apposition import body_before, body_behind
from hearsay.resolve.body import find_bodies
from hearsay.resolve.mention import is_body, mention, names_in, person_name
from hearsay.resolve.role import role_before
from hearsay.resolve.words import words

_ACRONYM = re.compile(r"\s*\(([A-Z][\w&.]{1,9})\)")
_AFTER = re.compile(
    r",\s+(?:(?:the|a|an|its|his|her|their|one of)\s+|(?:\w+\s+){0,3}?[\w.]+['’]s?\s+|(?=[a-z]))"
    r"([^,.;:()\n]{2,80}?)(?=[,.;]|\n|$)"
)
_DESCRIBED = re.compile(r"((?:[a-z][\w-]*[\s-]){1,5})$")
_BEHIND = re.compile(r"[^\S\n]([a-z][\w-]+)\b")
_UNION = re.compile(r"(?:forbundet|forbund|förbundet|förbund|facket|gewerkschaft|vakbond|liitto)$", re.I)
_MEMBERS = re.compile(
    r"(?:['’]s members\b|\s+(?:has\s+)?[a-z]+\s+(?:all\s+|most\s+)?(?:of\s+)?its\s+[\d,]*\s*members\b)"
)
"""What only a union or the like does: "Verdi told its members"."""
_POSSESSIVE = re.compile(r"['’]s?$")


_SPELLED_OUT = dict(
    pair.split("=")
    for pair in (
        "dr=doctor gov=governor sen=senator rep=representative prof=professor capt=captain sgt=sergeant col=colonel "
        "gen=general adm=admiral lt=lieutenant maj=major rev=reverend cmdr=commander"
    ).split()
)
"""Short titles and the nouns that a report goes on with."""


@dataclass(frozen=True, slots=True)
class Name:
    """A full name, and where it first stands."""

    words: str
    start: int
    person: bool


@dataclass(slots=True)
class Names:
    """The names of one document."""

    occurrences: list[tuple[int, str]] = field(default_factory=list)
    """Where a name stands and its full form, in the order of the text."""
    full: dict[str, Name] = field(default_factory=dict)
    """By full form."""
    called: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    """By the noun that describes a bearer ("mayor"): where, and the full name."""
    runs: list[tuple[int, str]] = field(default_factory=list)
    """Every run of name words as it stands, with its titles."""
    places: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """By full form, where its runs start."""
    _by_word: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    titles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By full form, the words in small letters of what a person is called."""
    described: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """By full form, what the text calls a body: "the national weather service"."""
    _initials: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _acronyms: dict[str, str] = field(default_factory=dict)

    def fullest(self, name: str) -> str:
        """The one longest name that ``name`` is short for, else ``name`` itself.

        A last name or a first name stands for a person, the first words for a body, initials for their name; where
        two names fit, none is chosen.
        """
        if name in self._acronyms:
            return self._acronyms[name]
        if (spelled := self._spelled(name)) is not None:
            return spelled
        tokens = name.lower().split()
        fits = {full for full in self._by_word.get(tokens[0], ()) if self._short_for(tokens, full)}
        longest = [f for f in fits if not any(f != g and self._short_for(f.lower().split(), g) for g in fits)]
        return longest[0] if len(longest) == 1 else name

    def _spelled(self, name: str) -> str | None:
        """The one name whose initials ``name`` is: "DOTr" for the Department of Transportation."""
        capitals = "".join(c for c in name if c.isupper())
        if " " in name or not 2 <= len(capitals) <= 6 or len(name) > len(capitals) + 2:
            return None
        fits = self._initials.get(capitals, set())
        return next(iter(fits)) if len(fits) == 1 else None

    def _short_for(self, tokens: list[str], full: str) -> bool:
        whole = full.lower().split()
        if len(whole) <= len(tokens):
            return False
        if self.full[full].person:
            return whole[-len(tokens) :] == tokens or (len(tokens) == 1 and whole[0] == tokens[0])
        return whole[: len(tokens)] == tokens or (len(tokens) > 1 and whole[-len(tokens) :] == tokens)

    def is_body(self, name: str) -> bool:
        """Whether the text or the name's last word tells that it is an organization's."""
        bodies = words("organizations")
        return is_body(name.split()) or any(
            noun in bodies and name in dict(c).values() for noun, c in self.called.items()
        )

    def kind(self, name: str) -> SourceKind | None:
        """What the nouns around a name say that its bearer is, None where they say nothing or two things."""
        called = {noun for noun, bearers in self.called.items() if any(name == bearer for _, bearer in bearers)}
        person = bool(called & (words("persons") | words("titles")) - words("organizations"))
        body = self.is_body(name)
        if person == body:
            return None
        return SourceKind.PERSON if person else SourceKind.ORGANIZATION

    def before(self, position: int) -> list[tuple[int, str]]:
        """The names that stand before ``position``, nearest last."""
        return self.occurrences[: bisect_left(self.occurrences, (position, ""))]

    def add(self, words: str, start: int, *, person: bool) -> None:
        """Take in a full name."""
        if words not in self.full or (person and not self.full[words].person):
            self.full[words] = Name(words, start, person)
        tokens = words.split()
        for token in words.lower().split():
            self._by_word[token].add(words)
        if len(tokens) > 1 and not person:
            for some in (tokens, [token for token in tokens if token[0].isupper()]):
                self._initials["".join(token[0] for token in some).upper()].add(words)

    def abbreviate(self, short: str, full: str) -> None:
        """Take in that ``short`` stands for ``full``."""
        self._acronyms.setdefault(short, full)


def find_names(text: str) -> Names:
    """All names of a text."""
    names = Names()
    names.runs = runs = names_in(text)
    bodies = find_bodies(text, runs)
    owns = []
    for start, run in runs:
        lead = text[max(0, start - 60) : start]
        person = person_name(run)
        words_ = _POSSESSIVE.sub("", person or run)
        described = _nouns_before(lead)
        is_person = person is not None and words_ not in bodies and not _body(words_, described)
        names.add(words_ if is_person else _POSSESSIVE.sub("", run), start, person=is_person)
        own = words_ if is_person else _POSSESSIVE.sub("", run)
        owns.append((start, own))
        acronym = _ACRONYM.match(text, start + len(run))
        if acronym is not None:
            names.abbreviate(acronym[1], own)
        titles = [t.lower() for t in run.split()[: -len(own.split())]] if is_person else []
        if titles:
            titles[-1] = _SPELLED_OUT.get(titles[-1].strip("."), titles[-1])
            names.titles[own].update(titles)
        after = _AFTER.match(text, start + len(run))
        nouns = [*titles[-1:], *described[-1:]]
        behind = _BEHIND.match(text, start + len(run))
        if behind is not None and not is_person and behind[1] in words("organizations"):
            nouns.append(behind[1])
        if is_person and (led := role_before(text, start, end=start + len(run))) is not None:
            nouns.append(mention("the " + led).head)
            names.titles[own].update(led.lower().split())
        if after is not None:
            nouns.append(mention("the " + after[1]).head)
            names.titles[own].update(after[1].lower().split())
        if not is_person:
            nouns += _take_descriptions(names, text, start=start, name=own, end=start + len(run))
        if not is_person and (_UNION.search(own) or _MEMBERS.match(text, start + len(run))):
            nouns.append("union")
        for noun in nouns:
            names.called[noun].append((start, own))
    _abbreviate_nouns(names, text, owns=owns)
    for start, own in owns:
        full = names.fullest(own)
        names.occurrences.append((start, full))
        names.places[full].append(start)
    return names


def _abbreviate_nouns(names: Names, text: str, *, owns: list[tuple[int, str]]) -> None:
    """Take "the Alliance" for the one body whose name ends so: "Renewal Alliance"."""
    for start, own in owns:
        if own.lower() in words("organizations") and text[max(0, start - 4) : start].lower() == "the ":
            fits = {full for full, name in names.full.items() if full.endswith(f" {own}") and not name.person}
            if len(fits) == 1:
                names.abbreviate(own, fits.pop())


def _take_descriptions(names: Names, text: str, *, start: int, name: str, end: int) -> list[str]:
    """Note what a body is called around the name at ``start`` to ``end``; gives the noun that leads it in."""
    before = body_before(text, start, end=end)
    beside = _DESCRIBED.search(text[max(0, start - 60) : start])
    told = [before, body_behind(text, end), beside[1] if beside is not None else None]
    names.described[name] += [phrase for phrase in told if phrase is not None]
    return [mention(before).head] if before is not None else []


def _nouns_before(lead: str) -> list[str]:
    """The small-letter words right before a name: "German carmaker " gives ["carmaker"]."""
    found = _DESCRIBED.search(lead)
    if found is None:
        return []
    tokens = found[1].split()
    known = words("persons") | words("organizations")
    return tokens[-1:] if tokens and tokens[-1] in known else []


def _body(name: str, described: list[str]) -> bool:
    if described and described[-1] in words("persons") - words("organizations"):
        # "finance director Amy Poll", though a poll is a document
        return name.rsplit(maxsplit=1)[-1].lower() in words("bodies") | words("organizations")
    return is_body(name.split()) or any(noun in words("organizations") for noun in described)
