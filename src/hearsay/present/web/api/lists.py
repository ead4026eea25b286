"""What can be read: documents, sources, statements, figures, expectations."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from hearsay.ledger.listing import Listing
from hearsay.present.answers import credited_row, found_row, kept_row, told_row
from hearsay.present.web.api import rows
from hearsay.present.web.api.asked import Filters, OfDocument, OfDocuments, Paged, Searched
from hearsay.present.web.api.entries import statement_whole, tagged
from hearsay.present.web.api.models import (
    DocumentRow,
    DocumentWhole,
    ExpectationRow,
    FigureRow,
    FoundRow,
    Page,
    SourceRow,
    StatementRow,
    StatementWhole,
)
from hearsay.present.web.api.paging import BULK, MOST, all_of, as_lines, as_page, numbers, plain, wants_all
from hearsay.present.web.api.states import States
from hearsay.present.web.problems import Missing, looked_up
from hearsay.present.web.state import desk_of
from hearsay.present.web.who import Reading

router = APIRouter()


@router.get("/documents", response_model=Page[DocumentRow], responses=BULK, tags=["documents"])
def documents(request: Request, _: Reading, *, asked: Annotated[OfDocuments, Query()]) -> Any:
    """The reports, in the order in which they were added."""
    view = desk_of(request).view
    (after,) = numbers(asked.after, 1)
    if wants_all(request):
        return as_lines(map(kept_row, view.documents(after=after, versions=asked.versions)))
    found = list(view.documents(after=after, limit=asked.limit + 1, versions=asked.versions))
    shown = found[: asked.limit]
    return as_page(DocumentRow, map(kept_row, shown), after=_next(found, shown))


@router.get("/documents/{id:path}", response_model=DocumentWhole, tags=["documents"])
def document(request: Request, _: Reading, *, id: str) -> Any:
    """One report with its text."""
    view = desk_of(request).view
    with looked_up():
        kept = view.document(id)
    versions = [one.document.id for one in view.versions(id)]
    return plain(kept_row(kept) | {"text": kept.document.text, "versions": versions})


@router.get("/sources", response_model=Page[SourceRow], responses=BULK, tags=["sources"])
def sources(request: Request, _: Reading, *, asked: Annotated[Paged, Query()]) -> Any:
    """Who is credited, by name."""
    view = desk_of(request).view
    if wants_all(request):
        return as_lines(map(credited_row, view.sources(after=asked.after or "")))
    found = list(view.sources(after=asked.after or "", limit=asked.limit + 1))
    shown = found[: asked.limit]
    after = view.place_of(shown[-1]) if len(found) > len(shown) else None
    return as_page(SourceRow, map(credited_row, shown), after=after)


@router.get("/sources/{id:path}", response_model=SourceRow, tags=["sources"])
def source(request: Request, response: Response, *, _: Reading, id: str) -> Any:
    """One source, by its id or its name."""
    with looked_up():
        row = credited_row(desk_of(request).view.source(id))
    return tagged(response, row)


@router.get("/statements", response_model=Page[StatementRow], responses=BULK, tags=["statements"])
def statements(request: Request, _: Reading, *, asked: Annotated[Filters, Query()]) -> Any:
    """Statements, in the order in which they were recorded."""
    view = desk_of(request).view
    (after,) = numbers(asked.after, 1)
    if wants_all(request):
        return as_lines(map(told_row, view.statements(asked.asked, after=after)))
    found = list(view.statements(asked.asked, after=after, limit=asked.limit + 1))
    shown = found[: asked.limit]
    return as_page(StatementRow, map(told_row, shown), after=_next(found, shown))


@router.get("/statements/{id:path}", response_model=StatementWhole, tags=["statements"])
def statement(request: Request, response: Response, *, _: Reading, id: str) -> Any:
    """One statement with everything that is known of it."""
    return tagged(response, statement_whole(desk_of(request).view, id))


@router.get("/search", response_model=Page[FoundRow], tags=["statements"])
def search(request: Request, _: Reading, *, asked: Annotated[Searched, Query()]) -> Any:
    """Statements that hold words, and reports beside them, the best first; without words, the newest first."""
    found = desk_of(request).view.find(asked.q, asked.asked, after=asked.after, limit=asked.limit)
    nothing = {"via": None, "corrected": None, "rejected": None}
    return as_page(FoundRow, ({**nothing, **found_row(one)} for one in found.items), after=found.after)


@router.get("/figures", response_model=Page[FigureRow], responses=BULK, tags=["figures"])
def figures(request: Request, _: Reading, *, asked: Annotated[OfDocument, Query()]) -> Any:
    """Figures, in the order in which they were recorded."""
    listing = Listing(desk_of(request).store)
    return _listed(request, asked, find=listing.figures, row=rows.figure_row, model=FigureRow)


@router.get("/figures/{id:path}", response_model=FigureRow, tags=["figures"])
def figure(request: Request, response: Response, *, _: Reading, id: str) -> Any:
    """One figure."""
    found = Listing(desk_of(request).store).figure(id)
    if found is None:
        raise Missing(f"no figure has the id {id!r}")
    return tagged(response, rows.figure_row(found))


@router.get("/expectations", response_model=Page[ExpectationRow], responses=BULK, tags=["expectations"])
def expectations(request: Request, _: Reading, *, asked: Annotated[OfDocument, Query()]) -> Any:
    """What was announced, in the order in which it was recorded, each with its state as of today."""
    desk = desk_of(request)
    listing = Listing(desk.store)
    states = States(desk.stories)
    return _listed(request, asked, find=listing.expectations, row=states.row, model=ExpectationRow)


def _listed(request: Request, asked: OfDocument, *, find: Any, row: Any, model: Any) -> Any:
    reading, place = numbers(asked.after, 2)
    # Places of entries count from 0, so that the first page starts before it.
    start = (reading, place if asked.after else -1)
    if wants_all(request):
        every = all_of(
            lambda after: find(document=asked.document, after=after, limit=MOST), start, place=lambda one: one.place
        )
        return as_lines(map(row, every))
    found = find(document=asked.document, after=start, limit=asked.limit + 1)
    shown = found[: asked.limit]
    after = "-".join(map(str, shown[-1].place)) if len(found) > len(shown) else None
    return as_page(model, map(row, shown), after=after)


def _next(found: list[Any], shown: list[Any]) -> str | None:
    return str(shown[-1].number) if len(found) > len(shown) else None
