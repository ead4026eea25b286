"""The words that the terminal and the pages have in common."""

from hearsay.present.clean import capital
from hearsay.present.entries import Entry, Group, Sheet
from hearsay.records.document import Document, PartKind
from hearsay.records.source import Source

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


def told_of(source: Source) -> str:
    """What is known of a source beside its name: its role, and for whom it speaks; empty where nothing is."""
    party = source.party if source.party and source.party not in (source.name, source.role) else None
    known = [source.role, party if party is None or party not in (source.role or "") else None]
    if source.anonymous:
        known.append("not named" + (f": {source.anonymity}" if source.anonymity else ""))
    return ", ".join(part for part in known if part)


def strip(sheet: Sheet) -> str:
    """How well the report tells its sources: "Sources: 4 named, 2 not named; 1 statement whose source is not told"."""
    known = sheet.findings.known
    parts = [f"{known.named} named", f"{known.anonymous} not named"]
    untold = f"; {counted(known.untold, 'statement')} without a source that could be told" if known.untold else ""
    return f"Sources: {', '.join(parts)}{untold}"


def passed_over(sheet: Sheet) -> str:
    """How many quantities of the text are not in the table of figures; empty where none is."""
    count = sheet.findings.passed_over
    others = "other " if sheet.findings.figures else ""
    return f"{count:,} {others}quantit{'y' if count == 1 else 'ies'} in the text not followed" if count else ""


def unsure(entry: Entry) -> str:
    """How little the reader trusts its own reading."""
    return f"reading unsure, {entry.statement.confidence:.0%}"
