"""Figures that are attributed by a verb of counting: "the company put turnout at about 38,000".

PolNeAR has next to none of them, and the ledger lives on them. Rules of version 1, from general English usage; tried
on the dev stories and on sentences of our own (tests/read/test_counts.py).
"""

import re
from collections.abc import Sequence

from hearsay.records.reading import Attribution
from hearsay.records.span import Span

CONFIDENCE = 0.8
"""How sure the rule is taken to be."""
_NUMBER = (
    r"(?:[$€£¥]?\d(?:[\d,.]*\d)?|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|dozens|hundreds|thousands)\b)"
)
_PUT = re.compile(
    r"(?:^|(?<=[.!?;]\s)|(?<=\n)|(?<=, while )|(?<=, but )|(?<=\bwhile )|(?<=\bbut )|(?<=[.!?][\"”]\s))"
    r"(?P<source>[^\W\d_a-z][^,.;:!?\n\"“”]{1,80}?|(?:the|an?|its|his|her|their|two|three|several)\s[^,.;:!?\n\"“”]{2,80}?)\s+"
    r"(?:(?:on|late|early|last)\s+(?:\w+\s+)?)?"
    r"(?P<cue>(?:(?:has|have|had|also|now)\s+)*(?:put|puts|estimated|estimates|gave|gives)(?:\s+also)?)\s+"
    rf"(?P<content>(?:[^.;:!?\n\"“”]{{3,90}}?)\s(?:at|as)\s(?:[\w-]+\s){{0,4}}?{_NUMBER}[^;:!?\n\"“”]*?)"
    r"(?=[.;!?]?\s*(?:\n|$)|[.;!?]\s|,\s(?:but|while|and|as|after|citing|saying|though|although|compared|up|down)\b)",
    re.M,
)
_VERB = re.compile(r"\b(?:said|says|say|told|is|are|was|were|has|have|had|will|would|that|which|who|to)\b")


def with_counts(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, and those that only this rule finds, in the order of their cues."""
    found = list(attributions)
    for match in _PUT.finditer(text):
        source, cue, content = (Span(*match.span(group)) for group in ("source", "cue", "content"))
        known = any(c.overlaps(cue) for a in found for c in (*a.cue, *a.content))
        if not known and not _VERB.search(source.of(text)):
            found.append(Attribution((source,), (cue,), (content,), CONFIDENCE))
    return sorted(found, key=lambda a: a.cue[0])
