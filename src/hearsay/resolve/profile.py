"""What a source is, from all the words that the report has for it: kind, party, role, and why it is not named."""

import re
from dataclasses import dataclass, field

from hearsay.records.source import Source, SourceKind
from hearsay.resolve import mention as words_of
from hearsay.resolve.anonymity import anonymity, is_anonymous
from hearsay.resolve.gazette import Named, look_up
from hearsay.resolve.mention import Form, Mention, mention
from hearsay.resolve.names import Names
from hearsay.resolve.role import Described, described, role_words
from hearsay.resolve.setting import is_outlet
from hearsay.resolve.side import Sides

PLACES = 6
"""Most places at which a person is named that are looked at for a role: it is told where the name is new."""
_POSSESSED = re.compile(r"^(?P<owner>[^,]+?)['’]s?\s+(?P<thing>office|team|campaign|spokes\w+|lawyer|lawyers|aides?)$")

_UNION = re.compile(
    r"(?:[Tt]he\s+)?((?:[\w-]+\s+){0,2}[\w-]+s['’]\s+(?:[\w-]+\s+)?(?:league|union|association|federation|guild|alliance|council))$"
)
"""A body that has no name but tells whose it is: "Farmers' league"."""


@dataclass(slots=True)
class Entity:
    """A source as it is gathered."""

    name: str
    kind: SourceKind | None
    heads: set[str] = field(default_factory=set)
    aliases: list[str] = field(default_factory=list)
    pronoun: frozenset[str] | None = None
    """The set of pronouns ("he …") that has stood for this person."""
    named: bool = False
    """Whether its name is a proper one."""
    places: list[tuple[int, str]] = field(default_factory=list)
    """Where it is mentioned, and the words there."""

    def take(self, found: Mention, at: int) -> None:
        """Note another mention."""
        if found.words not in self.aliases:
            self.aliases.append(found.words)
        self.places.append((at, found.words))
        self.kind = self.kind or found.kind
        if found.form is Form.DESCRIPTION:
            self.heads.add(found.head)


@dataclass(slots=True)
class Profiles:
    """Makes sources of the entities of one report."""

    text: str
    names: Names
    sides: Sides
    outlets: frozenset[str]
    """Names of those to whom something was told."""

    def source(self, id: str, entity: Entity) -> Source:
        """The source that the entity has become; a name of a person's shape is taken for one."""
        kind = self.kind(entity)
        around = self.around(entity) if entity.named and kind in (SourceKind.PERSON, None) else []
        anonymous = not entity.named and is_anonymous(entity.name, kind)
        roles = (role_words(found) for _, found in around)
        return Source(
            id=id,
            name=entity.name,
            kind=kind,
            party=self.party(entity, kind=kind, around=around),
            anonymous=anonymous,
            aliases=self.aliases(entity),
            role=next((role for role in roles if role), None) if kind is SourceKind.PERSON else None,
            anonymity=self.reason(entity) if anonymous else None,
        )

    def kind(self, entity: Entity) -> SourceKind | None:
        """What the entity is."""
        known = self.names.full.get(entity.name)
        entry = look_up(entity.name) if entity.named else None
        if entry is not None and entry.kind not in (Named.CITY, Named.POLITICAL):
            return SourceKind.ORGANIZATION
        if " and " in entity.name and not entity.named:
            return SourceKind.GROUP
        if entity.kind is not None:
            return entity.kind
        if known is not None and known.person:
            return SourceKind.PERSON
        if not entity.named and re.search(r"\b(?:police|service|authorities|force)\b", entity.name, re.I):
            return SourceKind.ORGANIZATION
        return SourceKind.ORGANIZATION if entity.named else SourceKind.GROUP if entity.name.endswith("s") else None

    def around(self, entity: Entity) -> list[tuple[int, Described]]:
        """What stands around the first places at which a person is named, each with where."""
        found = []
        last = entity.name.split()[-1]
        for at in self.names.places.get(entity.name, [])[:PLACES]:
            start = self.text.find(entity.name, at, at + 160)
            end = start + len(entity.name)
            if start < 0:
                start = self.text.find(last, at, at + 160)
                end = start + len(last)
            if start >= 0:
                found.append((start, described(self.text, start, end=end)))
        return found

    def party(self, entity: Entity, *, kind: SourceKind | None, around: list[tuple[int, Described]]) -> str | None:
        """For whom the entity speaks."""
        if entity.name.lower() in self.outlets or (entity.named and is_outlet(entity.name)):
            return None
        if entity.named and kind is SourceKind.PERSON:
            return self.of_person(around)
        if entity.named:
            return self.sides.of_name(entity.name)
        if (owner := self.owner(entity.name)) is not None:
            return self.of_person(owner)
        for at, phrase in entity.places or [(0, entity.name)]:
            told = self.sides.of(phrase, at=at)
            if told is not None:
                return told
        own = _UNION.match(entity.name) if kind is SourceKind.ORGANIZATION else None
        return own[1] if own is not None else None

    @staticmethod
    def joined(found: Described) -> list[str]:
        """What stands beside a name, after the title before it: "President … of Brazil"."""
        return [
            f"{found.before} {words}" if found.before and words.startswith("of ") else words for words in found.beside
        ]

    def of_person(self, around: list[tuple[int, Described]]) -> str | None:
        """For whom a named person speaks, by the words ``around`` the name."""
        for at, found in around:
            for phrase in filter(None, [found.after, found.before, *self.joined(found)]):
                told = self.sides.of(phrase, at=at, person=True)
                if told is not None:
                    return told
        return None

    def owner(self, phrase: str) -> list[tuple[int, Described]] | None:
        """What stands around the name of the person whose office or aide the phrase is; None where it is nobody's."""
        found = _POSSESSED.match(phrase)
        full = self.names.fullest(mention(found["owner"]).name) if found is not None else ""
        known = self.names.full.get(full)
        if known is None or not known.person:
            return None
        return self.around(Entity(full, SourceKind.PERSON))

    def reason(self, entity: Entity) -> str | None:
        """Why the entity is not named."""
        told = (anonymity(self.text, at) for at, _ in entity.places)
        return next((reason for reason in told if reason is not None), None)

    def aliases(self, entity: Entity) -> tuple[str, ...]:
        """The other words for the entity, shortest forms included."""
        short = (words_of.short(alias) for alias in entity.aliases)
        every = [entity.name, *entity.aliases, *(mention(a).name for a in entity.aliases), *filter(None, short)]
        return tuple(dict.fromkeys(a for a in every if a != entity.name))
