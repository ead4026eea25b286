"""Varied finished readings of reports that nobody wrote: what the bench of the ledger adds, the same ones each time."""

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

from hearsay.records.document import Document, PublishedFrom
from hearsay.records.expectation import Expectation
from hearsay.records.fetched import Fetched
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement
from hearsay.records.time import Time

FEWEST, MOST = 5, 25
"""Statements in a report; 15 in the mean, 1.5 million in 100,000 reports."""
_FIRST_DAY = date(2019, 1, 1)
_DAYS = 2_200
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_CUES = (
    ("said", Act.ASSERT, Certainty.CERTAIN),
    ("said", Act.ASSERT, Certainty.CERTAIN),
    ("denied", Act.DENY, Certainty.CERTAIN),
    ("believes", Act.ESTIMATE, Certainty.PROBABLE),
    ("warned", Act.URGE, Certainty.POSSIBLE),
    ("promised", Act.PROMISE, Certainty.UNSTATED),
)
SMALL = "the of to in and a that for on with at by from as it was has had been not will would after before".split()
_PAGE = """<!doctype html><html><head><title>{title}</title></head><body>
<nav><a href="/">{publisher}</a></nav>{body}</body></html>"""


@dataclass(slots=True)
class _Drawn:
    """Things drawn by Zipf's law: a few of them often, most of them seldom."""

    things: Sequence[str]
    sums: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.sums = list(accumulate(1 / (n + 2) for n in range(len(self.things))))

    def one(self, draw: random.Random) -> str:
        return self.things[min(bisect(self.sums, draw.random() * self.sums[-1]), len(self.things) - 1)]


def _words(count: int, *, seed: int, syllables: tuple[int, int]) -> list[str]:
    """So many different words that can be spoken."""
    draw = random.Random(seed)  # noqa: S311 - the draw must be the same each time, it guards nothing
    found: dict[str, None] = {}
    while len(found) < count:
        parts = (draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") for _ in range(draw.randint(*syllables)))
        found["".join(parts) + draw.choice(["", "n", "r", "s", "t", "ed", "ing"])] = None
    return list(found)


VOCABULARY = _Drawn(_words(30_000, seed=1, syllables=(2, 4)))
FIRST_NAMES = [w.capitalize() for w in _words(300, seed=2, syllables=(2, 2))]
LAST_NAMES = [w.capitalize() for w in _words(3_000, seed=3, syllables=(2, 3))]
PLACES = [w.capitalize() for w in _words(200, seed=4, syllables=(2, 3))]
_PEOPLE = _Drawn([f"{FIRST_NAMES[n * 7 % 300]} {LAST_NAMES[n % 3_000]}" for n in range(20_000)])
_BODIES = _Drawn([f"{place} {kind}" for kind in ("Ministry", "Police", "Council", "Board") for place in PLACES])
_PARTIES = _Drawn(PLACES[:60])
_PUBLISHERS = _Drawn([f"{place} {kind}" for kind in ("Post", "Times", "Wire") for place in PLACES[:30]])


class _Report:
    """One report while it is written."""

    def __init__(self, number: int) -> None:
        self.draw = random.Random(number)  # noqa: S311 - as above
        self.id = f"made-up-{number}"
        self.day = _FIRST_DAY + timedelta(days=self.draw.randrange(_DAYS))
        self.publisher = _PUBLISHERS.one(self.draw)
        self.sources = self._sources()
        self.parts: list[str] = []
        self.length = 0
        self.statements: list[Statement] = []
        self.figures: list[Figure] = []
        self.times: list[Time] = []
        self.expectations: list[Expectation] = []

    def _sources(self) -> list[Source]:
        draw = self.draw
        made: dict[str, Source] = {}
        for _ in range(draw.randint(3, 8)):
            chance = draw.random()
            if chance < 0.6:
                name, kind, anonymous = _PEOPLE.one(draw), SourceKind.PERSON, False
            elif chance < 0.85:
                name, kind, anonymous = f"the {_BODIES.one(draw)}", SourceKind.ORGANIZATION, False
            else:
                name, kind, anonymous = f"officials in {draw.choice(PLACES)}", SourceKind.GROUP, True
            party = _PARTIES.one(draw) if draw.random() < 0.7 else None
            role = "minister" if kind is SourceKind.PERSON else None
            made.setdefault(
                name, Source(f"{self.id}-{len(made)}", name, kind, party=party, anonymous=anonymous, role=role)
            )
        return list(made.values())

    def put(self, words: str) -> Span:
        """Write words and tell where they stand."""
        span = Span(self.length, self.length + len(words))
        self.parts.append(words)
        self.length = span.end
        return span

    def state(self, number: int) -> None:
        """Write one statement, perhaps with a figure in it, and what stands around it."""
        draw = self.draw
        source = draw.choice(self.sources)
        cue, act, certainty = draw.choice(_CUES)
        id = f"{self.id}-s{number}"
        credited = self.put(source.name)
        self.put(" ")
        said = self.put(cue)
        weekday = None
        if draw.random() < 0.25:
            self.put(" on ")
            weekday = self.put(draw.choice(_WEEKDAYS))
            self.times.append(Time(self.id, weekday, self.day.isoformat()))
        self.put(" that ")
        begun = self.length
        self.put(self.words(draw.randint(5, 12)) + " ")
        if draw.random() < 0.25:
            self.count(id, source)
        self.put(self.words(draw.randint(3, 12)))
        content = Span(begun, self.length)
        if draw.random() < 0.05:
            due = (self.day + timedelta(days=draw.randint(1, 60))).isoformat()
            self.expectations.append(Expectation(f"{id}-e", self.id, content, content, due, source.id, id))
        self.put(f". {self.words(draw.randint(8, 20)).capitalize()}.\n\n")
        via = (draw.choice(self.sources).id,) if draw.random() < 0.1 else ()
        self.statements.append(
            Statement(
                id,
                self.id,
                source.id,
                via,
                Spans((credited,), (said,), (content,)),
                (),
                Mode.INDIRECT,
                round(draw.uniform(0.3, 1), 4),
                source_confidence=round(draw.uniform(0.5, 1), 4),
                act=act,
                act_words=None if act is Act.ASSERT else said,
                certainty=certainty,
                said_on=self.day.isoformat() if weekday else None,
                said_words=weekday,
            )
        )

    def count(self, statement: str, source: Source) -> None:
        """Write a figure."""
        number, noun = self.draw.randint(2, 90_000), VOCABULARY.one(self.draw)
        span = self.put(f"{number:,} {noun}")
        self.put(" ")
        self.figures.append(
            Figure(
                id=f"{statement}-f",
                document=self.id,
                span=span,
                min=number,
                max=number,
                inclusive=True,
                approximate=False,
                vagueness=None,
                unit=noun,
                base=None,
                counted=None,
                measure=None,
                place=None,
                tally=None,
                statement=statement,
                source=source.id,
                question=None,
                as_of=None,
            )
        )

    def words(self, count: int) -> str:
        """Words in a row, every other one of them small."""
        draw = self.draw
        return " ".join(draw.choice(SMALL) if n % 2 else VOCABULARY.one(draw) for n in range(count))

    def ledger(self) -> Ledger:
        """The report with its entries."""
        title = self.words(7).capitalize()
        for number in range(self.draw.randint(FEWEST, MOST)):
            self.state(number)
        document = Document(
            id=self.id,
            text="".join(self.parts).rstrip(),
            origin=f"{self.id}.html",
            url=f"https://{self.publisher.lower().replace(' ', '-')}.example/{self.day:%Y/%m/%d}/{self.id}",
            title=title,
            publisher=self.publisher,
            published=f"{self.day.isoformat()}T09:30:00+00:00",
            published_from=PublishedFrom.METADATA,
            language="en",
        )
        return Ledger(
            documents=(document,),
            sources=tuple(self.sources),
            statements=tuple(self.statements),
            figures=tuple(self.figures),
            times=tuple(self.times),
            expectations=tuple(self.expectations),
        )


def readings(count: int, *, first: int = 0) -> Iterator[tuple[Ledger, Fetched]]:
    """``count`` finished readings from number ``first``, each with the page that it might have come from."""
    for number in range(first, first + count):
        report = _Report(number)
        entries = report.ledger()
        (document,) = entries.documents
        paragraphs = "".join(f"<p>{paragraph}</p>\n" for paragraph in document.text.split("\n\n"))
        page = _PAGE.format(title=document.title, publisher=document.publisher, body=paragraphs)
        yield entries, Fetched(page.encode(), f"{report.day.isoformat()}T10:00:00+00:00", "text/html")


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody might ask of a ledger of such reports: the more often a thing is in them, the more often."""

    word: str
    source: str
    party: str
    act: Act


def questions(count: int) -> Iterator[Question]:
    """``count`` questions, the same ones each time."""
    draw = random.Random(0)  # noqa: S311 - as above
    for _ in range(count):
        yield Question(VOCABULARY.one(draw), _PEOPLE.one(draw), _PARTIES.one(draw), draw.choice(_CUES)[1])
