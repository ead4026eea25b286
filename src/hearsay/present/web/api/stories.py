"""Stories, their questions, and what has changed in them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, Field
from starlette.requests import Request

from hearsay.ledger.view import View
from hearsay.present.story.rows import change_row, story_row, summary_row
from hearsay.present.story.wording import quotation
from hearsay.present.web.api.asked import Name, Numbered, Paged
from hearsay.present.web.api.models import Page
from hearsay.present.web.api.paging import BULK, as_lines, as_page, numbers, plain, wants_all
from hearsay.present.web.api.story_models import ChangeRow, ChangesPage, QuestionRow, StoryWhole, SummaryRow
from hearsay.present.web.problems import looked_up
from hearsay.present.web.state import desk_of
from hearsay.present.web.who import Reading
from hearsay.reconcile.ask import Stories
from hearsay.records.account import Account
from hearsay.records.story import Asked, Story, Summary
from hearsay.records.story_rows import asked_row

router = APIRouter(tags=["stories"])
Row = dict[str, Any]
MOST_AT_ONCE = 25
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_AFTER = "The cursor that the page before ended with."


class OfStory(Paged):
    """A list of questions."""

    after: str | None = Field(None, pattern=r"^[0-9]{1,18}-[0-9]{1,9}$", description=_AFTER)
    story: Name = Field(None, description="Of this story alone.")
    disputed: bool = Field(False, description="Only those in dispute.")


class Since(Paged):
    """What changes are asked for."""

    after: str | None = Field(None, pattern=r"^[0-9]{1,9}-[0-9]{1,17}$", description=_AFTER)
    since: AwareDatetime = Field(description="The moment after which they came into the ledger.")
    story: Name = Field(None, description="Of this story alone.")


@router.get("/stories", response_model=Page[SummaryRow], responses=BULK)
def stories(request: Request, _: Reading, *, asked: Annotated[Numbered, Query()]) -> Any:
    """The stories, the one first that got a report last."""
    found = desk_of(request).stories
    if wants_all(request):
        return as_lines(summary_row(one) for one in _every(found))
    (after,) = numbers(asked.after, 1)
    page = found.summaries(after=str(after) if asked.after else None, limit=asked.limit)
    return as_page(SummaryRow, map(summary_row, page.items), after=page.after)


@router.get("/stories/{id}", response_model=StoryWhole)
def story(request: Request, _: Reading, *, id: str, as_of: date | None = None) -> Any:
    """One story as it stands, or as it stood at the end of a day, UTC; of a story that was joined, the whole."""
    desk = desk_of(request)
    found = desk.stories if as_of is None else desk.stories_at(as_of)
    with looked_up():
        told = found.story(id)
    row = story_row(told, day=found.day)
    return plain(row | {"questions": [question_row(told, asked) for asked in told.asked]})


@router.get("/questions", response_model=Page[QuestionRow], responses=BULK)
def questions(request: Request, _: Reading, *, asked: Annotated[OfStory, Query()]) -> Any:
    """Questions, story by story, the story first that got a report last; in each the disputed ones first."""
    found = desk_of(request).stories
    if wants_all(request):
        return as_lines(question_row(story, one) for _, _, story, one in _questions(found, asked))
    shown = list(islice(_questions(found, asked), asked.limit + 1))
    # Where the next page goes on: after so many questions of the story that follows this cursor.
    after = f"{shown[-1][0]}-{shown[-1][1]}" if len(shown) > asked.limit else None
    items = [QuestionRow.model_validate(plain(question_row(story, one))) for _, _, story, one in shown[: asked.limit]]
    return Page[QuestionRow](items=items, after=after)


@router.get("/questions/{id}", response_model=QuestionRow)
def question(request: Request, _: Reading, *, id: str) -> Any:
    """One question; by an id that it had before other figures joined it, too."""
    with looked_up():
        found, asked = desk_of(request).stories.question(id)
    return plain(question_row(found, asked))


@router.get("/changes", response_model=ChangesPage)
def changes(request: Request, _: Reading, *, asked: Annotated[Since, Query()]) -> Any:
    """What has changed since a moment, story by story, in each what matters most first."""
    desk = desk_of(request)
    start, until = numbers(asked.after, 2)
    now = _EPOCH + timedelta(microseconds=until) if until else datetime.now(UTC)
    # The pages after the first tell of the same moment, whatever has come in between.
    told = Stories(View(desk.store, as_of=now)) if until else desk.stories
    with looked_up():
        found = told.changes(_since(asked.since, now), story=told.story(asked.story).id if asked.story else None)
    shown = list(islice(found, start, start + asked.limit + 1))
    micros = until or (now - _EPOCH) // timedelta(microseconds=1)
    after = f"{start + asked.limit}-{micros}" if len(shown) > asked.limit else None
    items = [ChangeRow.model_construct(**plain(change_row(one))) for one in shown[: asked.limit]]
    return ChangesPage.model_construct(items=items, after=after, until=now.isoformat(timespec="microseconds"))


def question_row(story: Story, asked: Asked) -> Row:
    """A question with the words of each account and where they stand."""
    known = {account.id: account for account in asked.accounts}
    row = asked_row(asked)
    every: Any = row["accounts"]
    accounts = [one | _words(known[one["id"]]) for one in every]
    return row | {"accounts": accounts, "story": story.id, "title": story.title}


def _words(account: Account) -> Row:
    given, source = account.strongest, account.source
    return {
        "source_name": source.name if source is not None else None,
        "party": source.party if source is not None else None,
        "words": quotation(given),
        "document": given.document.id,
        "span": [given.figure.span.start, given.figure.span.end],
    }


def _every(found: Stories) -> Iterator[Summary]:
    after: str | None = None
    while True:
        page = found.summaries(after=after, limit=MOST_AT_ONCE)
        yield from page.items
        if page.after is None:
            return
        after = page.after


def _questions(found: Stories, asked: OfStory) -> Iterator[tuple[int, int, Story, Asked]]:
    """Each with its place: the cursor before its story, and how many of the story's come before it."""
    cursor, start = numbers(asked.after, 2)
    if asked.story:
        with looked_up():
            told = found.story(asked.story)
        yield from ((0, n, told, one) for n, one in _wanted(told, asked, start=start))
        return
    while True:
        page = found.listed(after=str(cursor) if cursor else None, limit=1)
        for _, told in page.items:
            yield from ((cursor, n, told, one) for n, one in _wanted(told, asked, start=start))
        if page.after is None:
            return
        cursor, start = int(page.after), 0


def _wanted(story: Story, asked: OfStory, *, start: int) -> Iterator[tuple[int, Asked]]:
    every = [one for one in story.asked if one.disputed or not asked.disputed]
    return islice(enumerate(every), start, None)


def _since(given: datetime, now: datetime) -> str:
    """The moment as ledgers record it; what is to come is now, and what no clock can tell is the beginning."""
    try:
        moment = min(given.astimezone(UTC), now)
    except OverflowError:
        moment = _EPOCH
    return max(moment, _EPOCH).isoformat(timespec="microseconds")
