"""Stories made by hand, for the tests of what is made from them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hearsay.records.account import Account, Given, Judgement, Relation
from hearsay.records.copying import Copy, CopyKind
from hearsay.records.document import Document
from hearsay.records.expectation import Expectation
from hearsay.records.figure import Figure
from hearsay.records.source import Source, SourceKind
from hearsay.records.span import Span
from hearsay.records.statement import Act, Certainty, Mode, Spans, Statement
from hearsay.records.story import Asked, Awaited, Denial, Reported, Said, State, Story


@dataclass(slots=True)
class Told:
    """A story while it is made: one event, its reports, one question."""

    reports: list[Reported] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    denials: list[Denial] = field(default_factory=list)
    awaited: list[Awaited] = field(default_factory=list)

    def report(self, id: str, text: str, *, copy_of: str | None = None, lineage: str | None = None) -> Document:
        """Add a report; it came in on the day of its number."""
        document = Document(id, text, title=f"Report {id}", publisher=f"Daily {id}", published="2026-03-01")
        copy = Copy(id, copy_of, CopyKind.WHOLE, 1.0, (), "the same words") if copy_of is not None else None
        recorded = f"2026-03-{len(self.reports) + 1:02}T10:00:00.000000+00:00"
        line = lineage or id
        version = 1 + sum(report.lineage == line for report in self.reports)
        self.reports = [report for report in self.reports if report.lineage != line]
        self.reports.append(Reported(document, copy, line, version, recorded))
        return document

    def account(self, document: Document, words: str, *, by: str | None, value: float) -> Account:
        """Add what a source holds: these words of a report."""
        source = Source(by, by, SourceKind.PERSON, anonymous=False) if by is not None else None
        start = document.text.index(words)
        figure = _figure(f"{document.id}-{start}", document.id, Span(start, start + len(words)), value=value)
        given = Given(figure, document, len(self.accounts), None, source, (), document.id)
        made = Account(
            id=f"account-{figure.id}",
            source=source,
            min=value,
            max=value,
            inclusive=True,
            approximate=False,
            unit=None,
            at="2026-03-01",
            said=None,
            figures=(given,),
            strongest=given,
            latest=given,
        )
        self.accounts.append(made)
        return made

    def judge(self, relation: Relation, one: Account, other: Account, *, overruled: str | None = None) -> None:
        """Say how two accounts stand to each other."""
        words = (one.latest.words, other.latest.words)
        self.judgements.append(Judgement(relation, one.id, other.id, "so they stand", words, overruled))

    def said(self, document: Document, words: str, *, by: str, act: Act = Act.ASSERT) -> Said:
        """What somebody says in a report."""
        start = document.text.index(words)
        spans = Spans((), (Span(0, 1),), (Span(start, start + len(words)),))
        statement = Statement(
            id=f"{document.id}-s{start}",
            document=document.id,
            source=by,
            via=(),
            spans=spans,
            quoted=(),
            mode=Mode.INDIRECT,
            confidence=1.0,
            act=act,
            certainty=Certainty.CERTAIN,
        )
        return Said(statement, document, Source(by, by, SourceKind.PERSON), (), document.id, "2026-03-01")

    def deny(self, denial: Said, affirmed: Said) -> None:
        """Pair a denial with what it denies."""
        ends = (denial.statement.id, affirmed.statement.id)
        judgement = Judgement(Relation.DENIES, ends[1], ends[0], "it denies it", (affirmed.words, denial.words))
        self.denials.append(Denial(denial, affirmed, judgement))

    def expect(self, document: Document, words: str, *, state: State, outcome: Said | None = None) -> None:
        """Add something that is to come."""
        start = document.text.index(words)
        span = Span(start, start + len(words))
        expectation = Expectation(f"{document.id}-e{start}", document.id, span, span, "2026-03-05", None, None)
        self.awaited = [a for a in self.awaited if a.expectation.id != expectation.id]
        self.awaited.append(Awaited(expectation, document, None, state, outcome, "by its words"))

    def story(self) -> Story:
        """The story so far."""
        asked = Asked("question-1", "People killed", tuple(self.accounts), tuple(self.judgements), None, (), "dead")
        return Story(
            id="story-1",
            title="A fire in Hallby",
            reports=tuple(self.reports),
            sources=(),
            said=(),
            asked=(asked,) if self.accounts else (),
            denials=tuple(self.denials),
            awaited=tuple(self.awaited),
        )


def without(story: Story, judgements: Sequence[Judgement]) -> Story:
    """The story without these judgements."""
    asked = [replace(a, judgements=tuple(j for j in a.judgements if j not in judgements)) for a in story.asked]
    return replace(story, asked=tuple(asked))


def _figure(id: str, document: str, span: Span, *, value: float) -> Figure:
    return Figure(
        id=id,
        document=document,
        span=span,
        min=value,
        max=value,
        inclusive=True,
        approximate=False,
        vagueness=None,
        unit=None,
        base=None,
        counted=None,
        measure=None,
        place=None,
        tally=None,
        statement=None,
        source=None,
        question="question-1",
        as_of=None,
    )
