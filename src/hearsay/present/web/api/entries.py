"""One entry as it stands, with the tag that tells whether it has changed (RFC 9110, 8.8.3 and 13.1.1)."""

import hashlib
import json
from typing import Any

from starlette.responses import Response

from hearsay.errors import UsageError
from hearsay.ledger.listing import Listing
from hearsay.ledger.view import View
from hearsay.present.answers import credited_row, statement_row
from hearsay.present.entries import first_place, paragraphs
from hearsay.present.web.api.paging import plain
from hearsay.present.web.api.rows import figure_row
from hearsay.present.web.problems import Missing, looked_up
from hearsay.present.web.state import Desk
from hearsay.records.span import Span

Row = dict[str, Any]


def statement_whole(view: View, id: str) -> Row:
    """A statement with everything that is known of it. Raises Missing."""
    with looked_up():
        told = view.statement(id)
        kept = view.document(told.statement.document)
    figures = [figure for figure in view.ledger(kept).figures if figure.statement == told.statement.id]
    place = first_place(told.statement)
    spans = paragraphs(kept.document.text)
    paragraph = next((span for span in reversed(spans) if span.start <= place), Span(0, len(kept.document.text)))
    return statement_row(told, kept.document, paragraph=paragraph, figures=figures)


def etag(row: Row) -> str:
    """What changes whenever the row does."""
    return f'"{hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()[:32]}"'


def tagged(response: Response, row: Row) -> Any:
    """The row, its tag in the response's headers."""
    response.headers["etag"] = etag(row)
    return plain(row)


def tag_of(desk: Desk, id: str) -> str:
    """The tag of the statement, figure or source with this id. Raises Missing."""
    view = desk.view
    try:
        return etag(statement_whole(view, id))
    except Missing:
        found = Listing(desk.store).figure(id)
    if found is not None:
        return etag(figure_row(found))
    try:
        return etag(credited_row(view.source(id)))
    except UsageError:
        raise Missing(f"nothing has the id {id!r}") from None
