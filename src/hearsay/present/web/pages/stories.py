"""The pages of stories: which there are, one as it stands, its questions, what was overruled in it; and downloads."""

from datetime import date
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.ledger.listing import Listing
from hearsay.present.clean import one_line
from hearsay.present.dates import in_words as published
from hearsay.present.plot.party import parties
from hearsay.present.story.folded import folded
from hearsay.present.story.told import told_once
from hearsay.present.web.pages.lines import history_line, report_line, statement_line
from hearsay.present.web.pages.notices import done_of
from hearsay.present.web.pages.question import Blocks
from hearsay.present.web.pages.story import (
    awaited_line,
    change_line,
    folded_lines,
    since_line,
    story_page,
    story_report,
    summary_line,
    timeline,
)
from hearsay.present.web.pages.told import StoryLink
from hearsay.present.web.problems import looked_up
from hearsay.present.web.render import page
from hearsay.present.web.state import desk_of
from hearsay.present.web.visits import STORY, Visit
from hearsay.present.web.who import Reading
from hearsay.records.correction import CorrectionKind
from hearsay.records.story import State, Story

router = APIRouter()
PAGE = 15
_NEWEST = 6
_DUE = 6
_SAID = 100
_OF_STORIES = frozenset(
    (
        CorrectionKind.SAME_QUESTION,
        CorrectionKind.NOT_SAME_QUESTION,
        CorrectionKind.NO_CONFLICT,
        CorrectionKind.MOVE,
        CorrectionKind.COPY,
        CorrectionKind.NOT_COPY,
    )
)
Cursor = Annotated[str, Query(max_length=20, pattern=r"^[0-9]*$")]
Day = Annotated[date | None, Query(description="As it stood at the end of that day, UTC.")]


@router.get("/")
def home(request: Request, visitor: Reading, *, after: Cursor = "") -> Response:
    """What is moving, what is disputed, what fell due; on an empty ledger, what to do first."""
    desk = desk_of(request)
    newest = desk.newest(_NEWEST)
    if not newest:
        return page("empty.html", title="Nothing here yet", visitor=visitor, here="stories")
    visit = Visit.of(request)
    found = desk.stories.listed(after=after or None, limit=PAGE)
    shown = found.items
    awaited = [(one, story) for _, story in shown for one in story.awaited if one.state in (State.OVERDUE, State.DUE)]
    awaited.sort(key=lambda pair: (pair[0].state is State.OVERDUE, pair[0].expectation.due), reverse=True)
    coming = [(one, story) for _, story in shown for one in story.awaited if one.state is State.TO_COME]
    coming.sort(key=lambda pair: pair[0].expectation.due.removeprefix("../"))
    answer = page(
        "stories.html",
        title="hearsay" if not after else "Older stories",
        visitor=visitor,
        here="stories",
        stories=[summary_line(one, story, since=visit.since) for one, story in shown],
        after=found.after or "",
        is_first=not after,
        late=[awaited_line(one, story=story) for one, story in awaited[:_DUE]],
        coming=[awaited_line(one, story=story) for one, story in coming[:_DUE]],
        reports=[report_line(kept) for kept in newest],
        doubts=[statement_line(one.told) for one in Listing(desk.store).doubts(below=0.5, limit=3)],
    )
    return visit.keep(request, answer)


@router.get("/stories")
def stories(visitor: Reading) -> Response:  # noqa: ARG001 - who asks has been looked at
    """The stories are what the desk begins with."""
    return RedirectResponse("/", 307)


@router.get("/stories/{id}")
def story(
    request: Request, visitor: Reading, *, id: str, as_of: Day = None, since: Day = None, done: str = ""
) -> Response:
    """A story as it stands, or as it stood on a day; what is new since the last visit, or since a day, is marked."""
    desk = desk_of(request)
    asked = desk.stories if as_of is None else desk.stories_at(as_of)
    with looked_up():
        found = asked.story(id)
    if found.id != id:
        # It has become a part of another one; what the address asks for beside it still holds.
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/stories/{quote(found.id, safe='')}{query}", 307)
    visit = Visit.of(request, STORY)
    moment = f"{since}T00:00:00.000000+00:00" if since is not None else visit.since
    news = desk.news.of(found, since=moment) if moment is not None and as_of is None else ()
    shown = story_page(
        found,
        asked,
        view=desk.view,
        day=str(as_of or ""),
        since=since_line(moment, news, is_visit=since is None) if moment is not None and as_of is None else None,
        changes=news,
    )
    answer = page(
        "story.html", title=shown.title, visitor=visitor, here="stories", story=shown, done=done_of(desk, done)
    )
    return visit.keep(request, answer, path=f"/stories/{id}") if as_of is None else answer


@router.get("/changes")
def changes(request: Request, visitor: Reading, *, since: Day = None) -> Response:
    """What has changed in all stories since the last visit, or since a day."""
    desk = desk_of(request)
    visit = Visit.of(request)
    moment = f"{since}T00:00:00.000000+00:00" if since is not None else visit.since
    found = desk.stories.changes(moment) if moment is not None else ()
    lines = [change_line(one) for one in found]
    answer = page(
        "changes.html",
        title="What has changed",
        visitor=visitor,
        here="stories",
        since=published(moment[:16] + "+00:00") if moment else "",
        day=str(since or ""),
        changes=lines,
    )
    return visit.keep(request, answer)


@router.get("/stories/{id}/history")
def history(request: Request, visitor: Reading, *, id: str) -> Response:
    """What analysts have overruled in a story, the newest first, each to be taken back."""
    desk = desk_of(request)
    with looked_up():
        found = desk.stories.story(id)
    belongs = {report.document.id for report in found.reports} | _figures(found)
    made = [
        one
        for one in desk.view.history()
        if one.kind in _OF_STORIES and (one.target in belongs or one.other in belongs)
    ]
    lines = [history_line(one) for one in reversed(made)]
    return page(
        "story_history.html",
        title="What was overruled",
        visitor=visitor,
        here="stories",
        story=_link(found),
        history=lines,
    )


@router.get("/stories/{id}/reports")
def reports(request: Request, visitor: Reading, *, id: str, done: str = "") -> Response:
    """All reports of a story, with the forms that put them elsewhere."""
    desk = desk_of(request)
    with looked_up():
        found = desk.stories.story(id)
    return page(
        "story_reports.html",
        title=f"Reports – {one_line(found.title)}",
        visitor=visitor,
        here="stories",
        story=_link(found),
        reports=list(folded_lines(found, folded(found), new=frozenset())),
        every=[story_report(one) for one in found.reports],
        done=done_of(desk, done),
    )


@router.get("/stories/{id}/statements")
def statements(request: Request, visitor: Reading, *, id: str, after: Cursor = "") -> Response:
    """Everything that was said in a story, the latest first."""
    with looked_up():
        found = desk_of(request).stories.story(id)
    said = sorted(told_once(found.said), key=lambda told: (told.said.at or "")[:10], reverse=True)
    start = int(after or 0)
    shown, end = said[start : start + _SAID], start + _SAID
    return page(
        "story_statements.html",
        title=f"Statements – {one_line(found.title)}",
        visitor=visitor,
        here="stories",
        story=_link(found),
        days=list(timeline(shown)),
        after=str(end) if end < len(said) else "",
    )


@router.get("/questions/{id}")
def question(request: Request, visitor: Reading, *, id: str, done: str = "") -> Response:
    """One question with its accounts; an id that it had before other figures joined it leads here as well."""
    desk = desk_of(request)
    with looked_up():
        found, asked = desk.stories.question(id)
    if asked.id != id:
        return RedirectResponse(f"/questions/{quote(asked.id, safe='')}", 307)
    block = Blocks(found, parties(found), desk.view, frozenset(), frozenset()).block(asked)
    return page(
        "question.html",
        title=block.label,
        visitor=visitor,
        here="stories",
        question=block,
        story=_link(found),
        done=done_of(desk, done),
    )


def _figures(story: Story) -> set[str]:
    return {given.figure.id for asked in story.asked for account in asked.accounts for given in account.figures}


def _link(story: Story) -> StoryLink:
    return StoryLink(story.id, one_line(story.title))
