"""What pages offer to take away: a question's plot and its data, a story's brief."""

import csv
import io
import json
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from hearsay.normalise.edtf_words import in_words
from hearsay.present.brief.markdown import markdown
from hearsay.present.brief.typeset import pdf, png
from hearsay.present.brief.write import brief
from hearsay.present.export.cell import cell
from hearsay.present.export.single import single
from hearsay.present.page.brief import brief_page
from hearsay.present.plot.party import parties
from hearsay.present.plot.plot import plot
from hearsay.present.plot.svg import svg
from hearsay.present.plot.table import COLUMNS, table
from hearsay.present.web.problems import looked_up
from hearsay.present.web.state import desk_of
from hearsay.present.web.who import Reading
from hearsay.records.plain import encodable

router = APIRouter()
Day = Annotated[date | None, Query()]


@router.get("/questions/{id}/plot.svg")
def plot_svg(request: Request, _: Reading, *, id: str) -> Response:
    """The plot as SVG, which stands by itself."""
    with looked_up():
        story, asked = desk_of(request).stories.question(id)
    return _file(svg(plot(asked, parties(story))), "image/svg+xml", name=f"{asked.id}.svg")


@router.get("/questions/{id}/plot.png")
def plot_png(request: Request, _: Reading, *, id: str) -> Response:
    """The plot as PNG, where Typst is installed."""
    with looked_up():
        story, asked = desk_of(request).stories.question(id)
    return _file(png(plot(asked, parties(story))), "image/png", name=f"{asked.id}.png")


@router.get("/questions/{id}/data.{form}")
def data(request: Request, _: Reading, *, id: str, form: Literal["csv", "json"]) -> Response:
    """What the plot is drawn from: an account a row."""
    with looked_up():
        _story, asked = desk_of(request).stories.question(id)
    rows = list(table(asked))
    if form == "json":
        return _file(json.dumps(rows, ensure_ascii=False, indent=1), "application/json", name=f"{asked.id}.json")
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow(COLUMNS)
    writer.writerows([cell(single(row[name])) for name in COLUMNS] for row in rows)
    return _file(made.getvalue(), "text/csv; charset=utf-8", name=f"{asked.id}.csv")


@router.get("/stories/{id}/brief.{form}")
def story_brief(
    request: Request,
    _: Reading,
    *,
    id: str,
    form: Literal["md", "html", "pdf"],
    as_of: Day = None,
    since: Day = None,
) -> Response:
    """The story on one or two pages, each sentence with its reference; ``since``: what has changed comes first."""
    desk = desk_of(request)
    stories = desk.stories if as_of is None else desk.stories_at(as_of)
    with looked_up():
        story = stories.story(id)
    changes = tuple(stories.changes(f"{since}T00:00:00.000000+00:00", story=story.id)) if since is not None else ()
    told = in_words(since.isoformat()) if since is not None else ""
    written = brief(story, day=stories.day, changes=changes, since=told)
    name = f"{story.id}.{form}"
    if form == "pdf":
        return _file(pdf(written), "application/pdf", name=name)
    if form == "html":
        return _file(brief_page(written), "text/html; charset=utf-8", name=name)
    return _file(markdown(written), "text/markdown; charset=utf-8", name=name)


def _file(made: str | bytes, kind: str, *, name: str) -> Response:
    """To be kept and not shown: no browser runs what is in it under the desk's own name."""
    body = encodable(made).encode() if isinstance(made, str) else made
    return Response(body, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})
