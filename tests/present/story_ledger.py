"""A ledger with one story in it: three witnesses and a reprint, a dispute, a denial, something that is expected."""

from collections.abc import Sequence
from pathlib import Path

from hearsay.ledger.connect import Store
from hearsay.ledger.writer import Writer
from hearsay.reconcile.place import Placer
from hearsay.records.document import Document
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.question import Question
from hearsay.records.source import Source, SourceKind
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement
from tests.present.asked import clock
from tests.present.made import hostile, span

FIRST = (
    "HALLBY, March 1 (Norda) - The ferry Solveig sank off Hallby in heavy seas on Sunday night. "
    "The coast guard said 27 people were aboard.\n\n"
    "The coast guard said divers would go down on Thursday."
)
SECOND = (
    "HALLBY, March 2 (Norda) - Rescuers went on searching on Monday for the ferry Solveig, which sank "
    "off Hallby. The Red Cross said 31 people were aboard.\n\n"
    "The owner of the ferry Solveig denied that it was overloaded."
)


def entries(id: str, text: str, *, publisher: str, said: Sequence[tuple[Source, str, str]], day: str) -> Ledger:
    """A report in which sources say something, each a source, its cue and its content; numbers are followed."""
    document = Document(id, text, title=f"Ferry Solveig sinks off Hallby ({id})", publisher=publisher, published=day)
    statements, figures, awaited = [], [], []
    for number, (source, cue, content) in enumerate(said):
        start = text.index(f"{cue} {content}")
        begins = start + len(cue) + 1
        spans = Spans(
            (span(text, source.name),), (span(text[:begins], cue, text[:start].count(cue)),), (span(text, content),)
        )
        statement = Statement(
            id=f"{id}-s{number}",
            document=id,
            source=source.id,
            via=(),
            spans=spans,
            quoted=(),
            mode=Mode.INDIRECT,
            confidence=0.9,
            source_confidence=0.9,
            act=Act.DENY if cue == "denied" else Act.ASSERT,
            certainty=Certainty.CERTAIN,
        )
        statements.append(statement)
        if content[:2].isdigit():
            figures.append(_figure(statement, text, content))
        if "Thursday" in content:
            due = span(text, "on Thursday")
            awaited.append(Expectation(f"{id}-e", id, due, span(text, content), "2026-03-05", source.id, statement.id))
    return Ledger(
        documents=(document,),
        sources=tuple({source.id: source for source, _, _ in said}.values()),
        statements=tuple(statements),
        figures=tuple(figures),
        questions=(Question("aboard", "people aboard"),),
        expectations=tuple(awaited),
    )


def _figure(statement: Statement, text: str, content: str) -> Figure:
    return Figure(
        id=f"{statement.id}-f",
        document=statement.document,
        span=span(text, content[: len("27 people")]),
        min=float(content[:2]),
        max=float(content[:2]),
        inclusive=True,
        approximate=False,
        vagueness=None,
        unit="people",
        base=None,
        counted=span(text, "people", text[: text.index(content)].count("people")),
        measure=span(text, "were aboard"),
        place=None,
        tally=None,
        statement=statement.id,
        source=statement.source,
        question="aboard",
        as_of=None,
    )


GUARD = Source("guard", "The coast guard", SourceKind.ORGANIZATION, party="Norda", anonymous=False)
CROSS = Source("cross", "The Red Cross", SourceKind.ORGANIZATION, party="Red Cross", anonymous=False)
OWNER = Source(
    "owner", "The owner of the ferry Solveig", SourceKind.ORGANIZATION, party="Solveig Lines", anonymous=False
)
ABOARD = (GUARD, "said", "27 people were aboard")
DIVERS = (GUARD, "said", "divers would go down on Thursday")
REPORTS = (
    entries("r1", FIRST, publisher="Norda News", said=(ABOARD, DIVERS), day="2026-03-01"),
    entries("r2", FIRST, publisher="Hallby Post", said=(ABOARD, DIVERS), day="2026-03-02"),
    entries(
        "r3",
        SECOND,
        publisher="Ellis Courier",
        said=((CROSS, "said", "31 people were aboard"), (OWNER, "denied", "that it was overloaded")),
        day="2026-03-02",
    ),
)


def story_at(path: Path, *reports: Ledger) -> Path:
    """A ledger there with these reports placed in it, all of them by default; more may be added to it."""
    store = Store(path, create=True)
    tick = clock()
    writer, placer = Writer(store, clock=tick), Placer(store, clock=tick)
    for report in reports or REPORTS:
        placer.place(writer.add(report, reader="7").document, report)
    store.close()
    return path


def hostile_story_at(path: Path) -> Path:
    """A ledger whose one report tries to be obeyed in every field."""
    return story_at(path, hostile())
