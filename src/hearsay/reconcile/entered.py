"""The entries of a story's reports, with who is behind each as the story knows them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hearsay.ledger.answers import Kept
from hearsay.reconcile.copies.witness import witness
from hearsay.records.account import Given
from hearsay.records.copying import Copy
from hearsay.records.ledger import Ledger
from hearsay.records.source import Source
from hearsay.records.span import Span
from hearsay.records.statement import Statement
from hearsay.records.story import Reported, Said


def reported(kept: Kept, copies: Sequence[Copy]) -> Reported:
    """A report among those of its story; ``copies``: whose account it carries, and whom it quotes at length."""
    return Reported(
        document=kept.document,
        copy=next((copy for copy in copies if copy.is_copy), None),
        lineage=kept.lineage,
        version=kept.version,
        recorded=kept.recorded,
        quotes=tuple(copy for copy in copies if not copy.is_copy),
    )


@dataclass(frozen=True, slots=True)
class Entered:
    """A report as the ledger holds it."""

    kept: Kept
    ledger: Ledger
    copies: tuple[Copy, ...] = ()
    """Whose account it carries, and whom it quotes at length."""

    @property
    def reported(self) -> Reported:
        """It among the reports of its story."""
        return reported(self.kept, self.copies)


@dataclass(frozen=True, slots=True)
class Credits:
    """Who is behind the entries of a report."""

    known: Mapping[str, Source]
    """The source that the story has for each of the reports', by the id that it has there."""

    def source(self, id: str | None) -> Source | None:
        """The source as the story knows it."""
        return self.known.get(id) if id is not None else None

    def via(self, statement: Statement | None) -> tuple[Source, ...]:
        """The chain through which a report has the statement."""
        return tuple(self.known[id] for id in statement.via if id in self.known) if statement is not None else ()


def given(entered: Entered, credits: Credits) -> Iterator[Given]:
    """The figures of a report that are followed, in the order of its text."""
    statements = {statement.id: statement for statement in entered.ledger.statements}
    for figure in entered.ledger.figures:
        if figure.question is not None:
            statement = statements.get(figure.statement) if figure.statement is not None else None
            yield Given(
                figure=figure,
                document=entered.kept.document,
                number=entered.kept.number,
                statement=statement,
                source=credits.source(figure.source),
                via=credits.via(statement),
                origin=witness(entered.kept.document.id, figure.span, copies=entered.copies),
            )


def said(entered: Entered, credits: Credits) -> Iterator[Said]:
    """The statements of a report, in the order of its text."""
    document = entered.kept.document
    for statement in entered.ledger.statements:
        yield Said(
            statement=statement,
            document=document,
            source=credits.source(statement.source),
            via=credits.via(statement),
            origin=witness(document.id, _stretch(statement), copies=entered.copies),
            at=statement.said_on or (document.published or "")[:10] or None,
        )


def reports(entered: Sequence[Entered]) -> tuple[Reported, ...]:
    """The reports by publication, then by id; those without a time come last."""
    found = [one.reported for one in entered]
    return tuple(sorted(found, key=lambda one: (one.document.published or "~", one.document.id)))


def _stretch(statement: Statement) -> Span:
    spans = (*statement.spans.content, *statement.spans.cue)
    return Span(min(span.start for span in spans), max(span.end for span in spans))
