"""For which time a figure holds, and whether it is only recalled where it stands."""

import re
from dataclasses import dataclass
from datetime import date

from hearsay.normalise.sentence import sentences
from hearsay.normalise.when.period import ends
from hearsay.records.account import Given
from hearsay.records.span import Span

_RECALLS = re.compile(
    r"\bhad (?:\w+ ){0,3}?(?:put|said|reported|given|told|estimated|spoken|counted|claimed|announced|stated|set|"
    r"forecast|promised|pledged|offered|warned|listed|quoted|predicted|confirmed|declared)\b|"
    r"\b(?:earlier|previous|previously|initially|at first|originally|up from|down from|"
    r"(?:rais|revis|correct|low|cut|increas|reduc)\w* (?:\w+ )?from)\b",
    re.I,
)
_ANOTHERS = re.compile(
    r"\s(?:[^\W\d_]+\s){0,2}?(?:that|which)\s(?!(?:it|he|she|they|I|we)\s)(?:[^\W\d_]+[\s-]){1,4}?(?:had|has|have)\s"
    r"(?:[^\W\d_]+\s)?(?:put|said|reported|given|told|estimated|spoken|counted|claimed|announced|stated|admitted|"
    r"forecast|offered|predicted|conceded|acknowledged)\b"
)
"""Behind a figure that somebody else gave: "lower than the 9.8% that the bank had reported"."""
_OWN_RECALL = re.compile(
    r"\b(?:it|he|she|they)\s(?:had|has)\s(?:[^\W\d_]+\s)?(?:put|said|reported|given|told|estimated|spoken|counted|"
    r"claimed|announced|stated|forecast|predicted|expected)\b[^;]*$",
    re.I,
)
_QUARTER = re.compile(r"\d{4}-(?:3[3-9]|4\d)")
"""EDTF: the quarters and the halves of a year."""
_CHANGES = re.compile(
    r"\b(?:correct(?:ed|ing|s)|revis(?:ed|es|ing)|raised|lowered|updated|trimmed|scaled back|withdr[ae]w|instead|"
    r"earlier|previous|previously|initially|at first|originally|later|up from|down from|rather than|now)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """The days for which something holds."""

    first: date | None
    last: date | None
    explicit: bool
    """Whether the report tells it; else it is when the report was published."""

    def overlaps(self, other: "Moment") -> bool:
        """Whether the two can be of one day; what has no day can be of any."""
        before = self.last is not None and other.first is not None and self.last < other.first
        after = self.first is not None and other.last is not None and self.first > other.last
        return not before and not after


def edtf(given: Given) -> str | None:
    """The time that a figure holds for: as of, else said on, else published."""
    return given.figure.as_of or said(given)


def said(given: Given) -> str | None:
    """When a figure was said, else when its report was published, as a day."""
    return _told(given) or (given.document.published or "")[:10] or None


def _told(given: Given) -> str | None:
    """When the report says that it was said; a quarter or a half is what it is about, and not when it was said."""
    told = given.statement.said_on if given.statement is not None else None
    return None if told is None or _QUARTER.fullmatch(told) else told


def moment(given: Given) -> Moment:
    """The days for which a figure holds."""
    explicit = bool(given.figure.as_of or _told(given))
    return Moment(*days(edtf(given)), explicit=explicit)


def days(time: str | None) -> tuple[date | None, date | None]:
    """The first and the last day of an EDTF time; None for what is open or not told."""
    return ends(time) if time is not None else (None, None)


def sentence(given: Given) -> Span:
    """The sentence in which a figure stands, offsets into its document's text."""
    text, at = given.document.text, given.figure.span
    begin = text.rfind("\n\n", 0, at.start) + 1
    end = text.find("\n\n", at.end)
    for start, stop in sentences(text[begin : end if end >= 0 else len(text)]):
        if begin + start <= at.start < begin + stop:
            return Span(begin + start, max(begin + stop, at.end))
    return at


def is_recalled(given: Given) -> bool:
    """Whether the words around a figure tell that it is of an earlier time than the report."""
    around = sentence(given)
    return bool(_RECALLS.search(given.document.text, around.start, min(around.end, given.figure.span.end)))


def is_anothers(given: Given) -> bool:
    """Whether the words behind a figure tell that somebody else gave it than the one who now speaks of it."""
    return bool(_ANOTHERS.match(given.document.text, given.figure.span.end))


def is_own_recall(given: Given) -> bool:
    """Whether it is what somebody had said, told by a pronoun: "On Friday it had predicted 60"."""
    around = sentence(given)
    return bool(_OWN_RECALL.search(given.document.text, around.start, given.figure.span.start))


def tells_change(given: Given) -> bool:
    """Whether the words around a figure tell that one number has taken another's place."""
    around = sentence(given)
    return is_recalled(given) or bool(_CHANGES.search(given.document.text, around.start, around.end))
