"""Plain text to a Document."""

import re

from hearsay.ingest.decode import decode
from hearsay.ingest.document import Metadata, make_document
from hearsay.ingest.published import argument_time
from hearsay.records.document import Document

_NEWLINE = re.compile(r"\r\n?")


def from_text(text: str, *, origin: str = "-", published: str | None = None) -> Document:
    """The document whose text is ``text``, to the character, with nothing known of it but what it says itself.

    ``published``, ISO 8601, goes before any date in the text; raises UsageError where it is not ISO 8601, and
    EmptyReport, ForeignReport or MalformedReport for a text that cannot be read.
    """
    return make_document(text, origin=origin, published=argument_time(published))


def from_text_bytes(
    data: bytes, *, origin: str, url: str | None = None, published: str | None = None, charset: str | None = None
) -> Document:
    """The document of a text file: decoded, line ends made line feeds, without the blanks around it.

    ``url`` is where it was fetched from, ``charset`` the encoding that the server declared. Raises what from_text
    raises, and BinaryReport or GarbledReport for bytes that are no text.
    """
    text = _NEWLINE.sub("\n", decode(data, origin=origin, declared=charset)).strip()
    return make_document(text, origin=origin, metadata=Metadata(url=url), published=argument_time(published))
