"""What a count runs over, and the time that a figure holds for."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from hearsay.claim.setting import Setting
from hearsay.normalise.measure import words
from hearsay.records.figure import Tally
from hearsay.records.span import Span
from hearsay.records.statement import Statement
from hearsay.records.time import Time

_ON_TOP = re.compile(
    r"\b(?:another|additional|further|extra)\b|^(?:\S+\s){1,2}(?:more|new|other|others)\b(?!\sthan)|\bmore\b(?!\sthan).{0,20}$",
    re.I,
)
_MORE_BEHIND = re.compile(r"\s(?:more|others|further)\b(?!\sthan)", re.I)
_BEFORE_ON_TOP = re.compile(r"\b(?:another|an\sadditional|a\sfurther|additional|further|extra)\s*$", re.I)
_ALL = re.compile(
    r"\b(?:so\sfar|to\sdate|total|altogether|in\sall|toll|until\snow|up\sto\snow|overall|tally|cumulative|stands\sat|"
    r"since|as\sof)\b",
    re.I,
)
_WILL = re.compile(rf"\b(?:{'|'.join(sorted(words('will'), key=len, reverse=True))}|(?:is|are|was|were)\sto)\b", re.I)
_AHEAD = re.compile(
    r"^\W*(?:\w+\W+){0,4}?(?:will|would|could|may|might|must|(?:is|are)\s(?:to|due|set|expected))\b|\bto\s(?:go|come)\b",
    re.I,
)
_BY = re.compile(r"\b(?:by|before|until|till)\s(?:\w+\s){0,2}$", re.I)
_SAYS = re.compile(r"\b(?:said|says|told|added|wrote|warned|announced|claimed)\b", re.I)
_SAID_WHEN = re.compile(
    r"(?<!was\s)(?<!were\s)(?<!been\s)\b(?:said|says|told|announced|reported|added|wrote|confirmed|warned)\b(?:\s[^,.;]{0,25})?\s(?:on\s|late\s)?$",
    re.I,
)
_PERIOD = re.compile(r"(?:quarter|year|fiscal|first half|second half|half-year)", re.I)
_CLOCK = re.compile(r"T[\d:.Z+-]+$")


def tally(setting: Setting) -> Tally | None:
    """Whether the figure is all so far, what came on top, or meant; None where no word tells."""
    words_ = setting.words
    near = setting.before[-40:]
    after = setting.after
    if _ON_TOP.search(words_) or _BEFORE_ON_TOP.search(near) or _MORE_BEHIND.match(after):
        return Tally.INCREMENT
    if _WILL.search(setting.before) or _AHEAD.search(after):
        return Tally.PLAN
    if _ALL.search(setting.before) or _ALL.search(words_) or _ALL.search(after):
        return Tally.TOTAL
    return None


class Holding:
    """The time expressions of a document, to be asked what a figure holds as of."""

    def __init__(self, times: Sequence[Time], *, statements: Sequence[Statement]) -> None:
        self._times = times
        self._starts = [t.span.start for t in times]
        self._said = {s.said_words for s in statements if s.said_words is not None}
        self._cues = sorted(c.start for s in statements for c in s.spans.cue)
        self._contents = [c for s in statements for c in s.spans.content]

    def as_of(self, setting: Setting, *, tally: Tally | None) -> str | None:
        """EDTF; None for a plan and where no time of the clause is the figure's."""
        if tally is Tally.PLAN:
            return None
        first = bisect_left(self._starts, setting.sentence.start)
        last = bisect_left(self._starts, setting.sentence.end)
        fit = [t for t in self._times[first:last] if self._fits(t, setting)]
        if not fit:
            return None
        start, end = setting.span.start, setting.span.end
        nearest = min(fit, key=lambda t: t.span.start - end if t.span.start >= end else 2 * (start - t.span.end) + 40)
        return _CLOCK.sub("", nearest.value) if "/" not in nearest.value else nearest.value

    def _fits(self, time: Time, setting: Setting) -> bool:
        text, span = setting.text, time.span
        if span.overlaps(setting.span) or any(span.overlaps(s) for s in self._said):
            return False
        if _PERIOD.search(span.of(text)):
            return False
        opens = span.start - setting.sentence.start <= 15 and not setting.clause.holds(span)
        if not (setting.clause.holds(span) or (opens and text[span.end : span.end + 1] in (",", " "))):
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
