"""Finished readings of stories that nobody wrote, with their copies, disputes and revisions known: the same each time.

A story is one event in one place: some reports of several publishers over a few days, in which the same people and
bodies speak and give the same figures. Reports of many stories come mixed, as they would on a desk's wire.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bench.made_up import FIRST_NAMES, LAST_NAMES, PLACES, SMALL, VOCABULARY
from hearsay.records.document import Document, PublishedFrom
from hearsay.records.figure import Figure, Tally
from hearsay.records.ledger import Ledger
from hearsay.records.question import Question
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement

REPORTS = 10
"""Reports of a story in the mean: from 4 to 16."""
AT_ONCE = 40
"""Stories that are under way at the same time."""
COPIED = 0.3
"""The share of reports that carry an earlier one's account."""
_FIRST_DAY = date(2019, 1, 1)
_EVENTS = (
    ("fire", "people were killed in the fire"),
    ("flood", "people died in the flood"),
    ("blast", "people were injured in the blast"),
    ("strike", "workers walked out in the strike"),
    ("outage", "homes lost power in the outage"),
    ("protest", "people were arrested at the protest"),
    ("crash", "passengers were hurt in the crash"),
    ("outbreak", "patients were infected in the outbreak"),
)
_PUBLISHERS = tuple(f"{place} {kind}" for kind in ("Post", "Times", "Wire", "Herald") for place in PLACES[:40])


@dataclass(slots=True)
class Truth:
    """What is so of the stories that have been made."""

    story: dict[str, str] = field(default_factory=dict)
    """The story of each document."""
    copies: dict[str, str] = field(default_factory=dict)
    """Of each copy the document whose account it carries."""
    disputed: set[str] = field(default_factory=set)
    """The stories in which two sources gave figures that cannot both be true."""
    revised: set[str] = field(default_factory=set)
    """Those in which a source changed its own figure."""
    ended: list[str] = field(default_factory=list)
    """The stories of which all reports have been made, in that order."""


class _Written:
    """A report while it is written."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0

    def put(self, words: str) -> Span:
        """Write words and tell where they stand."""
        span = Span(self.length, self.length + len(words))
        self.parts.append(words)
        self.length = span.end
        return span


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph: what a source says, with a figure or without one."""

    source: Source
    cue: str
    before: str
    number: str
    noun: str
    after: str
    value: int | None


class _Story:
    """One event."""

    def __init__(self, number: int) -> None:
        self.draw = draw = random.Random(f"story {number}")  # noqa: S311 - the same each time, it guards nothing
        self.id = f"s{number}"
        self.event, self.happened = draw.choice(_EVENTS)
        self.place, self.company = draw.choice(PLACES), draw.choice(LAST_NAMES)
        self.words = [VOCABULARY.one(draw) for _ in range(40)]
        self.day = _FIRST_DAY + timedelta(days=number // 4)
        self.total = draw.randint(13, 9_000)
        self.disputed, self.revised = draw.random() < 0.4, draw.random() < 0.3
        self.official = self._person("the fire chief" if self.event == "fire" else "the mayor", self.place)
        self.rival = self._person("the union leader", self.company)
        self.others = [self._person("resident", None) for _ in range(4)]
        self.size = draw.randint(4, 2 * REPORTS - 4)
        self.made: list[tuple[Document, list[_Line]]] = []

    def _person(self, role: str, party: str | None) -> Source:
        name = f"{self.draw.choice(FIRST_NAMES)} {self.draw.choice(LAST_NAMES)}"
        return Source(name, name, SourceKind.PERSON, party=party, anonymous=False, role=role)

    def report(self, truth: Truth) -> Ledger:
        """The next report."""
        number, draw = len(self.made), self.draw
        id = f"{self.id}-r{number}"
        day = self.day + timedelta(days=number // 4)
        origin = draw.choice(self.made) if number > 1 and draw.random() < COPIED else None
        if origin is not None and origin[0].id in truth.copies:
            origin = next(one for one in self.made if one[0].id == truth.copies[origin[0].id])
        lines = self._lines(number) if origin is None else self._copied(origin[1])
        truth.story[id] = self.id
        if origin is not None:
            truth.copies[id] = origin[0].id
        title = f"{self.place} {self.event}: {' '.join(draw.sample(self.words, 4))}"
        ledger = _ledger(id, lines, day=day, title=title.capitalize(), publisher=draw.choice(_PUBLISHERS), hour=number)
        self.made.append((ledger.documents[0], lines))
        if number == self.size - 1:
            truth.ended.append(self.id)
            if self.disputed:
                truth.disputed.add(self.id)
            if self.revised:
                truth.revised.add(self.id)
        return ledger

    @property
    def is_over(self) -> bool:
        """Whether all its reports have been made."""
        return len(self.made) == self.size

    def _lines(self, number: int) -> list[_Line]:
        total = self.total
        if self.revised and number >= self.size // 2:
            total = self.total * 2
        lines = [self._counted(self.official, total)]
        if self.disputed and number >= 1:
            lines.append(self._counted(self.rival, self.total * 5))
        return [*lines, *(self._said(self.draw.choice(self.others)) for _ in range(self.draw.randint(6, 14)))]

    def _counted(self, source: Source, value: int) -> _Line:
        noun, happened = self.happened.split(" ", 1)
        return _Line(source, "said", "", f"{value:,} {noun}", noun, f" {happened} in {self.place}", value)

    def _said(self, source: Source) -> _Line:
        return _Line(source, self.draw.choice(("said", "denied", "warned")), self._filler(14), "", "", "", None)

    def _filler(self, count: int) -> str:
        draw = self.draw
        chosen = (draw.choice(self.words) if draw.random() < 0.3 else VOCABULARY.one(draw) for _ in range(count))
        return " ".join(f"{draw.choice(SMALL)} {word}" for word in chosen)

    def _copied(self, lines: list[_Line]) -> list[_Line]:
        """A report's lines as another would print them: whole, cut, edited, or with lines of its own."""
        way = self.draw.randrange(4)
        if way == 1:
            return lines[: max(4, 2 * len(lines) // 3)]
        if way == 2:
            return [replace(line, before=line.before.replace(" a ", " the ", 1)) for line in lines]
        return [*lines, self._said(self.others[0])] if way == 3 else lines


def _ledger(id: str, lines: list[_Line], *, day: date, title: str, publisher: str, hour: int) -> Ledger:
    written = _Written()
    sources = {line.source.name: replace(line.source, id=f"{id}-{line.source.name}") for line in lines}
    statements, figures, questions = [], [], {}
    for at, line in enumerate(lines):
        source = sources[line.source.name]
        credited = written.put(source.name)
        written.put(" ")
        cue = written.put(line.cue)
        written.put(" that ")
        begun = written.length
        if line.before:
            written.put(line.before)
        span = written.put(line.number) if line.number else None
        rest = written.put(line.after) if line.after else None
        content = Span(begun, written.length)
        written.put(".\n\n")
        statements.append(_statement(f"{id}-t{at}", id, source.id, spans=Spans((credited,), (cue,), (content,))))
        if span is not None and rest is not None and line.value is not None:
            question = Question(f"{id}-{line.noun}{line.after}", f"{line.noun}{line.after}")
            questions[question.id] = question
            noun = Span(span.end - len(line.noun), span.end)
            measured = Span(rest.start + 1, rest.end)
            figures.append(_figure(statements[-1], span=span, noun=noun, measured=measured, value=line.value))
            figures[-1] = replace(figures[-1], question=question.id, unit=line.noun)
    document = Document(
        id=id,
        text="".join(written.parts).rstrip(),
        origin=f"{id}.html",
        url=f"https://{publisher.lower().replace(' ', '-')}.example/{day:%Y/%m/%d}/{id}",
        title=title,
        publisher=publisher,
        published=f"{day.isoformat()}T{6 + hour % 16:02}:30:00+00:00",
        published_from=PublishedFrom.METADATA,
        language="en",
    )
    return Ledger((document,), tuple(sources.values()), tuple(statements), tuple(figures), tuple(questions.values()))


def _statement(id: str, document: str, source: str, *, spans: Spans) -> Statement:
    return Statement(
        id=id,
        document=document,
        source=source,
        via=(),
        spans=spans,
        quoted=(),
        mode=Mode.INDIRECT,
        confidence=0.9,
        source_confidence=0.9,
        act=Act.ASSERT,
        certainty=Certainty.CERTAIN,
    )


def _figure(statement: Statement, *, span: Span, noun: Span, measured: Span, value: int) -> Figure:
    return Figure(
        id=f"{statement.id}-f",
        document=statement.document,
        span=span,
        min=value,
        max=value,
        inclusive=True,
        approximate=False,
        vagueness=None,
        unit=None,
        base=None,
        counted=noun,
        measure=measured,
        place=None,
        tally=Tally.TOTAL,
        statement=statement.id,
        source=statement.source,
        question=None,
        as_of=None,
    )


def readings(count: int, truth: Truth) -> Iterator[Ledger]:
    """``count`` finished readings, of stories that overlap; ``truth`` is filled as they are made."""
    draw = random.Random(0)  # noqa: S311 - as above
    started = 0
    under_way: list[_Story] = []
    for _ in range(count):
        while len(under_way) < AT_ONCE:
            under_way.append(_Story(started))
            started += 1
        story = draw.choice(under_way)
        yield story.report(truth)
        if story.is_over:
            under_way.remove(story)
