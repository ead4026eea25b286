"""The words that the terminal and the pages have in common."""

from hearsay.present.clean import capital
from hearsay.present.entries import Entry, Group, Sheet
from hearsay.records.document import Document, PartKind

UNTOLD = "Source not told"

PLACES = {
    PartKind.CAPTION: "in a caption",
    PartKind.RELATED: "in a related headline",
    PartKind.NOTICE: "in a notice",
    PartKind.CREDIT: "in a credit",
}
"""Where a statement stands, if not in the article's own prose; a dateline is part of that."""


def title(document: Document) -> str:
    """The document's title, else where it came from."""
    return document.title or document.origin or document.url or "Untitled report"


def name(group: Group) -> str:
    """Whose statements they are: "Source not told" where the report does not say."""
    return capital(group.source.name) if group.source else UNTOLD


def counted(number: int, thing: str) -> str:
    """``1 statement``, ``2 statements``, ``1,200 statements``."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def tally(sheet: Sheet) -> str:
    """How much was found in a document."""
    statements = sum(1 for _ in sheet.entries)
    if not statements:
        return "Nobody is credited with a statement in this report."
    untold = sum(len(group.entries) for group in sheet.groups if group.source is None)
    found = f"{counted(statements, 'statement')} by {counted(sheet.source_count, 'source')}"
    if untold == statements:
        return f"{counted(statements, 'statement')}, source not told"
    return found + (f"; for {untold} the source is not told" if untold else "")


def unsure(entry: Entry) -> str:
    """How little the reader trusts its own reading."""
    return f"reading unsure, {entry.statement.confidence:.0%}"
