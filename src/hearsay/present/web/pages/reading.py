"""The pages that show a ledger: search, reports, sources."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import ConfigDict, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from hearsay.errors import UsageError
from hearsay.present.web.api.asked import Searched
from hearsay.present.web.api.paging import numbers
from hearsay.present.web.pages.context import StatementLine
from hearsay.present.web.pages.entry import entry_page, rivals, source_page
from hearsay.present.web.pages.given import figures_given, others, told_in, under_other_names
from hearsay.present.web.pages.lines import (
    ACT_CHOICES,
    credited_line,
    found_report,
    history_line,
    report_line,
    reports_with_stories,
    statement_line,
    with_stories,
)
from hearsay.present.web.pages.notices import done_of
from hearsay.present.web.pages.report import compare_page, report_page
from hearsay.present.web.problems import Missing, looked_up
from hearsay.present.web.render import page
from hearsay.present.web.state import desk_of
from hearsay.present.web.who import Reading
from hearsay.records.statement import Certainty

router = APIRouter()
PAGE = 25


class Asked(Searched):
    """What the form of the search sends; what else stands in an address is passed over."""

    model_config = ConfigDict(extra="ignore")


@router.get("/search")
def search(request: Request, visitor: Reading) -> Response:
    """Statements and reports by their words."""
    given = dict(request.query_params)
    try:
        asked = Asked.model_validate(given)
    except ValidationError:
        asked = Asked.model_validate({"q": given.get("q", "").replace("\0", "")[:500]})
        return _found(visitor, asked, given=given, wrong="One of the filters is not as it should be.")
    if not any(given.values()):
        return _found(visitor, asked, given=given)
    try:
        found = desk_of(request).view.find(asked.q, asked.asked, after=asked.after, limit=PAGE)
    except UsageError as error:
        return _found(visitor, asked, given=given, wrong=f"{error}")
    lines = [statement_line(one.told, one.passage) if one.told else found_report(one) for one in found.items]
    ids = [line.document if isinstance(line, StatementLine) else line.id for line in lines]
    stories = desk_of(request).stories.of_documents(ids)
    placed = [replace(line, story=stories.get(id, "")) for id, line in zip(ids, lines, strict=True)]
    items = [(line, None) if isinstance(line, StatementLine) else (None, line) for line in placed]
    return _found(visitor, asked, given=given, items=items, after=found.after or "")


def _found(visitor: Reading, asked: Asked, *, given: dict[str, str], **found: Any) -> Response:
    shown = {"items": None, "after": "", "wrong": ""} | found
    filters = {name: value for name, value in given.items() if value and name not in ("q", "after", "limit")}
    return page(
        "search.html",
        title=f"{asked.q} – search" if asked.q else "Search",
        visitor=visitor,
        here="search",
        words=asked.q,
        given=given,
        filters=filters,
        acts=ACT_CHOICES,
        certainties=list(Certainty),
        **shown,
    )


@router.get("/documents")
def documents(request: Request, visitor: Reading, *, after: str | None = None) -> Response:
    """All reports, the newest first."""
    (below,) = numbers(after or None, 1)
    desk = desk_of(request)
    found = desk.newest(PAGE + 1, below=below)
    shown = found[:PAGE]
    return page(
        "documents.html",
        title="Reports",
        visitor=visitor,
        here="documents",
        reports=reports_with_stories(desk.stories, [report_line(kept) for kept in shown]),
        after=str(shown[-1].number) if len(found) > PAGE else "",
        is_first=not below,
    )


@router.get("/documents/{id:path}")
def document(request: Request, visitor: Reading, *, id: str, done: str = "") -> Response:
    """A report: the text with its marks, and who said what beside it."""
    desk = desk_of(request)
    with looked_up():
        kept = desk.view.document(id)
    report = report_page(desk.view, kept, stories=desk.stories)
    return page(
        "report.html",
        title=report.article.title,
        visitor=visitor,
        here="documents",
        report=report,
        acts=ACT_CHOICES,
        certainties=list(Certainty),
        done=done_of(desk, done),
    )


@router.get("/compare")
def compare(request: Request, visitor: Reading, *, old: str, new: str) -> Response:
    """Two versions of a report, claim by claim."""
    view = desk_of(request).view
    with looked_up():
        pair = view.document(old), view.document(new)
        if new not in [kept.document.id for kept in view.versions(old)]:
            raise Missing("those are not versions of one report")
    before, after = sorted(pair, key=lambda kept: kept.version)
    compared = compare_page(view, before, new=after)
    return page("compare.html", title="Versions compared", visitor=visitor, here="documents", compared=compared)


@router.get("/statements/{id:path}")
def statement(
    request: Request, visitor: Reading, *, id: str, done: str = "", part: Annotated[str, Query(max_length=10)] = ""
) -> Response:
    """A statement with all that is known of it; as a ``part`` of a page, where a script asks for it."""
    desk = desk_of(request)
    entry = entry_page(desk.view, id)
    (line,) = with_stories(desk.stories, [entry.line])
    entry = replace(entry, line=line)
    template = "part_entry.html" if part else "entry.html"
    title = f"{entry.line.who} – statement"
    return page(template, title=title, visitor=visitor, here="", entry=entry, done=done_of(desk, done), back=part)


@router.get("/sources")
def sources(request: Request, visitor: Reading, *, after: str = "") -> Response:
    """Who is credited, by name."""
    view = desk_of(request).view
    found = list(view.sources(after=after, limit=PAGE * 2 + 1))
    shown = found[: PAGE * 2]
    return page(
        "sources.html",
        title="Sources",
        visitor=visitor,
        here="sources",
        sources=[credited_line(one) for one in shown],
        after=view.place_of(shown[-1]) if len(found) > len(shown) else "",
    )


@router.get("/sources/{id:path}")
def source(request: Request, visitor: Reading, *, id: str, after: str | None = None, done: str = "") -> Response:
    """A source: who it is, for whom it speaks, which figures it gave and changed, all that it said over time."""
    desk = desk_of(request)
    shown = source_page(desk.view, id, after=after or None, limit=PAGE)
    told = tuple(with_stories(desk.stories, shown.told))
    known = told_in(desk.stories, told)
    return page(
        "source.html",
        title=shown.line.name,
        visitor=visitor,
        here="sources",
        source=replace(shown, told=told, rivals=rivals(others(known, told), shown.line.name)),
        given=figures_given(known, told),
        also=under_other_names(known, told),
        done=done_of(desk, done),
    )


@router.get("/history")
def history(request: Request, visitor: Reading, *, target: str = "") -> Response:
    """Everything that was ever corrected, the newest first; of one entry, where it is named."""
    with looked_up():
        found = desk_of(request).view.history(target or None)
    lines = [history_line(one) for one in reversed(found)][:500]
    return page("history.html", title="History", visitor=visitor, here="review", history=lines, target=target)
