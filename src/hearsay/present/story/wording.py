"""The words in which a figure stands, and how many reports, publishers and origins a thing rests on."""

from functools import lru_cache

from hearsay.normalise.edtf_words import short
from hearsay.normalise.sentence import sentences
from hearsay.present.amount import held
from hearsay.present.clean import one_line
from hearsay.present.entries import pieces
from hearsay.present.words import counted
from hearsay.records.account import Account, Given
from hearsay.records.document import Document
from hearsay.records.span import Span
from hearsay.records.statement import Act
from hearsay.records.story import Said, Story, Summary

LONGEST = 280
"""Most characters of a quotation; beyond it, the words around what is meant are kept."""
_VERBS = {
    Act.DENY: "denies",
    Act.DECLINE: "declines",
    Act.URGE: "urges",
    Act.PROMISE: "promises",
    Act.QUESTION: "asks",
    Act.ESTIMATE: "estimates",
}


def quotation(given: Given, *, longest: int = LONGEST) -> str:
    """The sentence in which a figure stands, in one line and cut around the figure where it is long."""
    return cut_around(given.document.text, given.figure.span, longest=longest)


def cut_around(text: str, span: Span, *, longest: int = LONGEST) -> str:
    """The sentence of ``text`` that holds ``span``."""
    start, end = next(
        ((start, end) for start, end in _sentences(text) if start <= span.start < end), (span.start, span.end)
    )
    if end - start <= longest:
        return one_line(text[start:end])
    left = max(start, min(span.start - longest // 2, end - longest))
    right = min(end, left + longest)
    if left > start:
        left = text.find(" ", left, span.start) + 1 or span.start
    if right < end:
        right = max(text.rfind(" ", span.end, right), span.end)
    before, after = "… " if left > start else "", " …" if right < end else ""
    return f"{before}{one_line(text[left:right])}{after}"


def spoken(said: Said, *, longest: int = LONGEST) -> str:
    """What a statement says, with quotation marks around what its source says in so many words, and nothing else.

    What is denied, urged or declined is not asserted: there the act stands before the words.
    """
    shown = "".join(
        f"{piece.lead}“{one_line(piece.words)}”" if piece.quoted else f"{piece.lead}{one_line(piece.words)}"
        for piece in pieces(said.document.text, said.statement)
    )
    shown = cut(shown.removeprefix("that "), longest)
    shown = f"{shown}”" if shown.count("“") > shown.count("”") else shown
    verb = _VERBS.get(said.statement.act) if said.statement.act is not None else None
    return f"{verb}: {shown}" if verb else shown


def quoted(words: str) -> str:
    """``words`` within quotation marks, those within them single (they may be quoted themselves)."""
    if words[:1] in '“"' and words[-1:] in '”"' and not any(mark in words[1:-1] for mark in '“”"'):
        return words
    inner = words.replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


@lru_cache(maxsize=512)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentences(text))


def cut(words: str, longest: int) -> str:
    """``words`` in one line, cut at a blank where they are longer than ``longest`` characters."""
    words = one_line(words)
    if len(words) <= longest:
        return words
    return words[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def place(document: Document) -> str:
    """Where words stand: "Daily Bugle, 24 Jan 2025"."""
    day = short(document.published[:10]) if document.published else "date not known"
    return ", ".join(one_line(part) for part in (document.publisher or document.title or document.id, day))


def held_by(account: Account) -> str:
    """What an account gives, and who gives it: "24,000 (a board paper)"."""
    return one_line(f"{held(account)} ({account.source.name if account.source else 'a report itself'})")


def carried(account: Account) -> str:
    """How many reports carry an account where it is more than one: "3 reports, 1 origin"."""
    if account.documents < 2:
        return ""
    return f"{counted(account.documents, 'report')}, {counted(account.origins, 'origin')}"


def rests_on(story: Story | Summary) -> str:
    """The numbers that a story rests on: "14 reports · 6 publishers · 4 origins"."""
    documents = story.documents if isinstance(story, Summary) else len(story.reports)
    parts = [counted(documents, "report"), counted(story.publishers, "publisher")]
    return " · ".join([*parts, counted(story.origins, "origin")])
