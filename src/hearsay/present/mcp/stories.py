"""The tools that tell of stories: one as it stands, a question with its accounts, what has changed."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Annotated, Any

from pydantic import Field

from hearsay.errors import HearsayError
from hearsay.ledger.connect import Store
from hearsay.ledger.view import View
from hearsay.present import words
from hearsay.present.amount import held
from hearsay.present.mcp.failing import told
from hearsay.present.mcp.fence import fenced, without_nothing
from hearsay.present.story.expected import awaited
from hearsay.present.story.folded import folded
from hearsay.present.story.rows import change_row, summary_row
from hearsay.present.story.wording import quotation
from hearsay.reconcile.ask import Stories
from hearsay.records.account import Account
from hearsay.records.span import Span
from hearsay.records.story import Asked, Story

MOST = 50
"""Answers of one call at most."""
MOST_ACCOUNTS = 40
Text = Annotated[str, Field(max_length=500)]
Limit = Annotated[int, Field(ge=1, le=MOST)]
Row = dict[str, Any]


class StoryTools:
    """The tools on one ledger; the pictures of stories stay at hand from call to call."""

    def __init__(self, store: Store) -> None:
        self._stories = Stories(View(store))

    def story(self, id: Text | None = None, *, after: Text | None = None, limit: Limit = 10) -> str:
        """Tell a story: its questions, disputed ones first, what is expected, its reports; without an id list stories.

        A story is what all reports of one event come to. Each question has its accounts in short; compare_question
        has their words. after: the cursor that a list before ended with.
        """
        try:
            if id is None:
                page = self._stories.summaries(after=after, limit=limit)
                more = f" There are more: after={page.after}." if page.after else ""
                rows = [without_nothing(summary_row(one)) for one in page.items]
                return fenced(rows, said=f"{len(rows)} {'story' if len(rows) == 1 else 'stories'}.{more}")
            found = self._stories.story(id)
        except HearsayError as error:
            return told(error)
        return fenced(_story(found, self._stories.day, limit=limit), said=f"One story, as of {self._stories.day}.")

    def compare_question(self, id: Text) -> str:
        """Compare what sources answer to one question: every account with its words, how they stand, and why.

        id: of a question, as story gives it. Accounts that conflict cannot both be true; copies of one report count
        as one origin.
        """
        try:
            found, asked = self._stories.question(id)
        except HearsayError as error:
            return told(error)
        row = {
            "question": asked.id,
            "label": asked.label,
            "disputed": asked.disputed,
            "story": found.id,
            "title": found.title,
            "part_of": asked.part_of,
            "why_compared": asked.reason,
            "accounts": [_account(account) for account in asked.accounts[:MOST_ACCOUNTS]],
            "left_out": max(0, len(asked.accounts) - MOST_ACCOUNTS),
            "judgements": [
                without_nothing(
                    {"relation": j.relation, "one": j.one, "other": j.other, "why": j.reason, "overruled": j.overruled}
                )
                for j in asked.judgements[: 2 * MOST_ACCOUNTS]
            ],
        }
        standing = "in dispute" if asked.disputed else "not in dispute"
        return fenced(without_nothing(row), said=f"One question, {standing}.")

    def changes_since(self, since: date, story: Text | None = None, *, limit: Limit = 20) -> str:
        """Tell what has changed in the stories, or in one, since a day began (UTC): disputes, revisions, denials, news.

        What counts is when reports came into the ledger, not when they were published.
        """
        try:
            wanted = self._stories.story(story).id if story is not None else None
            found = self._stories.changes(f"{since.isoformat()}T00:00:00.000000+00:00", story=wanted)
            shown = list(islice(found, limit + 1))
        except HearsayError as error:
            return told(error)
        rows = [without_nothing(change_row(one)) for one in shown[:limit]]
        more = " There are more; ask for one story, or for a later day." if len(shown) > limit else ""
        return fenced(rows, said=f"{words.counted(len(rows), 'change')} since {since.isoformat()}.{more}")


def _story(story: Story, day: date, *, limit: int) -> Row:
    return {
        "story": story.id,
        "title": story.title,
        "as_of": day.isoformat(),
        "reports": len(story.reports),
        "publishers": story.publishers,
        "origins": story.origins,
        "questions": [_question(asked) for asked in story.asked[:limit]],
        "questions_left_out": max(0, len(story.asked) - limit),
        "expected": list(_expected(story, limit=limit)),
        "witnesses": [
            without_nothing(
                {
                    "document": one.report.document.id,
                    "title": one.report.document.title,
                    "publisher": one.report.document.publisher,
                    "published": one.report.document.published,
                    "copies": [copy.document.id for copy in one.copies],
                }
            )
            for one in folded(story)[:limit]
        ],
    }


def _question(asked: Asked) -> Row:
    return {
        "question": asked.id,
        "label": asked.label,
        "disputed": asked.disputed,
        "accounts": [f"{held(one)} ({_who(one)})" for one in asked.accounts[:8]],
        "accounts_left_out": max(0, len(asked.accounts) - 8),
    }


def _account(account: Account) -> Row:
    strongest = account.strongest
    statement = strongest.statement
    return without_nothing(
        {
            "account": account.id,
            "amount": held(account),
            "source": _who(account),
            "party": account.source.party if account.source is not None else None,
            "anonymous": account.source.anonymous if account.source is not None else None,
            "via": [via.name for via in strongest.via],
            "certainty": statement.certainty if statement is not None else None,
            "statement": statement.id if statement is not None else None,
            "min": account.min,
            "max": account.max,
            "unit": account.unit,
            "holds_for": account.at,
            "said": account.said,
            "quotation": quotation(strongest),
            "words": strongest.words,
            "span": _span(strongest.figure.span),
            "document": strongest.document.id,
            "publisher": strongest.document.publisher,
            "documents": account.documents,
            "origins": account.origins,
        }
    )


def _expected(story: Story, *, limit: int) -> Iterator[Row]:
    for one in awaited(story)[:limit]:
        text = one.document.text
        yield without_nothing(
            {
                "expectation": one.expectation.id,
                "state": one.state,
                "what": one.expectation.what.of(text),
                "what_span": _span(one.expectation.what),
                "due": one.expectation.due,
                "source": one.source.name if one.source is not None else None,
                "document": one.document.id,
                "came_of_it": one.outcome.words if one.outcome is not None else None,
            }
        )


def _who(account: Account) -> str:
    return account.source.name if account.source is not None else "the report itself"


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
