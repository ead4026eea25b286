"""What the API takes and gives, as OpenAPI describes it. Fields are those of ``hearsay find --format json``."""

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^\x00]*$")]
"""A text that a database can hold."""
Why = Annotated[str, StringConstraints(min_length=1, max_length=2000, pattern=r"^[^\x00]*\S[^\x00]*$")]
"""A reason; it is kept."""
Span = Annotated[list[int], Field(min_length=2, max_length=2)]
"""[start, end]: code points into the document's text, half open."""
Item = TypeVar("Item", bound=BaseModel)


class Answer(BaseModel):
    """What is common to all answers."""

    model_config = ConfigDict(extra="forbid")


class Page(Answer, Generic[Item]):
    """Some of what was asked for, and where the rest goes on."""

    items: list[Item]
    after: str | None = Field(description="Pass it on as `after` for the next page; null where there is none.")


class Problem(BaseModel):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str | None = None
    errors: list[dict[str, str]] | None = None


class DocumentRow(Answer):
    """A report, without its text."""

    document: str
    title: str | None
    publisher: str | None
    byline: str | None
    published: str | None
    fetched: str | None
    recorded: str
    version: int
    previous: str | None
    reader: str | None
    url: str | None
    origin: str | None
    characters: int


class DocumentWhole(DocumentRow):
    """A report with its text and all versions of it, the oldest first."""

    text: str
    versions: list[str]


class SourceRow(Answer):
    """A source across all reports."""

    name: str
    kind: str | None
    party: str | None
    role: str | None
    anonymous: bool | None
    documents: int
    statements: int
    source: str


class StatementRow(Answer):
    """A statement."""

    document: str
    title: str | None
    publisher: str | None
    published: str | None
    statement: str
    source: str | None
    source_name: str | None
    role: str | None
    party: str | None
    anonymous: bool | None
    via: list[str]
    content: str
    mode: str
    act: str | None
    certainty: str | None
    said_on: str | None
    medium: str | None
    confidence: float
    source_confidence: float
    corrected: list[str]
    rejected: bool


class InnerFigure(Answer):
    """A figure that stands in a statement."""

    figure: str
    words: str
    min: float | None
    max: float | None
    inclusive: bool
    approximate: bool
    unit: str | None
    counted: str | None
    as_of: str | None
    span: Span


class StatementWhole(StatementRow):
    """A statement with everything that is known of it."""

    kind: str | None
    anonymity: str | None
    act_words: str | None
    certainty_words: list[str]
    said_words: str | None
    url: str | None
    paragraph: str
    paragraph_span: Span
    source_spans: list[Span]
    cue_spans: list[Span]
    content_spans: list[Span]
    quoted_spans: list[Span]
    figures: list[InnerFigure]


class FoundRow(Answer):
    """A statement, or a report beside its statements, that holds what was looked for; of a report the rest is null."""

    document: str
    title: str | None
    publisher: str | None
    published: str | None
    statement: str | None
    source: str | None
    source_name: str | None
    role: str | None
    party: str | None
    anonymous: bool | None
    via: list[str] | None
    content: str | None
    mode: str | None
    act: str | None
    certainty: str | None
    said_on: str | None
    medium: str | None
    confidence: float | None
    source_confidence: float | None
    corrected: list[str] | None
    rejected: bool | None
    passage: str | None
    passage_span: Span | None
    marks: list[Span] = Field(description="Into `passage`.")


class FigureRow(Answer):
    """A figure with the report that it stands in."""

    figure: str
    document: str
    words: str
    min: float | None
    max: float | None
    inclusive: bool
    approximate: bool
    vagueness: str | None
    unit: str | None
    counted: str | None
    measure: str | None
    place: str | None
    tally: str | None
    statement: str | None
    source: str | None
    source_name: str | None
    question: str | None
    question_label: str | None
    as_of: str | None
    span: Span


class ExpectationRow(Answer):
    """Something announced, with the time by which it is due."""

    expectation: str
    document: str
    what: str
    due: str = Field(description="EDTF.")
    due_words: str
    source: str | None
    source_name: str | None
    statement: str | None
    span: Span
    what_span: Span
    state: Literal["to come", "due", "overdue", "happened", "not happened", "postponed"] | None = Field(
        description="As of today; null where its report is in no story."
    )
    outcome: str | None = Field(description="The statement that tells what came of it.")


class CorrectionRow(Answer):
    """A judgement of an analyst."""

    correction: str
    recorded: str
    by: str
    kind: str
    target: str
    other: str | None
    value: dict[str, Any]
    former: dict[str, Any]
    why: str
    undoes: str | None
    undone_by: str | None
    is_undone: bool
    words: dict[str, list[str]]


class ResultRow(Answer):
    """What came of one report."""

    origin: str
    outcome: str = Field(description="added, known, version, read again or failed.")
    document: str | None
    title: str | None
    why: str | None


class JobRow(Answer):
    """Work in the background."""

    job: str
    by: str
    name: str
    state: Literal["waiting", "reading", "done", "failed", "stopped"]
    created: str
    read: int = Field(description="Reports that have been read so far, failed ones too.")
    results: list[ResultRow]
    why: str | None


class Me(Answer):
    """Who asks, and what they may do."""

    name: str
    role: Literal["reader", "analyst", "admin"]


class Health(Answer):
    """How a desk is: each thing that it depends on is "ok", or says in a word what is wrong."""

    status: Literal["ok", "failing"]
    ledger: str
    reader: str
    jobs_waiting: int


class Given(BaseModel):
    """What is common to all that is given."""

    model_config = ConfigDict(extra="forbid", strict=True)


class _Manner(Given):
    why: Why
    document: Text | None = Field(None, description="The report that is meant, where several have such an entry.")


class ChangeStatement(_Manner):
    """Change a statement; what is left out stays, and null empties."""

    kind: Literal["statement"]
    target: Text
    source: Text | None = None
    via: list[Text] | None = Field(None, max_length=20)
    act: Text | None = None
    certainty: Text | None = None
    said_on: Text | None = None


class ChangeFigure(_Manner):
    """Change a figure; what is left out stays, and null empties."""

    kind: Literal["figure"]
    target: Text
    min: float | None = None
    max: float | None = None
    inclusive: bool | None = None
    approximate: bool | None = None
    unit: Text | None = None
    counted: Text | None = None


class Reject(_Manner):
    """Say that nobody made a statement."""

    kind: Literal["reject"]
    target: Text


class Accept(_Manner):
    """Say that a statement was rightly read."""

    kind: Literal["accept"]
    target: Text


class Judge(Given):
    """Say of two sources that they are one, are not, or that it cannot be told."""

    kind: Literal["same", "not-same", "unsure"]
    target: Text
    other: Text
    why: Why
    despite_anonymity: bool = False


class Add(Given):
    """Add a statement that was missed: its words as they stand in the report, or their places."""

    kind: Literal["add"]
    document: Text
    content: list[Text | Span] = Field(min_length=1, max_length=50)
    cue: list[Text | Span] = Field(default=[], max_length=50)
    words_of_source: list[Text | Span] = Field(default=[], max_length=50)
    why: Why
    source: Text | None = None
    via: list[Text] | None = Field(None, max_length=20)
    act: Text | None = None
    certainty: Text | None = None
    said_on: Text | None = None


class OverruleFigures(_Manner):
    """Say whether two figures of a story answer one question, or that they are in no conflict, and why."""

    kind: Literal["same-question", "not-same-question", "no-conflict"]
    target: Text
    other: Text
    other_document: Text | None = None


class Move(Given):
    """Put a report, all its versions, into a story; null is one of its own."""

    kind: Literal["move"]
    target: Text
    story: Text | None = None
    why: Why


class OverruleCopy(Given):
    """Say that a report carries another's account, or that neither carries the other's."""

    kind: Literal["copy", "not-copy"]
    target: Text
    other: Text
    why: Why


Overrule = OverruleFigures | Move | OverruleCopy
"""What is said of what reports come to."""
Correct = Annotated[
    ChangeStatement | ChangeFigure | Reject | Accept | Judge | Add | OverruleFigures | Move | OverruleCopy,
    Field(discriminator="kind"),
]


class Undo(Given):
    """Take a correction back."""

    why: Why


class NewLink(Given):
    """A link to be read and added."""

    link: Annotated[str, StringConstraints(max_length=4000)]


class NewText(Given):
    """A text to be read and added."""

    text: Annotated[str, StringConstraints(max_length=900_000)]
    title: Text | None = None
    publisher: Text | None = None
    published: Text | None = Field(None, description="ISO 8601.")
    url: Text | None = None
