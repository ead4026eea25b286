"""A second report, of another publisher and day, so that filters have something to choose from."""

from collections.abc import Sequence
from typing import Any

from hearsay.records.document import Document, PublishedFrom
from hearsay.records.figure import Figure
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source, SourceKind
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement
from tests.present.made import span

TEXT = """Harbour minister Ilse Brandt denied on 2 June that the swing bridge had been neglected.

“There was never a cut in repairs, and there will be none,” Brandt told the Port Ellis Courier.

The ferry may carry about 900 cars a day, chief engineer Ana Téllez said in a statement.

A person close to the talks urged the town to close the old bridge for good. The council meets in August."""

CROSSING = Document(
    id="ferry-1",
    text=TEXT,
    url="https://courier.example/ferry",
    title="Minister denies neglect of bridge",
    publisher="Port Ellis Courier",
    published="2026-06-03",
    published_from=PublishedFrom.METADATA,
    language="en",
)
MINISTER = Source(
    "minister", "Ilse Brandt", SourceKind.PERSON, party="Land of Ellis", anonymous=False, role="harbour minister"
)
ENGINEER = Source(
    "engineer-2",
    "Ana Téllez",
    SourceKind.PERSON,
    party="Port Ellis Harbour Board",
    anonymous=False,
    role="chief engineer",
)
PERSON = Source("person", "a person close to the talks", SourceKind.PERSON, anonymous=True)


def statement(number: int, source: Source, *, words: tuple[str, str, Sequence[str]], **told: Any) -> Statement:
    """A statement of the ferry report; ``words`` are its source, cue and pieces of content."""
    credit, cue, content = words
    fields = {"certainty": Certainty.CERTAIN, "act": Act.ASSERT, "mode": Mode.INDIRECT} | told
    return Statement(
        id=f"ferry-1-s{number}",
        document=CROSSING.id,
        source=source.id,
        via=(),
        spans=Spans((span(TEXT, credit),), (span(TEXT, cue),), tuple(span(TEXT, piece) for piece in content)),
        quoted=fields.pop("quoted", ()),
        confidence=0.9,
        source_confidence=0.9,
        **fields,
    )


FERRY = Ledger(
    documents=(CROSSING,),
    sources=(MINISTER, ENGINEER, PERSON),
    statements=(
        statement(
            1,
            MINISTER,
            words=("Harbour minister Ilse Brandt", "denied", ["the swing bridge had been neglected"]),
            act=Act.DENY,
            act_words=span(TEXT, "denied"),
            said_on="2026-06-02",
            said_words=span(TEXT, "on 2 June"),
        ),
        statement(
            2,
            MINISTER,
            words=("Brandt", "told", ["There was never a cut in repairs, and there will be none"]),
            mode=Mode.DIRECT,
            quoted=(span(TEXT, "There was never a cut in repairs, and there will be none"),),
        ),
        statement(
            3,
            ENGINEER,
            words=("chief engineer Ana Téllez", "said", ["The ferry may carry about 900 cars a day"]),
            act=Act.ESTIMATE,
            certainty=Certainty.POSSIBLE,
            certainty_words=(span(TEXT, "may"),),
            said_on="2026-06-01/2026-06-03",
            medium="a statement",
        ),
        statement(
            4,
            PERSON,
            words=("A person close to the talks", "urged", ["close the old bridge for good"]),
            act=Act.URGE,
            certainty=Certainty.UNSTATED,
        ),
    ),
    figures=(
        Figure(
            id="cars",
            document=CROSSING.id,
            span=span(TEXT, "about 900 cars"),
            min=900.0,
            max=900.0,
            inclusive=True,
            approximate=True,
            vagueness=None,
            unit="cars",
            base=None,
            counted=span(TEXT, "cars"),
            measure=None,
            place=None,
            tally=None,
            statement="ferry-1-s3",
            source=ENGINEER.id,
            question=None,
            as_of=None,
        ),
    ),
)
