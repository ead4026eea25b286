"""Words before an expression that narrow it or turn it: "early", "the end of", "by", "as early as", "around"."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """How what is told stands to the expression."""

    AT = "at"
    BY = "by"
    FROM = "from"
    """Not before it: "as early as Sunday", "starting Monday"."""
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Affix:
    """What stands before an expression: lengths are counted in characters back from where it starts."""

    part: str | None = None
    """Which part of it is meant, in small letters: "early", "end"."""
    part_length: int = 0
    relation: Relation | None = None
    relation_length: int = 0
    approximate: bool = False
    bare: bool = False
    """Whether nothing that ties it to a verb stands before it."""


REACH = 48
"""Characters looked back."""

_PART = re.compile(
    r"(?:\b(?:the\s)?(?:very\s)?(?:(?P<of>end|close|beginning|start|middle|turn|first\sdays|last\sdays|final\sdays|eve|week|"
    r"early\spart|latter\spart|early\sdays|rest|remainder)\sof|(?P<bare>early|late|mid|earlier|later|midway\sthrough|sometime))"
    r"(?:\son)?(?:\s(?:in\s)?|(?<=mid)-|(?<=early)-|(?<=late)-)(?:the\s)?)$",
    re.I,
)
_RELATION = re.compile(
    r"(?:\b(?:(?P<by>no\slater\sthan|not\slater\sthan|ahead\sof|in\stime\sfor|by)|"
    r"(?P<from>as\s(?:early|soon)\sas|no\s(?:earlier|sooner)\sthan|not\s(?:before|until)|no\sbefore|starting(?:\s(?:on|in|from))?|"
    r"beginning(?:\s(?:on|in))?|effective|from|as\sof|with\seffect\sfrom)|(?P<since>(?:ever\s)?since)|"
    r"(?P<until>until|till|through|up\sto|through\sto)|(?P<before>before|prior\sto)|(?P<after>after|following)|"
    r"(?P<at>on|in|at|during|over|within|for|throughout))\s(?:or\sabout\s)?(?:the\s)?)$",
    re.I,
)
_ABOUT = re.compile(r"\b(?:around|about|circa|approximately|roughly|towards?|c\.|near)\s(?:the\s)?$", re.I)
_PARTS = {"start": "beginning", "turn": "beginning", "close": "end", "earlier": "early", "later": "late"}


def affix(text: str, start: int) -> Affix:
    """What stands before the expression that starts at ``start``."""
    lead = text[max(0, start - REACH) : start]
    part, part_length = None, 0
    if found := _PART.search(lead):
        name = " ".join((found["of"] or found["bare"]).lower().split())
        part, part_length = _PARTS.get(name, name), len(found[0])
        lead = lead[: found.start()]
    approximate, about_length = False, 0
    if about := _ABOUT.search(lead):
        approximate, about_length = True, len(about[0])
        lead = lead[: about.start()]
    relation, relation_length = None, part_length + about_length
    if found := _RELATION.search(lead):
        # "No earlier than" ends in "than", "not until" in "until": the longer one was tried first only where it fits.
        relation = next(Relation(name) for name, words in found.groupdict().items() if words)
        relation_length += len(found[0])
    return Affix(part, part_length, relation, relation_length, approximate, relation is None)
