"""How it stands with what was announced: told by the story of the report that announced it."""

from typing import Any

from hearsay.ledger.listing import Listed
from hearsay.present.web.api.rows import expectation_row
from hearsay.reconcile.ask import Stories
from hearsay.records.expectation import Expectation
from hearsay.records.story import Awaited

Row = dict[str, Any]


class States:
    """Expectations of one answer with their states; each report's story is looked at once."""

    def __init__(self, stories: Stories | None) -> None:
        """Without ``stories`` nothing is told of them."""
        self._stories = stories
        self._of_story: dict[str, dict[str, Awaited]] = {}
        self._of_document: dict[str, str | None] = {}

    def row(self, listed: Listed[Expectation]) -> Row:
        """An expectation with the report that it stands in, its state and what came of it."""
        awaited = self._awaited(listed)
        outcome = awaited.outcome if awaited is not None else None
        return expectation_row(listed) | {
            "state": awaited.state if awaited is not None else None,
            "outcome": outcome.statement.id if outcome is not None else None,
        }

    def _awaited(self, listed: Listed[Expectation]) -> Awaited | None:
        if self._stories is None:
            return None
        document = listed.entry.document
        if document not in self._of_document:
            self._of_document[document] = self._stories.of_documents([document]).get(document)
        id = self._of_document[document]
        if id is None:
            return None
        if id not in self._of_story:
            story = self._stories.known(id)
            every = story.awaited if story is not None else ()
            self._of_story[id] = {e.id: one for one in every for e in (one.expectation, *one.also)}
        return self._of_story[id].get(listed.entry.id)
