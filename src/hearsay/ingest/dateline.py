"""The dateline that opens a report: "ORMOC CITY, Philippines, Jan 23 (VPS) - "."""

import re

from hearsay.ingest.dates import MONTH
from hearsay.ingest.language import FUNCTION_WORDS

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\-]*[A-ZÀ-ÖØ-Þ]\.?"
_SHOUTED = rf"{_CAPITALS}(?:[ /]{_CAPITALS}){{0,4}}"
_NAMED = r"(?:[A-ZÀ-ÖØ-Þ][\w'’.\-]*)(?: (?:[A-ZÀ-ÖØ-Þ][\w'’.\-]*|de|del|la|al|el|of|the|and)){0,4}"
_REGION = rf"(?:,? ?/ ?{_SHOUTED}|, {_NAMED}){{0,2}}"
_WHEN = rf"(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?"
_AGENCY = r"[(\[][A-Z][\w.&'’/ \-]{1,30}[)\]]"
_UNBRACKETED_AGENCY = r"(?:Kyodo|Xinhua|Bernama|ANI|PTI|IANS|AFP|AP|Reuters)"
_DASH = r"(?:—|–|―|--+|-|_)"

_DATELINE = re.compile(
    "|".join(
        (
            rf"{_SHOUTED}{_REGION}(?:, {_WHEN})?[,.]?(?: {_AGENCY}|,? {_UNBRACKETED_AGENCY})? ?{_DASH}\s+(?!$)",
            rf"{_NAMED}{_REGION},? (?:{_WHEN}[,.]? ?(?:{_AGENCY})?|{_AGENCY}) ?{_DASH}\s+(?!$)",
            rf"{_AGENCY} ?{_DASH}\s+(?!$)",
            # On a line of its own, the prose in the next paragraph.
            rf"{_SHOUTED}{_REGION}(?:, {_WHEN})? {_AGENCY} ?{_DASH}$",
        )
    )
)
_COLON = re.compile(rf"(?P<place>{_SHOUTED}){_REGION}(?:, {_WHEN})?(?: {_AGENCY})?: (?=[\"“‘'A-Z])")
_STOP = re.compile(rf"(?P<place>{_SHOUTED}){_REGION}(?:, {_WHEN})?\. (?=[\"“‘'A-Z])")

_LABELS = frozenset(
    "ANALYSIS BREAKING BYLINE COMMENT CORRECTION EDITORIAL EXCLUSIVE EXPLAINER FACTBOX FEATURE FILE INTERVIEW JUST LIVE"
    " LOOK NEWS NOTE OPINION PHOTOS PROFILE REPORT REVIEW SCANDAL UPDATE UPDATED URGENT VIDEO WARNING WATCH".split()
)
"""Words that open a report in capitals before a colon and are no place."""

_SHORTEST_PLACE = 4
"""Fewer capitals before a colon or a full stop are an acronym or initials ("U.S. Steel", "Q: What") more often."""


_LONGEST = 160
"""Characters; no dateline is longer."""


def dateline_length(paragraph: str) -> int:
    """How many characters of ``paragraph`` its dateline takes, up to where the prose starts; 0 where it has none."""
    opening = paragraph[:_LONGEST]
    match = _DATELINE.match(opening)
    if match is not None:
        return 0 if _is_label(match[0]) else match.end()
    for pattern in (_COLON, _STOP):
        match = pattern.match(opening)
        if match is not None and _is_place(match["place"]) and len(paragraph) > 2 * match.end():
            return match.end()
    return 0


def opens_like_a_speaker(paragraph: str) -> bool:
    """Whether ``paragraph`` opens with capitals and a colon, as the speakers of a transcript are printed."""
    return _COLON.match(paragraph[:_LONGEST]) is not None


def _is_label(words: str) -> bool:
    return re.split(r"[\W_]+", words, maxsplit=1)[0] in _LABELS


def _is_place(words: str) -> bool:
    if "." in words or len(words) < _SHORTEST_PLACE or _is_label(words):
        return False
    return FUNCTION_WORDS.isdisjoint(words.lower().split())
