"""Whom a document names as the one whose account it carries: bylines, datelines, credit lines, closing lines."""

import re
from functools import cache

from hearsay.records.document import Document, PartKind

OPENING = 150
"""Characters at a text's start in which a dateline stands: "TACLOBAN, Philippines, Jan 24 (VPS) - "."""
CLOSING = 250
"""Characters of the longest closing line that is a credit: "The Associated Press contributed to this report."."""
_SMALL = frozenset({"the", "of", "and", "a", "an", "for", "de", "la", "le", "der", "die", "das"})
_AGENCIES = re.compile(
    r"\b(?:AP|Associated Press|Reuters|AFP|Agence France-Presse|UPI|DPA|dpa|ANSA|EFE|Xinhua|TASS|Kyodo|Yonhap|PA Media|"
    r"Press Association|Bloomberg)\b|\b(?:news|press|wire)?\s*(?:agency|agencies|wires|newswire|wire services?)\b"
)
_DATELINE = re.compile(r"\(([A-Z][\w.&' -]{1,40})\)\s*(?:[-–—]|--)")
_GIVEN = re.compile(
    r"\b(?:with|from) (?:a |an )?(?:reports?|files?|material|reporting|copy) (?:from|by)\b|\bcontributed to this\b",
    re.I,
)


def credits(document: Document, publisher: str | None) -> bool:
    """Whether the document credits this publisher, by name or initials, where credits stand."""
    return _is_another(document, publisher) and _names(_credit_lines(document), publisher or "")


def mentions(document: Document, publisher: str | None) -> bool:
    """Whether it names the publisher anywhere: "Reuters reported"."""
    return _is_another(document, publisher) and _names(document.text, publisher or "")


def is_credited_elsewhere(document: Document) -> bool:
    """Whether it credits somebody else with its account, named or not: an agency, "with a report from …"."""
    lines = _credit_lines(document)
    named = [found[1] for found in _DATELINE.finditer(document.text[:OPENING])]
    own = document.publisher
    agencies = [found[0] for found in _AGENCIES.finditer(lines)]
    return bool(_GIVEN.search(lines)) or any(own is None or not _names(name, own) for name in (*named, *agencies))


def _is_another(document: Document, publisher: str | None) -> bool:
    return publisher is not None and publisher != document.publisher and sum(map(str.isalnum, publisher)) > 1


def _credit_lines(document: Document) -> str:
    text = document.text
    parts = [part.span.of(text) for part in document.parts if part.kind in {PartKind.CREDIT, PartKind.DATELINE}]
    last = text.rstrip().rpartition("\n")[2]
    return "\n".join([document.byline or "", text[:OPENING], *parts, last if len(last) <= CLOSING else ""])


def _names(words: str, publisher: str) -> bool:
    return bool(_naming(publisher).search(words))


@cache
def _naming(publisher: str) -> re.Pattern[str]:
    """What names a publisher: its name, or its initials where they are three or more, as they are."""
    bare = re.sub(r"^the\s+", "", publisher.strip(), flags=re.I)
    initials = "".join(word[0].upper() for word in re.findall(r"\w+", bare) if word.lower() not in _SMALL)
    least = 2 if initials == "AP" else 3
    short = rf"|\b{re.escape(initials)}\b" if len(initials) >= least else ""
    # "TIME" and "AP" are words in small letters.
    name = re.escape(bare) if bare.isupper() else f"(?i:{re.escape(bare)})"
    return re.compile(rf"(?<!\w){name}(?!\w){short}")
