"""What the API tells of stories; fields are those of ``hearsay story --format json``."""

from typing import Any, Literal

from pydantic import Field

from hearsay.present.web.api.models import Answer, Page, Span

State = Literal["to come", "due", "overdue", "happened", "not happened", "postponed"]


class SummaryRow(Answer):
    """A story in a list."""

    story: str
    title: str
    documents: int
    publishers: int
    owners: int | None = Field(description="Null: no ledger knows who owns a publisher.")
    origins: int = Field(description="Independent reports: copies count once.")
    disputed: int = Field(description="Questions in dispute.")
    agreed: int
    expected: int
    overdue: int
    first: str | None
    last: str | None
    updated: str


class AccountRow(Answer):
    """What one source answers to one question at one time, however many reports carry it."""

    id: str
    source: str | None
    min: float | None
    max: float | None
    inclusive: bool
    approximate: bool
    unit: str | None
    at: str | None = Field(description="The time that it holds for, EDTF.")
    said: str | None
    figures: list[str]
    strongest: str = Field(description="The figure whose wording binds its source most.")
    latest: str
    documents: int
    publishers: int
    origins: int
    source_name: str | None
    party: str | None
    words: str = Field(description="The sentence of the strongest figure.")
    document: str
    span: Span = Field(description="Of the strongest figure in that document.")


class JudgementRow(Answer):
    """How two accounts stand to each other, and why."""

    relation: str
    one: str
    other: str
    reason: str
    words: list[str]
    overruled: str | None = Field(description="The correction that says it does not hold.")


class QuestionRow(Answer):
    """A question with the accounts that answer it."""

    id: str
    label: str
    disputed: bool
    revised_by: list[str]
    part_of: str | None
    reason: str
    accounts: list[AccountRow]
    judgements: list[JudgementRow]
    story: str
    title: str = Field(description="Of the story.")


class SaidRow(Answer):
    """A statement as a story has it."""

    statement: str
    document: str
    source: str | None
    source_name: str | None
    via: list[str]
    content: str
    mode: str
    act: str | None
    certainty: str | None
    at: str | None


class ToldRow(SaidRow):
    """A statement with all reports that carry it."""

    documents: list[str]
    origins: int


class AwaitedRow(Answer):
    """Something expected, and what came of it."""

    expectation: str
    document: str
    what: str
    words: str
    due: str
    source: str | None
    source_name: str | None
    state: State
    outcome: SaidRow | None
    reason: str
    also: list[str]


class CreditRow(Answer):
    """A source of a story."""

    source: str
    name: str
    kind: str | None
    party: str | None
    role: str | None
    anonymous: bool | None
    anonymity: str | None
    statements: int


class ReportRow(Answer):
    """A report of a story, and whose account it carries."""

    document: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    version: int
    recorded: str
    copy_: dict[str, Any] | None = Field(alias="copy")
    quotes: list[dict[str, Any]]


class DenialRow(Answer):
    """A denial and what it denies, by their statements."""

    denial: str
    affirmed: str
    reason: str
    words: list[str]
    overruled: str | None


class StoryWhole(Answer):
    """A story as it stands, or as it stood on a day."""

    story: str
    title: str
    as_of: str
    documents: int
    publishers: int
    owners: int | None
    origins: int
    questions: list[QuestionRow]
    denials: list[DenialRow]
    expectations: list[AwaitedRow]
    statements: list[ToldRow]
    sources: list[CreditRow]
    reports: list[ReportRow]


class ChangeRow(Answer):
    """Something that is not as it was."""

    kind: str
    story: str
    title: str
    says: str
    words: list[str]
    documents: list[str]
    about: str
    at: str


class ChangesPage(Page[ChangeRow]):
    """Some of the changes."""

    until: str = Field(description="The moment up to which they count; ask for what comes after as `since`.")
