"""Pages, and everything at once as NDJSON where that is asked for."""

from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any, TypeVar

from fastapi import Query
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from hearsay.present.web.api.models import Page
from hearsay.records.plain import encodable, json_line

NDJSON = "application/x-ndjson"
MOST = 500
"""Answers of a page at most."""
LARGEST = 2**63 - 1

Limit = Annotated[int, Query(ge=1, le=MOST, description="At most so many.")]
After = Annotated[str | None, Query(max_length=200, description="The cursor that the page before ended with.")]
Row = dict[str, Any]
Item = TypeVar("Item")


def wants_all(request: Request) -> bool:
    """Whether everything is asked for at once, a line each."""
    return NDJSON in request.headers.get("accept", "")


def as_lines(rows: Iterable[Row]) -> Response:
    """The rows, a line each, written as they are read; memory holds a few."""
    return StreamingResponse((json_line(row) + "\n" for row in rows), media_type=NDJSON)


def plain(value: Any) -> Any:
    """A row without lone surrogates, which UTF-8 cannot hold: U+FFFD in the place of each."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, dict):
        return {encodable(name): plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value


def as_page(model: type[BaseModel], rows: Iterable[Row], *, after: str | None) -> Any:
    """A page of rows."""
    items = [model.model_construct(**plain(row)) for row in rows]
    return Page[model].model_construct(items=items, after=after)  # type: ignore[valid-type]  # a class as a variable


def numbers(after: str | None, count: int) -> tuple[int, ...]:
    """The numbers of a cursor, all 0 without one. Raises HTTPException for what is none."""
    if after is None:
        return (0,) * count
    parts = after.split("-")
    if len(parts) != count or not all(part.isascii() and part.isdecimal() and len(part) < 20 for part in parts):
        raise HTTPException(400, "that is no cursor of this list")
    found = tuple(map(int, parts))
    if max(found) > LARGEST:
        raise HTTPException(400, "that is no cursor of this list")
    return found


def all_of(page: Callable[[Any], list[Item]], start: Any, *, place: Callable[[Item], Any]) -> Iterator[Item]:
    """Everything, a page after another: ``page`` gives what comes after a place."""
    while True:
        found = page(start)
        yield from found
        if len(found) < MOST:
            return
        start = place(found[-1])


BULK: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "A page; or everything, one object a line, where `Accept: application/x-ndjson` asks for that.",
        "content": {NDJSON: {"schema": {"type": "string"}}},
    }
}
