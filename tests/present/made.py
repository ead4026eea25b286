"""A ledger made by hand, with everything in it that the views have to show."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from hearsay.errors import NoArticle, ReportError
from hearsay.present.cli.session import Session
from hearsay.records.document import Document, Part, PartKind, PublishedFrom
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure, Tally
from hearsay.records.ledger import Ledger
from hearsay.records.question import Question
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement
from hearsay.records.time import Time
from hearsay.settings import Settings

TEXT = """PORT ELLIS, May 4 (Norda) - The old swing bridge will stay shut until “at least the autumn”, the harbour \
board said on Monday, after divers found cracks in two of its piers.

“We looked at pier four twice. We did not believe it the first time,” said chief engineer Ana Téllez.

“Then we closed the road,” she said. The board's chairman, Ruud Okafor, believes that repairs will cost 40 million \
crowns, according to two officials who saw his letter.

It was feared that the ferry would be full by noon.

The swing bridge on Sunday. A sign says that it is “closed for good”. (Photo: Norda/M. Lund)

Related: Shopkeepers say closing the bridge would ruin them"""

CRACKS = Document(
    id="bridge-1",
    text=TEXT,
    origin="bridge.html",
    url="https://norda.example/bridge",
    title="Swing bridge shut until autumn, harbour board says",
    publisher="Norda News",
    byline="Mette Lund",
    published="2026-05-04T18:05:00+02:00",
    published_from=PublishedFrom.METADATA,
    language="en",
    parts=(
        Part(PartKind.DATELINE, Span(0, len("PORT ELLIS, May 4 (Norda) - "))),
        Part(PartKind.CAPTION, Span(TEXT.index("The swing bridge on"), TEXT.index("\n\nRelated"))),
        Part(PartKind.RELATED, Span(TEXT.index("Related"), len(TEXT))),
    ),
)
BOARD = Source("board", "the harbour board", SourceKind.ORGANIZATION, aliases=("the board",))
ENGINEER = Source(
    "engineer",
    "Ana Téllez",
    SourceKind.PERSON,
    party="Port Ellis Harbour Board",
    anonymous=False,
    role="chief engineer",
)
CHAIRMAN = Source("chairman", "Ruud Okafor", SourceKind.PERSON, anonymous=False, role="chairman, the board")
OFFICIALS = Source("officials", "two officials who saw his letter", SourceKind.GROUP, anonymous=True)
SIGN = Source("sign", "a sign", SourceKind.DOCUMENT)
SHOPKEEPERS = Source("shopkeepers", "shopkeepers", SourceKind.GROUP)


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where ``words`` stand in ``text`` for the ``nth`` time, counted from 0."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def statement(
    number: int,
    source: Source | None,
    *,
    words: tuple[str, str, Sequence[str]],
    nth: int = 0,
    quoted: Sequence[str] = (),
    via: Sequence[Source] = (),
    confidence: float = 0.93,
    **told: Any,
) -> Statement:
    """A statement of the bridge report; ``words`` are its source, cue and pieces of content.

    ``nth`` tells which of the places where the cue's word stands is meant, ``told`` the fields not named here.
    """
    credit, cue, content = words
    pieces = tuple(span(TEXT, piece) for piece in content)
    return Statement(
        id=f"bridge-1-s{number}",
        document=CRACKS.id,
        source=source.id if source else None,
        via=tuple(one.id for one in via),
        spans=Spans((span(TEXT, credit),), (span(TEXT, cue, nth),), pieces),
        quoted=tuple(span(TEXT, piece) for piece in quoted),
        mode=Mode.DIRECT if list(quoted) == list(content) else Mode.MIXED if quoted else Mode.INDIRECT,
        confidence=confidence,
        **cast("dict[str, Any]", {"source_confidence": 0.9, "certainty": Certainty.CERTAIN} | told),
    )


SHUT = "The old swing bridge will stay shut until “at least the autumn”"
TWICE = "We looked at pier four twice. We did not believe it the first time"
BRIDGE = Ledger(
    documents=(CRACKS,),
    sources=(BOARD, ENGINEER, CHAIRMAN, OFFICIALS, SIGN, SHOPKEEPERS),
    statements=(
        statement(
            1,
            BOARD,
            words=("the harbour board", "said", [SHUT]),
            quoted=["at least the autumn"],
            said_on="2026-05-04",
            said_words=span(TEXT, "on Monday"),
        ),
        statement(2, ENGINEER, words=("chief engineer Ana Téllez", "said", [TWICE]), nth=1, quoted=[TWICE]),
        statement(
            3, ENGINEER, words=("she", "said", ["Then we closed the road"]), nth=2, quoted=["Then we closed the road"]
        ),
        statement(
            4,
            CHAIRMAN,
            words=("Ruud Okafor", "believes", ["repairs will cost 40 million crowns"]),
            via=[OFFICIALS],
            act=Act.ESTIMATE,
            act_words=span(TEXT, "believes"),
            certainty=Certainty.PROBABLE,
            certainty_words=(span(TEXT, "believes"),),
            medium="his letter",
        ),
        statement(
            5,
            OFFICIALS,
            words=(
                "two officials who saw his letter",
                "according to",
                ["believes that repairs will cost 40 million crowns"],
            ),
            confidence=0.31,
        ),
        statement(6, None, words=("It", "was feared", ["the ferry would be full by noon"])),
        statement(7, SIGN, words=("A sign", "says", ["it is “closed for good”"]), quoted=["closed for good"]),
        statement(8, SHOPKEEPERS, words=("Shopkeepers", "say", ["closing the bridge would ruin them"]), nth=1),
    ),
    figures=(
        Figure(
            id="cost",
            document=CRACKS.id,
            span=span(TEXT, "40 million crowns"),
            min=40e6,
            max=40e6,
            inclusive=True,
            approximate=False,
            vagueness=None,
            unit="crowns",
            base=None,
            counted=None,
            measure=span(TEXT, "repairs will cost"),
            place=None,
            tally=Tally.PLAN,
            statement="bridge-1-s4",
            source=CHAIRMAN.id,
            question="cost",
            as_of=None,
        ),
        Figure(
            id="piers",
            document=CRACKS.id,
            span=span(TEXT, "two of its piers"),
            min=2,
            max=2,
            inclusive=True,
            approximate=False,
            vagueness=None,
            unit="piers",
            base=None,
            counted=None,
            measure=None,
            place=None,
            tally=None,
            statement=None,
            source=None,
            question=None,
            as_of=None,
        ),
    ),
    questions=(Question("cost", "crowns that repairs will cost"),),
    times=(Time(CRACKS.id, span(TEXT, "on Monday"), "2026-05-04"),),
    expectations=(
        Expectation(
            id="open",
            document=CRACKS.id,
            span=span(TEXT, "at least the autumn"),
            what=span(TEXT, "The old swing bridge will stay shut"),
            due="2026-23/..",
            source=BOARD.id,
            statement="bridge-1-s1",
        ),
    ),
)
QUIET = Ledger(documents=(Document(id="quiet", text="It rained in Port Ellis.", origin="rain.txt"),))

HOSTILE_TEXT = (
    "<script>alert(1)</script> [bold red]said[/] \x1b[31mred\x1b[0m & \x9b2J \u202edlrow\u202c "
    '"><img src=x onerror=alert(1)> told {{ 7*7 }} {% raw %} \ud800 end'
)


def hostile() -> Ledger:
    """A report whose every field tries to be obeyed."""
    document = Document(
        id="<b>x</b>",
        text=HOSTILE_TEXT,
        origin="\x1b]0;owned\x07<i>a</i>\nb.txt",
        url="javascript:alert(1)",
        title="<title>\x1b[2J[link=https://evil.example]x[/link]</title><script>alert(2)</script>",
        publisher='"><svg onload=alert(3)>',
        byline="\u202eevil\r\nSet-Cookie",
        published="<b>soon</b>",
        language='en" onmouseover="alert(4)',
    )
    source = Source(
        "s",
        "<img src=x onerror=alert(5)>\x1b[1m",
        party="[red]</bdi>",
        role="<i>\x1b[5m",
        anonymity="<u>",
        anonymous=True,
    )
    stated = Statement(
        "st",
        document.id,
        "s",
        ("s",),
        Spans(
            (span(HOSTILE_TEXT, "[bold red]"),),
            (span(HOSTILE_TEXT, "said"),),
            (Span(0, 25), Span(38, len(HOSTILE_TEXT))),
        ),
        (Span(0, 10),),
        Mode.MIXED,
        0.2,
        said_on="<b>2026</b>",
        medium="\x1b[7m<em>",
    )
    return Ledger((document,), (source,), (stated,))


class Script:
    """A reader that gives back ledgers made beforehand."""

    version = "7"

    def __init__(self, ledgers: Iterable[Ledger]) -> None:
        self._ledgers = {document.text: ledger for ledger in ledgers for document in ledger.documents}

    def read(self, documents: Iterable[Document]) -> Iterator[Ledger]:
        """The ledger made for each text, under the document's own id."""
        for document in documents:
            made = self._ledgers[document.text]
            yield replace(
                made,
                documents=(document,),
                statements=tuple(replace(s, document=document.id) for s in made.statements),
                figures=tuple(replace(f, document=document.id) for f in made.figures),
                times=tuple(replace(t, document=document.id) for t in made.times),
                expectations=tuple(replace(e, document=document.id) for e in made.expectations),
            )


NAMED = {"bridge.html": BRIDGE, "rain.txt": QUIET, "hostile.txt": hostile()}


def found(
    inputs: Iterable[str | Path], *, settings: Settings, published: str | None
) -> Iterator[Document | ReportError]:
    """The documents that NAMED has; whatever else is asked for cannot be read, or goes wrong as its name says."""
    for given in map(str, inputs):
        if given in NAMED:
            yield NAMED[given].documents[0]
        elif given == "bug":
            raise KeyError("boom")
        elif given == "ctrl-c":
            raise KeyboardInterrupt
        elif given.startswith("many-"):
            yield from [CRACKS] * int(given.removeprefix("many-"))
        elif given != "nothing":
            yield NoArticle("no article in this page", origin=given)


def session() -> Session:
    """A session in which no file is opened and no network loaded."""
    return Session(find_documents=found, open_reader=lambda settings: Script(NAMED.values()))
