"""A document's time of publication, written so that it cannot be misread."""

import re
from datetime import date, datetime

from hearsay.normalise.edtf_words import day
from hearsay.records.document import Document, PublishedFrom

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FOUND = {
    PublishedFrom.ARGUMENT: "as given",
    PublishedFrom.DATELINE: "from its dateline",
    PublishedFrom.TEXT: "from its text",
}


def told(document: Document) -> str:
    """When it was published: "Thu 24 Oct 2024, 07:35 (UTC+08:00)", and where that was found if not in its metadata."""
    if document.published is None:
        return "date not known"
    when = in_words(document.published)
    found = _FOUND.get(document.published_from) if document.published_from else None
    return f"{when}, {found}" if found else when


def in_words(published: str) -> str:
    """An ISO 8601 day or time in words; what is neither is given back as it is."""
    try:
        if _DAY.fullmatch(published):
            return day(date.fromisoformat(published))
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published
    offset = moment.strftime("%z")
    zone = f" (UTC{offset[:3]}:{offset[3:5]})" if offset else ""
    return f"{day(moment)}, {moment:%H:%M}{zone if offset[:5] != '+0000' else ' (UTC)'}"
