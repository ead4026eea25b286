"""A story's reports with what they come to, as one ledger: what is exported."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hearsay.reconcile.entered import Entered
from hearsay.reconcile.picture import Picture
from hearsay.records.ledger import Ledger
from hearsay.records.question import Question
from hearsay.records.source import Source
from hearsay.records.statement import Statement


def told(entered: Sequence[Entered], picture: Picture) -> Ledger:
    """The entries of reports of a story, all or some, with its sources and questions in the places of their own."""
    story, known = picture.story, picture.known
    asked = {given.figure.id: one.id for one in story.asked for account in one.accounts for given in account.figures}
    answered = {asked.get(figure.id) for one in entered for figure in one.ledger.figures}
    joined = Ledger.joined(one.ledger for one in entered)
    credited = {known[source.id].id for source in joined.sources}
    return replace(
        joined,
        sources=tuple(source for source in story.sources if source.id in credited),
        statements=tuple(_statement(statement, known) for statement in joined.statements),
        figures=tuple(
            replace(figure, source=_known(figure.source, known), question=asked.get(figure.id))
            for figure in joined.figures
        ),
        questions=tuple(Question(one.id, one.label) for one in story.asked if one.id in answered),
        expectations=tuple(replace(e, source=_known(e.source, known)) for e in joined.expectations),
        story=story,
    )


def _statement(statement: Statement, known: Mapping[str, Source]) -> Statement:
    via = dict.fromkeys(known[id].id for id in statement.via if id in known)
    return replace(statement, source=_known(statement.source, known), via=tuple(via))


def _known(id: str | None, known: Mapping[str, Source]) -> str | None:
    return known[id].id if id is not None and id in known else id
