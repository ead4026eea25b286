"""What the headers of an answer say (RFC 9110)."""

import re
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from hearsay.records.fetched import Validators

_VALIDATOR = re.compile(r"[\x20-\x7e]{1,500}")
"""Sent back as they came, so nothing that could end a header line."""

_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]{1,80}/[\w!#$&^.+-]{1,80}", re.ASCII)
_CHARSET = re.compile(r"[\w.:+-]{1,40}", re.ASCII)
_SECONDS = re.compile(r"\d{1,9}", re.ASCII)

_OTHER_FORMS = ("audio/", "font/", "image/", "model/", "video/")
_OTHER_TYPES = frozenset(
    "application/pdf application/zip application/msword application/rtf application/epub+zip application/javascript"
    " text/javascript text/css text/calendar".split()
)


def media_type(headers: Message) -> str | None:
    """The type of the answer in lower case, without parameters; None where it states none."""
    stated = (headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    return stated if _MEDIA_TYPE.fullmatch(stated) else None


def charset(headers: Message) -> str | None:
    """The encoding that the answer declares, in lower case, known or not; None where it declares none."""
    stated = headers.get_content_charset()
    return stated if stated is not None and _CHARSET.fullmatch(stated) else None


def is_other_form(kind: str | None) -> bool:
    """Whether a media type is plainly none that a report comes in; a gzip file or unnamed bytes may hold one."""
    return kind is not None and (kind.startswith(_OTHER_FORMS) or kind in _OTHER_TYPES)


def validators(headers: Message) -> Validators:
    """ETag and Last-Modified, where they can be sent back."""
    return Validators(_sendable(headers.get("ETag")), _sendable(headers.get("Last-Modified")))


def conditional(known: Validators | None) -> dict[str, str]:
    """The headers that ask for an answer only where something has changed."""
    etag, modified = (None, None) if known is None else (_sendable(known.etag), _sendable(known.modified))
    conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, value in conditions.items() if value is not None}


def retry_after(headers: Message, now: datetime) -> float | None:
    """Seconds from ``now`` after which the server wants to be asked again; None where it does not say."""
    stated = (headers.get("Retry-After") or "").strip()
    if _SECONDS.fullmatch(stated):
        return float(stated)
    try:
        time = parsedate_to_datetime(stated)
    except ValueError:
        return None
    # A time without a zone, "-0000", is in UTC as well.
    time = time.replace(tzinfo=UTC) if time.tzinfo is None else time
    return max(0.0, (time - now).total_seconds())


def _sendable(value: str | None) -> str | None:
    return value if value is not None and _VALIDATOR.fullmatch(value) else None
