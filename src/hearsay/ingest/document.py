"""The last step of every form: a text and what is known of it, to a Document."""

from dataclasses import dataclass

from hearsay.errors import EmptyReport, MalformedReport
from hearsay.ingest.language import require_english
from hearsay.ingest.parts import find_parts
from hearsay.ingest.published import find_published
from hearsay.records.document import Document
from hearsay.records.identity import make_id


@dataclass(frozen=True, slots=True)
class Metadata:
    """What came with a text; None for what did not."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    """ISO 8601."""


NOTHING = Metadata()
"""Of a text that came alone."""


def make_document(text: str, *, origin: str, metadata: Metadata = NOTHING, published: str | None = None) -> Document:
    """The document whose text is ``text``, to the character; ``published`` is the caller's argument, ISO 8601.

    Raises EmptyReport for a blank text, ForeignReport for one that is not English and MalformedReport for one that
    holds half a surrogate pair, which no file can store.
    """
    if not text.strip():
        raise EmptyReport("nothing in it but blanks", origin=origin)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise MalformedReport(f"half a surrogate pair at character {error.start}", origin=origin) from error
    require_english(text, origin=origin)
    parts = find_parts(text)
    time, found_in = find_published(text, parts, argument=published, metadata=metadata.published)
    return Document(
        id=metadata.id or make_id("doc", text),
        text=text,
        origin=origin,
        url=metadata.url,
        title=metadata.title,
        publisher=metadata.publisher,
        byline=metadata.byline,
        published=time,
        published_from=found_in,
        language="en",
        parts=parts,
    )
