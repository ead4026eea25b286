"""A source as one report knows it, with what it can be known by in another report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from hearsay.normalise.naming import bare, person_words, words_of
from hearsay.normalise.stem import stem, stems
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source, SourceKind

_NOUNS = frozenset(
    "company firm corporation group carmaker automaker manufacturer maker airline bank lender insurer retailer chain "
    "operator developer builder hospital clinic university school college club union association charity federation "
    "police government ministry department agency authority commission committee council board bureau service office "
    "institute regulator watchdog court army navy military parliament senate congress party owner shipowner team "
    "network station paper newspaper broadcaster department administration contractor utility supplier mission".split()
)
"""Nouns that a report calls a body by once it has named it: alone they tell nobody."""
_LEADS = frozenset(
    stem(word)
    for word in "group gang band calling itself known called named so-called company firm carmaker automaker bank "
    "lender insurer retailer airline chain operator manufacturer union charity owner shipowner".split()
)
"""Words that lead in a body's name and make it no other body's, as "police" or "council" would."""
_OFFICE_WORDS = 4
"""Fewest words of a description that names the one holder of an office: "the clerk of the court in Lund"."""
_MOST_WORDS = 40
"""Words of a content by which two reports are seen to have one statement; not tuned."""


class Sort(StrEnum):
    """By what a source can be known in another report."""

    PERSON = "person"
    BODY = "body"
    PAPER = "paper"
    UNNAMED = "unnamed"


@dataclass(slots=True)
class Entry:
    """One source of one report."""

    source: Source
    report: int
    """The place of the report in the order of recording."""
    sort: Sort
    key: tuple[str, ...]
    """The words of its name."""
    others: frozenset[tuple[str, ...]]
    """The words of its other proper names."""
    nouns: frozenset[str]
    """The common nouns that it is called by alone: "company"."""
    contents: set[str] = field(default_factory=set)
    """What it says, in words that can be compared; none of a source that can be known by its name."""

    @property
    def common(self) -> frozenset[str]:
        """The same with those in its name: "police" of the National Police; none where it is only such a noun."""
        return frozenset() if self.is_bare_noun else self.nouns | (_NOUNS & set(self.source.name.casefold().split()))

    @property
    def is_bare_noun(self) -> bool:
        """Whether nothing but a common noun tells who it is."""
        return self.sort is Sort.BODY and bare(self.source.name).casefold() in _NOUNS

    @property
    def is_led_in(self) -> bool:
        """Whether common words lead in its name: "the IG Fahrzeug union"."""
        return self.sort is Sort.BODY and _core(self.source) not in ([], [self.key])

    @property
    def told_party(self) -> str | None:
        """The side that the report tells; none where it is only the body's own name."""
        party = self.source.party
        return None if party is not None and words_of(party) in (self.key, *self.others) else party

    @property
    def is_office(self) -> bool:
        """Whether a description can fit one person only: definite, of one, with a name in it."""
        tokens = self.source.name.split()
        named = any(token[0].isupper() for token in tokens[1:])
        definite = tokens[:1] in (["the"], ["The"])
        return self.sort is Sort.UNNAMED and definite and named and len(self.key) >= _OFFICE_WORDS

    @property
    def employer(self) -> tuple[str, ...]:
        """Of an unnamed class of people who speak for a body ("economists at the lender Alpbank"): kind and names."""
        tokens = self.source.name.partition(",")[0].split()
        plain = self.source.kind is SourceKind.GROUP and self.sort is Sort.UNNAMED and self.source.party is not None
        if not plain or len(tokens) < 3 or tokens[1] not in ("at", "in", "of", "from", "for"):
            return ()
        names = [word for token in tokens[2:] if token[0].isupper() for word in words_of(token)]
        return (*words_of(tokens[0]), *names) if names else ()


def entries(ledgers: Sequence[Ledger]) -> list[Entry]:
    """The sources of ``ledgers``, one ledger a report, in their order."""
    found: list[Entry] = []
    for report, ledger in enumerate(ledgers):
        here = {source.id: _entry(source, report) for source in ledger.sources}
        texts = {document.id: document.text for document in ledger.documents}
        compared = {id: entry for id, entry in here.items() if entry.sort in (Sort.PAPER, Sort.UNNAMED)}
        for statement in ledger.statements:
            if statement.source in compared and statement.document in texts:
                pieces = (span.of(texts[statement.document]) for span in statement.spans.content)
                compared[statement.source].contents.add(_content(pieces))
        for figure in ledger.figures:
            if figure.source in compared and figure.statement is None:
                compared[figure.source].contents.add(f"{figure.min} {figure.max} {figure.unit}")
        found += here.values()
    return found


def _content(pieces: Iterable[str]) -> str:
    return " ".join(stems(" ".join(pieces))[:_MOST_WORDS])


def _entry(source: Source, report: int) -> Entry:
    sort = _sort(source)
    words = person_words if sort is Sort.PERSON else words_of
    called = [bare(alias).casefold() for alias in source.aliases]
    proper = [alias for alias in source.aliases if _is_proper(alias) and "," not in alias]
    return Entry(
        source=source,
        report=report,
        sort=sort,
        key=words(source.name),
        others=frozenset({*map(words, proper), *_core(source)}) if sort is Sort.BODY else frozenset(),
        nouns=frozenset(noun for noun in called if noun in _NOUNS) if sort is Sort.BODY else frozenset(),
    )


def _sort(source: Source) -> Sort:
    if source.anonymous:
        return Sort.UNNAMED
    if source.kind is SourceKind.PERSON:
        return Sort.PERSON if _is_proper(source.name) else Sort.UNNAMED
    return Sort.PAPER if source.kind is SourceKind.DOCUMENT else Sort.BODY


def _core(source: Source) -> list[tuple[str, ...]]:
    """The name within a body's name that is led in by common words: "the Verdi union", "a group calling itself X"."""
    if source.party is None or source.party not in source.name:
        return []
    rest = words_of(source.name.replace(source.party, " "))
    return [words_of(source.party)] if set(rest) <= _LEADS else []


def _is_proper(name: str) -> bool:
    """Whether a name has a capital behind its article."""
    return any(word[0].isupper() for word in bare(name).split() if word)
