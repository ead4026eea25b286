"""How it stands with what was announced: told by the story of the report that announced it."""

from collections.abc import Iterator
from typing import Any

from hearsay.ledger.listing import Listed
from hearsay.present.web.api.rows import expectation_row
from hearsay.reconcile.ask import Stories
from hearsay.records.expectation import Expectation
from hearsay.records.story import State, Story

Row = dict[str, Any]


class States:
    """Expectations of one answer with their states; each story is looked at once, and nothing else of it is kept."""

    def __init__(self, stories: Stories) -> None:
        self._stories = stories
        self._of_story: dict[str, dict[str, tuple[State, str | None]]] = {}
        self._of_document: dict[str, str | None] = {}

    def row(self, listed: Listed[Expectation]) -> Row:
        """An expectation with the report that it stands in, its state and what came of it."""
        state, outcome = self._of(listed.entry)
        return expectation_row(listed) | {"state": state, "outcome": outcome}

    def _of(self, expectation: Expectation) -> tuple[State | None, str | None]:
        document = expectation.document
        if document not in self._of_document:
            self._of_document[document] = self._stories.of_documents([document]).get(document)
        id = self._of_document[document]
        if id is None:
            return None, None
        if id not in self._of_story:
            story = self._stories.known(id)
            self._of_story[id] = dict(_states(story)) if story is not None else {}
        return self._of_story[id].get(expectation.id, (None, None))


def _states(story: Story) -> Iterator[tuple[str, tuple[State, str | None]]]:
    for one in story.awaited:
        told = one.state, one.outcome.statement.id if one.outcome is not None else None
        for expectation in (one.expectation, *one.also):
            yield expectation.id, told
