"""JSON Lines: one report a line."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from hearsay.errors import EmptyReport, GarbledReport, LargeReport, MalformedReport, ReportError
from hearsay.ingest.bounded import lines_bounded
from hearsay.ingest.document import Metadata, make_document
from hearsay.ingest.isotime import iso_time
from hearsay.ingest.published import argument_time
from hearsay.records.document import Document

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def from_row(row: Mapping[str, object], *, origin: str, published: str | None = None) -> Document:
    """The document of ``{"id", "publisher", "url", "title", "byline", "published", "text"}``.

    Only "text" must be there; its characters become the document's text as they are. A field that is missing, null or
    blank is not known; others than these are ignored. Raises MalformedReport for a value of the wrong type or a time
    that is not one, UsageError for a ``published`` that is not ISO 8601, and what make_document raises.
    """
    text = row.get("text")
    if text is None:
        raise MalformedReport('the row has no "text"', origin=origin)
    if not isinstance(text, str):
        raise MalformedReport(f'"text" is not a string but {_name(text)}', origin=origin)
    metadata = Metadata(
        id=_id(row, origin=origin),
        url=_string(row, "url", origin=origin),
        title=_string(row, "title", origin=origin),
        publisher=_string(row, "publisher", origin=origin),
        byline=_string(row, "byline", origin=origin),
        published=_time(row, origin=origin),
    )
    return make_document(text, origin=origin, metadata=metadata, published=argument_time(published))


def read_rows(
    stream: BinaryIO, *, origin: str, max_bytes: int, published: str | None = None
) -> Iterator[tuple[Document, bytes] | ReportError]:
    """The reports of a stream of JSON Lines, each with its line, one at a time; blank lines are passed over.

    A line that cannot be read gives its error, with the line's number in the origin ("docs.jsonl:17"), and does not
    stop the rest. ``max_bytes`` holds for each line.
    """
    seen = False
    for number, raw in lines_bounded(stream, max_bytes):
        line = raw.removeprefix(_BYTE_ORDER_MARK) if raw is not None and number == 1 else raw
        if line is not None and not line.strip():
            continue
        seen = True
        where = f"{origin}:{number}"
        try:
            if line is None:
                raise LargeReport(f"over {max_bytes:,} bytes", origin=where)
            document = from_row(_object(line, origin=where), origin=where, published=published)
        except ReportError as error:
            yield error
        else:
            # The line's number is for finding what is wrong; a document has its path.
            yield replace(document, origin=origin), line
    if not seen:
        yield EmptyReport("nothing in it but blanks", origin=origin)


def _object(line: bytes, *, origin: str) -> Mapping[str, object]:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise GarbledReport("the line is not UTF-8", origin=origin) from error
    except json.JSONDecodeError as error:
        raise MalformedReport(f"the line is not JSON: {error.msg} at character {error.pos}", origin=origin) from error
    except (ValueError, RecursionError) as error:
        # A number of thousands of digits, or brackets nested by the thousand.
        raise MalformedReport("the line is not JSON that can be read", origin=origin) from error
    if not isinstance(row, dict):
        raise MalformedReport(f"the line is not an object but {_name(row)}", origin=origin)
    return row


def _id(row: Mapping[str, object], *, origin: str) -> str | None:
    value = row.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(row, "id", origin=origin)


def _string(row: Mapping[str, object], field: str, *, origin: str) -> str | None:
    value = row.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise MalformedReport(f'"{field}" is not a string but {_name(value)}', origin=origin)
    return value if value.strip() else None


def _time(row: Mapping[str, object], *, origin: str) -> str | None:
    value = _string(row, "published", origin=origin)
    if value is None:
        return None
    time = iso_time(value)
    if time is None:
        raise MalformedReport(f'"published" is {value[:40]!r}, not a time in ISO 8601', origin=origin)
    return time


def _name(value: object) -> str:
    """What JSON calls the type of ``value``."""
    if value is None:
        return "null"
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a string",
        list: "a list",
        dict: "an object",
    }
    return names[type(value)]
