"""What a count runs over: all so far, what came on top, or what is meant."""

import re

from hearsay.claim.setting import Setting
from hearsay.normalise.measure import words
from hearsay.records.figure import Tally

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
