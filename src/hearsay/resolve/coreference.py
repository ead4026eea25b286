"""From the words that credit a source to who it is, through one document in the order of its text.

Each mention is looked up among the names of the document and the sources credited before it. A pronoun takes the
nearest source that it can stand for; a description ("the company") the nearest bearer of that noun, unless two
share it; what fits nobody stands as it is, a source of its own.
"""

import re

from hearsay.records.document import Document
from hearsay.records.reading import Attribution, Reading
from hearsay.records.source import SourceKind
from hearsay.records.span import Span
from hearsay.resolve import mention as words_of
from hearsay.resolve.gazette import look_up
from hearsay.resolve.mention import NAME_WORD, Form, Mention, mention
from hearsay.resolve.names import Names, find_names
from hearsay.resolve.profile import Entity
from hearsay.resolve.setting import Setting, setting_of
from hearsay.resolve.words import kin, side_words

_PASSIVE = re.compile(r"(?:am|is|are|was|were|be|been|being|reportedly|allegedly|supposedly)\b", re.I)
_PASSIVE_LEAD = re.compile(r"\b(?:am|is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", re.I)
_OUTLET = re.compile(
    rf"\s+(?:[a-z-]+\s+){{0,2}}(?:station|broadcaster|newspaper|daily|agency|channel|network|magazine|website|weekly)\s+"
    rf"{NAME_WORD}(?:\s+{NAME_WORD})*"
)
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+|\n+")
_PERSONS_OFFICE = re.compile(
    r"(?P<whose>his|her)\s+(?P<what>office|team|campaign|spokes\w+|press\s+\w+|aides?)\b", re.I
)
VAGUE = frozenset(
    "company firm group corporation business giant chain bank agency body organization organisation institution".split()
)
"""Nouns for a body of whose kind the report has said nothing."""
GENERIC = frozenset("company firm group corporation business giant chain".split())
"""Nouns for any company, whatever else it is called."""
FULL_NAME, SHORT_NAME, OWN_WORDS, DESCRIPTION, IMPLIED, PRONOUN, PRONOUN_OF_SEVERAL, GUESSED = (
    0.99,
    0.97,
    0.98,
    0.93,
    0.9,
    0.97,
    0.92,
    0.7,
)
"""How often a source told in such a way is right: by its full name, by a short one, by words that name nobody else, by
a description of somebody told before, by the sentence before, by a pronoun with one or several candidates, by a name
near a pronoun that nobody was credited under (rounded from the dev stories and the tests' own reports)."""
REACH = 1200
"""Code points before a pronoun within which a name can be what it stands for."""
SUBJECT_REACH = 60
"""Code points from a sentence's start within which a name is taken as what the sentence is about."""


class Coreference:
    """Who the words of one document are that credit somebody, to be asked in the order of its text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.names: Names = find_names(document.text)
        self.setting: Setting = setting_of(document.text, self.names, publisher=document.publisher)
        self.sure = 0.0
        """How sure the last resolving was."""
        self.entities: dict[str, Entity] = {}
        self.recent: list[tuple[int, Entity]] = []
        """Who was credited where, in the order of the text."""

    def called(self, noun: str, position: int) -> str | None:
        """The one name that the report calls by a noun before ``position``, else the last credited one called so."""
        if noun == "its":
            return self.owner(position)
        every = self.names.called.get(noun, ())
        bearers = {self.names.fullest(name) for at, name in every if at < position}
        bearers = bearers or {self.names.fullest(name) for _, name in every}
        if len(bearers) == 1:
            return bearers.pop()
        credited = [
            e.name for at, e in self.recent if at < position and e.named and noun in e.heads | _name_heads(e.name)
        ]
        if credited:
            return credited[-1]
        company = self.company({noun}, position)
        if company is not None:
            return company
        kinds = kin(noun) | {noun}
        named = {name for _, name in self.names.before(position) if kinds & _name_heads(name) and self.is_body(name)}
        return named.pop() if len(named) == 1 else None

    def is_body(self, name: str) -> bool:
        """Whether a name is not a person's."""
        known = self.names.full.get(name)
        return known is not None and not known.person

    def outlet(self, span: Span) -> Span:
        """The span of an outlet that a town's name before it was taken for: "Cebu radio station DYKV"."""
        found = _OUTLET.match(self.document.text, span.end)
        return Span(span.start, found.end()) if found is not None else span

    def owner(self, position: int) -> str | None:
        """The organization that "its" stands for: the last one credited or named in the paragraph or the one before.

        A name of several words that opens the paragraph is one, unless it is known to be something else.
        """
        credited = [
            (at, e.name)
            for at, e in self.recent
            if at < position and (e.kind is SourceKind.ORGANIZATION or (e.kind is None and self.is_body(e.name)))
        ]
        opens = self.document.text.rfind("\n\n", 0, position) + 2
        named = [
            (at, name)
            for at, name in self.names.before(position)
            if self.names.is_body(name)
            or name == self.setting.company
            or (at == opens and " " in name and self.is_body(name) and look_up(name) is None)
        ]
        last = max([*credited[-1:], *named[-1:]], default=None)
        near = last is not None and self.document.text.count("\n\n", last[0], position) <= 1
        return last[1] if last is not None and near else None

    def source_of(self, attribution: Attribution, *, before: list[Entity | None], reading: Reading) -> Entity | None:
        """The entity behind an attribution, None where the text does not tell."""
        if attribution.source:
            teller = self.teller(attribution, reading)
            if teller is not None:
                return teller
            start, end = attribution.source[0].start, attribution.source[-1].end
            return self.entity(attribution.source[0] if end - start > 200 else Span(start, end))
        cue = attribution.cue[0]
        lead = self.document.text[max(0, cue.start - 30) : cue.start]
        if _PASSIVE.match(cue.of(self.document.text)) or _PASSIVE_LEAD.search(lead):
            return None
        if not before or before[-1] is None:
            return None
        self.sure = IMPLIED
        last = reading.attributions[len(before) - 1]
        between = self.document.text[last.cue[0].start : attribution.cue[0].start]
        return before[-1] if "\n" not in between else None

    def teller(self, attribution: Attribution, reading: Reading) -> Entity | None:
        """The source of the attribution around this one, where a pronoun within can stand for it: "he said he knew"."""
        low = attribution.source[0].of(self.document.text).lower()
        if attribution.within is None or low not in words_of.HE | words_of.SHE | words_of.IT | words_of.THEY:
            return None
        outer = reading.attributions[attribution.within]
        entity = self.entity(outer.source[0]) if outer.source else None
        return entity if entity is not None and self.can_be(entity, low) else None

    def carried(
        self, credited: list[Entity | None], *, through: list[tuple[Entity, ...]], reading: Reading
    ) -> tuple[Entity, ...]:
        """The outlet that the same source's last words in the paragraph were told to: these were too."""
        number = len(credited) - 1
        if not number or credited[number] is None or credited[number] is not credited[number - 1]:
            return ()
        start, end = (reading.attributions[n].cue[0].start for n in (number - 1, number))
        if "\n" in self.document.text[start:end] or reading.attributions[number].within is not None:
            return ()
        return through[number - 1]

    def is_publisher(self, entity: Entity) -> bool:
        """Whether the outlet is the document's own publisher, by its name or initials."""
        own = (self.document.publisher or "").lower().removeprefix("the ")
        if not own:
            return False
        initials = "".join(word[0] for word in own.split())
        names = {n.lower().removeprefix("the ") for n in (entity.name, *entity.aliases)}
        return bool(names & {own, initials}) or any(n and (n in own or own in n) for n in names)

    def entity(self, span: Span) -> Entity | None:
        """Who the words at ``span`` are."""
        found = mention(span.of(self.document.text))
        if not found.words:
            return None
        if found.form is Form.PRONOUN:
            return self.pronoun(found, span.start)
        if found.form is Form.NAME:
            known = self.names.full.get(self.names.fullest(found.name))
            self.sure = FULL_NAME if known is not None and known.words == found.name else SHORT_NAME
            return self.named(found, span.start)
        return self.described(found, span.start)

    def named(self, found: Mention, position: int) -> Entity:
        """The bearer of a name."""
        full = self.names.fullest(found.name)
        entity = self.entities.setdefault(full.lower(), Entity(full, self.names.kind(full)))
        entity.named = True
        entity.take(found, position)
        if found.name not in entity.aliases:
            entity.aliases.append(found.name)
        return entity

    def described(self, found: Mention, position: int) -> Entity:
        """Whom a description means: somebody told of before, else one of its own."""
        self.sure = OWN_WORDS
        office = _PERSONS_OFFICE.match(found.words)
        if office is not None and (owner := self.pronoun(mention(office["whose"]), position)) is not None:
            entity = self.entities.setdefault(
                f"{owner.name}'s {office['what']}".lower(), Entity(f"{owner.name}'s {office['what']}", found.kind)
            )
            entity.take(found, position)
            return entity
        if found.definite:
            bearer = self.bearer(found, position)
            if bearer is not None:
                bearer.take(found, position)
                self.sure = DESCRIPTION
                return bearer
        entity = self.entities.setdefault(found.name.lower(), Entity(found.words, found.kind))
        entity.take(found, position)
        return entity

    def bearer(self, found: Mention, position: int) -> Entity | None:
        """Who "the company" or "the Ukrainian military source" is: a source before, or a name called so."""
        full = self.names.fullest(found.name)
        if full != found.name:
            return self.named(mention(full), position)
        called = [name for at, name in self.names.called.get(found.head, ()) if at < position]
        wanted = _content_words(found.name)
        sources = [e for _, e in self.recent if found.head in e.heads | _name_heads(e.name)]
        fitting = [e for e in sources if wanted <= _content_words(" ".join([e.name, *e.aliases]))] or (
            sources if len(wanted) == 1 else []
        )
        if found.kind is SourceKind.ORGANIZATION and not fitting and not called:
            if kin(found.head) and len(wanted) == 1 and (kindred := self.called(found.head, position)) is not None:
                return self.named(mention(kindred), position)
            if (company := self.company(wanted, position)) is not None:
                return self.named(mention(company), position)
            fitting = [e for _, e in self.recent if self.can_be_called(e, found.head)][-1:] if len(wanted) == 1 else []
        if fitting and (found.kind is not SourceKind.PERSON or len({e.name for e in fitting}) == 1):
            return fitting[-1]
        if len({self.names.fullest(name) for name in called}) > 1 and len(wanted) > 1:
            called = [name for name in called if wanted <= self.names.titles.get(name, set())]
        people = {self.names.fullest(name) for name in called}
        if called and (found.kind is not SourceKind.PERSON or len(people) == 1):
            return self.named(mention(self.names.fullest(called[-1])), position)
        return None

    def company(self, wanted: set[str], position: int) -> str | None:
        """The company that the report is about, where no word of the description speaks against it."""
        name = self.setting.company
        if name is None or not wanted <= side_words("companies"):
            return None
        named = [at for at, other in self.names.before(position) if other == name]
        known = {noun for noun, c in self.names.called.items() if any(name == bearer for _, bearer in c)}
        kinds = (known | _nouns_for(name)) & side_words("companies") - GENERIC
        if not named or (kinds and not wanted & (kinds | GENERIC)):
            return None
        return name

    def can_be_called(self, entity: Entity, head: str) -> bool:
        """Whether a named organization can be called by a noun: not where the report calls it by another."""
        if entity.kind is not SourceKind.ORGANIZATION or not entity.named:
            return False
        called = {noun for noun, c in self.names.called.items() if any(entity.name == bearer for _, bearer in c)}
        kinds = (called | _nouns_for(entity.name)) & side_words("organizations") - GENERIC
        return head in kinds | GENERIC if kinds else head in VAGUE

    def pronoun(self, found: Mention, position: int) -> Entity | None:
        """The nearest source or subject that the pronoun can stand for."""
        low = found.head
        if low in words_of.RELATIVE:
            found_ = self.relative(position)
            self.sure = DESCRIPTION
            return found_
        fits = [(at, e) for at, e in self.recent if at < position and self.can_be(e, low)]
        if low in words_of.IT:
            fits = [(at, e) for at, e in fits if e.kind is not None] or fits
        near = {id(e) for at, e in fits if position - at <= REACH}
        self.sure = PRONOUN if len(near) == 1 else PRONOUN_OF_SEVERAL
        subject = self.subject(position, low)
        if subject is not None and (not fits or subject[0] > fits[-1][0]):
            chosen = self.named(mention(subject[1]), subject[0])
        elif fits:
            chosen = fits[-1][1]
        elif low in words_of.HE | words_of.SHE and (people := self.people(position)):
            self.sure = GUESSED
            chosen = self.named(mention(people[-1]), position)
        else:
            return None
        for group in (words_of.HE, words_of.SHE):
            if low in group:
                chosen.pronoun, chosen.kind = group, chosen.kind or SourceKind.PERSON
        if low in words_of.IT:
            chosen.kind = chosen.kind or SourceKind.ORGANIZATION
        return chosen

    def people(self, position: int) -> list[str]:
        """The persons named not long before ``position``, nearest last."""
        near = [name for at, name in self.names.before(position) if position - at <= REACH]
        return [name for name in near if name in self.names.full and self.names.full[name].person]

    def can_be(self, entity: Entity, low: str) -> bool:
        """Whether the pronoun can stand for the entity."""
        for group in (words_of.HE, words_of.SHE):
            if low in group:
                return entity.kind in (SourceKind.PERSON, None) and entity.pronoun in (group, None)
        if low in words_of.IT:
            return entity.kind in (SourceKind.ORGANIZATION, SourceKind.DOCUMENT, None) and entity.pronoun is None
        if low in words_of.THEY:
            return entity.kind in (SourceKind.GROUP, SourceKind.ORGANIZATION)
        return entity.kind is SourceKind.PERSON

    def subject(self, position: int, low: str) -> tuple[int, str] | None:
        """The first name of the last sentence that one opens before ``position`` and that the pronoun can stand for."""
        found: tuple[int, str] | None = None
        opened = -1
        for at, name in reversed(self.names.before(position)):
            if position - at > REACH:
                break
            known = self.names.full.get(name)
            is_person = known is not None and known.person
            begin = _sentence_start(self.document.text, at)
            if found is not None and begin != opened:
                break
            opens = at - begin <= SUBJECT_REACH and not re.search('[“"‘]', self.document.text[begin:at])
            fits = is_person if low in words_of.HE | words_of.SHE else low in words_of.IT and self.names.is_body(name)
            entity = self.entities.get(name.lower())
            if opens and fits and (entity is None or self.can_be(entity, low)):
                found, opened = (at, name), begin
        return found

    def relative(self, position: int) -> Entity | None:
        """Who "who" is: the phrase right before it."""
        start = max(_sentence_start(self.document.text, position), position - 120)
        lead = self.document.text[start:position].rstrip(" ,")
        before = self.names.before(position)
        if before and before[-1][0] >= start:
            return self.named(mention(before[-1][1]), before[-1][0])
        phrase = re.search(r"(?:\b(?:the|a|an|one)\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}$", lead)
        return self.described(mention(phrase[0]), start) if phrase else None


def _sentence_start(text: str, position: int) -> int:
    """Where the sentence begins in which ``position`` stands."""
    begin = max(0, position - 600)
    ends = [m.end() for m in _SENTENCE_END.finditer(text, begin, position)]
    return ends[-1] if ends else begin


def _content_words(phrase: str) -> set[str]:
    return {w.lower() for w in re.findall(r"\w+", phrase)} - {"the", "a", "an", "of", "s"}


def _nouns_for(name: str) -> set[str]:
    """The common nouns that a name's first or last word stands for: "airline" for "Tarn Airlines"."""
    heads = _name_heads(name)
    return heads | {noun for noun in side_words("organizations") if kin(noun) & heads}


def _name_heads(name: str) -> set[str]:
    return {name.lower().split()[-1], name.lower().split()[0]}
