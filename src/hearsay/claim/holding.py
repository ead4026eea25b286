"""The time that a figure holds for, by the time words beside it or by the figure or sentence before."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.claim.counted import Counted
from hearsay.claim.followed import Kind, kind_of
from hearsay.claim.owner import Owner
from hearsay.claim.setting import Setting
from hearsay.normalise.measure import is_of_people, words
from hearsay.records.figure import Tally
from hearsay.records.span import Span
from hearsay.records.statement import Statement
from hearsay.records.time import Time

GOES_ON = 2
"""Sentences within which the same source, or the same crowd, is still spoken of (by general judgement, not tuned)."""

_SAYS = re.compile(r"\b(?:said|says|told|added|wrote|warned|announced|claimed)\b", re.I)
_SAID_WHEN = re.compile(
    r"(?<!was\s)(?<!were\s)(?<!been\s)\b(?:said|says|told|announced|reported|added|wrote|confirmed|warned)\b(?:\s[^,.;]{0,25})?\s(?:on\s|late\s)?$",
    re.I,
)
_PERIOD = re.compile(r"^(?!.*\bago$).*(?:quarter|year|fiscal|first half|second half)", re.I)
_CLOCK = re.compile(r"T[\d:.Z+-]+$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_GATHERED = frozenset(("protesters", "turnout"))
"""Measures of an event of one day, whoever counts: all that is told of it is of that day."""
_CROWD = re.compile(r"\b(?:strikers|protesters|demonstrators|marchers|drew|attended|joined|filled|gathered)\b")
"""The same by the words of what is counted or what they did."""
_OF_ITS_DAY = "|".join(
    sorted((words("tells") | words("lists")) - set("offers offered announced reported".split()), key=len, reverse=True)
)
_COUNTS = re.compile(rf"\b(?:{_OF_ITS_DAY})\b", re.I)
"""A telling that is of its own day: "had put the dead at 40 on Monday"."""
_RELATIVE = re.compile(
    r"\b(?:which|who|where|when|that\s(?:\w+ed|sank|struck|hit|killed|left|began|broke|fell|took|had|has|was|were|went|came|ran))\b"
)
"""A clause that tells of something else than the figure: "the ferry that sank"."""
_OUTCOME = re.compile(
    r",\s(?:killing|injuring|wounding|leaving|sending|trapping|stranding|displacing|forcing|destroying)\b"
)
"""What came of an event, and is not counted as of it: "sank on Monday, killing nine"."""
_THEN = re.compile(r"\bby\s(?:then|that\stime)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Before:
    """The last figure with a time."""

    value: str
    sentence: int
    start: int
    source: str | None
    kind: str | None
    gathered: bool


class Holding:
    """The time expressions of a document, to be asked in the order of the text what a figure holds as of."""

    def __init__(self, times: Sequence[Time], *, statements: Sequence[Statement], published: str | None) -> None:
        self._times = times
        self._starts = [t.span.start for t in times]
        self._said = {s.said_words for s in statements if s.said_words is not None}
        self._cues = sorted(c.start for s in statements for c in s.spans.cue)
        self._contents = [c for s in statements for c in s.spans.content]
        day = (published or "")[:10]
        self._today = day if any(t.value[:10] == day for t in times) else None
        """The day of publication, where the report tells of it."""
        self._before: _Before | None = None

    def as_of(self, setting: Setting, counted: Counted, *, owner: Owner, tally: Tally | None) -> str | None:
        """EDTF; None for a plan, a span of time, and where nothing tells clearly."""
        if tally is Tally.PLAN or kind_of(setting) is Kind.TIME:
            return None
        first = bisect_left(self._starts, setting.sentence.start)
        last = bisect_left(self._starts, setting.sentence.end)
        beside = self._times[first:last]
        fit = [t for t in beside if self._fits(t, setting)]
        value = self._nearest(fit, setting) if fit else self._carried(setting, counted, owner=owner, beside=beside)
        if value is not None:
            start = setting.span.start
            self._before = _Before(
                value, setting.number, start, owner.source, counted.kind, _is_gathered(setting, counted)
            )
        return value

    def _nearest(self, fit: Sequence[Time], setting: Setting) -> str:
        start, end = setting.span.start, setting.span.end
        nearest = min(fit, key=lambda t: t.span.start - end if t.span.start >= end else 2 * (start - t.span.end) + 40)
        return _CLOCK.sub("", nearest.value) if "/" not in nearest.value else nearest.value

    def _carried(self, setting: Setting, counted: Counted, *, owner: Owner, beside: Sequence[Time]) -> str | None:
        """The time of the event that is spoken of, or of the source's figure before."""
        if _THEN.search(setting.clause.of(setting.text)):
            return self._day_before(setting.span.start)
        gathered = _is_gathered(setting, counted)
        days = [t for t in beside if _DAY.match(t.value)]
        told = {_CLOCK.sub("", t.value) for t in [d for d in days if not self._is_said(d.span)] or days}
        if gathered and len(told) == 1:
            return told.pop()
        if beside:
            return None
        before = self._before
        if before is not None and setting.number - before.sentence <= GOES_ON:
            same = before.source is not None and before.source == owner.source
            fates = all(k is not None and is_of_people(k) for k in (counted.kind, before.kind))
            apart = "\n" in setting.text[before.start : setting.span.start]
            if (gathered and before.gathered) or (same and fates and not apart):
                return before.value
        if counted.kind == "shares" and kind_of(setting) is Kind.SHARE:
            return self._today
        return None

    def _day_before(self, position: int) -> str | None:
        """The time that was told last."""
        place = bisect_left(self._starts, position)
        return _CLOCK.sub("", self._times[place - 1].value) if place else None

    def _is_said(self, span: Span) -> bool:
        return any(span.overlaps(s) for s in self._said)

    def _fits(self, time: Time, setting: Setting) -> bool:
        text, span = setting.text, time.span
        if span.overlaps(setting.span) or (self._is_said(span) and not _is_counting(time, setting)):
            return False
        if _PERIOD.search(span.of(text)):
            return False
        opens = span.start - setting.sentence.start <= 15 and not setting.clause.holds(span)
        if not (setting.clause.holds(span) or (opens and text[span.end : span.end + 1] in (",", " "))):
            return False
        if _tells_of_another(span, setting):
            return False
        before = text[max(setting.sentence.start, span.start - 40) : span.start]
        if re.search(r"\b(?:since|until|till|than|after|before|from)\s(?:\w+\s){0,1}$", before, re.I):
            return False
        if _SAID_WHEN.search(before) and not any(c.holds(span) for c in self._contents):
            return False
        if self._dates_cue(span, setting) or _SAYS.search(text[span.end : setting.span.start]):
            return False
        return not re.match(r"['’]s\b", text[span.end : span.end + 2])

    def _dates_cue(self, span: Span, setting: Setting) -> bool:
        """Whether a statement's cue and no figure of it stands between the time and the figure: "On Monday he said"."""
        left, right = sorted((span.start, setting.span.start))
        return any(left < c < right for c in self._cues) and not any(c.holds(span) for c in self._contents)


def _is_gathered(setting: Setting, counted: Counted) -> bool:
    """Whether it counts who came to something."""
    told = [p.of(setting.text) for p in (counted.noun, counted.measure) if p is not None]
    return counted.kind in _GATHERED or any(_CROWD.search(words_) for words_ in told)


def _tells_of_another(span: Span, setting: Setting) -> bool:
    """Whether the time dates something else than the figure: what a relative clause tells, what had an outcome."""
    text = setting.text
    if span.start > setting.span.end:
        return bool(_RELATIVE.search(text[setting.span.end : span.start]))
    if _OUTCOME.search(text[span.end : setting.span.start]):
        return True
    relative = list(_RELATIVE.finditer(text[setting.sentence.start : span.start]))
    # "The ferry that sank on Monday carried": the clause ends with its time, and the figure comes after it.
    return (
        bool(relative)
        and not re.search(r"[,;]", text[setting.sentence.start + relative[-1].end() : span.start])
        and not _COUNTS.search(text[setting.sentence.start + relative[-1].start() : setting.span.start])
    )


def _is_counting(time: Time, setting: Setting) -> bool:
    """Whether a time of saying is that of counting too: "put the dead at 40 on Monday"."""
    text = setting.text
    near = setting.clause.holds(time.span) and setting.clause.holds(setting.span)
    return (
        near
        and bool(_COUNTS.search(setting.before))
        and not re.search(r"\bthat\b", text[setting.clause.start : setting.span.start])
    )
