"""The references of a brief: each sentence that it rests on once, numbered in the order of their use."""

from dataclasses import dataclass, field

from hearsay.present.clean import one_line
from hearsay.present.dates import in_words
from hearsay.present.story.wording import cut_around
from hearsay.present.story.wording import quoted as marked
from hearsay.records.account import Given
from hearsay.records.document import Document
from hearsay.records.span import Span
from hearsay.records.story import Said

LONGEST = 170
"""Most characters of the words that a reference quotes."""
MOST = 40
"""Most references of a brief: with them it stays on two pages."""

_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class Reference:
    """A sentence of a report."""

    number: int
    document: str
    """Document.id."""
    publisher: str
    title: str
    """Empty where it has neither a title nor a page."""
    published: str
    url: str
    """Empty where there is none that a browser may open."""
    words: str
    """The sentence, or the part of it that tells, within quotation marks."""


@dataclass(slots=True)
class References:
    """References while a brief is written."""

    found: list[Reference] = field(default_factory=list)
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def is_full(self) -> bool:
        """Whether no more lines should be written."""
        return len(self.found) >= MOST

    def given(self, given: Given) -> int:
        """The number of the sentence in which a figure stands."""
        return self.place(given.document, given.figure.span)

    def said(self, said: Said) -> int:
        """The number of the sentence in which a statement begins."""
        spans = said.statement.spans
        return self.place(said.document, next(iter(spans.content or spans.cue or spans.source), Span(0, 1)))

    def place(self, document: Document, span: Span) -> int:
        """The number of the sentence that holds ``span``."""
        quoted = cut_around(document.text, span, longest=LONGEST)
        key = (document.id, quoted)
        if key not in self._numbers:
            self._numbers[key] = len(self.found) + 1
            self.found.append(_reference(document, number=len(self.found) + 1, quoted=quoted))
        return self._numbers[key]


def _reference(document: Document, *, number: int, quoted: str) -> Reference:
    url = document.url or ""
    return Reference(
        number=number,
        document=document.id,
        publisher=one_line(document.publisher or "publisher not known"),
        title=one_line(document.title or ("its page" if url.startswith(_WEB) else "")),
        published=in_words(document.published[:10]) if document.published else "date not known",
        url=url if url.startswith(_WEB) else "",
        words=marked(quoted),
    )
